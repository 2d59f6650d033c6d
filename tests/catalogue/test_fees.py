"""What a request costs, from its entry and the dated settings."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from absher_desk.catalogue.fees import fees_due
from absher_desk.catalogue.loading import load
from absher_desk.catalogue.situation import Situation, default_setting
from tests.catalogue.examples import ASKED_ON, EXAMPLES

CATALOGUE = load()


def due(
    code: str, changes: dict[str, Any], setting: Any = default_setting
) -> list[tuple[int, str]]:
    situation = Situation(today=date(2026, 11, 23), asked_on=ASKED_ON, setting=setting)
    found = fees_due(CATALOGUE.service(code), EXAMPLES[code] | changes, situation)
    return [(one.fee.sadad_code, str(one.amount)) for one in found]


@pytest.mark.parametrize(
    ("code", "changes", "expected"),
    [
        ("passport-issue", {"validity_years": 5}, [(35, "300.00")]),
        ("passport-renewal", {"validity_years": 10}, [(37, "600.00")]),
        ("vehicle-registration-renewal", {"years": 3}, [(26, "300.00")]),
        ("iqama-issue", {"years": 1}, [(2, "650.00")]),
        ("iqama-renewal", {"years": 2}, [(3, "1300.00")]),
        ("visit-extension", {}, [(1, "100.00")]),
        ("exit-reentry-visa", {"type": "single", "months": 3}, [(4, "300.00")]),
        ("exit-reentry-visa", {"type": "multiple", "months": 4}, [(5, "700.00")]),
        (
            "exit-reentry-visa",
            {"type": "multiple", "months": 1, "extend_from_abroad": True},
            [(57, "400.00")],
        ),
        ("birth-registration", {}, []),
        ("birth-registration", {"born_at": "2025-01-01T00:00:00+03:00"}, [(17, "100.00")]),
        ("death-registration", {}, []),
        ("lost-document-replacement", {"document_type": "national-id"}, []),
        (
            "lost-document-replacement",
            {"document_type": "iqama", "previous_losses": 0},
            [(8, "500.00"), (54, "1000")],
        ),
        (
            "lost-document-replacement",
            {"document_type": "iqama", "previous_losses": 7},
            [(8, "500.00"), (54, "3000")],
        ),
        (
            "lost-document-replacement",
            {"document_type": "iqama", "loss_type": "damaged"},
            [(8, "500.00")],
        ),
        ("final-exit-visa", {}, []),
        ("driving-delegation", {}, []),
    ],
)
def test_fees(code: str, changes: dict[str, Any], expected: list[tuple[int, str]]) -> None:
    assert due(code, changes) == expected


def test_a_fee_is_what_the_settings_say() -> None:
    dearer = {"tafweed.fee.out": Decimal(35), "lost.id.fine_ladder": (0, 100)}

    def setting(key: str) -> Any:
        return dearer.get(key, default_setting(key))

    assert due("driving-delegation", {}, setting) == [(54, "35")]
    lost = {"document_type": "national-id", "previous_losses": 3}
    assert due("lost-document-replacement", lost, setting) == [(54, "100")]
