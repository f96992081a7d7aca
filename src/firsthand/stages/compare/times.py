"""The days that a statement names."""

from datetime import date
from typing import NamedTuple

from firsthand.stages.compare.view import View

_LONG = 31  # days; a longer stretch is not the day of anything


class Named(NamedTuple):
    """The first and the last day that a time expression stands for, as ordinals, and its words."""

    first: int
    last: int
    text: str


def named(view: View) -> list[Named]:
    """The days, and the stretches of days up to a month, that a statement names."""
    out = []
    for time in view.statement.times:
        period = time.period
        if period is None or period.start is None or period.end is None or time.type == "SET":
            continue
        if min(len(period.start), len(period.end)) < len("2025-01-01"):
            continue
        first, last = (date.fromisoformat(day[:10]).toordinal() for day in (period.start, period.end))
        if last - first <= _LONG:
            out.append(Named(first, last, time.text))
    return out


def ahead(view: View) -> list[Named]:
    """Those that were still to come when it was said."""
    return [when for when in named(view) if view.day is not None and when.first > view.day]
