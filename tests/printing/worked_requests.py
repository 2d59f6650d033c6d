"""A request of every service, entered and worked by the roles there are, and its facts."""

from sqlalchemy import select

from absher_desk.catalogue.checking import check_details
from absher_desk.models.branch import Branch
from absher_desk.models.request import Request
from absher_desk.operations.errors import DeskError
from absher_desk.operations.form_facts import form_facts, with_pictures
from absher_desk.operations.registering import Evidence
from absher_desk.simulation.portraits import portrait
from tests.builders import STAFF, register, signed_in
from tests.catalogue.examples import APPLICANT, ASKED_ON, EXAMPLES
from tests.operations.acting import one, work

REPLY = "تمت دراسة ما ورد، واتُّخذ اللازم حياله وفق الأنظمة والتعليمات."
_SAID = {"replied", "answered"}


def worked_requests(desk):
    """Facts of a request of every service, as far as these roles bring it; by service code."""
    program = None
    officers = {name: signed_in(desk, name, program) for name in STAFF}
    found = {}
    for index, code in enumerate(sorted(EXAMPLES), start=1):
        request_id = _enter(desk, code, index)
        while _work_one_step(desk, officers, request_id):
            pass
        found[code] = facts_of(desk, request_id)
    return found


def facts_of(desk, request_id):
    """The facts as a paper is drawn from them."""
    with desk.database.read() as connection:
        row = connection.execute(select(Request.__table__).where(Request.id == request_id)).one()
        branch = connection.execute(
            select(Branch.__table__).where(Branch.code == row.branch_code)
        ).one()
        return with_pictures(connection, form_facts(desk, connection, row, branch))


def _enter(desk, code, index):
    service = desk.catalogue.service(code)
    details, problems, _warnings = check_details(
        service, EXAMPLES[code], today=ASKED_ON, applicant_id=APPLICANT
    )
    assert problems == ()
    asked = any(evidence.kind == "portrait" for evidence in service.evidence)
    picture = Evidence(
        name="portrait.png", kind="portrait", media_type="image/png", data=portrait("M", 3)
    )
    evidence = (picture,) if asked else ()
    return register(desk, first=index, service=code, details=details, evidence=evidence)[0]


def _work_one_step(desk, officers, request_id):
    row = one(desk, Request, request_id)
    if row.step is None:
        return False
    step = desk.catalogue.service(row.service).step(row.step)
    outcome = next(iter(desk.catalogue.kinds[step.kind].outcomes))
    for name, roles in STAFF.items():
        if step.role in roles and step.kind != "activate":
            try:
                work(desk, officers[name], request_id, outcome, REPLY if outcome in _SAID else None)
            except DeskError:
                continue
            return True
    return False
