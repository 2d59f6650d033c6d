"""Check digits of the numbers this product issues: ISO/IEC 7064, MOD 97-10.

Two digits, so that every single wrong digit and every swap of two neighbours is found.
"""


def with_check(body: int) -> int:
    """The number with its two check digits behind it: the whole leaves 1 when divided by 97.

    >>> with_check(794)
    79444
    """
    shifted = body * 100
    return shifted + 98 - shifted % 97


def holds(number: int) -> bool:
    """Whether the last two digits are the check digits that `with_check` would have given.

    >>> holds(79444), holds(79454)
    (True, False)
    """
    return with_check(number // 100) == number
