"""When a request must be done: its service's target in the working hours of the branch."""

from datetime import datetime, timedelta

from absher_desk.catalogue.entries import Service
from absher_desk.operations.desk import Desk, day_of


def due_time(desk: Desk, service: Service, submitted_at: datetime) -> datetime:
    """Submission plus the service's target of that day, counted in working hours; UTC."""
    target = service.target_hours
    hours = desk.settings.value(target, day_of(submitted_at)) if isinstance(target, str) else target
    return desk.calendar.add_working_hours(submitted_at, timedelta(hours=hours))
