"""What never stands in the log of acts: who somebody is, how to reach him, what he was sent."""

import re

import pytest
from sqlalchemy import select

from absher_desk.models.event import Event
from absher_desk.models.request import Person
from absher_desk.simulation.branch import build_demonstration
from absher_desk.simulation.shift import work_shift
from tests.simulation.conftest import desk_at

HASH = re.compile(r"[0-9a-f]{64}")
PERSONAL = {
    "an identity number": re.compile(r"(?<!\d)[1-47]\d{9}(?!\d)"),
    "a mobile": re.compile(r"(?<!\d)(\+?966|0)5\d{8}(?!\d)"),
    "an e-mail address": re.compile(r"[\w.]+@[\w.]+"),
}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_events_of_a_whole_day_name_nobody(database):
    desk = desk_at(database)
    work_shift(desk, build_demonstration(desk, requests=20), 7)
    with database.read() as connection:
        said = [HASH.sub("", data) for data in connection.scalars(select(Event.data))]
        names = {
            part
            for name in connection.scalars(select(Person.name_ar))
            for part in (name, *name.split()[1:])
        }
    assert len(said) > 500
    for data in said:
        for what, form in PERSONAL.items():
            assert not form.search(data), f"{what} in {data}"
    whole = {name for name in names if " " in name}
    told = "\n".join(said)
    assert not [name for name in whole if name in told]
