import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards.account_names import check_password, check_username
from tests.standards.vectors import rows

LETTERS = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=8, max_size=20)


@pytest.mark.parametrize("vector", rows("username", "valid"), ids="|".join)
def test_usernames_by_the_rules_have_no_fault(vector: tuple[str, ...]) -> None:
    assert check_username(vector[0]) == ()


@pytest.mark.parametrize("vector", rows("username", "invalid"), ids="|".join)
def test_other_usernames_have_a_fault(vector: tuple[str, ...]) -> None:
    assert all(problem.code.startswith("username.") for problem in check_username(vector[0]))
    assert check_username(vector[0])


@pytest.mark.parametrize("vector", rows("password", "valid"), ids="|".join)
def test_passwords_by_the_rules_have_no_fault(vector: tuple[str, ...]) -> None:
    assert check_password(vector[1], vector[0]) == ()


@pytest.mark.parametrize("vector", rows("password", "invalid"), ids="|".join)
def test_other_passwords_have_a_fault(vector: tuple[str, ...]) -> None:
    assert check_password(vector[1], vector[0])


@pytest.mark.parametrize(
    ("username", "codes"),
    [
        ("", ["too-short", "lower", "digit"]),
        ("N", ["too-short", "lower", "digit"]),
        ("1nasser01", ["starts"]),
        ("NASSER01", ["lower"]),
        ("nasseralharbi", ["digit"]),
        ("nasser_01", ["alphabet"]),
        ("ناصر1234", ["alphabet", "starts", "lower"]),
        ("x12345678901234567890", ["too-long"]),
    ],
)
def test_every_broken_rule_of_a_username_is_named(username: str, codes: list[str]) -> None:
    assert [one.code for one in check_username(username)] == [f"username.{it}" for it in codes]


@pytest.mark.parametrize(
    ("password", "codes"),
    [
        ("", ["too-short", "upper", "lower", "digit"]),
        ("abshr2026x", ["upper"]),
        ("ABSHR2026X", ["lower"]),
        ("AbshrDeskX", ["digit"]),
        ("Abshr@2026", ["alphabet"]),
        ("Nasse2026x", ["username-part"]),
        ("Aaaaaa1aab", ["repeated"]),
        ("Kd7" * 11, ["too-long"]),
        ("nasser", ["too-short", "upper", "digit", "username-part"]),
    ],
)
def test_every_broken_rule_of_a_password_is_named(password: str, codes: list[str]) -> None:
    found = [one.code for one in check_password(password, "nasser01")]
    assert found == [f"password.{code}" for code in codes]


def test_lengths_in_the_texts_are_those_of_the_setting() -> None:
    assert check_username("nasser0123", longest=9)[0].values == {"max": 9}
    assert check_password("Abshr2026x", "nasser01", longest=9)[0].values == {"max": 9}
    assert check_password("Ab1", "nasser01")[0].values == {"min": 8}


def test_confirmation_and_the_current_password_are_compared() -> None:
    right, other = "Abshr2026x", "Abshr2026y"
    assert check_password(right, "nasser01", confirmation=right) == ()
    faults = check_password(right, "nasser01", confirmation=other, is_current=True)
    assert [one.code for one in faults] == ["password.confirmation", "password.unchanged"]


def test_signs_are_a_setting() -> None:
    assert check_password("Abshr@2026", "nasser01", specials="@") == ()


@given(LETTERS, st.data())
def test_only_more_than_half_of_the_username_is_too_much(
    username: str, data: st.DataObject
) -> None:
    length = data.draw(st.integers(1, len(username)))
    at = data.draw(st.integers(0, len(username) - length))
    # Signs around it, so that nothing else of the username comes in.
    password = f"#!{username[at : at + length].upper()}!#"
    codes = [one.code for one in check_password(password, username)]
    assert ("password.username-part" in codes) == (length > len(username) / 2)
