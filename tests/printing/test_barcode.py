"""Barcodes as a scanner sees them: rendered at the printer's resolution, then decoded."""

from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from absher_desk.printing.barcode import OFFICE_MODULE, draw_code128, module_width, symbol_width
from absher_desk.printing.paper import MM, Paper
from absher_desk.standards.problems import Malformed
from tests.printing.rendering import decoded, one_bit, render

pytestmark = pytest.mark.usefixtures("qapp")


WHOLE_PIXELS = (600.0, 840.0)
"""A page of whole pixels at 300 dpi, so that rendering does not scale it."""


def page_with(data: str, module: float) -> bytes:
    paper = Paper("test", datetime(2026, 11, 23, tzinfo=UTC), size=WHOLE_PIXELS)
    draw_code128(paper, data, 60, 60, 34, module=module)
    return paper.finish()


@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_module_is_whole_dots_of_the_printer(dpi):
    dots = module_width(dpi) * dpi / 25.4
    assert dots == pytest.approx(round(dots))
    assert 0.25 <= module_width(dpi) < 0.25 + 25.4 / dpi


@pytest.mark.parametrize("dpi", [203, 300])
@settings(max_examples=12)
@example("99")
@example("9912345")
@example("100200")
@given(data=st.one_of(st.from_regex(r"[0-9]{2,20}", fullmatch=True), st.just("RR473124829GB")))
def test_symbol_reads_back_on_label_and_office_printers(dpi, data):
    for module in (module_width(dpi), OFFICE_MODULE):
        image = render(page_with(data, module), dpi).pages[0]
        assert decoded(image) == [data]
        assert decoded(one_bit(image)) == [data]


def test_bars_are_whole_dots_at_300_dpi():
    image = render(page_with("481101000012332", OFFICE_MODULE), 300).crop(0, (50, 70, 250, 72))
    row = bytes(image.crop((0, 2, image.width, 3)).tobytes())
    assert all(grey < 2 or grey > 253 for grey in row)
    bars = [len(bar) for bar in row.replace(b"\xfe", b" ").replace(b"\xff", b" ").split()]
    assert {width % 4 for width in bars} == {0}
    assert {width // 4 for width in bars} <= {1, 2, 3, 4}


def test_quiet_zones_are_ten_modules_white():
    data = "481101000012332"
    pdf, dpi = page_with(data, OFFICE_MODULE), 300
    wide = symbol_width(data)
    quiet = 10 * OFFICE_MODULE * MM
    start = int(60 / (OFFICE_MODULE * MM)) * OFFICE_MODULE * MM
    rendered = render(pdf, dpi)
    for left in (start, start + wide - quiet):
        zone = rendered.crop(0, (left + 0.3, 60, left + quiet - 0.3, 94))
        assert zone.getextrema() == (255, 255)


def test_s10_symbol_has_the_length_of_the_standard():
    assert symbol_width("EE471108151FR", 1.0) / MM == pytest.approx(156 + 20)


@pytest.mark.parametrize("data", ["", "٤٨١١٠١", "Ω"])
def test_what_a_barcode_cannot_say_is_refused(data):
    with pytest.raises(Malformed) as fault:
        page_with(data, OFFICE_MODULE)
    assert fault.value.code == "printing.barcode-characters"
