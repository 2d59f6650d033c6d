import pytest
from email_validator import validate_email
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards import mail
from absher_desk.standards.mail import masked_email, parse_email
from tests.standards.refusals import refusal

PLAIN = st.from_regex(mail._PLAIN, fullmatch=True).filter(lambda address: len(address) <= 64)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("user810033@example.sa", "user810033@example.sa"),
        ("  Nasser.S@Example.SA ", "Nasser.S@example.sa"),
        ("\u200enora@example.com\u200f", "nora@example.com"),
        ("user٣@example.sa", "user3@example.sa"),
        ("o'connor+desk@mail.example.org", "o'connor+desk@mail.example.org"),
        ("nora@مثال.السعودية", "nora@مثال.السعودية"),
    ],
)
def test_addresses_are_kept_in_one_form(text: str, kept: str) -> None:
    assert parse_email(text) == kept


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "mail.empty"),
        ("  ", "mail.empty"),
        ("nora example.sa", "mail.space"),
        ("nora@exam ple.sa", "mail.space"),
        ("example.sa", "mail.at-sign"),
        ("a@b@example.sa", "mail.at-sign"),
        ("نورة@example.sa", "mail.form"),
        ("nora@localhost", "mail.form"),
        ("nora@example..sa", "mail.form"),
        (".nora@example.sa", "mail.form"),
        ("nora@-example.sa", "mail.form"),
        ("nora@\ud800.sa", "mail.form"),
        ("a" * 250 + "@example.sa", "mail.too-long"),
    ],
)
def test_faults_are_named(text: str, code: str) -> None:
    assert refusal(parse_email, text) == code


@given(PLAIN)
def test_the_short_way_agrees_with_the_library(address: str) -> None:
    assert parse_email(address) == address
    assert validate_email(address, check_deliverability=False).normalized == address


@given(PLAIN)
def test_a_mask_hides_all_but_the_first_letter(address: str) -> None:
    local, _, domain = address.partition("@")
    assert masked_email(address) == f"{local[0]}•••@{domain}"
