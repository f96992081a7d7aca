"""Statements that are understood only with the one before them go to its claim."""

from collections.abc import Mapping, Sequence

from firsthand.stages.compare.pair import numbers
from firsthand.stages.compare.setting import Setting
from firsthand.stages.compare.view import View

_BACK = 2  # statements; one of another voice may stand between


def lean(clusters: Sequence[list[View]], setting: Setting) -> list[list[View]]:
    """The clusters, with those that hold one leaning statement (and its reprints) joined to what it leans on.

    A statement leans on the one before it in its article when the same party says it and it opens with a pronoun or
    goes on in the middle of a sentence. Numbers that clash keep them apart, and so does a person's decision.
    """
    home = {v.statement.id: i for i, cluster in enumerate(clusters) for v in cluster}
    at = {(v.statement.article, v.place): v for cluster in clusters for v in cluster}
    joined = [list(cluster) for cluster in clusters]
    for cluster in clusters:
        if len({v.plain for v in cluster}) > 1:
            continue
        for view in cluster:
            before = spoken_before(view, at)
            if before is None or not leans(before, view):
                continue
            mine, theirs = home[view.statement.id], home[before.statement.id]
            if mine == theirs or any(numbers(view, other, setting).score < -1 for other in joined[theirs]):
                continue
            if setting.decided.parts(joined[mine], joined[theirs]):
                continue
            for moved in joined[mine]:
                home[moved.statement.id] = theirs
            joined[theirs].extend(joined[mine])
            joined[mine] = []
            break
    return [cluster for cluster in joined if cluster]


def spoken_before(view: View, at: Mapping[tuple[str, int], View]) -> View | None:
    """What the same party said last before a statement, at most a few statements back; `at` by article and place."""
    for back in range(1, _BACK + 1):
        before = at.get((view.statement.article, view.place - back))
        if before is not None and before.party is not None and before.party == view.party:
            return before
    return None


def leans(before: View, view: View) -> bool:
    """Whether a statement needs the one before it: what a speaker says next is seldom the same thing."""
    return view.party is not None and view.party == before.party and view.leans
