from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.system import settings_text
from absher_desk.system.settings import (
    Settings,
    SettingsFault,
    SettingsFile,
    carries_password,
)
from absher_desk.system.settings_text import with_values
from absher_desk.system.texts import Texts


@pytest.fixture
def file(tmp_path):
    return tmp_path / "config" / "settings.toml"


def written(file: Path, text: str) -> SettingsFile:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return SettingsFile(file, {})


def fault(source: SettingsFile) -> SettingsFault:
    with pytest.raises(SettingsFault) as caught:
        source.load()
    return caught.value


def test_without_a_file_the_defaults_hold(file):
    assert SettingsFile(file, {}).load() == Settings()


def test_a_named_file_must_exist(file):
    assert fault(SettingsFile(file, {}, required=True)).code == "settings.missing"


def test_the_environment_overrides_the_file(file):
    written(file, 'branch = "1101"\nlanguage = "en"\nidle_lock_minutes = 3\n')
    environment = {
        "ABSHER_DESK_LANGUAGE": "ar",
        "ABSHER_DESK_IDLE_LOCK_MINUTES": "7",
        "ABSHER_DESK_HOME": "/elsewhere",
    }
    settings = SettingsFile(file, environment).load()
    assert (settings.branch, settings.language, settings.idle_lock_minutes) == ("1101", "ar", 7)


@pytest.mark.parametrize(
    ("text", "code", "key"),
    [
        ('colour = "red"', "settings.unknown_key", "colour"),
        ("branch = 1101", "settings.not_text", "branch"),
        ('idle_lock_minutes = "5"', "settings.not_a_number", "idle_lock_minutes"),
        ("idle_lock_minutes = true", "settings.not_a_number", "idle_lock_minutes"),
        ("idle_lock_minutes = 0", "settings.out_of_range", "idle_lock_minutes"),
        ('branch = "11"', "settings.branch_form", "branch"),
        ('branch = "١١٠١"', "settings.branch_form", "branch"),
        ('counter = "A 1"', "settings.counter_form", "counter"),
        ('language = "fr"', "settings.not_a_choice", "language"),
        ("[printer]\nname = 1", "settings.not_text", "printer"),
        ('language = "ar', "settings.not_toml", ""),
        ('branch = "1101"\nbranch = "1102"', "settings.not_toml", ""),
    ],
)
def test_a_broken_file_is_refused_with_file_key_and_words(file, text, code, key):
    found = fault(written(file, text))
    assert (found.code, found.values["file"], found.values["key"]) == (code, str(file), key)
    said = Texts().both(found)
    assert str(file) in said.ar
    assert str(file) in said.en
    assert "…" not in said.ar + said.en


def test_a_broken_line_is_named(file):
    assert fault(written(file, 'branch = "1101"\nlanguage ar\n')).values["line"] == "2"


def test_a_file_that_is_not_text_is_refused(file):
    file.parent.mkdir()
    file.write_bytes(b'language = "\xff\xfe"')
    assert fault(SettingsFile(file, {})).code == "settings.not_utf8"


def test_a_file_that_cannot_be_read_is_refused(file):
    file.mkdir(parents=True)  # a folder in its place; root may read any file
    assert fault(SettingsFile(file, {})).code == "settings.unreadable"


def test_a_byte_order_mark_from_a_windows_editor_is_fine(file):
    file.parent.mkdir()
    file.write_text('language = "en"\n', encoding="utf-8-sig")
    assert SettingsFile(file, {}).load().language == "en"


def test_a_number_that_is_none_in_the_environment_names_the_variable(file):
    found = fault(SettingsFile(file, {"ABSHER_DESK_TEXT_SIZE": "big"}))
    assert (found.code, found.values["file"]) == (
        "settings.not_a_number",
        "ABSHER_DESK_TEXT_SIZE",
    )


@pytest.mark.parametrize(
    ("url", "carries"),
    [
        ("postgresql+psycopg://desk:hush@db/desk", True),
        ("postgresql+psycopg://desk:a/b@db/desk", True),
        ("postgresql+psycopg://desk@db/desk?password=hush", True),
        ("postgresql+psycopg://desk@db:5432/desk?sslmode=require", False),
        ("sqlite:///C:/desk@home/desk.sqlite", False),
    ],
)
def test_a_password_in_the_file_is_refused(file, url, carries):
    assert carries_password(url) is carries
    source = written(file, f'database_url = "{url}"')
    if carries:
        found = fault(source)
        assert found.code == "settings.password_in_file"
        assert "hush" not in str(Texts().both(found))
    else:
        assert source.load().database_url == url


def test_saving_keeps_comments_and_other_keys(file):
    source = written(file, '# ours\nbranch = "1101"  # Riyadh\nlanguage = "ar"\n')
    source.save(replace(source.load(), language="en", printer='Desk 3 "A4" عربي\x7f'))
    assert file.read_text(encoding="utf-8").startswith('# ours\nbranch = "1101"  # Riyadh\n')
    again = source.load()
    assert (again.language, again.printer) == ("en", 'Desk 3 "A4" عربي\x7f')
    assert again.branch == "1101"


def test_what_only_the_administrator_sets_is_not_saved(file):
    source = SettingsFile(file, {})
    source.save(replace(source.load(), branch="1102", theme="dark"))
    assert source.load() == replace(Settings(), theme="dark")


def test_an_override_does_not_creep_into_the_file(file):
    source = SettingsFile(file, {"ABSHER_DESK_LANGUAGE": "en"})
    source.save(replace(source.load(), theme="dark"))
    assert SettingsFile(file, {}).load() == replace(Settings(), theme="dark")


def test_a_wrong_value_is_not_saved(file):
    with pytest.raises(SettingsFault, match="not_a_choice"):
        SettingsFile(file, {}).save(replace(Settings(), theme="pink"))
    assert not file.exists()


def test_a_failed_save_leaves_the_old_file_and_no_litter(file, monkeypatch):
    source = written(file, 'language = "ar"\n')

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings_text.os, "fsync", full)
    with pytest.raises(SettingsFault) as caught:
        source.save(replace(source.load(), language="en"))
    assert caught.value.code == "settings.not_saved"
    assert [each.name for each in file.parent.iterdir()] == ["settings.toml"]
    assert source.load().language == "ar"


def test_a_key_within_a_long_text_is_not_taken_for_the_key():
    text = 'printer = """\ntheme = none\n"""\n'
    assert with_values(text, {"theme": "dark"}) == 'printer = "theme = none\\n"\ntheme = "dark"\n'


@given(st.text(st.characters(exclude_categories=("Cs",))), st.integers(80, 200))
def test_any_text_comes_back_as_it_was_saved(tmp_path_factory, printer, size):
    source = SettingsFile(tmp_path_factory.mktemp("any") / "settings.toml", {})
    wanted = replace(Settings(), printer=printer, text_size=size)
    source.save(wanted)
    assert source.load() == wanted
