"""Each rule by the name that an entry of the catalogue refers to it with.

What the law forbids refuses the request; what an officer may override, or ask for, warns.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from absher_desk.catalogue.rules import (
    accounts,
    civil_affairs,
    passports,
    reception,
    residence,
    traffic,
)
from absher_desk.catalogue.rules.reading import Details, Problems
from absher_desk.catalogue.situation import Situation


@dataclass(frozen=True, slots=True)
class NamedRule:
    """A rule across details; `warns` makes what it finds warnings."""

    find: Callable[[Details, Situation], Problems]
    warns: bool = False


RULES: Final[Mapping[str, NamedRule]] = {
    "mobiles-differ": NamedRule(accounts.mobiles_differ),
    "birth-in-time": NamedRule(civil_affairs.birth_in_time, warns=True),
    "parent-asks": NamedRule(civil_affairs.parent_asks, warns=True),
    "parents-differ": NamedRule(civil_affairs.parents_differ),
    "death-in-time": NamedRule(civil_affairs.death_in_time, warns=True),
    "informant-lives": NamedRule(civil_affairs.informant_lives),
    "near-relative": NamedRule(civil_affairs.near_relative, warns=True),
    "own-identity-document": NamedRule(civil_affairs.own_identity_document, warns=True),
    "loss-reported-late": NamedRule(passports.loss_reported_late, warns=True),
    "minors-validity": NamedRule(passports.minors_validity),
    "guardian-refuses": NamedRule(passports.guardian_refuses),
    "guardian-missing": NamedRule(passports.guardian_missing, warns=True),
    "permit-span": NamedRule(passports.permit_span),
    "permit-consent": NamedRule(passports.permit_consent),
    "record-span": NamedRule(passports.record_span),
    "final-exit-passport": NamedRule(residence.final_exit_passport),
    "visit-extension": NamedRule(residence.visit_extension),
    "hajj-age": NamedRule(residence.hajj_age, warns=True),
    "delegation-over": NamedRule(residence.delegation_over),
    "delegation-span": NamedRule(traffic.delegation_span),
    "delegate-is-another": NamedRule(traffic.delegate_is_another, warns=True),
    "vehicle-named": NamedRule(traffic.vehicle_named),
    "slot-ahead": NamedRule(reception.slot_ahead),
}

FeeRule = Callable[[Details, Situation], Decimal | None]
"""An amount in riyals from the details; None when the fee does not apply."""

FEE_RULES: Final[Mapping[str, FeeRule]] = {
    "late-birth": civil_affairs.late_birth_fee,
    "lost-id": civil_affairs.lost_id_fine,
    "lost-iqama": residence.lost_iqama_fine,
    "exit-reentry-single": residence.exit_reentry_single_fee,
    "exit-reentry-multiple": residence.exit_reentry_multiple_fee,
    "exit-reentry-extension": residence.exit_reentry_extension_fee,
}
