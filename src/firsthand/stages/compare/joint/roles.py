"""What the joint reader is told of two statements beside their words: how, by whom, when and where each is said."""

from collections.abc import Mapping
from typing import NamedTuple

DAYS = (0, 1, 3, 7)  # days between two statements, at most, of each class but the last
PLACES = (1, 3)  # statements between two of one article, likewise

# The choices of each role, in the order of the numbers that `roles` gives.
ROLES: Mapping[str, tuple[str, ...]] = {
    "stance of the first": ("asserts", "denies", "doubts"),
    "stance of the second": ("asserts", "denies", "doubts"),
    "quote of the first": ("none", "direct", "indirect", "mixed"),
    "quote of the second": ("none", "direct", "indirect", "mixed"),
    "speakers": ("unknown", "one", "two"),
    "days between": ("0", "1", "2–3", "4–7", "more"),
    "places": ("two articles", "next", "2–3 behind", "further behind"),
}


class Told(NamedTuple):
    """A statement beside its words: `speaker` whoever it is, `day` in days, `place` its rank in its article."""

    stance: str
    quote: str
    speaker: str | None
    day: int | None
    article: str | int
    place: int


def roles(one: Told, two: Told) -> tuple[int, ...]:
    """The choice of each role for two statements, the one told first first.

    >>> valve = Told("asserts", "direct", "Elena Marsh", 0, "a", 3)
    >>> roles(valve, Told("denies", "indirect", None, 2, "b", 0))
    (0, 1, 1, 2, 0, 2, 0)
    """
    stances, quotes = ROLES["stance of the first"], ROLES["quote of the first"]
    known = one.speaker is not None and two.speaker is not None
    days = abs(two.day - one.day) if one.day is not None and two.day is not None else 0
    near = 1 + _class(abs(two.place - one.place), PLACES) if one.article == two.article else 0
    return (
        *(stances.index(each.stance) if each.stance in stances else 0 for each in (one, two)),
        *(quotes.index(each.quote) for each in (one, two)),
        (1 if one.speaker == two.speaker else 2) if known else 0,
        _class(days, DAYS),
        near,
    )


def _class(value: int, most: tuple[int, ...]) -> int:
    return next((n for n, limit in enumerate(most) if value <= limit), len(most))
