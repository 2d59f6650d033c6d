"""Whether limits and lists of names, addresses, dates and seals hold; for tests that break them."""

from datetime import date, timedelta
from string import ascii_uppercase

from absher_desk.standards.problems import MalformedMany
from tests.standards.numbers_hold import refused
from tests.standards.test_address import PARTS
from tests.standards.vectors import rows

ADDRESS = {**PARTS, "region": "SA-01"}
WIDTHS = {
    "building": ("address.building", {4}),
    "secondary": ("address.secondary", {4}),
    "postal_code": ("address.postal-code", {5}),
    "unit": ("address.unit", {1, 2, 3, 4, 5, 6}),
}


def addresses(module):
    address, doubts = module.parse_address({**ADDRESS, "unit": "5"})
    stored = {part: getattr(address, part) for part in (*ADDRESS, "unit")}
    return (
        (stored, doubts) == ({**ADDRESS, "unit": "5"}, ())
        and all(
            _problems(module, {part: digit * width})
            == ([] if digit in "09" and width in widths else [code])
            for part, (code, widths) in WIDTHS.items()
            for width in range(1, 9)
            for digit in "09A"
        )
        and all(
            refused(module.parse_address, {**ADDRESS, part: "ش" * length}) == faults
            for part in ("street", "district", "city")
            for length, faults in ((100, []), (101, ["too-long"]))
        )
        and refused(module.parse_address, {**ADDRESS, "street": "\ud800"}) == ["character"]
        and refused(module.parse_address, {**ADDRESS, "street": "\ue000"}) == ["character"]
        and refused(module.parse_address, {**ADDRESS, "street": "\uffff"}) == ["character"]
    )


def _problems(module, changed):
    """The faults of the address with some parts changed."""
    try:
        module.parse_address({**ADDRESS, **changed})
    except MalformedMany as faults:
        return [problem.code for problem in faults.problems if problem.path in changed]
    return []


def person_names(module):
    four = {"first": "a", "father": "b", "grandfather": "c", "family": "d"}
    name = module.parse_name(four)
    return (
        [getattr(name, part) for part in four] == list(four.values())
        and refused(module.parse_name, {}) == ["empty", "empty"]
        and not refused(module.parse_name, {"first": "a", "family": "d"})
        and refused(module.parse_name_part, "a" * 60) == []
        and refused(module.parse_name_part, "a" * 61) == ["too-long"]
    )


def mobiles(module):
    return all(
        module.parse_mobile(text) == mobile for text, mobile in rows("mobile", "valid")
    ) and (
        module.parse_mobile("(05.0)76/54321") == "+966507654321"
        and refused(module.parse_mobile, "+9715012345") == ["foreign"]
    )


def mails(module):
    long = f"{'n' * 60}@{'.'.join(['m' * 60] * 3)}"
    return not refused(module.parse_email, f"{long}.{'m' * 7}.sa") and refused(
        module.parse_email, f"{long}.{'m' * 8}.sa"
    ) == ["too-long"]


def passport_numbers(module):
    parse = module.parse_passport_number
    forms = [f"{letter}12345{digit}" for letter in ascii_uppercase for digit in "0123456789"]
    lengths = [length for length in range(12) if not refused(parse, "A" + "1" * length)]
    return (
        lengths == [6, 7, 8]
        and refused(parse, "A12345A")
        and not any(refused(parse, form) for form in forms)
    )


def calendars(module):
    first, last = module.parse_hijri("1343-01-01"), module.parse_hijri("1500-12-30")
    days = (date(1924, 8, 1), date(2077, 11, 16))
    return (
        (module.to_gregorian(first), module.to_gregorian(last)) == days
        and (module.to_hijri(days[0]), module.to_hijri(days[1])) == (first, last)
        and refused(module.to_hijri, days[0] - timedelta(days=1)) == ["gregorian-range"]
        and refused(module.to_hijri, days[1] + timedelta(days=1)) == ["gregorian-range"]
        and refused(module.HijriDate, 1342, 12, 29) == ["hijri-range"]
        and refused(module.HijriDate, 1501, 1, 1) == ["hijri-range"]
    )


def zone_names(module):
    parted = module.name_components("A B,C،D<E")
    return parted == ["A", "B", "C", "D", "E"] and all(
        module.write_name(primary, secondary) == line[5:]
        for primary, secondary, line in rows("mrzname", "valid")
    )


def transliteration(module):
    return module.transliterate("سعد,سعد،سعد<سعد") == "SED<SED<SED<SED" and all(
        module.transliterate(name) == written
        for name, written in rows("ar2mrz-doc") + rows("ar2mrz")
    )


def seal_headers(module):
    return all(_header(module, row) for row in rows("vdsheader")) and (
        module.SealHeader.__dataclass_fields__["version"].default == 4
    )


def _header(module, row):
    (version, country, signer, reference), data = row[:4], bytes.fromhex(row[-1])
    header, size = module.decode_header(data)
    return (
        (header.version, size) == (int(version[1]), len(data))
        and (header.issuing_country, header.signer) == (country, signer)
        and header.certificate_reference == reference
        and header.is_for_tests is (set(reference) == {"0"})
        and module.encode_header(header) == data
        and refused(module.decode_header, data[:-1]) == ["truncated"]
    )


def visa_profile(module):
    """The features of a visa (ICAO 9303-7 §9.1): shortest, longest, whether it must be there."""
    rules = {
        tag: (rule.shortest, rule.longest, rule.required) for tag, rule in module.VISA.rules.items()
    }
    return (
        rules
        == {
            1: (48, 48, False),  # machine-readable zone of an MRV-A
            2: (44, 44, False),  # of an MRV-B
            3: (1, 1, False),  # number of entries
            4: (3, 3, True),  # duration of stay
            5: (6, 6, True),  # passport number
            6: (1, 4, False),  # type of visa
            7: (0, 254, False),  # additional feature
        }
        and (module.VISA.feature_definition, module.VISA.document_type) == (0x5D, 0x01)
        and module.VISA.mrz_tags == {1, 2}
        and module.SIGNATURE_MARKER == 0xFF
    )
