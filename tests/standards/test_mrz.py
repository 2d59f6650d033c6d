"""Passports: two lines written, read and checked (ICAO 9303-4 §4.2)."""

import string
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from absher_desk.standards.mrz import compose_td3, parse_td3, td3_problems
from absher_desk.standards.mrz_check_digits import check_digit
from absher_desk.standards.mrz_content import MrzContent
from absher_desk.standards.mrz_dates import BirthDate, write_birth, write_expiry
from absher_desk.standards.mrz_names import write_name
from absher_desk.standards.problems import Malformed
from tests.standards import naive_mrz
from tests.standards.vectors import rows

TODAY = date(2026, 11, 23)
ALPHANUMERIC = string.ascii_uppercase + string.digits
UPPER, LOWER = (
    "PPSAUALDOSARI<<HIND<SAAD<<<<<<<<<<<<<<<<<<<<",
    "C204500173SAU9802285F33030121087654325<<<<12",
)


def content_of(row):
    code, state, primary, secondary, number, nationality, birth, sex, expiry, optional = row
    year, month, day = [int(part) if part else None for part in (birth + "--").split("-")][:3]
    return MrzContent(
        document_code=code,
        issuing_state=state,
        primary=primary,
        secondary=secondary,
        number=number,
        nationality=nationality,
        birth=BirthDate(year, month, day),
        sex=sex,
        expiry=date.fromisoformat(expiry),
        optional=optional,
    )


names = st.lists(st.text(string.ascii_uppercase, min_size=1, max_size=7), min_size=1, max_size=2)
contents = st.builds(
    MrzContent,
    document_code=st.sampled_from(["P", "PP", "PD", "PO"]),
    issuing_state=st.sampled_from(["SAU", "UTO", "D", "XXA"]),
    primary=names.map(" ".join),
    secondary=st.just("") | names.map(" ".join),
    number=st.text(ALPHANUMERIC, min_size=1, max_size=9),
    nationality=st.sampled_from(["SAU", "UTO", "D"]),
    birth=st.dates(date(1926, 11, 24), TODAY).map(BirthDate.of),
    sex=st.sampled_from(["M", "F", "X"]),
    expiry=st.dates(date(1947, 1, 1), date(2046, 12, 31)),
    optional=st.text(ALPHANUMERIC, max_size=14),
)


@pytest.mark.parametrize("row", rows("mrzcd"))
def test_check_digit_of_each_vector(row):
    assert check_digit(row[0]) == row[1]


def test_check_digit_names_the_column_of_a_foreign_character():
    with pytest.raises(Malformed) as raised:
        check_digit("AB-1")
    assert raised.value.code == "mrz.characters"
    assert raised.value.problem.values == {"line": 1, "column": 3}


@pytest.mark.parametrize("row", rows("mrz", "valid"))
def test_valid_lines_are_read(row):
    assert td3_problems("\n".join(row[:2])) == ()
    assert parse_td3("\n".join(row[:2]), on=TODAY).number == row[1][:9].rstrip("<")
    assert naive_mrz.accepts(row[1])


@pytest.mark.parametrize("row", rows("mrz", "invalid"))
def test_invalid_lines_name_a_check_digit(row):
    with pytest.raises(Malformed) as raised:
        parse_td3("".join(row[:2]), on=TODAY)
    assert raised.value.code.startswith("mrz.check-digit.")
    assert not naive_mrz.accepts(row[1])


@pytest.mark.parametrize("row", rows("mrz", "undetected"))
def test_what_the_digits_cannot_see_passes(row):
    assert td3_problems("".join(row[:2])) == ()


@pytest.mark.parametrize("row", rows("td3-content"))
def test_content_is_read_from_the_lines_and_written_to_them(row):
    content = content_of(row[2:])
    assert parse_td3(row[0] + row[1], on=TODAY) == content
    filler = row[1][42] == "<"
    assert compose_td3(content, filler_when_no_optional=filler) == row[:2]


def begin_of(content):
    """Document code and State, as other writers ask for them."""
    return content.document_code, content.issuing_state


def rest_of(content):
    """All behind the name, in the order of the lines, as other writers ask for it."""
    mark = "<" if content.sex == "X" else content.sex
    birth, expiry = write_birth(content.birth), write_expiry(content.expiry)
    return content.number, content.nationality, birth, mark, expiry, content.optional


@given(contents)
def test_what_is_written_is_read_again(content):
    assert parse_td3("\r\n".join(compose_td3(content)), on=TODAY) == content


@given(contents)
def test_both_ways_of_writing_agree(content):
    name = write_name(content.primary, content.secondary)
    expected = naive_mrz.two_lines(*begin_of(content), name, *rest_of(content))
    assert compose_td3(content) == expected


COVERED = [*range(10), *range(13, 20), *range(21, 44)]


@given(contents, st.sampled_from(COVERED), st.sampled_from(ALPHANUMERIC + "<"))
def test_one_wrong_character_is_found_unless_ten_apart(content, index, character):
    upper, lower = compose_td3(content)
    assume(lower[index] != character)
    changed = lower[:index] + character + lower[index + 1 :]
    found = td3_problems(upper + changed)
    value = {c: int(c, 36) for c in ALPHANUMERIC} | {"<": 0}
    same_to_digits = (value[character] - value[lower[index]]) % 10 == 0
    is_digit_place = index in {9, 19, 27, 42, 43}
    if same_to_digits and not is_digit_place:
        assert found == ()
    elif not (index == 42 and character == "<" and not content.optional):
        assert found
    assert (found == ()) == naive_mrz.accepts(changed)


@pytest.mark.parametrize(
    ("index", "names"),
    [
        (0, {"number", "composite"}),
        (13, {"birth", "composite"}),
        (21, {"expiry", "composite"}),
        (28, {"optional", "composite"}),
        (43, {"composite"}),
    ],
)
def test_every_failing_digit_is_named_at_its_field(index, names):
    wrong = "5" if LOWER[index] != "5" else "6"
    problems = td3_problems(UPPER + LOWER[:index] + wrong + LOWER[index + 1 :])
    assert {problem.path for problem in problems} == names
    assert {problem.code for problem in problems} == {f"mrz.check-digit.{name}" for name in names}


def test_a_page_with_spaces_lower_case_and_direction_marks_is_read():
    text = f"\u2066 {UPPER.lower()} \u2069\r\n\r\n{LOWER[:20]} {LOWER[20:]}\n"
    assert parse_td3(text, on=TODAY).primary == "ALDOSARI"


@pytest.mark.parametrize("text", ["", UPPER, UPPER[1:] + LOWER, f"{UPPER}\n{LOWER}\n{LOWER}"])
def test_another_number_of_characters_is_no_passport(text):
    with pytest.raises(Malformed) as raised:
        parse_td3(text, on=TODAY)
    assert raised.value.code == "mrz.lines"
    assert raised.value.problem.values == {"count": 2, "width": 44}


def test_a_foreign_character_is_named_by_line_and_column():
    with pytest.raises(Malformed) as raised:
        td3_problems(UPPER + LOWER[:3] + "é" + LOWER[4:])
    assert raised.value.problem.values == {"line": 2, "column": 4}


def with_digits(upper, lower):
    """The lower line with its check digits made right again."""
    return naive_mrz.two_lines(
        upper[:2], upper[2:5], upper[5:], lower[:9], lower[10:13], *spans(lower)
    )


def spans(lower):
    return lower[13:19], lower[20], lower[21:27], lower[28:42]


@pytest.mark.parametrize(
    ("upper", "lower", "code"),
    [
        ("V" + UPPER[1:], LOWER, "document-code.not-passport"),
        ("P1" + UPPER[2:], LOWER, "document-code.not-passport"),
        (UPPER[:2] + "<<<" + UPPER[5:], LOWER, "mrz.issuing-state"),
        (UPPER[:2] + "S1U" + UPPER[5:], LOWER, "mrz.issuing-state"),
        (UPPER[:5] + "<" + UPPER[6:], LOWER, "mrz.name.field"),
        (UPPER[:8] + "7" + UPPER[9:], LOWER, "mrz.name.field"),
        (UPPER, "<<<<<<<<<" + LOWER[9:], "mrz.number"),
        (UPPER, LOWER[:10] + "S<U" + LOWER[13:], "mrz.nationality"),
        (UPPER, LOWER[:13] + "981331" + LOWER[19:], "mrz.birth"),
        (UPPER, LOWER[:13] + "98A228" + LOWER[19:], "mrz.birth"),
        (UPPER, LOWER[:20] + "X" + LOWER[21:], "mrz.sex"),
        (UPPER, LOWER[:21] + "330230" + LOWER[27:], "mrz.expiry"),
        (UPPER, LOWER[:21] + "3303<<" + LOWER[27:], "mrz.expiry"),
        (UPPER, LOWER[:21] + "33O301" + LOWER[27:], "mrz.expiry"),
    ],
)
def test_a_field_that_cannot_be_is_named_although_the_digits_hold(upper, lower, code):
    with pytest.raises(Malformed) as raised:
        parse_td3("".join(with_digits(upper, lower)), on=TODAY)
    assert raised.value.code == code


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"document_code": "I"}, "document-code.not-passport"),
        ({"number": "ABCDEFGHIJ"}, "mrz.number-too-long"),
        ({"optional": "123456789012345"}, "mrz.optional-too-long"),
        ({"primary": "-"}, "mrz.name.empty"),
    ],
)
def test_what_does_not_fit_a_passport_is_not_written(changes, code):
    content = parse_td3(UPPER + LOWER, on=TODAY)
    with pytest.raises(Malformed) as raised:
        compose_td3(replace(content, **changes))
    assert raised.value.code == code


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"document_code": "P<"}, "mrz.document-code"),
        ({"issuing_state": "SAUD"}, "mrz.issuing-state"),
        ({"nationality": ""}, "mrz.nationality"),
        ({"number": "C1<"}, "mrz.number"),
        ({"optional": "<"}, "mrz.optional"),
        ({"sex": "<"}, "mrz.sex"),
    ],
)
def test_content_that_no_zone_can_hold_is_refused(changes, code):
    content = parse_td3(UPPER + LOWER, on=TODAY)
    with pytest.raises(Malformed) as raised:
        replace(content, **changes)
    assert raised.value.code == code
