"""How the claims of a story stand to each other; each relation with the words and values that it rests on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from firsthand.records import Claim, Relation
from firsthand.stages.compare.candidates import candidates
from firsthand.stages.compare.oppose import opposition, succession
from firsthand.stages.compare.quantity import exclusive, one_kind
from firsthand.stages.compare.schedule import rescheduled
from firsthand.stages.compare.series import series
from firsthand.stages.compare.setting import Setting
from firsthand.stages.compare.side import Side, counted, side_of
from firsthand.stages.compare.view import View

Group = tuple[list[View], list[View]]

_RIVALS = 0.8  # of the best overlap: a later claim may follow two plans


def relate(
    claims: Sequence[Claim], groups: Sequence[Group], setting: Setting, language: str, names: Mapping[str, str]
) -> list[Relation]:
    """The relations between the claims of one story, in the order of the claims; at most one for a pair of claims.

    Numbers first, then denials that give another account, opposite words, and what became of plans.
    """
    sides = [side_of(claim, *group) for claim, group in zip(claims, groups, strict=True)]
    found: dict[tuple[int, int], Relation] = {}
    for key, relation in (*series(sides, setting, names, language), *_accounts(sides, names, language)):
        found.setdefault(key, relation)
    follows: dict[str, list[tuple[float, tuple[int, int], Relation]]] = defaultdict(list)
    for key in _pairs(sides):
        if key in found:
            continue
        a, b = sides[key[0]], sides[key[1]]
        if (against := opposition(a, b, setting, names)) is not None:
            found[key] = against
        elif (later := succession(a, b, setting, names, language)) is not None:
            follows[later[1].a].append((later[0], key, later[1]))
        elif (moved := rescheduled(a, b, names, language)) is not None:
            found[key] = moved
    for rows in follows.values():
        best = max(row[0] for row in rows)
        found.update({key: relation for like, key, relation in rows if like >= _RIVALS * best})
    return [found[key] for key in sorted(found)]


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


def _pairs(sides: Sequence[Side]) -> list[tuple[int, int]]:
    """Pairs of claims that share telling words."""
    flat = [(place, view) for place, side in enumerate(sides) for view in side.told[:4]]
    near = candidates([view for _, view in flat])
    pairs = {(min(flat[a][0], flat[b][0]), max(flat[a][0], flat[b][0])) for a, b in near}
    return sorted((a, b) for a, b in pairs if a != b)
