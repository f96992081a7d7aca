"""Citations that come round: an organisation cites the newspaper that cites the organisation.

Each seems to confirm the other, and nobody outside the circle told it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from firsthand.records import Statement
from firsthand.stages.count.fold import Link, Pile

_ROUNDS = 40  # circles looked at in one claim: there may be very many in a dense one


class Cites(NamedTuple):
    """`by` has it from `of`: so `statement` shows, in which `first` is who said it first."""

    by: str
    of: str
    first: str
    statement: Statement


def circles(told: Sequence[Statement], known: Pile) -> list[Link]:
    """The statements of one claim that show a circle of citations, each led back to the first of them.

    Only where everyone whom they name as the first speaker is in the circle, and two articles show it.
    """
    cites: dict[str, dict[str, Cites]] = defaultdict(dict)
    for statement in told:
        for one in _citations(statement, known):
            cites[one.by].setdefault(one.of, one)
    links = []
    for _ in range(_ROUNDS):
        circle = _circle(cites)
        if not circle:
            break
        inside = {one.by for one in circle}
        outside = next((one for one in circle if one.first not in inside), None)
        del cites[(outside or circle[0]).by][(outside or circle[0]).of]
        if outside is None and len({one.statement.article for one in circle}) > 1:
            why = f"citations come round: {', '.join(_shown(one, known) for one in circle)}"
            start = circle[0].statement.id
            links += [Link(one.statement.id, start, why, True) for one in circle if one.statement.id != start]
    return links


def _citations(statement: Statement, known: Pile) -> Iterator[Cites]:
    """Who cites whom: each hand of the chain the one before it, and the outlet the last, but not for its own words."""
    hands = [known.parties.get(hand, hand) for hand in statement.chain]
    if not hands:
        return
    outlets = {known.parties.get(one, one) for one in known.publishers.get(statement.article, ())}
    for of, by in pairwise(hands):
        if by != of:
            yield Cites(by, of, hands[0], statement)
    if hands[0] not in outlets and hands[-1] not in outlets:
        for outlet in sorted(outlets):
            yield Cites(outlet, hands[-1], hands[0], statement)


def _circle(cites: Mapping[str, Mapping[str, Cites]]) -> list[Cites]:
    """A circle of citations, or nothing: who cites nobody, or only such, is in none."""
    cited_by: dict[str, list[str]] = defaultdict(list)
    left = {by: len(rows) for by, rows in cites.items() if rows}
    for by, rows in cites.items():
        for of in rows:
            cited_by[of].append(by)
    ends = [of for of in cited_by if of not in left]
    while ends:
        for by in cited_by[ends.pop()]:
            left[by] -= 1
            if not left[by]:
                del left[by]
                ends.append(by)
    if not left:
        return []
    at = min(left)
    path: dict[str, Cites] = {}
    while at not in path:
        path[at] = next(one for of, one in sorted(cites[at].items()) if of in left)
        at = path[at].of
    walked = list(path.values())
    return walked[list(path).index(at) :]


def _shown(one: Cites, known: Pile) -> str:
    """A citation in a reason."""
    by, of = (known.actors[party].name if party in known.actors else party for party in (one.by, one.of))
    return f"{by} credits {of} ({one.statement.id})"
