"""Whether the tables of the numbers hold, as one yes or no; for tests that break the module.

Each takes the module, true or broken, and compares it with the vectors.
"""

from datetime import date
from functools import partial
from string import ascii_uppercase

from absher_desk.standards.problems import Malformed, MalformedMany
from tests.standards.vectors import rows


def refused(check, *given, **named):
    """The codes of all faults, nothing when there is none."""
    try:
        check(*given, **named)
    except Malformed as fault:
        return [fault.code.rpartition(".")[2]]
    except MalformedMany as faults:
        return [problem.code.rpartition(".")[2] for problem in faults.problems]
    return []


def indicators(module):
    uses = {
        letter + chr(second): use
        for first, last, use in rows("s10-indicator")
        for letter in first[0]
        for second in range(ord(first[1]), ord(last[1]) + 1)
    }
    pairs = [a + b for a in ascii_uppercase for b in ascii_uppercase]
    return (
        {use.value for use in module.REFUSED} == {"unassigned", "reserved", "not-an-indicator"}
        and all(module.indicator_use(pair).value == uses.get(pair, "unassigned") for pair in pairs)
        and all(_lines_for(module, pair) == (pair in uses) for pair in pairs)
        and module.indicator_use("r").value == "not-an-indicator"
    )


def _lines_for(module, pair):
    """How many lines of the table speak of an indicator; two would make their order matter."""
    return sum(
        pair[0] == first and low <= pair[1] <= high for first, (low, high), _ in module._TABLE
    )


def postal_items(module):
    valid, invalid = rows("s10", "valid"), rows("s10", "invalid")
    block, day = module.SerialRange("RR", 0, 99_999_999), date(2024, 11, 23)
    return (
        all(module.parse_s10(row[0]).value == row[0].replace(" ", "").upper() for row in valid)
        and all(refused(module.parse_s10, row[0]) for row in invalid)
        and block.size == 10**8
        and refused(module.SerialRange, "RR", 0, 100_000_000) == ["serial"]
        and module.may_be_reused(day, date(2026, 11, 23))
        and not module.may_be_reused(day, date(2026, 11, 22))
    )


def request_numbers(module):
    return (
        all(
            module.compose(int(year), branch, int(serial)) == value
            and module.parse(value) == module.RequestNumber(int(year), branch, int(serial))
            for year, branch, serial, value in rows("request")
        )
        and refused(module.parse, "48110100000016") == ["length"]
        and _bounds_hold(module.compose, 7)
    )


def postal_numbers(module):
    kinds = module.PostalKind
    return all(
        module.compose(kinds[kind], int(year), branch, int(serial)) == value
        and module.parse(value) == module.PostalNumber(kinds[kind], int(year), branch, int(serial))
        for kind, year, branch, serial, value in rows("postal")
    ) and all(
        _bounds_hold(partial(module.compose, kinds[kind]), width)
        for kind, width in (("BAG", 5), ("MANIFEST", 6))
    )


def _bounds_hold(compose, serial_width):
    """Years 0 to 99, four digits of a branch, serials from 1 to the width full of nines."""
    return [
        refused(compose, *parts)
        for parts in (
            *((year, "1101", 1) for year in (-1, 0, 99, 100)),
            *((48, branch, 1) for branch in ("110", "1101", "11011")),
            *((48, "1101", serial) for serial in (0, 1, 10**serial_width - 1, 10**serial_width)),
        )
    ] == [["year"], [], [], ["year"], ["branch"], [], ["branch"], ["serial"], [], [], ["serial"]]


def check_digits_97(module):
    numbers = [int(row[-1]) for row in rows("request") + rows("postal")]
    return all(
        module.with_check(number // 100) == number
        and [check for check in range(100) if module.holds(number // 100 * 100 + check)]
        == [number % 100]
        for number in numbers
    )


def identity_numbers(module):
    valid = all(
        holder.startswith(module.parse_identity(number).type.value)
        for number, holder in rows("nid", "valid")
    )
    masks = (module.masked("1234567897"), module.masked("123456789"), module.masked("12345678970"))
    return (
        valid
        and masks == ("1•••••••97", "•" * 9, "•" * 11)
        and all(refused(module.parse_identity, row[0]) for row in rows("nid", "invalid"))
    )


def plates(module):
    letters = zip("ابحدرسصطعقكلمنهوى", "ABJDRSXTEGKLZNHUV", strict=True)
    typed = {"أ": "A", "إ": "A", "آ": "A", "ٱ": "A", "ي": "V", "ی": "V", "ک": "K", "هـ": "H"}
    return all(
        module.parse_plate(f"{arabic}{arabic}{arabic}7").latin() == f"{latin * 3} 7"
        for arabic, latin in [*letters, *typed.items()]
    ) and all(
        module.parse_plate(latin).arabic(padded=len(latin.split()[1]) == 4) == arabic
        and module.parse_plate(arabic) == module.parse_plate(latin)
        for latin, arabic in rows("plate", "valid")
    )
