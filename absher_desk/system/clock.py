"""The time of this machine. Operations take it as a Protocol; simulated days bring their own."""

from datetime import UTC, date, datetime

from absher_desk.standards.opening_hours import RIYADH


class SystemClock:
    """The real clock."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)


def in_riyadh(moment: datetime) -> datetime:
    """The same moment on a wall clock in the Kingdom; raises ValueError for one without zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its zone")
    return moment.astimezone(RIYADH)


def riyadh_date(moment: datetime) -> date:
    """The civil date in the Kingdom at that moment: the branch's working day."""
    return in_riyadh(moment).date()
