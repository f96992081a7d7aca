"""How the claims of a story stand to each other; each relation with the words and values that it rests on."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

import numpy as np

from firsthand.records import Claim, Relation
from firsthand.stages.compare.candidates import candidates
from firsthand.stages.compare.oppose import opposition, succession
from firsthand.stages.compare.quantity import exclusive, one_kind
from firsthand.stages.compare.schedule import rescheduled
from firsthand.stages.compare.series import series
from firsthand.stages.compare.setting import Setting
from firsthand.stages.compare.side import Side, alike, counted, side_of
from firsthand.stages.compare.stand import stand
from firsthand.stages.compare.view import View

Group = tuple[list[View], list[View]]

_RIVALS = 0.8  # of the best overlap: a later claim may follow two plans


def relate(
    claims: Sequence[Claim], groups: Sequence[Group], setting: Setting, language: str, names: Mapping[str, str]
) -> list[Relation]:
    """The relations between the claims of one story, in the order of the claims; at most one for a pair of claims.

    Numbers first, then denials that give another account, opposite words, and what became of plans; then, where the
    statements of a story have vectors, what fitted weights find likely.
    """
    sides = [side_of(claim, *group) for claim, group in zip(claims, groups, strict=True)]
    found: dict[tuple[int, int], Relation] = {}
    for key, relation in (*series(sides, setting, names, language), *_accounts(sides, names, language)):
        found.setdefault(key, relation)
    follows: dict[str, list[tuple[float, tuple[int, int], Relation]]] = defaultdict(list)
    moved: dict[str, list[tuple[float, tuple[int, int], Relation]]] = defaultdict(list)
    pairs = near(sides)
    for key in sorted(pairs):
        if key in found:
            continue
        a, b = sides[key[0]], sides[key[1]]
        if (against := opposition(a, b, setting, names)) is not None:
            found[key] = against
        elif (later := succession(a, b, setting, names, language)) is not None:
            follows[later[1].a].append((later[0], key, later[1]))
        elif (later_day := rescheduled(a, b, names, language)) is not None:
            moved[later_day.b].append((alike(a, b, setting), key, later_day))
    for rows in follows.values():
        best = max(row[0] for row in rows)
        found.update({key: relation for like, key, relation in rows if like >= _RIVALS * best})
    for rows in moved.values():
        _, key, relation = max(rows, key=lambda row: row[0])
        found[key] = relation
    found.update(_likely(sides, pairs - found.keys(), [*found.values()], setting, names, language))
    return [found[key] for key in sorted(found)]


def near(sides: Sequence[Side]) -> set[tuple[int, int]]:
    """Pairs of places of claims that share telling words, the lower first."""
    flat = [(place, view) for place, side in enumerate(sides) for view in side.told[:4]]
    found = candidates([view for _, view in flat])
    pairs = {(min(flat[a][0], flat[b][0]), max(flat[a][0], flat[b][0])) for a, b in found}
    return {(a, b) for a, b in pairs if a != b}


def _likely(
    sides: Sequence[Side],
    pairs: Set[tuple[int, int]],
    found: Sequence[Relation],
    setting: Setting,
    names: Mapping[str, str],
    language: str,
) -> Iterator[tuple[tuple[int, int], Relation]]:
    """What fitted weights tell of pairs on which no rule does, likeliest first: a claim contradicts one other at most,
    updates one and is updated by one.

    One of the two is told in more than one article: of two remarks told once, as real news has many, few are related.
    """
    if not setting.meaning:
        return
    middle = np.mean([*setting.meaning.values()], axis=0)
    twice = [len({v.statement.article for v in (*side.told, *side.contested)}) > 1 for side in sides]
    rows = []
    for a, b in pairs:
        if not (twice[a] or twice[b]):
            continue
        if (likely := stand(sides[a], sides[b], setting, middle, names, language)) is not None:
            rows.append((-likely[0], (a, b), likely[1]))
    told = {end for relation in found for end in _ends(relation)}
    for _, key, relation in sorted(rows, key=lambda row: row[:2]):
        if told.isdisjoint(_ends(relation)):
            told.update(_ends(relation))
            yield key, relation


def _ends(relation: Relation) -> set[tuple[str, str]]:
    """The roles that two claims have in a relation."""
    if relation.kind == "contradicts":
        return {(relation.a, "against"), (relation.b, "against")}
    return {(relation.a, "later"), (relation.b, "earlier")}


def _accounts(sides: Sequence[Side], names: Mapping[str, str], language: str) -> list[tuple[tuple[int, int], Relation]]:
    """A denial that is followed by the denier's own number: the two claims contradict each other."""
    at = {(v.statement.article, v.place): p for p, side in enumerate(sides) for v in side.told}
    out = []
    for first, side in enumerate(sides):
        for denial in side.contested:
            for place in (denial.place + 1, denial.place - 1):
                second = at.get((denial.statement.article, place), first)
                own = sides[second]
                if second == first or denial.party is None or denial.party not in own.parties:
                    continue
                if not side.count or not own.count or not one_kind(side.count, own.count, language):
                    continue
                if exclusive(side.count, own.count):
                    key = (min(first, second), max(first, second))
                    why = f"{counted(own, names)} / {counted(side, names)}"
                    out.append((key, Relation(a=own.claim.id, b=side.claim.id, kind="contradicts", why=why)))
    return out
