"""Identity cards: three lines read and checked (ICAO 9303-5 §4.2)."""

from datetime import date

import pytest

from absher_desk.standards.mrz_td1 import parse_td1, td1_problems
from absher_desk.standards.problems import Malformed
from tests.standards import naive_mrz
from tests.standards.test_mrz import content_of
from tests.standards.vectors import rows

TODAY = date(2026, 11, 23)
CARD = (
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
)


@pytest.mark.parametrize("row", rows("td1-content"))
def test_content_is_read_from_the_lines(row):
    assert parse_td1("\n".join(row[:3]), on=TODAY) == content_of(row[3:])
    assert td1_problems("".join(row[:3])) == ()


def changed(line, index, character):
    lines = [list(part) for part in CARD]
    assert lines[line][index] != character
    lines[line][index] = character
    return "".join(map("".join, lines))


@pytest.mark.parametrize(
    ("line", "index", "names"),
    [
        (0, 6, {"number", "composite"}),
        (0, 14, {"number", "composite"}),
        (0, 20, {"composite"}),
        (1, 0, {"birth", "composite"}),
        (1, 6, {"birth", "composite"}),
        (1, 8, {"expiry", "composite"}),
        (1, 14, {"expiry", "composite"}),
        (1, 20, {"composite"}),
        (1, 29, {"composite"}),
        (1, 7, set()),
        (1, 15, set()),
        (2, 0, set()),
    ],
)
def test_every_failing_digit_is_named(line, index, names):
    problems = td1_problems(changed(line, index, "5"))
    assert {problem.path for problem in problems} == names


def test_the_first_failing_digit_is_raised():
    with pytest.raises(Malformed) as raised:
        parse_td1(changed(0, 6, "5"), on=TODAY)
    assert raised.value.code == "mrz.check-digit.number"


def test_a_number_that_goes_on_has_its_digit_behind_it():
    long = "C<UTOD23145890<7340<Z9<<<<<<<<"
    problems = td1_problems(long + "".join(CARD[1:]))
    assert [problem.path for problem in problems] == ["number", "composite"]


def test_a_filler_without_digit_behind_it_is_no_overflow():
    lines = ["I<UTOD23145890<ABC<<<<<<<<<<<<", *CARD[1:]]
    assert "number" in {problem.path for problem in td1_problems("".join(lines))}


@pytest.mark.parametrize("code", ["P<", "V<", "I1", "<<", "IX"])
def test_only_cards_are_read(code):
    lines = code + "".join(CARD)[2:]
    if code == "IX":
        assert parse_td1(lines, on=TODAY).document_code == "IX"
        return
    with pytest.raises(Malformed) as raised:
        parse_td1(lines, on=TODAY)
    assert raised.value.code == "mrz.not-card"


def test_two_lines_are_not_enough():
    with pytest.raises(Malformed) as raised:
        td1_problems("\n".join(CARD[:2]))
    assert raised.value.problem.values == {"count": 3, "width": 30}


def test_the_composite_covers_what_a_plain_reading_of_the_standard_says():
    upper, middle, _ = CARD
    covered = upper[5:30] + middle[:7] + middle[8:15] + middle[18:29]
    assert naive_mrz.digit(covered) == middle[29]
