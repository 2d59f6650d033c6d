"""The activation declaration as it lies on the desk."""

import subprocess
import sys
import tomllib
from dataclasses import replace
from hashlib import sha256

import pytest
from PIL import ImageChops

from absher_desk.bundled import resource
from absher_desk.printing import activation_form as activation_module
from absher_desk.printing import page_frame as frame
from absher_desk.printing.activation_form import activation_form, activation_forms
from absher_desk.printing.form_parts import FIELD_HEIGHT
from absher_desk.printing.sheets import Words
from absher_desk.standards.problems import Malformed
from tests.printing.builders import BRANCH, activation, check
from tests.printing.rendering import decoded, ink, one_bit, render

pytestmark = pytest.mark.usefixtures("qapp")

NUMBER = "481101000012332"
LONG_AR = "عبدالرحمن بن عبدالعزيز بن عبدالمحسن آل الشيخ " * 3
LONG_EN = "Abdulrahman bin Abdulaziz bin Abdulmohsen Al Alsheikh " * 4


@pytest.mark.parametrize("dpi", [203, 300])
def test_barcode_says_the_request_number(dpi):
    image = render(activation_form(activation()), dpi).pages[0]
    assert decoded(image) == [NUMBER]
    assert decoded(one_bit(image)) == [NUMBER]


def test_numbers_stand_on_the_form_as_a_person_reads_them():
    text = render(activation_form(activation())).texts[0]
    for value in (
        "48-1101-0000123-32",
        "1000000008",
        "1410/06/18",
        "1990/01/15",
        "1448/06/13",
        "2026/11/23",
        "10:41",
        "fahad2026x",
        "1100217",
        "FAHAD SAAD ABDULLAH ALDOSARI",
    ):
        assert value in text


def test_hijri_birth_date_is_the_one_entered():
    text = render(activation_form(activation(birth_date_hijri="1410-06-19"))).texts[0]
    assert "1410/06/19" in text
    converted = render(activation_form(activation(birth_date_hijri=None))).texts[0]
    assert "1410/06/18" in converted


def test_same_sheet_gives_same_bytes_in_another_process():
    first = activation_form(activation())
    activation_form(activation(applicant_name=Words("ظافر غ", "Zz"), copy_number=3))
    assert activation_form(activation()) == first
    script = (
        "from hashlib import sha256; from tests.printing.builders import activation;"
        "from absher_desk.printing.activation_form import activation_form;"
        "print(sha256(activation_form(activation())).hexdigest())"
    )
    other = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert other.stdout.strip() == sha256(first).hexdigest()


def test_file_is_dated_by_the_sheet_and_holds_no_other_date():
    pdf = activation_form(activation())
    assert b"D:20261123074112+00'00'" in pdf
    assert pdf.count(b"(D:") == 2


def test_a_copy_says_so_and_the_original_does_not():
    original = render(activation_form(activation()))
    copy = render(activation_form(activation(copy_number=2)))
    assert "COPY 2" in copy.texts[0]
    assert "COPY" not in original.texts[0]


def test_specimen_is_written_across_without_hiding_the_number():
    rendered = render(activation_form(activation(specimen=True)), 203)
    plain = render(activation_form(activation()), 203)
    assert ink(rendered.pages[0]) < ink(plain.pages[0]) * 1.01  # pale: nothing is covered
    assert "SPECIM" in rendered.texts[0]
    assert "SPECIM" not in plain.texts[0]
    assert decoded(rendered.pages[0]) == [NUMBER]
    assert "1000000008" in rendered.texts[0]


def _field_tops():
    grids = ((activation_module._APPLICANT_GRID, 4), (activation_module._ACCOUNT_GRID, 2))
    return [top + row * FIELD_HEIGHT for top, rows in grids for row in range(rows)]


@pytest.mark.parametrize(
    "changes",
    [
        {"applicant_name": Words(LONG_AR, "A")},
        {"applicant_name": Words("ا", LONG_EN)},
        {"email": "a" * 240 + "@example.sa"},
        {"channel": Words(LONG_AR)},
        {"username": "u" * 60},
        {"id_type": Words(LONG_AR)},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_a_long_value_is_whole_and_stays_in_its_own_fields(changes):
    """Only framed fields may change: no line of the form is touched, none leaves its frame."""
    without = {
        name: Words("") if isinstance(value, Words) else "" for name, value in changes.items()
    }
    long = render(activation_form(activation(**changes)), 200)
    empty = render(activation_form(activation(**without)), 200)
    frames = empty.pages[0]
    lost = ImageChops.subtract(long.pages[0], frames).point(lambda grey: 255 if grey > 128 else 0)
    assert ink(ImageChops.invert(lost)) < 400  # the dash of an empty field may vanish, no frame
    for top in _field_tops():
        captions = (frame.LEFT, top, frame.RIGHT, top + 11.5)
        assert long.crop(0, captions).tobytes() == empty.crop(0, captions).tobytes()
    margin = round(frame.LEFT * 200 / 72) - 2
    for side in ((0, 0, margin, 2300), (frames.width - margin, 0, frames.width, 2300)):
        assert long.pages[0].crop(side).getextrema() == (255, 255)


def test_a_long_branch_does_not_reach_the_title():
    def letterhead(branch: Words) -> bytes:
        pdf = activation_form(activation(branch=branch))
        return render(pdf, 200).crop(0, (200, 30, 366, 100)).tobytes()

    assert letterhead(Words(LONG_AR, LONG_EN)) == letterhead(BRANCH)


@pytest.mark.parametrize(("checks", "pages"), [(0, 1), (1, 1), (7, 1), (8, 2), (40, 3)])
def test_every_check_is_printed_on_as_many_pages_as_needed(checks, pages):
    sheet = activation(checks=tuple(check(i) for i in range(checks)))
    rendered = render(activation_form(sheet))
    assert len(rendered.pages) == pages
    assert sum(text.count("Match") for text in rendered.texts) == checks
    assert f"Page {pages} of {pages}" in rendered.texts[-1]
    assert all("48-1101-0000123-32" in text for text in rendered.texts)


def test_a_failed_check_is_printed_in_another_colour():
    failed = replace(check(0), passed=False)
    passed = activation_form(activation(checks=(check(0),)))
    assert activation_form(activation(checks=(failed,))) != passed


def test_a_batch_holds_every_form_once_and_the_fixed_parts_once():
    numbers = [f"4811010000{i:03d}32" for i in range(6)]
    batch = activation_forms([activation(request_number=number) for number in numbers])
    rendered = render(batch, 203)
    assert [decoded(page) for page in rendered.pages] == [[number] for number in numbers]
    assert len(batch) < 2 * len(activation_form(activation()))


def test_an_empty_batch_is_refused():
    with pytest.raises(Malformed) as fault:
        activation_forms([])
    assert fault.value.code == "printing.nothing-to-print"


def test_unknown_dates_and_names_are_a_dash():
    sheet = activation(
        birth_date=None, birth_date_hijri=None, email="", applicant_name=Words("فهد")
    )
    text = render(activation_form(sheet)).texts[0]
    assert text.count("—") >= 4


@pytest.mark.parametrize("form", ["shared", "activation", "day_report", "request_receipt"])
def test_words_of_forms_are_in_both_languages(form):
    def entries(table):
        if "ar" in table:
            yield table
        else:
            for inner in table.values():
                yield from entries(inner)

    table = tomllib.loads(resource("forms", f"{form}.toml").read_text("utf-8"))
    found = list(entries(table))
    assert found
    assert all(set(entry) == {"ar", "en"} and entry["ar"] for entry in found)
