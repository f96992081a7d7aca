"""Pairs of statements through the pair reader: how likely they are one claim, opposed, or two states of a thing."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from firsthand.stages.compare.reader.model import Reader, shares
from firsthand.stages.compare.reader.wording import said, then
from firsthand.stages.compare.view import View


class Reading(NamedTuple):
    """Shares between 0 and 1 for two statements in order: `updates`, the second is the later state of the first."""

    same: float
    against: float
    contradicts: float
    updates: float
    updated: float
    other: float

    def turned(self) -> "Reading":
        """The same for the two statements in the other order."""
        return self._replace(updates=self.updated, updated=self.updates)


Readings = Mapping[tuple[str, str], Reading]  # by statement ids


def read(
    reader: Reader, pairs: Iterable[tuple[View, View]], language: str, names: Mapping[str, str]
) -> dict[tuple[str, str], Reading]:
    """The reading of each pair in either order; it is read once, the statement of the earlier day first.

    `names` gives the names of actors.
    """
    ordered = [_in_time(a, b) for a, b in pairs]
    texts = []
    for one, two in ordered:
        days = two.day - one.day if one.day is not None and two.day is not None else 0
        texts.append((_told(one, language, names), then(language, days, _told(two, language, names))))
    out: dict[tuple[str, str], Reading] = {}
    for (one, two), row in zip(ordered, shares(reader, texts), strict=True):
        reading = Reading(*map(float, row))
        out[one.statement.id, two.statement.id] = reading
        out[two.statement.id, one.statement.id] = reading.turned()
    return out


def _in_time(a: View, b: View) -> tuple[View, View]:
    late = a.day is not None and b.day is not None and a.day > b.day
    return (b, a) if late else (a, b)


def _told(view: View, language: str, names: Mapping[str, str]) -> str:
    statement = view.statement
    return said(language, names.get(statement.source or ""), statement.stance, statement.text)
