import phonenumbers
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from absher_desk.standards.digits import to_arabic_indic
from absher_desk.standards.mobile import masked_mobile, national_format, parse_mobile
from absher_desk.standards.problems import Malformed
from tests.standards.refusals import refusal
from tests.standards.vectors import rows

NATIONAL = st.from_regex(r"5[0-9]{8}", fullmatch=True)


@pytest.mark.parametrize("vector", rows("mobile", "valid"), ids="|".join)
def test_usual_ways_of_writing_give_one_number(vector: tuple[str, ...]) -> None:
    assert parse_mobile(vector[0]) == vector[1]


@pytest.mark.parametrize("vector", rows("mobile", "invalid"), ids="|".join)
def test_other_numbers_are_refused(vector: tuple[str, ...]) -> None:
    assert refusal(parse_mobile, vector[0]).startswith("mobile.")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "mobile.empty"),
        (" - ", "mobile.empty"),
        ("+", "mobile.letter"),
        ("05O1234567", "mobile.letter"),
        ("+971501234567", "mobile.foreign"),
        ("0112345678", "mobile.not-mobile"),
        ("8001234567", "mobile.not-mobile"),
        ("920001234", "mobile.not-mobile"),
        ("0401234567", "mobile.leading-digit"),
        ("966", "mobile.leading-digit"),
        ("050123456", "mobile.too-short"),
        ("05012345678", "mobile.too-long"),
        ("0521234567", "mobile.range"),
        ("0579912345", "mobile.range"),
    ],
)
def test_the_fault_is_the_telling_one(text: str, code: str) -> None:
    assert refusal(parse_mobile, text) == code


def test_the_range_of_the_fault_is_no_whole_number() -> None:
    with pytest.raises(Malformed) as caught:
        parse_mobile("0521234567")
    assert caught.value.problem.values == {"digits": "05212"}


@given(NATIONAL)
def test_a_number_passes_exactly_when_libphonenumber_calls_it_a_mobile(national: str) -> None:
    number = phonenumbers.parse(f"+966{national}")
    if phonenumbers.number_type(number) is phonenumbers.PhoneNumberType.MOBILE:
        assert parse_mobile(f"0{national}") == f"+966{national}"
    else:
        assert refusal(parse_mobile, f"0{national}") == "mobile.range"


@given(NATIONAL, st.sampled_from(["", "0", "966", "+966", "00966", "+966 0"]))
def test_every_prefix_and_script_means_the_same(national: str, prefix: str) -> None:
    assume(national[1] != "2" and not national.startswith("579"))
    assert parse_mobile(to_arabic_indic(prefix + national)) == f"+966{national}"


@given(NATIONAL)
def test_what_is_shown_can_be_typed_again(national: str) -> None:
    assume(national[1] != "2" and not national.startswith("579"))
    stored = f"+966{national}"
    assert parse_mobile(national_format(stored)) == stored
    assert masked_mobile(stored) == f"05• ••• ••{national[-2:]}"
