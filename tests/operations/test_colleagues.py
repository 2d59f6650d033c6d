"""Who may be given work, and how much each holds."""

import pytest
from sqlalchemy import update

from absher_desk.models.branch import Staff
from absher_desk.operations.claims import claim_next
from absher_desk.operations.colleagues import list_colleagues
from absher_desk.operations.errors import Refused
from tests.builders import register, signed_in


def test_active_staff_with_roles_and_what_they_hold(desk):
    register(desk, 3)
    one = signed_in(desk, "officer")
    claim_next(desk, one, "account-activation")
    claim_next(desk, one, "account-activation")
    with desk.database.change() as connection:
        connection.execute(update(Staff).where(Staff.username == "clerk2").values(active=False))
    found = {each.name_en: each for each in list_colleagues(desk, signed_in(desk, "supervisor"))}
    assert set(found) == {
        "Officer", "Officer2", "Clerk", "Supervisor", "Administrator", "Auditor",
    }  # fmt: skip
    assert (found["Officer"].holding, found["Officer2"].holding) == (2, 0)
    assert found["Officer"].roles == {"activation-officer"}
    assert found["Officer"].staff_id == one.staff_id


def test_only_who_may_assign_sees_it(desk):
    with pytest.raises(Refused) as fault:
        list_colleagues(desk, signed_in(desk, "officer"))
    assert fault.value.code == "right.missing"
