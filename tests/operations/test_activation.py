"""Activation: one act or nothing; what is missing refuses; a mobile that moves is told of twice."""

import threading

import pytest
from sqlalchemy import insert, select, update

from absher_desk.models.account import Account, Message, RegisterRecord
from absher_desk.models.event import Event
from absher_desk.models.work import OpenWork, RequestStep
from absher_desk.operations import activation
from absher_desk.operations.claims import claim
from absher_desk.operations.comparison import Verdict, compare
from absher_desk.operations.errors import Conflict, Refused
from tests.builders import applicant, identity, register, signed_in
from tests.operations.acting import (
    ACTIVATION_ANSWERS,
    activate,
    activated,
    confirm_mobile,
    kinds,
    one,
    rows,
    write,
)


@pytest.fixture
def ready(desk):
    """An officer who holds a request whose mobile is confirmed."""
    [request_id] = register(desk)
    officer = signed_in(desk, "officer")
    confirm_mobile(desk, officer, request_id)
    return officer, request_id


def record_of(index, **changes):
    values = {
        "name_ar": {"first": "فهد", "father": "سعد", "grandfather": "عبدالله",
                    "family": "الدوسري"},
        "name_en": {"first": "FAHAD", "father": "SAAD", "grandfather": "ABDULLAH",
                    "family": "ALDOSARI"},
        "birth_date": "1990-01-15", "birth_date_hijri": "1410-06-18", "sex": "M",
        "nationality": "SAU", "short_address": "RABC1234",
    }  # fmt: skip
    return insert(RegisterRecord).values(identity_number=identity(index), data=values | changes)


def refused(desk, ready, **changes):
    with pytest.raises(Refused) as fault:
        activate(desk, *ready, **changes)
    return fault.value.code, fault.value.values


def states(desk):
    return [row.state for row in rows(desk, select(Account.state).order_by(Account.id))]


def test_activating_writes_account_step_event_and_message_together(desk, ready):
    officer, request_id = ready
    account = one(desk, Account, activate(desk, officer, request_id))
    assert (account.username, account.identity_number) == ("fahad0001", identity(1))
    assert (account.state, account.mobile) == ("active", "+966501234567")
    assert (account.activated_by, account.activated_at) == (officer.staff_id, desk.now())
    assert kinds(desk, request_id)[-1] == "account-activated"
    [step] = rows(desk, select(RequestStep.outcome, RequestStep.staff_id))
    assert tuple(step) == ("activate", officer.staff_id)
    [message] = rows(desk, select(Message.template, Message.recipient))
    assert tuple(message) == ("message.account-activated", "+966501234567")
    assert rows(desk, select(OpenWork.request_id)) == []


@pytest.mark.parametrize("broken", ["write_events", "_write_account"])
def test_what_fails_in_the_middle_leaves_nothing(desk, ready, monkeypatch, broken):
    def fail(*_):
        raise RuntimeError(broken)

    target = "desk.Act.write_events" if broken == "write_events" else f"activation.{broken}"
    monkeypatch.setattr(f"absher_desk.operations.{target}", fail)
    with pytest.raises(RuntimeError):
        activate(desk, *ready)
    monkeypatch.undo()
    assert states(desk) == []
    assert rows(desk, select(Message.id)) == rows(desk, select(RequestStep.id)) == []
    activate(desk, *ready)
    assert states(desk) == ["active"]


@pytest.mark.parametrize(
    "answers",
    [
        {"original-seen": False},
        {"portrait": "mismatch"},
        {"portrait": "unclear"},
        {"fingerprint": "mismatch"},
        {"fingerprint": None},
    ],
)
def test_each_check_that_is_missing_keeps_the_account_closed(desk, ready, answers):
    said = refused(desk, ready, answers=ACTIVATION_ANSWERS | answers)
    assert said == ("activation.missing", {"count": 1})
    assert states(desk) == []


def test_without_a_confirmed_mobile_nothing_is_activated(desk):
    [request_id] = register(desk)
    officer = signed_in(desk, "officer")
    claim(desk, officer, request_id)
    assert refused(desk, (officer, request_id)) == ("activation.missing", {"count": 1})


def test_what_differs_from_the_register_must_be_accepted(desk, ready):
    name = {"first": "فهد", "father": "سعد", "grandfather": "عبد الله", "family": "القحطاني"}
    write(desk, record_of(1, name_ar=name))
    compared = {row.key: row.verdict for row in compare(desk, *ready).rows}
    assert compared["name_ar.first"] is Verdict.SAME
    assert compared["name_ar.grandfather"] is Verdict.SPELLING
    assert compared["name_ar.family"] is Verdict.DIFFERENT
    assert compared["mobile"] is Verdict.ABSENT
    assert refused(desk, ready) == ("activation.missing", {"count": 2})
    activate(desk, *ready, accepted=("name_ar.grandfather", "name_ar.family", "note 0501234567"))
    [event] = rows(desk, select(Event.data).where(Event.kind == "account-activated"))
    assert '"accepted":["name_ar.family","name_ar.grandfather"]' in event.data
    assert "0501234567" not in event.data


def test_a_username_of_somebody_else_is_a_conflict(desk):
    [first] = register(desk)
    activated(desk, first)
    details = {"username": "fahad0001", "preferred_language": "ar", "activation_channel": "officer"}
    [second] = register(
        desk, first=2, details=details, applicant=applicant(2, mobile="+966507654321")
    )
    officer = signed_in(desk, "officer2")
    confirm_mobile(desk, officer, second)
    with pytest.raises(Conflict) as fault:
        activate(desk, officer, second)
    assert fault.value.code == "activation.username-taken"
    assert states(desk) == ["active"]


def test_an_active_account_is_not_activated_again(desk, ready):
    activate(desk, *ready)
    details = {"username": "fahad0001", "preferred_language": "ar", "activation_channel": "officer"}
    [again] = register(desk, applicant=applicant(1), details=details, reference="POR-T-AGAIN")
    officer = signed_in(desk, "officer2")
    confirm_mobile(desk, officer, again)
    assert refused(desk, (officer, again)) == ("activation.already-active", {})


def test_a_suspended_account_of_the_same_person_becomes_active(desk, ready):
    account_id = activate(desk, *ready)
    write(desk, update(Account).values(state="suspended"))
    details = {"username": "fahad0001", "preferred_language": "en", "activation_channel": "officer"}
    [again] = register(desk, applicant=applicant(1), details=details, reference="POR-T-AGAIN")
    assert activated(desk, again, "officer2") == account_id
    assert (states(desk), one(desk, Account, account_id).language) == (["active"], "en")


def test_a_mobile_that_moves_is_told_and_written_at_both_accounts(desk):
    first, second = register(desk, 2)
    loser = activated(desk, first)
    officer = signed_in(desk, "officer2")
    confirm_mobile(desk, officer, second)
    untold = ACTIVATION_ANSWERS | {"mobile-transfer-told": False}
    assert refused(desk, (officer, second), answers=untold)[0] == "activation.missing"
    winner = activate(desk, officer, second)
    assert one(desk, Account, loser).mobile == ""
    assert one(desk, Account, winner).mobile == "+966501234567"
    assert kinds(desk, first)[-1] == "mobile-moved"
    [event] = rows(desk, select(Event.data).where(Event.kind == "account-activated",
                                                  Event.request_id == second))  # fmt: skip
    assert f'"mobile_moved_from":[{loser}]' in event.data


def test_two_activations_at_once_never_share_a_mobile(desk, monkeypatch):
    first, second = register(desk, 2)
    one_officer, other = signed_in(desk, "officer"), signed_in(desk, "officer2")
    confirm_mobile(desk, one_officer, first)
    confirm_mobile(desk, other, second)
    racing = threading.Thread(target=activate, args=(desk, other, second))
    compare_in, waiting = activation.compare_in, [racing]

    def compare_late(*arguments):
        found = compare_in(*arguments)
        if waiting:
            waiting.pop()
            racing.start()
            racing.join(0.3)  # ends within it, or waits for this act
        return found

    monkeypatch.setattr(activation, "compare_in", compare_late)
    activate(desk, one_officer, first)
    racing.join()
    assert sorted(row.mobile for row in rows(desk, select(Account.mobile))) == ["", "+966501234567"]


def test_two_activations_at_once_never_share_a_username(desk, monkeypatch):
    details = {"username": "fahad", "preferred_language": "ar", "activation_channel": "officer"}
    [first] = register(desk, details=details)
    [second] = register(
        desk, first=2, details=details, applicant=applicant(2, mobile="+966507654321")
    )
    one_officer, other = signed_in(desk, "officer"), signed_in(desk, "officer2")
    confirm_mobile(desk, one_officer, first)
    confirm_mobile(desk, other, second)
    said = []

    def race():
        try:
            activate(desk, other, second)
        except Conflict as conflict:
            said.append(conflict.code)

    racing = threading.Thread(target=race)
    leave_step, waiting = activation.leave_step, [racing]

    def leave_late(*arguments, **options):
        if waiting:
            waiting.pop()
            racing.start()
            racing.join(0.3)  # ends within it, or waits for this act
        return leave_step(*arguments, **options)

    monkeypatch.setattr(activation, "leave_step", leave_late)
    activate(desk, one_officer, first)
    racing.join()
    assert said == ["activation.username-taken"]
    assert states(desk) == ["active"]


def test_only_who_holds_it_activates(desk, ready):
    _, request_id = ready
    with pytest.raises(Conflict) as fault:
        activate(desk, signed_in(desk, "officer2"), request_id)
    assert fault.value.code == "claim.not-yours"


def test_another_service_has_nothing_to_activate(desk):
    [request_id] = register(desk, service="complaint", details={})
    clerk = signed_in(desk, "clerk")
    claim(desk, clerk, request_id)
    assert refused(desk, (clerk, request_id)) == ("step.no-such-outcome", {"outcome": "activate"})
