"""How claims stand to each other: contradicts, updates, supports; each with the spans and values it rests on."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from firsthand.records import Claim, Relation
from firsthand.stages.compare.candidates import candidates
from firsthand.stages.compare.outcome import outcome
from firsthand.stages.compare.pair import Setting, overlap
from firsthand.stages.compare.quantity import Counted, compatible, exclusive, main_count
from firsthand.stages.compare.view import View

_SAME_TIME = 1  # days between two counts that can still be held against each other
_LIKE = 0.25  # overlap from which two claims are about one thing
_CLOSE = 0.35  # overlap from which a later claim tells what became of a plan

Group = tuple[list[View], list[View]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One claim as the relations see it: its asserting statements, its main count, first and last day."""

    claim: Claim
    told: tuple[View, ...]
    contested: tuple[View, ...]
    count: Counted | None
    first: int | None
    parties: frozenset[str]


def relate(
    claims: Sequence[Claim], groups: Sequence[Group], setting: Setting, language: str, names: Mapping[str, str]
) -> list[Relation]:
    """The relations between the claims of one story, in the order of the claims; at most one for a pair of claims."""
    sides = [_side(claim, group) for claim, group in zip(claims, groups, strict=True)]
    found: dict[tuple[int, int], Relation] = {}
    for relation in _series(sides, setting, names):
        found.setdefault(relation[0], relation[1])
    for a, b in _pairs(sides):
        if (a, b) not in found and (relation := _words(sides[a], sides[b], setting, language, names)) is not None:
            found[a, b] = relation
    return [found[key] for key in sorted(found)]


def _side(claim: Claim, group: Group) -> Side:
    told = group[0] or group[1]
    days = [v.day for v in told if v.day is not None]
    clearest = next(v for v in told if v.statement.text == claim.text)
    counts = [c for v in (clearest, *told) if (c := main_count(v.counts)) is not None]
    return Side(
        claim=claim,
        told=tuple(told),
        contested=tuple(group[1]) if group[0] else (),
        count=counts[0] if counts else None,
        first=min(days) if days else None,
        parties=frozenset(v.party or v.statement.article for v in told),
    )


def _series(sides: Sequence[Side], setting: Setting, names: Mapping[str, str]) -> Iterator[tuple[tuple[int, int], Relation]]:
    """Claims that count one thing, in time: other numbers at one time contradict, a later number updates the last."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for place, side in enumerate(sides):
        if side.count is not None and side.count.kind and side.first is not None:
            kinds[side.count.kind].append(place)
    for places in kinds.values():
        ordered = sorted(places, key=lambda p: (sides[p].first or 0, sides[p].count.value if sides[p].count else 0))
        for at, later in enumerate(ordered):
            yield from _against_earlier(sides, later, ordered[max(0, at - 8) : at], setting, names)


def _against_earlier(
    sides: Sequence[Side], later: int, earlier: Sequence[int], setting: Setting, names: Mapping[str, str]
) -> Iterator[tuple[tuple[int, int], Relation]]:
    new = sides[later]
    updated = False
    for before in reversed(earlier):
        old = sides[before]
        if new.count is None or old.count is None or compatible(new.count, old.count) or not _alike(new, old, setting):
            continue
        key = (min(later, before), max(later, before))
        if _at_one_time(new, old) and not new.parties & old.parties:
            if exclusive(new.count, old.count):
                yield key, _relation("contradicts", new, old, _both(new, old, names))
        elif not updated and (not _at_one_time(new, old) or new.parties & old.parties):
            updated = True
            yield key, _relation("updates", new, old, _both(new, old, names))


def _pairs(sides: Sequence[Side]) -> list[tuple[int, int]]:
    """Pairs of claims that share telling words."""
    flat = [(place, view) for place, side in enumerate(sides) for view in (*side.told[:4], *side.contested[:2])]
    pairs = {
        (min(flat[a][0], flat[b][0]), max(flat[a][0], flat[b][0])) for a, b in candidates([view for _, view in flat])
    }
    return sorted((a, b) for a, b in pairs if a != b)


def _words(a: Side, b: Side, setting: Setting, language: str, names: Mapping[str, str]) -> Relation | None:
    """What words alone show: opposites, a plan and what became of it."""
    alike = max(overlap(x, y, setting).score for x in a.told[:4] for y in b.told[:4])
    new, old = (a, b) if (a.first or 0) >= (b.first or 0) else (b, a)
    later = new.first is not None and old.first is not None and new.first > old.first
    if alike >= _CLOSE and later and (why := outcome(new.told, old.told, language)):
        return _relation("updates", new, old, f"{_place(new, names)}: {why} / {_place(old, names)}")
    if alike >= _LIKE and not a.parties & b.parties and (why := _opposed(a, b)):
        return _relation("contradicts", a, b, f"{_place(a, names)} / {_place(b, names)}: {why}")
    return None


def _opposed(a: Side, b: Side) -> str:
    """The pair of opposites that every clear pair of statements is split over, "" for none."""
    for x in a.told[:4]:
        for y in b.told[:4]:
            one, two = x.wording.sides, y.wording.sides
            against = [d for d in one if one[d] * two.get(d, 0) < 0]
            if against and not any(one[d] * two.get(d, 0) > 0 for d in one):
                return ", ".join(against)
    return ""


def _alike(a: Side, b: Side, setting: Setting) -> bool:
    return any(overlap(x, y, setting).score > 0.1 for x in a.told[:4] for y in b.told[:4])


def _at_one_time(a: Side, b: Side) -> bool:
    return any(
        x.day is not None and y.day is not None and abs(x.day - y.day) <= _SAME_TIME for x in a.told for y in b.told
    )


def _relation(kind: str, a: Side, b: Side, why: str) -> Relation:
    return Relation(a=a.claim.id, b=b.claim.id, kind="updates" if kind == "updates" else "contradicts", why=why)


def _both(a: Side, b: Side, names: Mapping[str, str]) -> str:
    return f"{_place(a, names)} / {_place(b, names)}"


def _place(side: Side, names: Mapping[str, str]) -> str:
    """A claim in a reason: number and unit or its own words, who says it, when."""
    view = side.told[0]
    count = side.count
    what = f"{count.value:g} {count.unit or count.kind}".strip() if count else f"“{side.claim.text}”"
    who = names.get(view.statement.source or "", "")
    when = date.fromordinal(side.first).isoformat() if side.first else ""
    return ", ".join(part for part in (what, who, when) if part)
