"""The name field: written, truncated, read (ICAO 9303-3 §4.6, 9303-4 §4.2.3)."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards.mrz_names import (
    MrzName,
    name_agrees,
    name_components,
    read_name,
    write_name,
)
from absher_desk.standards.problems import Malformed
from tests.standards.vectors import rows

components = st.text(string.ascii_uppercase, min_size=2, max_size=18)
names = st.lists(components, min_size=1, max_size=9).map(" ".join)
LONG = "BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL"


@pytest.mark.parametrize("row", rows("mrzname", "valid"))
def test_names_that_fit_are_written_whole(row):
    primary, secondary, line = row
    assert write_name(primary, secondary) == line[5:]
    read = read_name(line[5:])
    assert read.primary.split() == name_components(primary)
    assert read.secondary.split() == name_components(secondary)
    assert name_agrees(read, primary, secondary)


@pytest.mark.parametrize("row", rows("mrztrunc", "ok"))
def test_truncations_of_the_standard_are_read_as_such(row):
    read = read_name(row[0][5:])
    assert read.fills_field
    assert read.secondary


def is_prefix_in_order(short, full):
    return len(short) <= len(full) and all(
        whole.startswith(part) for part, whole in zip(short, full, strict=False)
    )


@given(names, names | st.just(""))
def test_every_written_field_keeps_the_rules(primary, secondary):
    field = write_name(primary, secondary)
    whole = "<<".join("<".join(part.split()) for part in (primary, secondary) if part)
    assert len(field) == 39
    assert set(field) <= set(string.ascii_uppercase + "<")
    if len(whole) <= 39:
        assert field.rstrip("<") == whole
        return
    first, _, second = field.partition("<<")
    assert field[-1] in string.ascii_uppercase
    assert bool(second) == bool(secondary)
    assert is_prefix_in_order(first.split("<"), primary.split())
    assert is_prefix_in_order(second.split("<") if second else [], secondary.split())
    assert name_agrees(read_name(field), primary, secondary)


@given(st.lists(st.text("AB", min_size=1, max_size=2), min_size=10, max_size=25), names)
def test_short_components_are_truncated_by_the_rules_or_refused(primary, secondary):
    try:
        field = write_name(" ".join(primary), secondary)
    except Malformed as fault:
        refused = fault
    else:
        refused = None
        assert len(field) == 39
        assert name_agrees(read_name(field), " ".join(primary), secondary)
    assert refused is None or refused.code == "mrz.name.not-truncatable"


@pytest.mark.parametrize(
    ("primary", "secondary", "field"),
    [
        ("PAPANDROPOULOUS", "JONATHON WARREN TREVORS", "PAPANDROPOULOUS<<JONATHON<WARREN<TREVOR"),
        ("NILAVADHANANANDA", "ARNPOL PETCH CHARONGUANG", "NILAVADHANANANDA<<ARNPOL<PETCH<CHARONGU"),
        # The cut would fall on a separator: the component before it gives one letter up.
        (
            "NILAVADHANANANDA",
            "CHAYAPA DEJTHAMRONGS KRAS",
            "NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K",
        ),
        (
            "NILAVADHANANANDA",
            "CHAYAPAX DEJTHAMRO A KR",
            "NILAVADHANANANDA<<CHAYAPAX<DEJTHAMR<A<K",
        ),
        # The primary leaves room for one letter, cut from its longest components.
        (LONG, "DINGO POTOROO", "BENNELONG<WOOLOOMO<WARRANDY<WARNAMBO<<D"),
        ("A" * 36, "BO", "A" * 36 + "<<B"),
        ("A" * 37, "BO", "A" * 36 + "<<B"),
        ("A" * 41, "", "A" * 39),
        ("A" * 20 + " " + "B" * 25, "", "A" * 19 + "<" + "B" * 19),
        # Letters of one component each: the primary gives one up, so that a letter can end.
        ("HARBI", " ".join("ABCDEFGHIJKLMNOPQR"), "HARB<<A<B<C<D<E<F<G<H<I<J<K<L<M<N<O<P<Q"),
        (" ".join("ABCDEFGHIJKLMNOPQR"), "XYZ", "A<B<C<D<E<F<G<H<I<J<K<L<M<N<O<P<Q<R<<XY"),
        (" ".join("ABCDEFGHIJKLMNOPQRSTUV"), "", "A<B<C<D<E<F<G<H<I<J<K<L<M<N<O<P<Q<R<S<T"),
    ],
)
def test_truncation_is_the_same_every_time(primary, secondary, field):
    assert write_name(primary, secondary) == field


def test_other_widths_follow_the_same_rules():
    assert (
        write_name("ALDOSARI", "HIND SAAD FAHD KHALID", width=30)
        == "ALDOSARI<<HIND<SAAD<FAHD<KHALI"
    )


@pytest.mark.parametrize(
    ("text", "position"), [("AL1", 3), ("Ñ", 1), ("الحربي", 1), ("A\nB", 2), ("ﬆ", 1), ("A+B", 2)]
)
def test_letters_outside_the_alphabet_are_named(text, position):
    with pytest.raises(Malformed) as raised:
        name_components(text)
    assert raised.value.code == "mrz.name.character"
    assert raised.value.problem.values == {"position": position}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("d'Arcy", ["DARCY"]),
        ("O`Neil", ["ONEIL"]),
        ("Al\u2010Harbi", ["AL", "HARBI"]),
        ("Al\u00a0Harbi", ["AL", "HARBI"]),
        ("Saad, Jr.", ["SAAD", "JR"]),
        ("\u2066Saad\u2069", ["SAAD"]),
        ("'", []),
    ],
)
def test_punctuation_parts_joins_or_goes(text, expected):
    assert name_components(text) == expected


@pytest.mark.parametrize("primary", ["", " - "])
def test_a_name_needs_a_letter_in_the_primary(primary):
    with pytest.raises(Malformed) as raised:
        write_name(primary, "OMAR")
    assert raised.value.code == "mrz.name.empty"


@pytest.mark.parametrize(
    ("primary", "secondary", "width"),
    [
        ("A", " ".join("ABCDEFGHIJKLMNOPQRSTUVW"), 39),
        (" ".join("ABCDEFGHIJKLMNOPQRS"), "X", 39),
        (" ".join("ABCDEFGHIJKLMNOPQRS"), "", 30),
    ],
)
def test_a_name_that_no_cut_can_end_with_a_letter_is_refused(primary, secondary, width):
    with pytest.raises(Malformed) as raised:
        write_name(primary, secondary, width=width)
    assert raised.value.code == "mrz.name.not-truncatable"


@pytest.mark.parametrize(
    "field", ["", "<<OMAR", "A<<B<<C", "A<<<B", "A1", "SAAD<OMAR<<<X", "saad", "<", "A B"]
)
def test_fields_of_another_shape_are_refused(field):
    with pytest.raises(Malformed) as raised:
        read_name(field)
    assert raised.value.code == "mrz.name.field"


@pytest.mark.parametrize(
    ("read", "primary", "secondary"),
    [
        (MrzName("HARBI", "SAAD", False), "HARBI", "SAAD FAHD"),
        (MrzName("HARBI", "SAAD", False), "HARBY", "SAAD"),
        (MrzName("BENNELONG WOOLOOMO", "D", False), LONG, "DINGO"),
        (MrzName("BENNELONG WOOLOOMX", "D", True), LONG, "DINGO"),
        (MrzName("BENNELONG WOOLOOMO", "P", True), LONG, "DINGO POTOROO"),
        (MrzName("BENNELONG WOOLOOMO", "", True), LONG, "DINGO"),
        (MrzName("BENNELONG", "DINGO POTO X", True), LONG, "DINGO POTOROO"),
    ],
)
def test_other_names_do_not_agree(read, primary, secondary):
    assert not name_agrees(read, primary, secondary)
