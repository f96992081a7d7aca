"""The days that a statement names."""

from typing import NamedTuple

from firsthand.stages.compare.view import View, ordinal

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
        first, last = (ordinal(day) for day in (time.period.start, time.period.end)) if time.period else (None, None)
        if first is not None and last is not None and last - first <= _LONG and time.type != "SET":
            out.append(Named(first, last, time.text))
    return out


def ahead(view: View) -> list[Named]:
    """Those that were still to come when it was said."""
    return [when for when in named(view) if view.day is not None and when.first > view.day]
