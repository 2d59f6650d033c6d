"""What the scan field makes of scanners, hands and keyboard layouts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards import postal_numbers, request_number, s10
from absher_desk.standards.digits import to_arabic_indic
from absher_desk.standards.keyboard_layout import readings
from absher_desk.standards.postal_numbers import MAX_SERIAL, PostalKind
from absher_desk.standards.problems import Problem
from absher_desk.standards.scan import _SHAPES, Scan, ScanKind, recognise
from tests.standards.keyboards import WINDOWS, X11

LINE_1 = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
LINE_2 = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
CARD = "I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<"
SEAL = "DC03CA53CA351FEA19A51B31AB631AAB631A5D01" + "02" * 20

REQUESTS = st.integers(1, 9_999_999).map(lambda serial: request_number.compose(48, "1101", serial))
ITEMS = st.builds(s10.compose, st.sampled_from(["RR", "EE", "CB"]), st.integers(0, 99_999_999))
BLANKS = st.from_regex(r"[A-Z][0-9]{8}", fullmatch=True)


def typed_under(layout: dict[str, str], text: str) -> str:
    return "".join(layout.get(character, character) for character in text)


@pytest.mark.parametrize(
    ("text", "scan"),
    [
        ("1048576001", Scan(ScanKind.IDENTITY, "1048576001")),
        (" ١٠٤٨ ٥٧٦٠ ٠١\r\n", Scan(ScanKind.IDENTITY, "1048576001")),
        ("7001122330", Scan(ScanKind.IDENTITY, "7001122330")),
        ("48-1101-0000001-62", Scan(ScanKind.REQUEST, "481101000000162")),
        ("RR 314 159 268 SA", Scan(ScanKind.POSTAL_ITEM, "RR314159268SA")),
        ("a12345678", Scan(ScanKind.BLANK, "A12345678")),
        ("4811010000184", Scan(ScanKind.BAG, "4811010000184")),
        ("48110100000182", Scan(ScanKind.MANIFEST, "48110100000182")),
        (f"{LINE_1}\r{LINE_2}\r", Scan(ScanKind.MRZ, f"{LINE_1}\n{LINE_2}")),
        (LINE_1 + LINE_2, Scan(ScanKind.MRZ, f"{LINE_1}\n{LINE_2}")),
        (LINE_1, Scan(ScanKind.MRZ, LINE_1)),
        (LINE_2, Scan(ScanKind.MRZ, LINE_2)),
        (CARD, Scan(ScanKind.MRZ, f"{CARD[:30]}\n{CARD[30:60]}\n{CARD[60:]}")),
        (SEAL.lower(), Scan(ScanKind.SEAL, SEAL)),
        (bytes.fromhex(SEAL).decode("latin-1"), Scan(ScanKind.SEAL, SEAL)),
        ("نورة  القحطاني", Scan(ScanKind.TEXT, "نورة القحطاني")),
        ("\u202bعلي\u202c", Scan(ScanKind.TEXT, "علي")),
        ("شارع ١٢", Scan(ScanKind.TEXT, "شارع ١٢")),
        ("POR-11-0000000", Scan(ScanKind.TEXT, "POR-11-0000000")),
        ("0561112223", Scan(ScanKind.TEXT, "0561112223")),
        ("Ü\x02علي", Scan(ScanKind.TEXT, "Ü\x02علي")),
        ("", Scan(ScanKind.TEXT, "")),
    ],
)
def test_every_kind_is_recognised(text: str, scan: Scan) -> None:
    assert recognise(text) == scan


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1048576002", "identity.checksum"),
        ("481101000000163", "request-number.checksum"),
        ("RR314159267SA", "s10.checksum"),
        ("RR314159268ZZ", "s10.country"),
        ("4811010000185", "postal-number.checksum"),
        ("48110100000183", "postal-number.checksum"),
    ],
)
def test_a_misread_code_is_text_with_its_problem(text: str, code: str) -> None:
    assert recognise(text) == Scan(ScanKind.TEXT, text, Problem(code))


@pytest.mark.parametrize("layout", [WINDOWS, X11], ids=["windows", "x11"])
@given(code=st.one_of(ITEMS, BLANKS))
def test_codes_typed_under_the_arabic_layout_are_turned_back(
    layout: dict[str, str], code: str
) -> None:
    plain = recognise(code)
    assert plain.value == code
    assert recognise(typed_under(layout, code)) == plain
    assert recognise(to_arabic_indic(typed_under(layout, code.lower()))) == plain


@pytest.mark.parametrize("layout", [WINDOWS, X11], ids=["windows", "x11"])
@pytest.mark.parametrize("zone", [f"{LINE_1}\r{LINE_2}", LINE_2, CARD], ids=["TD3", "line", "TD1"])
def test_zones_typed_under_the_arabic_layout_are_turned_back(
    layout: dict[str, str], zone: str
) -> None:
    assert recognise(typed_under(layout, zone)) == recognise(zone)


def test_a_seal_in_hex_is_turned_back() -> None:
    assert recognise(typed_under(WINDOWS, SEAL)) == Scan(ScanKind.SEAL, SEAL)


def test_the_keys_g_and_h_are_the_second_reading_of_one_key() -> None:
    assert list(readings("gh".translate(str.maketrans({"g": "ل", "h": "ا"})))) == ["لا", "b", "gh"]
    assert list(readings("ABC")) == ["ABC"]


@given(REQUESTS)
def test_digits_are_the_same_under_every_layout(number: str) -> None:
    assert recognise(to_arabic_indic(number)) == Scan(ScanKind.REQUEST, number)


@given(st.sampled_from(PostalKind), st.data())
def test_bags_and_manifests_are_told_by_length(kind: PostalKind, data: st.DataObject) -> None:
    serial = data.draw(st.integers(1, MAX_SERIAL[kind]))
    number = postal_numbers.compose(kind, 48, "1101", serial)
    assert recognise(number) == Scan(ScanKind[kind.name], number)


@given(
    st.text()
    | st.text(st.characters(exclude_categories=()))
    | st.text("PISAUDC0123456789<٤لآ\u064c\u200f -", max_size=100)
    | st.from_regex("|".join(shape.pattern for _, shape, _ in _SHAPES), fullmatch=True)
)
def test_whatever_comes_there_is_an_answer(text: str) -> None:
    scan = recognise(text)
    assert scan.kind is not ScanKind.TEXT or scan.value == " ".join(scan.value.split())
