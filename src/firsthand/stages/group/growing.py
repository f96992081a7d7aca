"""What is known while the stream runs: stories that grow, and where their terms and rare names lead."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from firsthand.stages.group.sketch import Sketch
from firsthand.stages.group.vectors import Vector

WINDOW = 12  # after so many days only rare names lead back to a story
COMMON = 400  # a term of more stories than this leads to the latest of them only


class Member(NamedTuple):
    """An article of a story, with its place in the stream."""

    place: int
    sketch: Sketch

    @property
    def made(self) -> Vector:
        """What it is about."""
        return self.sketch.made

    @property
    def day(self) -> int | None:
        """When it came; None when not known."""
        return self.sketch.day


@dataclass(slots=True)
class Growing:
    """A story so far: its articles, the sum of their terms, and how often one of them writes a rare name at most.

    `first` and `last` are its earliest and latest days; None while none of its articles is dated.
    """

    first: int | None = None
    last: int | None = None
    members: list[Member] = field(default_factory=list)
    total: dict[str, float] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Stream:
    """The stories so far, and those that hold each term: ever, and in the last WINDOW days or undated.

    A story that became part of another keeps its number and has no articles.
    """

    stories: list[Growing] = field(default_factory=list)
    articles: int = 0
    every: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    recent: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    named: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


def holders(term: str, day: int | None, known: Stream) -> list[int]:
    """The stories that hold a term: those of the WINDOW before a day, or all when the day is not known.

    Of a term of very many stories only the latest COMMON, so that the work for an article does not grow with the pile.
    """
    if day is None:
        return known.every[term][-COMMON:]
    first = day - WINDOW
    latest = known.recent[term][-COMMON:]
    known.recent[term] = [n for n in latest if (last := known.stories[n].last) is None or last >= first]
    return known.recent[term]


def join(number: int, member: Member, known: Stream) -> None:
    """Put an article into the story of this number; an undated one leaves the story's time as it was."""
    one, made, day = known.stories[number], member.made, member.day
    back = day is not None and one.last is not None and day - one.last > WINDOW  # the story was out of the window
    known.articles += 1
    one.members.append(member)
    _stretch(one, day, day)
    _name(number, made.names, known)
    fresh = [stem for stem in made.weights if stem not in one.total]
    add(one.total, made.weights)
    for stem in fresh:
        known.every[stem].append(number)
    for stem in one.total if back else fresh:
        if not back or number not in known.recent[stem]:
            known.recent[stem].append(number)


def absorb(number: int, other: int, known: Stream) -> None:
    """Make the story numbered `other` part of the one numbered `number`."""
    one, gone = known.stories[number], known.stories[other]
    known.stories[other] = Growing()
    one.members = sorted(one.members + gone.members, key=lambda member: member.place)
    _stretch(one, gone.first, gone.last)
    _name(number, gone.names, known)
    add(one.total, gone.total)
    for index, keys in ((known.named, gone.names), (known.every, gone.total), (known.recent, one.total)):
        for key in keys:
            index[key] = [n for n in index[key] if n not in (number, other)] + [number]


def add(total: dict[str, float], more: dict[str, float]) -> None:
    """Add weights to a sum."""
    for stem, weight in more.items():
        total[stem] = total.get(stem, 0.0) + weight


def product(some: dict[str, float], others: dict[str, float]) -> float:
    """The inner product of two weighted bags: the sum of the likenesses between the articles in them."""
    few, many = (some, others) if len(some) <= len(others) else (others, some)
    return sum(weight * many[stem] for stem, weight in few.items() if stem in many)


def _stretch(one: Growing, first: int | None, last: int | None) -> None:
    """Make a story's time reach over more days."""
    if first is not None and last is not None:
        one.first = first if one.first is None else min(first, one.first)
        one.last = last if one.last is None else max(last, one.last)


def _name(number: int, names: dict[str, int], known: Stream) -> None:
    """Note that a story holds rare names."""
    one = known.stories[number]
    for name, count in names.items():
        if name not in one.names:
            known.named[name].append(number)
        one.names[name] = max(count, one.names.get(name, 0))
