"""When an article came, in days, and in which order the stream runs."""

from collections.abc import Iterable
from datetime import date

from firsthand.records import Article, Period


def day(period: Period) -> int | None:
    """The first day (proleptic ordinal) of a period; None when it is open on a side or not known.

    >>> day(Period(start="2024-02", end="2024-02", basis="text")) == date(2024, 2, 1).toordinal()
    True
    """
    if period.start is None or period.end is None:
        return None
    return _ordinal(period.start)


def stream(articles: Iterable[Article]) -> list[Article]:
    """The articles oldest first, those of unknown date last; ties by time and then as given."""

    def time(article: Article) -> tuple[bool, int, str]:
        known = day(article.published)
        return known is None, known or 0, article.published.start or ""

    return sorted(articles, key=time)


def _ordinal(value: str) -> int | None:
    """The first day of an ISO date that may stop at the month or the year."""
    whole = value[:10] if len(value) >= 10 else value + "-01-01"[len(value) - 4 :]
    try:
        return date.fromisoformat(whole).toordinal()
    except ValueError:
        return None
