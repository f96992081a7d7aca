"""What time it is, for records of when something was added or decided."""

from datetime import UTC, datetime


def now() -> str:
    """The moment in UTC, ISO 8601 to the millisecond: later moments sort behind earlier ones."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
