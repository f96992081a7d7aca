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
    """A story while it grows; `last` is the day of its latest article."""

    last: int | None
    members: list[Article] = field(default_factory=list)
    vectors: list[Vector] = field(default_factory=list)
    total: dict[str, float] = field(default_factory=dict)
    rare: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Stream:
    """The stories so far, and for each term those that hold it: all, and those of the last WINDOW days or undated."""

    groups: list[_Group] = field(default_factory=list)
    every: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    recent: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


def group(articles: Iterable[Article]) -> tuple[Story, ...]:
    """Every article in exactly one story, those of one event together; stories in order of their first article."""
    known = _Stream()
    for article, day in stream(articles):
        made = vector(article)
        place = _best(made, day, known)
        if place is None:
            place = len(known.groups)
            known.groups.append(_Group(last=day))
        _join(place, article, made, day, known)
    return tuple(_story(one) for one in known.groups)


def _best(made: Vector, day: int | None, known: _Stream) -> int | None:
    """The story an article joins, or None."""
    best, most = None, 0.0
    for place, total in _likenesses(made, day, known).items():
        one = known.groups[place]
        alike = total / len(one.members)
        if alike < LATE:
            continue
        passed = UNDATED if day is None or one.last is None else abs(day - one.last)
        names = len(made.rare & one.rare)
        if passed > WINDOW and names < NAMES:
            continue
        needed = max(ALIKE + PER_DAY * log1p(passed) - PER_NAME * names, LATE)
        if alike >= needed and (best is None or alike - needed > most):
            best, most = place, alike - needed
    return best


def _likenesses(made: Vector, day: int | None, known: _Stream) -> dict[int, float]:
    """The sum of the likenesses of an article to a story's members, for the stories it could join."""
    sums: defaultdict[int, float] = defaultdict(float)
    for stem, weight in made.weights.items():
        if day is None:
            holders = known.every[stem][-COMMON:]
        else:
            first = day - WINDOW
            holders = [p for p in known.recent[stem] if (last := known.groups[p].last) is None or last >= first]
            known.recent[stem] = holders
        for place in holders:
            sums[place] += weight * known.groups[place].total[stem]
    if day is not None:
        far = Counter(place for stem in made.rare for place in known.every[stem] if place not in sums)
        for place, names in far.items():
            if names >= NAMES:
                total = known.groups[place].total
                sums[place] = sum(w * total[s] for s, w in made.weights.items() if s in total)
    return sums


def _join(place: int, article: Article, made: Vector, day: int | None, known: _Stream) -> None:
    """Put an article into a story."""
    one = known.groups[place]
    back = day is not None and one.last is not None and day - one.last > WINDOW  # the story was out of the window
    one.members.append(article)
    one.vectors.append(made)
    one.rare |= made.rare
    if day is not None:
        one.last = max(day, one.last or day)
    fresh = [stem for stem in made.weights if stem not in one.total]
    for stem, weight in made.weights.items():
        one.total[stem] = one.total.get(stem, 0.0) + weight
    for stem in fresh:
        known.every[stem].append(place)
    for stem in one.total if back else fresh:
        if not back or place not in known.recent[stem]:
            known.recent[stem].append(place)


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
