"""No set of vectors lies unread: neither ours nor one of the shelf's sections on the standards."""

import pytest

from tests.standards import vectors

SECTIONS = ("1", "2", "3", "4", "6.7", "7.2", "8")
PAGE = """## 4. Passports
### 4.4 Check digits
```vectors mrzcd
520727|3
```
### 4.10 More
```vectors more
1|2
```
## 40. Others
```vectors others
1|2
```
"""


def test_every_set_is_read_by_a_test():
    unread = (vectors.own_kinds() | vectors.shelf_kinds(*SECTIONS)) - vectors.kinds_read()
    assert unread == set()


def test_every_set_of_the_shelf_has_one_of_ours_beside_it():
    assert vectors.shelf_kinds(*SECTIONS) <= vectors.own_kinds()


@pytest.mark.parametrize("kind", sorted(vectors.own_kinds() | vectors.shelf_kinds(*SECTIONS)))
def test_verdicts_are_those_that_tests_ask_for(kind):
    verdicts = {row[0] for row in vectors.rows(kind)} & {"valid", "invalid", "undetected", "ok"}
    words = {row[0] for row in vectors.rows(kind)} if verdicts else set()
    dates = {word for word in words if word[:1].isdigit()}  # Hijri days: only faults have a verdict
    assert words - dates == verdicts


def test_kinds_are_found_by_their_section(monkeypatch):
    monkeypatch.setattr(vectors, "_page", lambda: PAGE)
    assert vectors.shelf_kinds("4") == {"mrzcd", "more"}
    assert vectors.shelf_kinds("4.4") == {"mrzcd"}
    assert vectors.shelf_kinds("4.1") == set()
    assert vectors.shelf_kinds("40") == {"others"}


def test_a_misspelt_kind_is_an_error():
    with pytest.raises(LookupError):
        vectors.rows("mzr")
