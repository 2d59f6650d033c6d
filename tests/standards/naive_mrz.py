"""A second, plain way to write and check the zone of a passport, against which the first is tested.

It shares no code and no table with the product: values come from base 36, lines from slices.
"""


def digit(text):
    total = 0
    for index, character in enumerate(text):
        value = 0 if character == "<" else int(character, 36)
        total += value * (7, 3, 1)[index % 3]
    return str(total % 10)


def two_lines(  # noqa: PLR0917 - the fields in the order of the lines
    code, state, name, number, nationality, birth, mark, expiry, optional
):
    upper = (code.ljust(2, "<") + state.ljust(3, "<") + name).ljust(44, "<")
    number, optional = number.ljust(9, "<"), optional.ljust(14, "<")
    lower = number + digit(number) + nationality.ljust(3, "<") + birth + digit(birth)
    lower += mark + expiry + digit(expiry) + optional + digit(optional)
    return upper, lower + digit(lower[:10] + lower[13:20] + lower[21:43])


def accepts(lower):
    covered = [(0, 9, 9), (13, 19, 19), (21, 27, 27), (28, 42, 42)]
    if lower[28:42] == "<" * 14 and lower[42] == "<":
        covered.pop()
    whole = digit(lower[:10] + lower[13:20] + lower[21:43])
    return whole == lower[43] and all(digit(lower[a:b]) == lower[at] for a, b, at in covered)
