"""Lines of text: what stands where on paper, what is refused, where lines break."""

import tomllib
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageChops

from absher_desk.bundled import I18N
from absher_desk.printing.paper import Paper
from absher_desk.printing.text import TextLine, break_lines, set_line, size_that_fits
from absher_desk.standards.bidi import isolate
from absher_desk.standards.problems import Malformed
from tests.printing.rendering import ink, render

AT = datetime(2026, 11, 23, tzinfo=UTC)
NASKH, PLEX = "NotoNaskhArabic-Regular", "IBMPlexSansArabic-Regular"
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def as_seen(line: TextLine) -> str:
    """What each glyph stands for, from left to right."""
    return "".join(glyph.text for run in line.runs for glyph in run.glyphs)


def drawn(*texts: tuple[float, str, str]) -> bytes:
    paper = Paper("test", AT)
    for x, align, text in texts:
        paper.text(x, 100, text, size=14, align=align)
    return paper.finish()


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("رقم الهوية: 1023456789", "1023456789 :ةيوهلا مقر"),
        (f"{isolate('1448/06/13')} هـ", "ـه 1448/06/13"),
        (f"بتاريخ {isolate('2026-11-23')}", "2026-11-23 خيراتب"),
        ("فهد (Fahad Saad) هنا", "انه (Fahad Saad) دهف"),
        ("رمز REQ-12 ثم 34", "34 مث REQ-12 زمر"),
    ],
)
def test_mixed_text_stands_in_visual_order(text, seen):
    line = set_line(text)
    mirrored = str.maketrans("()", ")(")
    shown = as_seen(line)
    assert shown == seen or shown.translate(mirrored) == seen


@pytest.mark.usefixtures("qapp")
def test_number_after_arabic_has_the_pixels_of_the_number_alone():
    text = "رقم الهوية: 1023456789"
    left = 400 - set_line(text).width(14)
    box = (left - 1, 80, left + set_line("1023456789").width(14) + 1, 110)
    together = render(drawn((400, "right", text)), 200).crop(0, box)
    alone = render(drawn((left, "left", "1023456789")), 200).crop(0, box)
    assert ink(alone) > 500
    assert ImageChops.difference(together, alone).getbbox() is None


@pytest.mark.usefixtures("qapp")
def test_letters_join_and_marks_stand_over_their_letters():
    joined = set_line("سلم").width(100)
    apart = sum(set_line(letter).width(100) for letter in "سلم")
    assert joined < apart * 0.9
    assert set_line("مُحَمَّد").width(10) == pytest.approx(set_line("محمد").width(10))
    plain = render(drawn((400, "right", "محمد")), 150).pages[0]
    marked = render(drawn((400, "right", "مُحَمَّد")), 150).pages[0]
    assert ink(marked) > ink(plain)


@pytest.mark.usefixtures("qapp")
def test_numbers_and_latin_can_be_searched():
    text = render(drawn((500, "right", f"جوال {isolate('+966501234567')} وبريد"))).texts[0]
    assert "+966501234567" in text


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("face", ["plex", "plex-bold", "naskh", "naskh-bold"])
def test_arabic_without_ligatures_can_be_searched(face):
    paper = Paper("test", AT)
    paper.text(400, 100, "محمد أحمد", face=face)
    assert "محمد" in render(paper.finish()).texts[0]


def test_a_face_without_the_riyal_sign_borrows_it():
    runs = set_line("150 \u20c1", "plex").runs
    assert {run.face.name for run in runs} == {
        "IBMPlexSansArabic-Regular",
        "NotoNaskhArabic-Regular",
    }


@pytest.mark.parametrize("text", ["فهد 😀", "漢字", "bell \x07"])
def test_a_character_that_cannot_be_drawn_is_refused(text):
    with pytest.raises(Malformed) as fault:
        set_line(text)
    assert fault.value.code == "printing.glyph-missing"
    texts = tomllib.loads((I18N / "messages" / "printing.toml").read_text("utf-8"))
    missing = next(c for c in text if c in "😀漢\x07")
    sentence = texts[fault.value.code]["en"].format(**fault.value.problem.values)
    assert f"U+{ord(missing):04X}" in sentence


def test_decomposed_letters_are_composed():
    assert as_seen(set_line("Ame\u0301lie", rtl=False)) == "Am\u00e9lie"


@settings(max_examples=60)
@given(
    words=st.lists(st.text(ARABIC, min_size=1, max_size=12), min_size=1, max_size=30),
    width=st.floats(60, 400),
)
def test_lines_fit_their_width_and_lose_nothing(words, width):
    lines = break_lines(" ".join(words), "plex", 10, width)
    assert all(line.width(10) <= width + 0.01 for line in lines)
    seen = "".join(as_seen(line) for line in lines)
    assert sorted(seen.replace(" ", "")) == sorted("".join(words))


def test_a_word_wider_than_the_line_is_divided():
    address = "a-very-long-name-of-a-person@department.example.gov.sa"
    lines = break_lines(isolate(address), "plex", 11, 120)
    assert len(lines) > 2
    assert "".join(as_seen(line) for line in lines) == address


def test_parts_of_a_number_stay_on_one_line():
    lines = break_lines(
        f"رقم الجوال {isolate('+966 50 123 4567'.replace(' ', chr(160)))}", "plex", 10, 90
    )
    assert [as_seen(line).replace("\u00a0", " ") for line in lines][-1] == "+966 50 123 4567"


def test_line_breaks_in_the_text_are_kept():
    assert [as_seen(line) for line in break_lines("a\n\nb", "plex", 10, 100, rtl=False)] == [
        "a",
        "",
        "b",
    ]


def test_size_shrinks_only_as_far_as_allowed():
    wide = "نص " * 20
    fitting = size_that_fits(wide, "plex", 200, size=12, least=4)
    assert 4 < fitting < 12
    assert set_line(wide).width(fitting) <= 200
    assert size_that_fits(wide, "plex", 20, size=12, least=7) == 7
    assert size_that_fits("نص", "plex", 200, size=12, least=7) == 12
