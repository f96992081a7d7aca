"""Which statements of a story are worth comparing: an inverted index over their words, names and numbers."""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

import numpy as np

from firsthand.models.network import Floats
from firsthand.stages.compare.quantity import BY_CHANCE
from firsthand.stages.compare.view import View

_KEYS = 14  # terms of a statement that are looked up, the most telling first
_CROWD = 400  # a term of more statements than this tells nothing
_NUMBER = 8.0  # weight of a number that counts something
_KEEP = 24  # candidates kept for one statement
_NEAREST = 8  # and those most alike in meaning
_ASKED = 6  # of them those that a denial is held against: reading a pair takes long
_BACK = (1, 2, 3)  # statements from a denial back to what it denies in one article; eight give the same figures
CONTESTING = frozenset({"denies", "doubts"})


def candidates(views: Sequence[View], keep: int = _KEEP) -> set[tuple[int, int]]:
    """Pairs of positions in `views`, lower first: those that share the most telling words, and article neighbours.

    A statement gets at most `keep` partners and its neighbours, so that the number of pairs grows with the number of
    statements.
    """
    keys = [_keys(view) for view in views]
    values = [{f"{c.value:g}": _NUMBER for c in view.counts if c.value >= BY_CHANCE} for view in views]
    postings: dict[str, list[int]] = defaultdict(list)
    for place, terms in enumerate(keys):
        for term in {*terms, *values[place]}:
            postings[term].append(place)
    pairs: set[tuple[int, int]] = set()
    for place, terms in enumerate(keys):
        shared: dict[int, float] = defaultdict(float)
        for term in {*terms, *values[place]}:
            if len(postings[term]) <= _CROWD:
                weight = views[place].wording.weights.get(term, _NUMBER)
                for other in postings[term]:
                    shared[other] += weight
        shared.pop(place, None)
        best = sorted(shared, key=lambda other: (-shared[other], other))[:keep]
        pairs.update((min(place, other), max(place, other)) for other in best)
    return pairs | neighbours(views)


def deniable(views: Sequence[View], own: Set[int] = frozenset()) -> set[tuple[int, int]]:
    """Pairs of positions, a statement and a denial or doubt that may speak against it.

    Those in two articles that share telling words, and those that follow each other in one; `own` are the positions of
    denials with no word of denial. A party does not deny its own words.
    """
    answers = own | {place for place, view in enumerate(views) if view.statement.stance in CONTESTING}
    near = _both_ways(candidates(views, _ASKED)) if answers else set()
    found = {(one, two) for one, two in near if views[one].statement.article != views[two].statement.article}
    at = {(v.statement.article, v.place): place for place, v in enumerate(views)}
    beside = ((at.get((views[two].statement.article, views[two].place - s)), two) for two in answers for s in _BACK)
    found |= {(one, two) for one, two in beside if one is not None}
    found = {(one, two) for one, two in found if two in answers and views[one].statement.stance not in CONTESTING}
    return {(one, two) for one, two in found if views[two].party is None or views[one].party != views[two].party}


def answering(views: Sequence[View], known: Set[str] = frozenset()) -> list[tuple[int, int]]:
    """Pairs of positions, a statement and what another party is quoted with right behind it, which may deny something
    with no word of denial.

    What has a `known` stance stays what it is.
    """
    at = {(v.statement.article, v.place): place for place, v in enumerate(views)}
    pairs = []
    for place, view in enumerate(views):
        said, before = view.statement, at.get((view.statement.article, view.place - 1))
        if said.stance != "asserts" or said.quote == "none" or said.id in known:
            continue
        if before is None or view.party in (None, views[before].party):
            continue
        if views[before].statement.stance not in CONTESTING:
            pairs.append((before, place))
    return pairs


def _both_ways(pairs: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    return {pair for one, two in pairs for pair in ((one, two), (two, one))}


def neighbours(views: Sequence[View]) -> set[tuple[int, int]]:
    """Pairs of positions whose statements follow each other in one article."""
    at = {(v.statement.article, v.place): i for i, v in enumerate(views)}
    pairs: set[tuple[int, int]] = set()
    for (article, place), i in at.items():
        if (j := at.get((article, place + 1))) is not None:
            pairs.add((min(i, j), max(i, j)))
    return pairs


def nearest(vectors: Sequence[Floats]) -> set[tuple[int, int]]:
    """Pairs of positions, lower first: each statement and those most alike in meaning."""
    if len(vectors) < 2:
        return set()
    table = np.array(vectors)
    pairs: set[tuple[int, int]] = set()
    for place, vector in enumerate(table):
        alike = table @ vector
        alike[place] = -1.0
        best = np.argsort(-alike, kind="stable")[:_NEAREST]
        pairs.update((min(place, other), max(place, other)) for other in map(int, best) if other != place)
    return pairs


def _keys(view: View) -> list[str]:
    weights = view.wording.weights
    return sorted(weights, key=lambda term: (-weights[term], term))[:_KEYS]
