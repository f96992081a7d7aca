"""How likely two claims of a story contradict or update each other: what both show, by fitted weights.

It is asked where no rule tells how two claims stand to each other.
"""

import math
from collections.abc import Mapping
from typing import Literal, NamedTuple

from firsthand.models.network import Floats
from firsthand.records import Relation
from firsthand.stages.compare.joint.read import together
from firsthand.stages.compare.pair import closely, meaning, numbers, overlap, sureness
from firsthand.stages.compare.quantity import exclusive, one_kind
from firsthand.stages.compare.setting import Setting
from firsthand.stages.compare.side import SPEAKERS, Side, counted, worded

_DAYS, _ARTICLES, _SCALE, _OTHER = 20, 4, 3.0, -2.0  # more days, articles, tens and other numbers tell no more
_FAR = 9  # statements apart, for claims of two articles


class Weights(NamedTuple):
    """A number for either relation."""

    contradicts: float
    updates: float


LEAST = Weights(0.4, 0.3)  # a relation is told from these shares on
# What a unit of each feature adds to the log-odds of a relation; benchmarks/relation_weights.py fits them.
WEIGHTS: Mapping[str, Weights] = {
    "alike": Weights(4.71, -0.84),
    "alike on the whole": Weights(3.92, 2.71),
    "more alike than usual": Weights(1.93, 5.27),
    "shared words": Weights(1.29, 2.30),
    "in one article": Weights(-0.16, -1.10),
    "beside each other": Weights(1.40, 0.08),
    "days between": Weights(-0.14, -0.11),
    "on one day": Weights(-0.29, -0.67),
    "one party": Weights(-0.27, 1.13),
    "a denier's account": Weights(0.87, -2.24),
    "old in own voice": Weights(-0.54, -0.84),
    "new in own voice": Weights(-0.68, -0.10),
    "old contested": Weights(-0.17, -0.84),
    "new contested": Weights(-1.10, 0.14),
    "old plan": Weights(-0.26, 0.14),
    "new plan": Weights(0.32, -0.92),
    "old widely told": Weights(0.27, 0.27),
    "new widely told": Weights(0.46, 0.33),
    "numbers apart": Weights(-0.70, -0.11),
    "numbers exclude": Weights(1.04, 0.04),
    "numbers of one kind": Weights(0.20, 0.06),
    "numbers differ": Weights(-0.22, 0.07),
    "read as contradicting": Weights(3.10, -0.38),
    "read as updating": Weights(-0.98, 3.79),
}
BASE = Weights(-8.67, -4.80)
READ = ("read as contradicting", "read as updating")  # the last of them
SWAY = 0.5  # what the joint reader would have to say (-1 to 1) for a relation, at most; else it is not asked


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


def read(old: Side, new: Side, setting: Setting) -> dict[str, float]:
    """What the joint reader takes the two statements for that are most alike, by the names in READ (-1 to 1 each)."""
    pairs = [(x, y) for x in old.told[:SPEAKERS] for y in new.told[:SPEAKERS] if closely(x, y, setting)]
    if setting.joint is None or not pairs:
        return dict.fromkeys(READ, -1.0)
    found = together(
        setting.joint, *max(pairs, key=lambda pair: meaning(pair[0], pair[1], setting).score), setting.names
    )
    return dict(zip(READ, map(sureness, (found.contradicts, found.updates)), strict=True))


def stand(
    a: Side, b: Side, setting: Setting, middle: Floats, names: Mapping[str, str], language: str
) -> tuple[float, Relation] | None:
    """The likelier relation of two claims, with by how much it is likelier than it must be; None where none is."""
    old, new = in_order(a, b)
    seen = shown(old, new, setting, middle, language)
    odds = [base + _weighed(seen, kind) for kind, base in enumerate(BASE)]
    most = [value + SWAY * max(WEIGHTS[name][kind] for name in READ) for kind, value in enumerate(odds)]
    if all(value < math.log(least / (1 - least)) for value, least in zip(most, LEAST, strict=True)):
        return None
    told = read(old, new, setting)
    odds = [value + _weighed(told, kind) for kind, value in enumerate(odds)]
    contradicts, updates = (1 / (1 + math.exp(-value)) - least for value, least in zip(odds, LEAST, strict=True))
    if max(contradicts, updates) < 0:
        return None
    kind: Literal["contradicts", "updates"] = "contradicts" if contradicts > updates else "updates"
    tell = counted if seen["numbers exclude"] and seen["numbers of one kind"] else worded
    why = f"{tell(new, names)} / {tell(old, names)}"
    return max(contradicts, updates), Relation(a=new.claim.id, b=old.claim.id, kind=kind, why=why)


def _weighed(seen: Mapping[str, float], kind: int) -> float:
    return sum(WEIGHTS[name][kind] * value for name, value in seen.items())


def in_order(a: Side, b: Side) -> tuple[Side, Side]:
    """Two claims, the one told first before the other."""
    one, two = ((side.first or math.inf, min(v.place for v in side.told)) for side in (a, b))
    return (a, b) if one <= two else (b, a)
