"""The receipt that any service gives."""

import pytest

from absher_desk.printing.request_receipt import request_receipt, request_receipts
from absher_desk.printing.sheets import Field, Words
from tests.printing.builders import receipt
from tests.printing.rendering import decoded, render

pytestmark = pytest.mark.usefixtures("qapp")


def fields(count: int, value: str = "قيمة") -> tuple[Field, ...]:
    return tuple(
        Field(label=Words(f"حقل {i}", f"Field no {i};"), value=value) for i in range(count)
    )


def test_receipt_shows_number_applicant_and_declared_fields():
    rendered = render(request_receipt(receipt()), 203)
    assert decoded(rendered.pages[0]) == ["481101000012332"]
    for value in ("48-1101-0000123-32", "A12345678", "1000000008", "Place of loss", "10:41"):
        assert value in rendered.texts[0]


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (12, 1), (60, 3)])
def test_fields_go_on_over_pages_and_none_is_lost(count, pages):
    rendered = render(request_receipt(receipt(fields=fields(count))))
    assert len(rendered.pages) == pages
    together = "".join(rendered.texts)
    assert all(f"Field no {i};" in together for i in range(count))
    assert together.count("Staff No.") == 1


def test_a_long_value_takes_several_lines():
    short = render(request_receipt(receipt(fields=fields(1))))
    long = render(request_receipt(receipt(fields=fields(1, "ظروف الفقد 7 " * 60))))
    assert long.texts[0].count("7") == short.texts[0].count("7") + 60


def test_same_sheet_same_bytes_and_copies_are_marked():
    assert request_receipt(receipt()) == request_receipt(receipt())
    assert "COPY 1" in render(request_receipt(receipt(copy_number=1))).texts[0]


def test_a_batch_has_a_page_for_each():
    assert len(render(request_receipts([receipt(), receipt()])).pages) == 2
