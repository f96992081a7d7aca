"""A claim as relations see it: who asserts it, when, what it counts; and how a reason names it."""

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from firsthand.records import Claim
from firsthand.stages.compare.pair import likeness
from firsthand.stages.compare.quantity import Counted
from firsthand.stages.compare.setting import Setting
from firsthand.stages.compare.times import named
from firsthand.stages.compare.view import View

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
SPEAKERS = 5  # statements that stand for a claim when claims are compared
_TIES = 2  # words or names that two claims must share to be about one matter
SAME_TIME = 1  # days between two statements that can be held against each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One claim with its asserting statements (`told`), the others (`contested`), its count and its first day.

    `past`: it names a year before the one in which it was told, so it tells of another event.
    """

    claim: Claim
    told: tuple[View, ...]
    contested: tuple[View, ...]
    count: Counted | None
    first: int | None
    past: bool
    parties: frozenset[str]


def side_of(claim: Claim, asserted: list[View], contested: list[View]) -> Side:
    """The side of one claim; a denial that speaks against no claim stands for its own."""
    told = asserted or contested
    days = [v.day for v in told if v.day is not None]
    return Side(
        claim=claim,
        told=tuple(told),
        contested=tuple(contested) if asserted else (),
        count=_count(claim, told),
        first=min(days) if days else None,
        past=bool(days) and _of_the_past(claim.text, date.fromordinal(min(days)).year),
        parties=frozenset(party(v) for v in told),
    )


def party(view: View) -> str:
    """Whose word a statement is: the speaker's organisation, else the article's own."""
    return view.party or view.statement.article


def at_one_time(a: Side, b: Side) -> bool:
    """Whether two parties told two claims of one time: of one day where both name days, else within a day."""
    one, two = ({(d.first, d.last) for v in side.told for d in named(v) if d.first == d.last} for side in (a, b))
    if one and two:
        return not one.isdisjoint(two) and any(party(x) != party(y) for x in a.told for y in b.told)
    if a.first is not None and b.first is not None and abs(a.first - b.first) > SAME_TIME:
        return False
    return any(
        x.day is not None and y.day is not None and abs(x.day - y.day) <= SAME_TIME and party(x) != party(y)
        for x in a.told
        for y in b.told
    )


def in_turn(a: Side, b: Side) -> tuple[Side, Side] | None:
    """The claim told later and the one told earlier; None where days do not tell or one is of the past."""
    if a.first is None or b.first is None or a.first == b.first or a.past or b.past:
        return None
    return (a, b) if a.first > b.first else (b, a)


def attributed(a: Side, b: Side) -> bool:
    """Whether at least one of two claims has a speaker: two papers' own words are not set against each other."""
    return any(v.party is not None for side in (a, b) for v in (*side.told, *side.contested))


def alike(a: Side, b: Side, setting: Setting) -> float:
    """The greatest likeness of statements of two claims."""
    return max(likeness(x, y, setting) for x in a.told[:SPEAKERS] for y in b.told[:SPEAKERS])


def matter(x: View, y: View, setting: Setting) -> float:
    """The overlap of two statements in what they tell, names apart (0 to 1)."""
    proper = x.wording.names | y.wording.names
    left, right = ({t: w for t, w in setting.telling[v.statement.id][0].items() if t not in proper} for v in (x, y))
    shared = [t for t in left if t in right]
    common = sum(left[t] for t in shared)
    if not common or len(shared) + len(x.wording.names & y.wording.names) < _TIES:
        return 0.0
    mine, theirs = float(sum(left.values())), float(sum(right.values()))
    return (common / math.sqrt(mine * theirs) + common / min(mine, theirs)) / 2


def counted(side: Side, names: Mapping[str, str]) -> str:
    """A claim in a reason about numbers: its number and unit, who says it, when."""
    count = side.count
    what = f"{amount(count.value)} {count.unit or count.kind}".strip() if count else f"“{side.claim.text}”"
    return _told(what, side, names)


def worded(side: Side, names: Mapping[str, str]) -> str:
    """A claim in a reason about words: the claim, who says it, when."""
    return _told(f"“{side.claim.text}”", side, names)


def _told(what: str, side: Side, names: Mapping[str, str]) -> str:
    who = next((names[source] for v in side.told if (source := v.statement.source) and source in names), "")
    when = date.fromordinal(side.first).isoformat() if side.first else ""
    return ", ".join(part for part in (what, who, when) if part)


def amount(value: float) -> str:
    """A number as a reason writes it.

    >>> amount(1900.0), amount(4.5)
    ('1,900', '4.5')
    """
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def _of_the_past(text: str, year: int) -> bool:
    return any(int(found) < year - 1 for found in _YEAR.findall(text))


def _count(claim: Claim, told: list[View]) -> Counted | None:
    """The count that most statements of a claim give; the clearest statement's where they are even."""
    ordered = sorted(told, key=lambda v: v.statement.text != claim.text)
    found = [c for v in ordered for c in v.counts if not c.minor and not c.part and c.value > 0]
    found = [c for c in found if c.kind] or found
    if not found:
        return None
    votes = Counter((c.kind, c.value) for c in found)
    kind, value = max(votes, key=lambda key: votes[key])
    return next(c for c in found if (c.kind, c.value) == (kind, value))
