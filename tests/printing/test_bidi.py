"""Direction of text: the short ways agree with the whole algorithm, and numbers stay whole."""

import pytest
from fpdf.bidi import BidiParagraph
from fpdf.enums import TextDirection
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.printing.bidi import levels, stretches, visual_order
from absher_desk.standards.bidi import LRI, PDI, isolate

ALPHABETS = (
    "ابتمحد ،()!",
    "abcXYZ 019.,-/@()",
    "ابت abc 0123 ٤٥٦ ()-/.:%+",
    f"ابت abc 0123 -/{LRI}{PDI}",
)
TEXTS = st.sampled_from(ALPHABETS).flatmap(lambda alphabet: st.text(alphabet, max_size=24))


def reference(text: str, *, rtl: bool) -> BidiParagraph:
    return BidiParagraph(text, TextDirection.RTL if rtl else TextDirection.LTR)


@given(text=TEXTS, rtl=st.booleans())
def test_levels_are_those_of_the_algorithm(text, rtl):
    expected = [c.embedding_level for c in reference(text, rtl=rtl).get_characters()]
    assert list(levels(text, rtl=rtl)) == expected


@given(text=TEXTS.map(lambda text: text + "ت"), rtl=st.booleans())
def test_visual_order_is_that_of_the_algorithm(text, rtl):
    indices = []
    for start, end, level in visual_order(stretches(levels(text, rtl=rtl))):
        indices += range(start, end)[:: -1 if level % 2 else 1]
    expected = [c.character_index for c in reference(text, rtl=rtl).get_reordered_characters()]
    assert indices == expected


@pytest.mark.parametrize("number", ["1023456789", "2026-11-23", "+966 50 123 4567", "a-1/b"])
def test_isolated_number_reads_left_to_right_after_arabic(number):
    text = f"رقم {isolate(number)} هـ"
    shown = "".join(
        text[start:end] if level % 2 == 0 else text[start:end][::-1]
        for start, end, level in visual_order(stretches(levels(text, rtl=True)))
    )
    assert number in shown


def test_a_joiner_keeps_the_level_of_its_letter():
    assert levels("می\u200cخواهم", rtl=True) == (1,) * 8
