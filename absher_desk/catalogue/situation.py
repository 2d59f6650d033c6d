"""What a check or rule may know besides the details: the days, the applicant, dated settings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from absher_desk.catalogue.settings_register import SettingDefinition, load_register
from absher_desk.standards.account_names import USERNAME_MAX
from absher_desk.standards.passport_number import DEFAULT_PATTERN

PASSPORT_NUMBER: Final = DEFAULT_PATTERN

Setting = Callable[[str], Any]
"""The value of a dated setting, by its key, on the day that counts."""


def default_setting(key: str) -> Any:
    """The register's own value. Raises KeyError for a key that it lacks."""
    return _register()[key].default


@cache
def _register() -> Mapping[str, SettingDefinition]:
    return load_register()


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """The moment and the person that details are checked for.

    `asked_on` is the day the applicant asked: deadlines and windows count to it, so that nobody
    loses a right because a feed came late. Without one it is `today`.
    """

    today: date
    asked_on: date | None = None
    applicant_id: str | None = None
    birth_date: date | None = None
    username_max: int = USERNAME_MAX
    passport_number: str = PASSPORT_NUMBER
    setting: Setting = default_setting

    @property
    def day(self) -> date:
        """The day that deadlines and windows count to."""
        return self.asked_on or self.today
