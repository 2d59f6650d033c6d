import json

import pytest

from installer import translations, ts_file
from installer.translations import Tree

SOURCE = '''
class Desk(QObject):
    """tr("not this")"""

    def words(self, n):
        return (
            self.tr("Queue <all> & 'more'"),
            self.tr("Open", "verb"),
            self.tr("%n request(s)", "", n),
            self.tr("{name} has %1 of " "{total}"),
        )

def free():
    return QCoreApplication.translate("Report", "Total")
'''
PLURALS = ["لا طلبات", "طلب واحد", "طلبان", "%n طلبات", "%n طلبا", "%n طلب"]
ARABIC = {
    "Desk": {
        "Queue <all> & 'more'": "الطابور <الكل>",
        "Open": "افتح",
        "%n request(s)": PLURALS,
        "{name} has %1 of {total}": "لدى {name} %1 من {total}",
    },
    "Report": {"Total": "المجموع"},
}
ENGLISH = {"Desk": {"%n request(s)": ["%n request", "%n requests"]}}


@pytest.fixture
def tree(tmp_path):
    (tmp_path / "absher_desk" / "views").mkdir(parents=True)
    (tmp_path / "i18n" / "parts").mkdir(parents=True)
    tree = Tree(tmp_path)
    write_source(tree, SOURCE)
    write_part(tree, "desk.ar.json", ARABIC)
    write_part(tree, "desk.en.json", ENGLISH)
    return tree


def write_source(tree, text):
    (tree.source / "views" / "desk.py").write_text(text, encoding="utf-8")


def write_part(tree, name, content):
    (tree.parts / name).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def change_arabic(tree, context, source, translation):
    changed = {**ARABIC, context: {**ARABIC.get(context, {}), source: translation}}
    write_part(tree, "desk.ar.json", changed)
    translations.update(tree)


def test_update_is_complete_and_changes_nothing_the_second_time(tree):
    assert [file.name for file in translations.update(tree)] == [
        "absher_desk_ar.ts",
        "absher_desk_en.ts",
    ]
    assert translations.update(tree) == []
    assert translations.check(tree) == []


def test_the_files_hold_the_words_and_no_places(tree):
    translations.update(tree)
    arabic = {each.key: each.forms for each in ts_file.read(tree.ts("ar"))}
    assert arabic["Desk", "%n request(s)", ""] == tuple(PLURALS)
    assert arabic["Desk", "Open", "verb"] == ("افتح",)
    assert arabic["Report", "Total", ""] == ("المجموع",)
    assert len(arabic) == 5
    assert [each.forms for each in ts_file.read(tree.ts("en"))] == [("%n request", "%n requests")]
    assert "<location" not in tree.ts("ar").read_text(encoding="utf-8")


def test_moving_code_about_does_not_change_the_files(tree):
    translations.update(tree)
    write_source(tree, "\n\n# moved\n" + SOURCE)
    (tree.source / "another.py").write_text("class Empty: ...\n", encoding="utf-8")
    assert translations.update(tree) == []


def test_a_translation_made_in_linguist_is_kept(tree):
    write_part(tree, "desk.ar.json", {"Desk": ARABIC["Desk"]})
    translations.update(tree)
    assert translations.check(tree) == ["ar: Report: 'Total' is not translated"]
    text = tree.ts("ar").read_text(encoding="utf-8")
    edited = text.replace(
        '<translation type="unfinished"></translation>', "<translation>الإجمالي</translation>"
    )
    tree.ts("ar").write_text(edited, encoding="utf-8")
    assert translations.update(tree) == []
    assert translations.check(tree) == []


@pytest.mark.parametrize(
    ("context", "source", "translation", "fault"),
    [
        ("Report", "Total", "", "ar: Report: 'Total' is not translated"),
        ("Report", "Gone", "ذهب", "ar: Report: 'Gone' is translated but no longer in the program"),
        ("Desk", "%n request(s)", PLURALS[:5], "has 5 forms, wants 6"),
        ("Desk", "%n request(s)", "طلبات %n", "has 1 forms, wants 6"),
        ("Desk", "%n request(s)", [*PLURALS[:5], "طلب"], "other placeholders in 'طلب'"),
        ("Desk", "%n request(s)", [*PLURALS[:5], "%n من %1"], "other placeholders"),
        ("Desk", "%n request(s)", [*PLURALS[:5], ""], "is not translated"),
        ("Report", "Total", ["مجموع", "مجموعان"], "has 2 forms, wants 1"),
        ("Desk", "{name} has %1 of {total}", "{name} من {total}", "other placeholders"),
        ("Desk", "{name} has %1 of {total}", "{nam} %1 {total}", "other placeholders"),
    ],
)
def test_check_names_what_is_wrong(tree, context, source, translation, fault):
    change_arabic(tree, context, source, translation)
    faults = translations.check(tree)
    assert len(faults) == 1
    assert fault in faults[0]


def test_english_plurals_are_required(tree):
    write_part(tree, "desk.en.json", {})
    translations.update(tree)
    assert translations.check(tree) == ["en: Desk: '%n request(s)' is not translated"]


def test_a_new_string_is_named_before_and_after_update(tree):
    translations.update(tree)
    write_source(tree, SOURCE + "\nclass New(QObject):\n    x = lambda self: self.tr('Fresh')\n")
    expected = "ar: New: 'Fresh' is not translated"
    outdated = "ar: absher_desk_ar.ts is not up to date (run update)"
    assert translations.check(tree) == [outdated, expected]
    translations.update(tree)
    assert translations.check(tree) == [expected]


@pytest.mark.parametrize(
    ("call", "fault"),
    [
        ('self.tr(f"Hello {name}")', "an f-string cannot be translated"),
        (
            'QCoreApplication.translate("Desk", "%n bag(s)", n=n)',
            "lupdate does not see '%n bag(s)'",
        ),
    ],
)
def test_strings_that_qt_passes_over_are_named(tree, call, fault):
    write_source(tree, f"{SOURCE}\nclass More(QObject):\n    def f(self, n):\n        {call}\n")
    translations.update(tree)
    assert any(
        one.startswith("absher_desk/views/desk.py:") and fault in one
        for one in translations.check(tree)
    )


def test_plurals_that_a_derived_class_would_say_in_english_are_named(tree):
    translations.update(tree)
    derived = "\nclass SpecialDesk(views.Desk):\n    pass\n"
    (tree.source / "special.py").write_text(derived, encoding="utf-8")
    (fault,) = translations.check(tree)
    assert fault.startswith("absher_desk/views/desk.py:9: others derive from Desk")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("{", "other.ar.json"),
        ("[]", "object in braces"),
        ('{"Desk": "x"}', "Desk: wants an object"),
        ('{"Desk": {"x": 1}}', "wants text"),
        ('{"Report": {"Total": "الجملة"}}', "translated twice"),
    ],
)
def test_a_broken_part_is_refused(tree, content, fault):
    (tree.parts / "other.ar.json").write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=fault):
        translations.update(tree)


def test_release_compiles_both_languages(tree):
    translations.update(tree)
    files = translations.release(tree)
    assert [file.name for file in files] == ["absher_desk_ar.qm", "absher_desk_en.qm"]
    assert all(file.stat().st_size > 16 for file in files)


def test_a_missing_tool_is_said(tree, monkeypatch):
    monkeypatch.setattr(translations.shutil, "which", lambda *_, **__: None)
    with pytest.raises(translations.ToolFailed, match="pyside6-lupdate is missing"):
        translations.update(tree)
