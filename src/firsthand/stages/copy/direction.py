"""Which of two articles that share text is the copy."""

from datetime import UTC, datetime, timedelta

from firsthand.records import Period
from firsthand.stages.copy.credit import credits_text, mentions
from firsthand.stages.copy.source import Source


def direction(a: Source, b: Source) -> tuple[bool, str | None]:
    """Whether `a` copies `b` rather than the other way, and what tells it; None where nothing does.

    In this order: a credit in a credit's place, an agency (whose texts bear the time of their last update), time,
    a mention anywhere, completeness (the copy is the shorter one outside quotation marks). Where nothing tells, the id
    decides, so that the result is the same each time.
    """
    ours, theirs = a.credits, b.credits
    for why, first, second in (
        ("its credit line", credits_text(ours, theirs), credits_text(theirs, ours)),
        ("its source being an agency", theirs.agency, ours.agency),
        (
            "time",
            before(b.article.published, a.article.published),
            before(a.article.published, b.article.published),
        ),
        ("its mention of the source", mentions(ours, theirs), mentions(theirs, ours)),
        ("being the shorter", a.unquoted < b.unquoted, b.unquoted < a.unquoted),
    ):
        if first != second:
            return first, why
    return a.article.id > b.article.id, None


def before(one: Period, other: Period) -> bool:
    """Whether a period certainly ends before another starts.

    >>> day = Period(start="2025-10-14", end="2025-10-14", basis="metadata")
    >>> next_month = Period(start="2025-11", end="2025-11", basis="text")
    >>> before(day, next_month), before(day, day), before(next_month, day)
    (True, False, False)
    """
    if one.end is None or other.start is None:
        return False
    end, start = moments(one.end), moments(other.start)
    return end is not None and start is not None and end[1] <= start[0] and end[0] < start[0]


def days_between(one: Period, other: Period, unknown: int = 0) -> int:
    """Whole days between the starts of two periods; `unknown` where one has no start.

    >>> march = Period(start="2025-03-01", end="2025-03-01", basis="text")
    >>> days_between(march, Period(start="2025-03-04", end=None, basis="bounds"))
    3
    """
    a = moments(one.start) if one.start else None
    b = moments(other.start) if other.start else None
    return abs((a[0] - b[0]).days) if a and b else unknown


def moments(value: str) -> tuple[datetime, datetime] | None:
    """The first instant of an ISO date or time and the first after it; None when it cannot be read."""
    try:
        if len(value) > 10:
            at = datetime.fromisoformat(value)
            at = at if at.tzinfo else at.replace(tzinfo=UTC)
            return at, at
        first = datetime.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)
    except ValueError:
        return None
    first = first.replace(tzinfo=UTC)
    if len(value) == 10:
        return first, first + timedelta(days=1)
    month = first.month % 12 + 1 if len(value) == 7 else 1
    return first, first.replace(year=first.year + (month == 1), month=month)
