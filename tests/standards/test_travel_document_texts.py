"""Codes of the travel documents that are put together at run time have their words."""

import pytest

from absher_desk.standards import mrz, mrz_td1
from absher_desk.standards.mrz_comparison import AGREEMENTS
from absher_desk.standards.mrz_content import _PATTERNS
from absher_desk.standards.mrz_document_codes import KINDS
from absher_desk.standards.seal_verification import SUSPICIONS, SealOutcome, Suspicion
from absher_desk.system.texts import Texts

CODES = sorted(
    {
        *(f"mrz.check-digit.{name}" for name in (*mrz.CHECKS, *mrz_td1.CHECKS)),
        *(f"mrz.differs.{name.replace('_', '-')}" for name in AGREEMENTS),
        *(f"mrz.{name.replace('_', '-')}" for name in _PATTERNS),
        *KINDS.values(),
        *SealOutcome,
        *Suspicion,
    }
)


@pytest.mark.parametrize("code", CODES)
def test_the_code_has_words_in_both_languages(code):
    texts = Texts()
    assert texts.has(code)
    assert texts.of(code, "ar") != texts.of(code, "en")


def test_every_outcome_has_its_suspicion():
    assert set(SUSPICIONS) == set(SealOutcome)
