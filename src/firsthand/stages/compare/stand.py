"""How likely two claims of a story contradict or update each other: what both show, by fitted weights.

It is asked where no rule tells how two claims stand to each other.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from firsthand.models.network import Floats
from firsthand.records import Relation
from firsthand.stages.compare.joint.read import together
from firsthand.stages.compare.pair import closely, meaning, numbers, overlap, sureness
from firsthand.stages.compare.quantity import exclusive, one_kind
from firsthand.stages.compare.setting import Setting
from firsthand.stages.compare.side import SPEAKERS, Side, counted, worded
from firsthand.stages.compare.view import View

_DAYS, _ARTICLES, _SCALE, _OTHER = 20, 4, 3.0, -2.0  # more days, articles, tens and other numbers tell no more
_FAR = 9  # statements apart, for claims of two articles


class Weights(NamedTuple):
    """A number for either relation."""

    contradicts: float
    updates: float


LEAST = Weights(0.35, 0.3)  # a relation is told from these shares on
# What a unit of each feature adds to the log-odds of a relation; benchmarks/relation_weights.py fits them.
WEIGHTS: Mapping[str, Weights] = {
    "alike": Weights(2.78, 0.12),
    "alike on the whole": Weights(4.46, 1.25),
    "more alike than usual": Weights(1.85, 4.78),
    "shared words": Weights(-0.23, 0.50),
    "in one article": Weights(-0.20, -1.62),
    "beside each other": Weights(0.78, -0.94),
    "days between": Weights(-0.15, -0.14),
    "on one day": Weights(-0.51, 0.35),
    "one party": Weights(-0.24, 0.77),
    "a denier's account": Weights(0.77, -2.34),
    "old in own voice": Weights(-0.58, -1.16),
    "new in own voice": Weights(-0.71, -0.41),
    "old contested": Weights(0.05, -0.57),
    "new contested": Weights(-0.78, 0.13),
    "old plan": Weights(0.25, -0.06),
    "new plan": Weights(0.20, -1.09),
    "old widely told": Weights(0.22, 0.36),
    "new widely told": Weights(0.46, 0.48),
    "numbers apart": Weights(-0.74, 0.18),
    "numbers exclude": Weights(0.78, -0.67),
    "numbers of one kind": Weights(0.10, -0.03),
    "numbers differ": Weights(-0.16, 0.17),
    "read as contradicting": Weights(2.21, 0.59),
    "read as contradicting on the whole": Weights(2.92, 0.31),
    "read as updating": Weights(0.30, 3.08),
    "read as updating on the whole": Weights(-0.75, 2.71),
}
BASE = Weights(-5.81, -2.52)
READ = (  # the last of them
    "read as contradicting",
    "read as contradicting on the whole",
    "read as updating",
    "read as updating on the whole",
)
SWAY = 0.3  # what the joint reader would have to say (-1 to 1) for a relation, at most; else it is not asked
_SWAYED = tuple(SWAY * sum(max(WEIGHTS[name][kind], 0.0) for name in READ) for kind in range(len(BASE)))
_READ = 6  # pairs of statements, the most alike, that it is asked of
_OPEN = 1.0  # log-odds that are missing after the first of them, at most; else it is not asked of the others


def shown(old: Side, new: Side, setting: Setting, middle: Floats, language: str) -> dict[str, float]:
    """What two claims show, by the names in WEIGHTS but READ: the one told first (`old`) and the other.

    `middle` is the mean of the vectors of the story's statements.
    """
    first, second = old.told[:SPEAKERS], new.told[:SPEAKERS]
    pairs = [(x, y) for x in first for y in second]
    alike = [meaning(x, y, setting).score for x, y in pairs]
    known = [setting.meaning[v.statement.id] for v in first if v.statement.id in setting.meaning]
    usual = sum(float(vector @ middle) for vector in known) / len(known) if known else max(alike)
    beside = [
        abs(x.place - y.place)
        for x in (*old.told, *old.contested)
        for y in (*new.told, *new.contested)
        if x.statement.article == y.statement.article
    ]
    deniers = [{v.party for v in side.contested} for side in (old, new)]
    days = new.first - old.first if old.first and new.first else 0
    one, two = old.count, new.count
    return {
        "alike": max(alike),
        "alike on the whole": sum(alike) / len(alike),
        "more alike than usual": max(alike) - usual,
        "shared words": max(overlap(x, y, setting).score for x, y in pairs),
        "in one article": float(bool(beside)),
        "beside each other": 1.0 / max(1, min(beside, default=_FAR)),
        "days between": min(days, _DAYS) / 5,
        "on one day": float(days == 0),
        "one party": float(bool(old.parties & new.parties)),
        "a denier's account": float(bool(deniers[0] & new.parties or deniers[1] & old.parties)),
        "old in own voice": float(any(v.party is None for v in old.told)),
        "new in own voice": float(any(v.party is None for v in new.told)),
        "old contested": float(bool(old.contested)),
        "new contested": float(bool(new.contested)),
        "old plan": float(old.claim.plan),
        "new plan": float(new.claim.plan),
        "old widely told": float(min(len({v.statement.article for v in old.told}), _ARTICLES)),
        "new widely told": float(min(len({v.statement.article for v in new.told}), _ARTICLES)),
        "numbers apart": min(abs(math.log10(one.value / two.value)), _SCALE) if one and two else 0.0,
        "numbers exclude": float(bool(one and two and exclusive(one, two))),
        "numbers of one kind": float(bool(one and two and one_kind(one, two, language))),
        "numbers differ": max(_OTHER, min(numbers(x, y, setting).score for x, y in pairs)),
    }


def readable(old: Side, new: Side, setting: Setting) -> list[tuple[View, View]]:
    """The pairs of statements of two claims that the joint reader may be asked of, the most alike first."""
    pairs = [(x, y) for x in old.told[:SPEAKERS] for y in new.told[:SPEAKERS] if closely(x, y, setting)]
    once = {(x.plain, y.plain): (x, y) for x, y in reversed(pairs)}  # the first of each wording stays
    return sorted(once.values(), key=lambda pair: -meaning(pair[0], pair[1], setting).score)[:_READ]


def read(pairs: Sequence[tuple[View, View]], setting: Setting) -> dict[str, float]:
    """What the joint reader takes pairs of statements of two claims for, by the names in READ (-1 to 1 each): the
    likeliest pair, and all on the whole."""
    if setting.joint is None or not pairs:
        return dict.fromkeys(READ, -1.0)
    found = [together(setting.joint, *pair, setting.names) for pair in pairs]
    each = ([sureness(one.contradicts) for one in found], [sureness(one.updates) for one in found])
    return dict(zip(READ, (value for told in each for value in (max(told), sum(told) / len(told))), strict=True))


def stand(
    a: Side, b: Side, setting: Setting, middle: Floats, names: Mapping[str, str], language: str
) -> tuple[float, Relation] | None:
    """The likelier relation of two claims, with by how much it is likelier than it must be; None where none is."""
    old, new = in_order(a, b)
    seen = shown(old, new, setting, middle, language)
    odds = [base + _weighed(seen, kind) for kind, base in enumerate(BASE)]
    if not _reached(odds, _SWAYED):
        return None
    pairs = readable(old, new, setting)
    more = _told(pairs[:1], setting)
    if len(pairs) > 1 and _reached(odds, [value + _OPEN for value in more]):
        more = _told(pairs, setting)
    if not _reached(odds, more):
        return None
    contradicts, updates = (
        1 / (1 + math.exp(-value - told)) - least for value, told, least in zip(odds, more, LEAST, strict=True)
    )
    kind: Literal["contradicts", "updates"] = "contradicts" if contradicts > updates else "updates"
    tell = counted if seen["numbers exclude"] and seen["numbers of one kind"] else worded
    why = f"{tell(new, names)} / {tell(old, names)}"
    return max(contradicts, updates), Relation(a=new.claim.id, b=old.claim.id, kind=kind, why=why)


def _told(pairs: Sequence[tuple[View, View]], setting: Setting) -> list[float]:
    """What the joint reader adds to the log-odds of either relation."""
    found = read(pairs, setting)
    return [_weighed(found, kind) for kind in range(len(LEAST))]


def _reached(odds: Sequence[float], more: Sequence[float]) -> bool:
    """Whether a relation is likely enough, with `more` added to its log-odds."""
    return any(
        value + plus >= math.log(least / (1 - least)) for value, plus, least in zip(odds, more, LEAST, strict=True)
    )


def _weighed(seen: Mapping[str, float], kind: int) -> float:
    return sum(WEIGHTS[name][kind] * value for name, value in seen.items())


def in_order(a: Side, b: Side) -> tuple[Side, Side]:
    """Two claims, the one told first before the other."""
    one, two = ((side.first or math.inf, min(v.place for v in side.told)) for side in (a, b))
    return (a, b) if one <= two else (b, a)
