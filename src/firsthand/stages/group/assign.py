"""Articles → stories, in one pass over the stream: what comes later never moves what came before.

Average link: an article joins the story whose members it is on average most like, if it is like enough
for the time that has passed (Laban and Hearst 2017 chain windows in the same way).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log1p

from firsthand.ids import story_id
from firsthand.records import Article, Story
from firsthand.stages.group.vectors import Vector, vector
from firsthand.stages.group.window import stream

ALIKE = 0.15  # the average likeness (cosine) from which an article belongs to a story of the same day
PER_DAY = 0.08  # what each e-fold of days passed adds to it
UNDATED = 4  # days taken as passed when a date is not known
WINDOW = 12  # after so many days only rare names lead back to a story
PER_NAME = 0.07  # what each rare name that is shared takes from it
NAMES = 2  # rare names that must be shared then
LATE = 0.12  # the likeness that is needed always
COMMON = 400  # a term of more stories than this leads to none of them


@dataclass(slots=True)
class _Group:
    """A story while it grows."""

    last: int | None
    members: list[Article] = field(default_factory=list)
    vectors: list[Vector] = field(default_factory=list)
    total: dict[str, float] = field(default_factory=dict)
    rare: Counter[str] = field(default_factory=Counter)


def group(articles: Iterable[Article]) -> tuple[Story, ...]:
    """Every article in exactly one story, those of one event together; stories in order of their first article."""
    groups: list[_Group] = []
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for article, day in stream(articles):
        made = vector(article)
        place = _best(made, day, groups, holders)
        if place is None:
            place = len(groups)
            groups.append(_Group(last=day))
        _join(groups[place], article, made, day, place, holders)
    return tuple(_story(one) for one in groups)


def _best(made: Vector, day: int | None, groups: list[_Group], holders: defaultdict[str, list[int]]) -> int | None:
    """The story an article joins, or None."""
    sums: defaultdict[int, float] = defaultdict(float)
    for stem, weight in made.weights.items():
        for place in holders[stem][-COMMON:]:
            sums[place] += weight * groups[place].total[stem]
    best, most = None, 0.0
    for place, total in sums.items():
        one = groups[place]
        alike = total / len(one.members)
        if alike < LATE:
            continue
        passed = UNDATED if day is None or one.last is None else abs(day - one.last)
        names = len(made.rare & one.rare.keys())
        if passed > WINDOW and names < NAMES:
            continue
        needed = max(ALIKE + PER_DAY * log1p(passed) - PER_NAME * names, LATE)
        if alike - needed > most or (best is None and alike >= needed):
            best, most = place, alike - needed
    return best


def _join(
    one: _Group, article: Article, made: Vector, day: int | None, place: int, holders: defaultdict[str, list[int]]
) -> None:
    """Put an article into a story."""
    one.members.append(article)
    one.vectors.append(made)
    one.rare.update(made.rare)
    if day is not None:
        one.last = max(day, one.last or day)
    for stem, weight in made.weights.items():
        if stem not in one.total:
            holders[stem].append(place)
            one.total[stem] = 0.0
        one.total[stem] += weight


def _story(one: _Group) -> Story:
    """The record of a grown story, titled as its most central article."""
    ids = tuple(article.id for article in one.members)
    central = max(
        range(len(ids)),
        key=lambda i: (sum(w * one.total[s] for s, w in one.vectors[i].weights.items()), -i),
    )
    return Story(id=story_id(ids), title=_title(one.members[central]), articles=ids, claims=())


def _title(article: Article) -> str:
    """The article's title, or its first line of body."""
    if article.title:
        return article.title
    for part in article.parts:
        if part.kind in ("title", "body"):
            for line in article.text[part.start : part.end].splitlines():
                if line.strip():
                    return line.strip()
    return article.id
