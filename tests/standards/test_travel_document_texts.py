"""Codes of the travel documents that are put together at run time have their words."""

import pytest

from absher_desk.standards import mrz, mrz_td1
from absher_desk.standards.mrz_comparison import AGREEMENTS
from absher_desk.standards.mrz_content import _PATTERNS
from absher_desk.standards.mrz_document_codes import KINDS
from absher_desk.standards.seal_verification import (
    DOCUMENT_TYPES_EXTENSION,
    SUSPICIONS,
    SealOutcome,
    Suspicion,
)
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


def test_what_could_not_be_read_or_has_expired_is_of_medium_suspicion_the_rest_of_high():
    by_chance = {SealOutcome.READ_ERROR, SealOutcome.EXPIRED_CERTIFICATE}
    harmless = {SealOutcome.VALID, SealOutcome.UNKNOWN_FEATURE}
    assert {outcome for outcome in SUSPICIONS if SUSPICIONS[outcome] is Suspicion.NONE} == harmless
    assert {o for o in SUSPICIONS if SUSPICIONS[o] is Suspicion.MEDIUM} == by_chance
    forgery = set(SealOutcome) - by_chance - harmless
    assert {outcome for outcome in SUSPICIONS if SUSPICIONS[outcome] is Suspicion.HIGH} == forgery


def test_the_extension_of_document_types_is_that_of_the_standard():
    assert DOCUMENT_TYPES_EXTENSION.dotted_string == "2.23.136.1.1.6.2"
