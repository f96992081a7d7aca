"""Which stories are compared together: those that name the same rare people and things are, most likely, one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import inf

from firsthand.records import Story
from firsthand.stages.compare.decided import Decided
from firsthand.stages.compare.view import View

_RARE = 3  # stories at most that a telling name stands in
_UNUSUAL = 8.0  # weight of a name that hardly any news uses; two stories that use it often share their matter
_USES = 2  # statements of a story that hold such a name
_NAME = 3.5  # weight of the other name that they share
_MOST = 60  # articles of stories compared together


def blocks(read: Mapping[str, View], stories: Sequence[Story], decided: Decided = Decided()) -> list[list[View]]:
    """The statements by story, stories that share rare names joined; an article without a story stands alone.

    Stories with statements of which a person says that they make one claim are joined too, however large they are.

    Grouping looks at whole articles and keeps a late follow-up or an undated brief apart; what they say may still be
    about the claims of another story.
    """
    home = {article: story.id for story in stories for article in story.articles}
    by_story: dict[str, list[View]] = defaultdict(list)
    for view in read.values():
        by_story[home.get(view.statement.article, view.statement.article)].append(view)
    size = {story: len({v.statement.article for v in held}) for story, held in by_story.items()}
    top = {story: story for story in by_story}

    def root(story: str) -> str:
        while top[story] != story:
            story = top[story]
        return story

    views = list(read.values())
    stands = [home.get(view.statement.article, view.statement.article) for view in views]
    told = [(stands[first], stands[n], inf) for first, *others in decided.bound(views) for n in others]
    for one, two, most in (*told, *((one, two, _MOST) for one, two in _pairs(by_story))):
        left, right = root(one), root(two)
        if left != right and size[left] + size[right] <= most:
            top[right] = left
            size[left] += size[right]
    out: dict[str, list[View]] = defaultdict(list)
    for story, held in by_story.items():
        out[root(story)].extend(held)
    return list(out.values())


def _pairs(by_story: Mapping[str, Sequence[View]]) -> list[tuple[str, str]]:
    """Pairs of stories that both dwell on a rare name, and share another."""
    places: dict[str, list[str]] = defaultdict(list)
    named: dict[str, set[str]] = {}
    for story, held in by_story.items():
        uses: dict[str, int] = defaultdict(int)
        for view in held:
            for name in view.wording.names:
                if not name.isdecimal() and view.wording.weights[name] >= _NAME:
                    uses[name] += 1 if view.wording.weights[name] >= _UNUSUAL else 0
        named[story] = set(uses)
        for name, count in uses.items():
            if count >= _USES:
                places[name].append(story)
    found: dict[tuple[str, str], None] = {}
    for held_by in places.values():
        if 1 < len(held_by) <= _RARE:
            for at, one in enumerate(held_by):
                for two in held_by[at + 1 :]:
                    if len(named[one] & named[two]) > 1:
                        found[one, two] = None
    return list(found)
