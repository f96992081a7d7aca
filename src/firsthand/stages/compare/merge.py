"""Pairs → clusters: average link over scored pairs, never across a pair that must stay apart."""

from collections.abc import Callable, Iterable, Sequence

from firsthand.hints import joined

_SAMPLE = 5  # members of a cluster that speak for it
_EASE = 0.8  # the mean may be this much lower than the best pair
_ODD = 2.5  # a pair counts as no further from `least` than this: one odd member of a cluster does not decide
_FORBIDDEN = -15.0  # a pair score below this keeps two clusters apart


def merge(
    size: int,
    edges: Sequence[tuple[float, int, int]],
    score: Callable[[int, int], float],
    least: float,
    bound: Sequence[Sequence[int]] = (),
    parts: Callable[[Sequence[int], Sequence[int]], bool] = lambda some, others: False,
) -> list[list[int]]:
    """Clusters of the items 0 … size−1, each sorted, in order of their first item.

    `edges` are (score, item, item); the best are tried first. Two clusters join when the mean score of a few members
    of each nearly reaches `least` and no pair among them is forbidden. A chain of likenesses does not join its ends.
    Before that the items of each list in `bound` are joined, whatever they score; clusters that `parts` never join.
    """
    home = list(range(size))
    members = {i: [i] for i in range(size)}
    for first, *others in bound:
        for other in others:
            home[other] = first
            members[first] += members.pop(other)
    for strength, a, b in sorted(edges, key=lambda e: (-e[0], e[1], e[2])):
        if strength < least:
            break
        left, right = home[a], home[b]
        if left == right or parts(members[left], members[right]):
            continue
        seen = [score(x, y) for x in _speakers(members[left], a) for y in _speakers(members[right], b)]
        if min(seen) < _FORBIDDEN or sum([_bounded(s, least) for s in seen]) / len(seen) < least - _EASE:
            continue
        for item in members[right]:
            home[item] = left
        members[left].extend(members.pop(right))
    return sorted(sorted(items) for items in members.values())


def outsiders(
    clusters: Sequence[Sequence[int]],
    edges: Iterable[tuple[float, int, int]],
    sure: float,
    bound: Sequence[Sequence[int]] = (),
) -> set[int]:
    """The items that no chain of pairs of at least `sure` ties to the core of their cluster, its largest part so tied.

    The items of a list in `bound` are tied. Of parts of one size the first is the core.
    """
    ties = [(a, b) for strength, a, b in edges if strength >= sure]
    home = joined([*ties, *((first, other) for first, *others in bound for other in others)])
    out: set[int] = set()
    for items in clusters:
        parts: dict[int, list[int]] = {}
        for item in items:
            parts.setdefault(home.get(item, item), []).append(item)
        core = max(parts.values(), key=len)
        out.update(item for part in parts.values() if part is not core for item in part)
    return out


def _bounded(score: float, least: float) -> float:
    return min(max(score, least - _ODD), least + _ODD)


def _speakers(items: list[int], asked: int) -> list[int]:
    """The item that the edge is about and the first others."""
    return [asked, *(i for i in items[:_SAMPLE] if i != asked)][:_SAMPLE]
