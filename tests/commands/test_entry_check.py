"""`services --check`: one entry checked before it is put in its place."""

import json
from xml.etree import ElementTree as ET

import pytest

from absher_desk.bundled import RESOURCES
from absher_desk.cli import main

ENTRY = RESOURCES / "services/passports/travel-permit.toml"


@pytest.fixture
def broken(tmp_path):
    text = ENTRY.read_text(encoding="utf-8")
    path = tmp_path / "travel-permit.toml"
    path.write_text(
        text.replace('queue = "reviews"', 'queue = "nowhere"').replace(
            'role = "supervisor"', 'role = "minister"'
        ),
        encoding="utf-8",
    )
    return path


def test_a_sound_entry_is_outlined_and_drawn(tmp_path, capsys):
    target = tmp_path / "new" / "steps.svg"
    assert main(["services", "--check", str(ENTRY), "--picture", str(target)]) == 0
    assert "1 review [review, reviews, clerk]" in capsys.readouterr().out
    drawn = ET.XML(target.read_text(encoding="utf-8"))
    assert drawn.tag.endswith("svg")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_fault_is_named_with_file_and_key(broken, capsys, language):
    target = broken.with_suffix(".svg")
    arguments = ["services", "--check", str(broken), "--picture", str(target)]
    assert main([*arguments, "--locale", language]) == 1
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 2
    assert all("travel-permit.toml" in line for line in said)
    assert "steps.review.queue" in said[0]
    assert not target.exists()


def test_faults_come_as_json(broken, capsys):
    assert main(["--json", "services", "--check", str(broken)]) == 1
    document = json.loads(capsys.readouterr().out)
    assert [(fault["key"], fault["code"]) for fault in document["faults"]] == [
        ("steps.review.queue", "catalogue.unknown-queue"),
        ("steps.approve.role", "catalogue.unknown-role"),
    ]


def test_what_cannot_be_read_or_written_is_one_clear_line(tmp_path, capsys):
    assert main(["services", "--check", str(tmp_path / "none.toml")]) == 2
    assert main(["services", "--picture", str(tmp_path / "x.svg")]) == 2
    (tmp_path / "file").write_text("", encoding="utf-8")
    under_a_file = str(tmp_path / "file" / "x.svg")
    assert main(["services", "--check", str(ENTRY), "--picture", under_a_file]) == 2
    spoken = capsys.readouterr()
    assert spoken.out == ""
    assert len(spoken.err.splitlines()) == 3
