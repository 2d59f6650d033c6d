"""What a request costs: the fees of its service, worked out from its details and the settings."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from absher_desk.catalogue.entries import Fee, Service
from absher_desk.catalogue.rules.named import FEE_RULES
from absher_desk.catalogue.rules.reading import number_in
from absher_desk.catalogue.situation import Situation


@dataclass(frozen=True, slots=True)
class FeeDue:
    """One fee with its amount in riyals."""

    fee: Fee
    amount: Decimal


def fees_due(
    service: Service, details: Mapping[str, object], situation: Situation
) -> tuple[FeeDue, ...]:
    """The fees that these cleaned details cost, in the order of the entry; nothing costs nothing.

    Amounts hold on the day for which `situation.setting` answers (domain 5.9).
    """
    found = ((fee, _amount(fee, details, situation)) for fee in service.fees_for(details))
    return tuple(FeeDue(fee, amount) for fee, amount in found if amount)


def _amount(fee: Fee, details: Mapping[str, object], situation: Situation) -> Decimal | None:
    if fee.rule:
        return FEE_RULES[fee.rule](details, situation)
    amount: Decimal = situation.setting(fee.setting)
    return amount * (number_in(details, fee.per) or 0) if fee.per else amount
