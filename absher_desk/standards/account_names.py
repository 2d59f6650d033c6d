"""Usernames and passwords by the portal's rules; every broken rule is named, not only the first.

Longest lengths are not published: they are settings with the defaults below.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from absher_desk.standards.problems import Problem

MIN_LENGTH: Final = 8
USERNAME_MAX: Final = 20
PASSWORD_MAX: Final = 32


def check_username(username: str, *, longest: int = USERNAME_MAX) -> tuple[Problem, ...]:
    """What keeps a text from being a username: Latin letters and digits, a letter first.

    >>> [problem.code for problem in check_username("1nasser")]
    ['username.too-short', 'username.starts']
    """
    return tuple(_username_faults(username, longest))


def check_password(
    password: str,
    username: str,
    *,
    confirmation: str | None = None,
    is_current: bool = False,
    longest: int = PASSWORD_MAX,
    specials: str = "",
) -> tuple[Problem, ...]:
    """What keeps a text from being this user's password.

    `confirmation` is compared where given; `is_current` says that the caller found it to be the
    password in use (known only as a hash); `specials` are signs allowed beside letters and digits.
    Case does not matter for parts of the username and for repeated characters.

    >>> [problem.code for problem in check_password("Nasse2026x", "nasser01")]
    ['password.username-part']
    """
    problems = [*_form_faults(password, longest, specials)]
    if _holds_part(password.casefold(), username.casefold()):
        problems.append(Problem("password.username-part"))
    if _repeats(password.casefold()):
        problems.append(Problem("password.repeated"))
    if confirmation is not None and confirmation != password:
        problems.append(Problem("password.confirmation"))
    if is_current:
        problems.append(Problem("password.unchanged"))
    return tuple(problems)


def _username_faults(username: str, longest: int) -> Iterator[Problem]:
    if len(username) < MIN_LENGTH:
        yield Problem("username.too-short", values={"min": MIN_LENGTH})
    if len(username) > longest:
        yield Problem("username.too-long", values={"max": longest})
    if not all(map(_is_latin, username)):
        yield Problem("username.alphabet")
    if username and not (username[0].isascii() and username[0].isalpha()):
        yield Problem("username.starts")
    if not _has(username, str.islower):
        yield Problem("username.lower")
    if not _has(username, str.isdigit):
        yield Problem("username.digit")


def _form_faults(password: str, longest: int, specials: str) -> Iterator[Problem]:
    if len(password) < MIN_LENGTH:
        yield Problem("password.too-short", values={"min": MIN_LENGTH})
    if len(password) > longest:
        yield Problem("password.too-long", values={"max": longest})
    if not all(_is_latin(character) or character in specials for character in password):
        yield Problem("password.alphabet")
    if not _has(password, str.isupper):
        yield Problem("password.upper")
    if not _has(password, str.islower):
        yield Problem("password.lower")
    if not _has(password, str.isdigit):
        yield Problem("password.digit")


def _has(text: str, kind: Callable[[str], bool]) -> bool:
    return any(kind(character) for character in text if character.isascii())


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _holds_part(password: str, username: str) -> bool:
    """Whether a part of the username longer than half of it stands in the password."""
    length = len(username) // 2 + 1
    parts = (username[at : at + length] for at in range(len(username) - length + 1))
    return any(part in password for part in parts)


def _repeats(password: str) -> bool:
    """Whether one character makes up more than half of the password."""
    return any(2 * count > len(password) for count in Counter(password).values())
