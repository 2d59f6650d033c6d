"""A clock that stands still until it is told how much time has passed."""

from datetime import UTC, datetime, timedelta


class ManualClock:
    """The time of a simulated day: as fast as the machine allows, and the same on every run."""

    def __init__(self, moment: datetime) -> None:
        """Start at a moment; raises ValueError for one without a zone."""
        if moment.tzinfo is None:
            raise ValueError("a moment needs its zone")
        self._moment = moment.astimezone(UTC)

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return self._moment

    def forward(self, step: timedelta) -> datetime:
        """Let time pass and tell the new moment; raises ValueError for a step backwards."""
        if step < timedelta():
            raise ValueError("time goes forward")
        self._moment += step
        return self._moment

    def forward_to(self, moment: datetime) -> datetime:
        """Let time pass until a moment; one that is past changes nothing."""
        self._moment = max(self._moment, moment.astimezone(UTC))
        return self._moment
