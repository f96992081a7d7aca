"""Entities and their merges → groups, each one actor; what the names file says goes first and is never undone."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from firsthand.stages.resolve.overrule import WHY, Classes, Overruling


class Merge(NamedTuple):
    """Entities `one` and `two` (indices in the pile) are one actor."""

    one: int
    two: int
    score: float
    why: str


def grouped(
    classes: Sequence[Classes], found: Iterable[Merge], given: Overruling
) -> tuple[list[list[int]], list[list[Merge]]]:
    """The entities of each actor in the pile's order, and the merges that made each.

    `classes[n]` are the classes of entity n in the names file. Merges count in the order they are given: one that
    would bring together what the names file keeps apart, also by way of others, is left out.
    """
    parent = list(range(len(classes)))
    borne = dict(enumerate(classes))
    kept: list[Merge] = []

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for merge in (*asked(classes), *found):
        one, two = sorted((root(merge.one), root(merge.two)))
        if one == two or given.forbid(borne[one], borne[two]):
            continue
        parent[two] = one
        borne[one] |= borne[two]
        kept.append(merge)
    groups: dict[int, list[int]] = {}
    for n in range(len(parent)):
        groups.setdefault(root(n), []).append(n)
    by: dict[int, list[Merge]] = {r: [] for r in groups}
    for merge in kept:
        by[root(merge.one)].append(merge)
    return list(groups.values()), list(by.values())


def asked(classes: Sequence[Classes]) -> list[Merge]:
    """The merges that the names file asks for."""
    first: dict[int, int] = {}
    return [
        Merge(first[c], n, 1.0, WHY) for n, borne in enumerate(classes) for c in borne if first.setdefault(c, n) != n
    ]
