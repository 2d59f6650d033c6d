"""What the standards write, read by implementations of others: python-stdnum, mrz, Zint, zxing."""

import string

import pytest
import zint
import zxingcpp
from barcode import Code128
from hypothesis import given, settings
from hypothesis import strategies as st
from mrz.checker.td1 import TD1CodeChecker
from mrz.checker.td3 import TD3CodeChecker
from mrz.generator.td3 import TD3CodeGenerator
from PIL import Image, ImageOps
from stdnum import luhn
from stdnum.iso7064 import mod_97_10

from absher_desk.standards import identity, mod97, postal_numbers, request_number, s10
from absher_desk.standards.mrz import compose_td3
from absher_desk.standards.visible_seal import compose_seal, decode_seal
from tests.standards.seal_keys import signer_key
from tests.standards.test_mrz import begin_of, contents, rest_of
from tests.standards.test_seal_features import FEATURES
from tests.standards.test_seal_header import HEADER
from tests.standards.vectors import rows

DIGITS = st.text(string.digits, min_size=9, max_size=9)
MODULE = 3  # pixels
QUIET_ZONE = 10  # modules


def zint_symbol(symbology, data):
    symbol = zint.Symbol()
    symbol.symbology = symbology
    symbol.encode(data)
    return symbol


def picture(modules):
    """Bars of a linear symbol, `1` black, as an image with its quiet zones."""
    quiet = "0" * QUIET_ZONE
    row = bytes(0 if module == "1" else 255 for module in f"{quiet}{modules}{quiet}")
    line = Image.frombytes("L", (len(row), 1), row)
    return line.resize((len(row) * MODULE, 40), Image.Resampling.NEAREST)


@given(DIGITS)
def test_identity_numbers_have_the_luhn_digit_of_stdnum(body):
    assert identity.check_digit(body) == luhn.calc_check_digit(body)


@pytest.mark.parametrize("number", [row[0] for row in rows("nid", "valid")])
def test_valid_identity_numbers_pass_stdnum(number):
    assert luhn.is_valid(identity.parse_identity(number).value)


@given(st.integers(1, 10**13 - 1))
def test_check_digits_of_issued_numbers_are_those_of_stdnum(body):
    number = mod97.with_check(body)
    assert str(number) == f"{body}{mod_97_10.calc_check_digits(str(body))}"
    assert mod_97_10.is_valid(str(number))


@given(st.integers(1, 10**13 - 1))
@settings(max_examples=40)
def test_numbers_hold_where_stdnum_passes_them(body):
    # ISO 7064 writes 02 to 98; stdnum also passes 00, 01 and 99, which nobody writes.
    passed = [check for check in range(2, 99) if mod_97_10.is_valid(f"{body}{check:02}")]
    assert [check for check in range(100) if mod97.holds(body * 100 + check)] == passed
    assert len(passed) == 1


@pytest.mark.parametrize("row", rows("mrz", "valid"))
def test_valid_passports_pass_the_mrz_package(row):
    assert TD3CodeChecker("\n".join(row[:2]))


@pytest.mark.parametrize("row", rows("mrz", "invalid"))
def test_invalid_passports_fail_in_the_mrz_package(row):
    assert not TD3CodeChecker("\n".join(row[:2]))


@given(contents)
def test_passports_are_written_as_by_the_mrz_package(content):
    names = content.primary, content.secondary
    expected = TD3CodeGenerator(*begin_of(content), *names, *rest_of(content), force=True)
    assert "\n".join(compose_td3(content)) == str(expected)


def test_the_specimen_card_passes_the_mrz_package():
    assert TD1CodeChecker("\n".join(rows("td1-content")[0][:3]))


@given(st.sampled_from(["EE", "RR", "LX", "VA", "CP", "ZA"]), st.integers(0, s10.MAX_SERIAL))
@settings(max_examples=60)
def test_zint_writes_the_same_postal_item(indicator, serial):
    value = s10.compose(indicator, serial)
    symbol = zint_symbol(zint.Symbology.UPU_S10, value)
    without_digit = zint_symbol(zint.Symbology.UPU_S10, value[:10] + value[11:])
    assert symbol.text == without_digit.text == s10.grouped(value)


@pytest.mark.parametrize(
    "value", [row[0] for row in rows("s10", "invalid") if row[1][:5] == "check"]
)
def test_zint_refuses_the_same_check_digits(value):
    with pytest.raises(RuntimeError, match="Invalid check digit"):
        zint_symbol(zint.Symbology.UPU_S10, value)


@given(
    st.one_of(
        st.builds(s10.compose, st.sampled_from(["EE", "RR"]), st.integers(0, s10.MAX_SERIAL)),
        st.builds(request_number.compose, st.just(48), st.just("1101"), st.integers(1, 9_999_999)),
        st.builds(
            postal_numbers.compose,
            st.sampled_from(postal_numbers.PostalKind),
            st.just(48),
            st.just("1101"),
            st.integers(1, 99_999),
        ),
    )
)
@settings(max_examples=40)
def test_a_reader_reads_the_bars_of_issued_numbers(value):
    (found,) = zxingcpp.read_barcodes(picture(Code128(value).build()[0]))
    assert (found.text, found.format) == (value, zxingcpp.BarcodeFormat.Code128)


def test_a_seal_in_a_symbol_of_zint_is_read_by_zxing():
    sealed = compose_seal(HEADER, FEATURES, signer_key())
    symbol = zint_symbol(zint.Symbology.DATAMATRIX, sealed)
    symbol.buffer()
    height, width, _ = symbol.bitmap.shape
    bare = Image.frombytes("RGB", (width, height), bytes(symbol.bitmap))
    (found,) = zxingcpp.read_barcodes(
        ImageOps.expand(bare, 20, "white"), formats=zxingcpp.BarcodeFormat.DataMatrix
    )
    assert decode_seal(found.bytes) == decode_seal(sealed)
