"""Every fault of an entry is refused with its file and key named, all faults at once."""

from pathlib import Path

import pytest

from absher_desk.catalogue.faults import BrokenCatalogue, Fault
from absher_desk.catalogue.loading import load, load_entry
from tests.catalogue.faulty_entries import CASES
from tests.catalogue.trees import NAME, SOUND, tree


def faults_of(folder: Path) -> dict[tuple[str, str], Fault]:
    with pytest.raises(BrokenCatalogue) as caught:
        load(folder)
    return {
        (fault.key, fault.code.removeprefix("catalogue.")): fault for fault in caught.value.faults
    }


def broken(folder: Path, old: str, new: str) -> dict[tuple[str, str], Fault]:
    assert old in SOUND, "the sample changed"
    found = faults_of(tree(folder, SOUND.replace(old, new, 1)))
    assert {fault.file for fault in found.values()} == {NAME}
    return found


def test_the_sample_itself_is_sound(tmp_path: Path) -> None:
    service = load(tree(tmp_path)).service("sample")
    assert list(service.steps) == ["review", "approve", "hand-over"]


REVIEW = 'approve = "approve", return = "review", reject = "rejected"'


@pytest.mark.parametrize(("old", "new", "key", "code"), CASES)
def test_a_fault_is_refused_with_its_key(
    tmp_path: Path, old: str, new: str, key: str, code: str
) -> None:
    assert (key, code) in broken(tmp_path, old, new)


def test_a_loop_without_a_way_out_names_every_step_of_it(tmp_path: Path) -> None:
    service = SOUND.replace(REVIEW, 'approve = "approve"').replace(
        'on = { approve = { counter = "hand-over", post = "completed" }, reject = "rejected" }',
        'on = { approve = "review" }',
    )
    found = faults_of(tree(tmp_path, service))
    assert {("steps.review", "trap-step"), ("steps.approve", "trap-step")} <= found.keys()
    assert ("steps.hand-over", "unreachable-step") in found


def test_a_repeated_checklist_key_is_refused(tmp_path: Path) -> None:
    entry = SOUND.split("[[steps.review.checklist]]")[1].split("[steps.approve]")[0]
    again = f"[[steps.review.checklist]]{entry}"
    found = faults_of(tree(tmp_path, SOUND.replace(again, again + again)))
    assert ("steps.review.checklist[1].key", "named-twice") in found


def test_two_files_with_one_code_name_each_other(tmp_path: Path) -> None:
    folder = tree(tmp_path)
    (folder / "services/accounts/twin.toml").write_text(SOUND, encoding="utf-8")
    fault = faults_of(folder)["code", "duplicate-code"]
    assert fault.file == "services/accounts/twin.toml"
    assert fault.values == {"name": "sample", "other": NAME}


def test_all_faults_of_all_files_come_together(tmp_path: Path) -> None:
    folder = tree(tmp_path, SOUND.replace('role = "clerk"', 'role = "minister"'))
    other = SOUND.replace('code = "sample"', 'code = "other"').replace("= 8", "= true")
    (folder / "services/accounts/other.toml").write_text(other, encoding="utf-8")
    (folder / "services/accounts/torn.toml").write_text("code = ", encoding="utf-8")
    with pytest.raises(BrokenCatalogue) as caught:
        load(folder)
    assert [(fault.file, fault.key, fault.code) for fault in caught.value.faults] == [
        ("services/accounts/other.toml", "target_hours", "catalogue.wrong-type"),
        (NAME, "steps.review.role", "catalogue.unknown-role"),
        (NAME, "steps.hand-over.role", "catalogue.unknown-role"),
        ("services/accounts/torn.toml", "", "catalogue.not-toml"),
    ]
    assert f"{NAME}: steps.review.role: catalogue.unknown-role (name minister)" in str(caught.value)


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    folder = tree(tmp_path)
    (folder / NAME).write_bytes(SOUND.encode("utf-16"))
    assert ("", "not-toml") in faults_of(folder)


@pytest.mark.parametrize("name", ["steps.toml", "queues.toml", "forms.toml"])
def test_a_missing_list_is_named(tmp_path: Path, name: str) -> None:
    folder = tree(tmp_path)
    (folder / name).unlink()
    assert faults_of(folder)["", "unreadable-file"].file == name


@pytest.mark.parametrize(
    ("name", "text", "key", "code"),
    [
        ("queues.toml", '[x]\nicon = "i"\norder = 1', "x.title", "missing-key"),
        (
            "queues.toml",
            '[x]\ntitle = { ar = "س", en = "x" }\norder = "1"',
            "x.order",
            "wrong-type",
        ),
        ("queues.toml", "x = 1", "x", "wrong-type"),
        ("forms.toml", '[x]\ntitle = { ar = "س" }', "x.title", "missing-translation"),
        ("forms.toml", '[x]\ntitle = { ar = "س", en = "x" }\nsize = 1', "x.size", "unknown-key"),
        ("steps.toml", '[ponder]\ntitle = { ar = "س", en = "x" }', "ponder", "unknown-kind"),
        (
            "steps.toml",
            '[review]\ntitle = { ar = "س", en = "x" }',
            "review.outcomes",
            "missing-key",
        ),
        ("steps.toml", "", "review", "missing-key"),
    ],
)
def test_a_fault_of_a_list_is_named(
    tmp_path: Path, name: str, text: str, key: str, code: str
) -> None:
    folder = tree(tmp_path)
    (folder / name).write_text(text, encoding="utf-8")
    assert faults_of(folder)[key, code].file == name


def test_forms_may_be_known_from_outside(tmp_path: Path) -> None:
    folder = tree(tmp_path, SOUND.replace('forms = ["request-receipt"]', 'forms = ["poem"]'))
    assert load(folder, forms={"poem"}).service("sample").forms == ("poem",)


def lone_faults(path: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(BrokenCatalogue) as caught:
        load_entry(path)
    return [(fault.file, fault.key, fault.code) for fault in caught.value.faults]


def test_an_entry_is_checked_wherever_its_file_stands(tmp_path: Path) -> None:
    path = tmp_path / "sample.toml"
    path.write_text(SOUND, encoding="utf-8")
    assert list(load_entry(path).services) == ["sample"]
    path.write_text(SOUND.replace('"reviews"', '"nowhere"').replace("37", "-1"), encoding="utf-8")
    assert lone_faults(path) == [
        ("sample.toml", "steps.review.queue", "catalogue.unknown-queue"),
        ("sample.toml", "fees[0].sadad_code", "catalogue.wrong-type"),
    ]


def test_an_entry_by_itself_may_not_take_a_code_or_a_name_of_another(tmp_path: Path) -> None:
    path = tmp_path / "complaint.toml"
    path.write_text(SOUND, encoding="utf-8")
    assert lone_faults(path) == [("complaint.toml", "code", "catalogue.misplaced-file")]
    path.write_text(SOUND.replace('code = "sample"', 'code = "complaint"'), encoding="utf-8")
    assert lone_faults(path) == [("complaint.toml", "code", "catalogue.duplicate-code")]
    path.write_text("code = ", encoding="utf-8")
    assert lone_faults(path) == [("complaint.toml", "", "catalogue.not-toml")]
    assert lone_faults(tmp_path / "none.toml") == [("none.toml", "", "catalogue.unreadable-file")]
