"""Every screen and state of the desk, reached in the real window one after another."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import Qt
from sqlalchemy import func, select, update

from absher_desk.models.document import PrintJob
from absher_desk.models.request import Request
from absher_desk.operations.comparison import compare
from absher_desk.operations.queue_pages import QueueQuery, queue_rows, visible_queues
from absher_desk.operations.request_file import OpenStep, RequestFile, open_request
from absher_desk.presenters.queue_page import QueuePagePresenter
from absher_desk.simulation.branch import BRANCH_CODE
from installer.walk import Walk

_Key = Qt.Key
_ACTIVATION = "account-activation"
_MOST = 200
_TRIES = 6
"""More wrong passwords than the settings forgive."""

Wanted = Callable[[RequestFile], bool]


def stations(one: Walk) -> Iterator[str]:
    """The names of the screens, each once the window shows it."""
    for part in (_sign_in, _queue, _person, _odd_people, _clerk, _supervisor, _administrator):
        yield from part(one)
        if one.app.session.officer is not None and part not in (_queue, _person):
            one.sign_out()


def _sign_in(one: Walk) -> Iterator[str]:
    yield "sign-in"
    one.app.window.sign_in.password.setFocus()
    one.type("A")
    yield "sign-in-caps-lock"
    one.app.session.sign_in(BRANCH_CODE, "3", "s.alruwaili", "wrong")
    one.until(lambda: bool(one.app.session.state.error))
    yield "sign-in-refused"
    for _ in range(_TRIES):
        one.app.session.sign_in(BRANCH_CODE, "3", "l.alghamdi", "wrong")
        one.rest()
    yield "sign-in-locked-out"


def _queue(one: Walk) -> Iterator[str]:
    one.sign_in("s.alruwaili")
    yield "queue"
    one.press(_Key.Key_Down)
    yield "queue-of-a-colleague"
    one.press(_Key.Key_Down)
    yield "queue-selected"
    one.press(_Key.Key_F, ctrl=True)
    one.type("محمد")
    yield "queue-filtered"
    one.type("ظظظ")
    yield "queue-empty"
    one.press(_Key.Key_A, ctrl=True)
    one.press(_Key.Key_Backspace, _Key.Key_Return)
    one.press(_Key.Key_F1)
    yield "keys"
    one.press(_Key.Key_Escape)
    presenter = one.page.findChild(QueuePagePresenter)
    loading = replace(presenter.state(), loading=True)
    presenter.state = lambda: loading
    one.page.show_state(loading)
    yield "queue-loading"
    del presenter.state
    presenter.retell()
    with one.outage():
        presenter.look()
        one.app.shell.look()
        one.rest()
        yield "queue-offline"
    presenter.look()
    one.app.shell.look()
    one.rest()


def _person(one: Walk) -> Iterator[str]:
    """A person at the counter, from F5 to the next."""
    one.page.focus_list()
    one.press(_Key.Key_F5)
    yield "activation"
    one.press(_Key.Key_R, ctrl=True)
    yield "activation-code-sent"
    one.type("000000" if one.last_code() != "000000" else "111111")
    yield "activation-code-wrong"
    one.type(one.last_code())
    yield "activation-code-confirmed"
    _answer_all(one)
    yield "activation-ready"
    one.press(_Key.Key_F8)
    yield "activation-reject"
    one.press(_Key.Key_Escape)
    one.press(_Key.Key_F9)
    yield "activation-done"
    one.press(_Key.Key_F5)
    one.press(_Key.Key_L, ctrl=True)
    yield "locked"
    one.sign_out()


def _odd_people(one: Walk) -> Iterator[str]:
    """What does not go smoothly in the station."""
    one.sign_in("s.alruwaili")
    for name, odd in (
        ("activation-differences", _differs(one)),
        ("activation-mobile-moves", _mobile_moves(one)),
    ):
        found = _find(one, _free(odd), _ACTIVATION)
        if found is not None:
            _take(one, found)
            yield name
    one.press(_Key.Key_R, ctrl=True)
    one.type(one.last_code())
    _answer_all(one)
    if one.documents.exists():
        one.documents.rename(one.documents.with_name("documents-before"))
    one.documents.write_text("a file where the folder should be", encoding="utf-8")
    one.press(_Key.Key_F9)
    yield "activation-printer-fault"
    one.documents.unlink()
    one.press(_Key.Key_F5)
    one.app.navigation.note_claims(())
    one.rest()
    yield "activation-lost"
    one.press(_Key.Key_Escape)


def _clerk(one: Walk) -> Iterator[str]:
    one.sign_in("a.alqarni")
    yield "queue-clerk"
    for queue, name in (("lost-documents", "request-lost-document"), ("reviews", "request")):
        found = _find(one, _free(lambda _: True), queue)
        if found is not None:
            one.go(queue)
            _take(one, found)
            yield name
            one.press(_Key.Key_F6)
            yield f"{name}-return"
            one.press(_Key.Key_Escape)
    yield from _looked_at(one)
    if _find(one, lambda file: bool(file.attachments)) is not None:
        one.open(_some(_find(one, lambda file: bool(file.attachments))))
        file = open_request(one.desk, one.officer, one.page_presenter.request_id)
        one.page.evidence_requested.emit(one.page_presenter.state.evidence[0])
        one.rest()
        yield "attachment"
        one.press(_Key.Key_Escape)
        _make_print_unknown(one, file.request_id)
        one.open(file.request_id)
        yield "request-print-unknown"


def _looked_at(one: Walk) -> Iterator[str]:
    """Requests that this officer may only read."""
    for name, wanted in (
        ("request-barred", _step(lambda step: step.barred == "four-eyes")),
        ("request-of-a-colleague", _step(lambda s: s.claimed_by not in (None, _me(one)))),
        ("request-returned", _step(lambda step: step.parked == "returned")),
        ("request-held", _step(lambda step: step.parked == "held")),
    ):
        found = _find(one, wanted)
        if found is not None:
            one.open(found)
            yield name
    with one.desk.database.read() as connection:
        closed = connection.scalar(select(func.min(Request.id)).where(Request.state == "completed"))
    if closed is not None:
        one.open(closed)
        yield "request-closed"


def _supervisor(one: Walk) -> Iterator[str]:
    one.sign_in("t.albaqami")
    yield "day"
    one.press(_Key.Key_Left if one.language == "ar" else _Key.Key_Right)
    yield "day-yesterday"
    one.app.navigation.search("الدوسري")
    one.rest()
    yield "search"
    one.app.navigation.search("1999999999")
    one.rest()
    yield "search-none"
    one.go(_ACTIVATION)
    one.press(_Key.Key_Down)
    one.press(_Key.Key_Down, _Key.Key_Down, shift=True)
    yield "queue-supervisor"
    one.page.head.assign.click()
    one.rest()
    yield "queue-assign"
    one.close_menu()
    with one.outage():
        one.go("checks")
        yield "queue-failed"
    one.app.shell.look()
    one.app.navigation.go("day")
    one.rest()
    one.press(_Key.Key_F9)
    yield "day-closing"
    one.press(_Key.Key_Return)
    yield "day-closed"


def _administrator(one: Walk) -> Iterator[str]:
    one.sign_in("n.alzahrani")
    yield "administrator"


def _answer_all(one: Walk) -> None:
    """Accept every register value and give every check its good answer, as the keyboard does."""
    for _ in range(12):
        if one.page_presenter.state.ready or not one.page_presenter.state.open_points:
            return
        one.press(_Key.Key_A, alt=True)
        if not one.page_presenter.state.ready:
            one.press(_Key.Key_Space)


def _take(one: Walk, request_id: int) -> None:
    """Open a request and take it, as Enter and F4 do."""
    one.open(request_id)
    one.press(_Key.Key_F4)


def _find(one: Walk, wanted: Wanted, *queues: str) -> int | None:
    """The first request of these queues (all that one sees) that is wanted."""
    desk, officer = one.desk, one.officer
    for queue in queues or visible_queues(desk, officer):
        query = QueueQuery(queue=queue)
        for row in queue_rows(desk, officer, query, offset=0, limit=_MOST, total=_MOST):
            if wanted(open_request(desk, officer, row.request_id)):
                return row.request_id
    return None


def _some(found: int | None) -> int:
    if found is None:
        raise LookupError("no such request in the demonstration")
    return found


def _me(one: Walk) -> int | None:
    return one.officer.staff_id


def _step(wanted: Callable[[OpenStep], bool]) -> Wanted:
    return lambda file: file.open_step is not None and wanted(file.open_step)


def _free(wanted: Wanted) -> Wanted:
    def is_free(file: RequestFile) -> bool:
        step = file.open_step
        free = step is not None and step.claimed_by is None and step.parked is None
        return free and step is not None and step.barred is None and wanted(file)

    return is_free


def _differs(one: Walk) -> Wanted:
    return lambda file: bool(compare(one.desk, one.officer, file.request_id).to_accept)


def _mobile_moves(one: Walk) -> Wanted:
    return lambda file: compare(one.desk, one.officer, file.request_id).mobile_moves


def _make_print_unknown(one: Walk, request_id: int) -> None:
    """Print, and let the power fail before the printer answered."""
    one.page.print.click()
    one.rest()
    del request_id
    with one.desk.database.change() as connection:
        newest = connection.scalar(select(func.max(PrintJob.id)))
        connection.execute(update(PrintJob).where(PrintJob.id == newest).values(state="unknown"))
