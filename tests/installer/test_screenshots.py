"""Pictures of the screens, as `make screenshots` takes them."""

from PySide6.QtGui import QImage

from installer import screenshots


def test_every_screen_in_both_languages_and_themes(qapp, tmp_path, capsys):
    assert screenshots.main([str(tmp_path)]) == 0
    files = sorted(tmp_path.glob("*.png"))
    assert capsys.readouterr().out == f"{len(files)} pictures in {tmp_path}\n"
    for screen in screenshots.SCREENS:
        for language in ("ar", "en"):
            shown = [file for file in files if file.name.startswith(f"{screen}-{language}-")]
            assert len(shown) >= 2
            assert not any(QImage(str(file)).isNull() for file in shown)


def test_languages_differ(qapp, tmp_path):
    screenshots.main([str(tmp_path)])
    for arabic in tmp_path.glob("*-ar-*.png"):
        english = arabic.with_name(arabic.name.replace("-ar-", "-en-"))
        assert QImage(str(arabic)) != QImage(str(english))
