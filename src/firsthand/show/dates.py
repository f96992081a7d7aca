"""ISO dates that may stop at the month or the year, as a reader writes them and as days to draw."""

from calendar import monthrange
from datetime import date

from firsthand.records import Period

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def days(iso: str) -> tuple[int, int] | None:
    """The first and last day (proleptic ordinals) that `iso` may mean; None for what is no date.

    >>> [date.fromordinal(d).isoformat() for d in days("2024-02")]
    ['2024-02-01', '2024-02-29']
    >>> days("2024-99") is None
    True
    """
    try:
        year, month, day, *_ = (*map(int, iso.partition("T")[0].split("-")), 0, 0)
        first = date(year, month or 1, day or 1)
    except (ValueError, OverflowError):
        return None
    if day:
        return first.toordinal(), first.toordinal()
    last_month = month or 12
    return first.toordinal(), date(year, last_month, monthrange(year, last_month)[1]).toordinal()


def written(iso: str) -> str:
    """One ISO date for a reader; what is no date stays as it is.

    >>> written("2025-03-04"), written("2025-03"), written("2025"), written("soon")
    ('4 Mar 2025', 'Mar 2025', '2025', 'soon')
    """
    if days(iso) is None:
        return iso
    year, *rest = iso.partition("T")[0].split("-")
    month = MONTHS[int(rest[0]) - 1] if rest else ""
    day = str(int(rest[1])) if len(rest) > 1 else ""
    return " ".join(word for word in (day, month, year) if word)


def stretch(start: str | None, end: str | None) -> str:
    """A period for a reader; the empty string when neither end is known.

    >>> stretch("2025-03-04", "2025-04"), stretch("2025", None), stretch(None, "2025"), stretch("2025", "2025")
    ('4 Mar 2025 – Apr 2025', 'not before 2025', 'not after 2025', '2025')
    """
    if start and end:
        return written(start) if start == end else f"{written(start)} – {written(end)}"
    if start:
        return f"not before {written(start)}"
    return f"not after {written(end)}" if end else ""


def of_period(period: Period | None) -> str:
    """`stretch` of a period record; the empty string for None."""
    return stretch(period.start, period.end) if period else ""
