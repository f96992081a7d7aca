"""What is known while the stream runs: stories that grow, and where their terms and rare names lead."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from firsthand.records import Article
from firsthand.stages.group.vectors import Vector

WINDOW = 12  # after so many days only rare names lead back to a story


class Member(NamedTuple):
    """An article of a story, with its place in the stream and its day (None when not known)."""

    place: int
    article: Article
    made: Vector
    day: int | None


@dataclass(slots=True)
class Growing:
    """A story so far: its articles, the sum of their terms, and how often one of them writes a rare name at most."""

    last: int | None = None
    members: list[Member] = field(default_factory=list)
    total: dict[str, float] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Stream:
    """The stories so far, and those that hold each term: ever, and in the last WINDOW days or undated."""

    stories: list[Growing] = field(default_factory=list)
    every: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    recent: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    named: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


def join(number: int, member: Member, known: Stream) -> None:
    """Put an article into the story of this number; an undated one leaves the story's time as it was."""
    one, made, day = known.stories[number], member.made, member.day
    back = day is not None and one.last is not None and day - one.last > WINDOW  # the story was out of the window
    one.members.append(member)
    if day is not None:
        one.last = day if one.last is None else max(day, one.last)
    for name, count in made.names.items():
        if name not in one.names:
            known.named[name].append(number)
        one.names[name] = max(count, one.names.get(name, 0))
    fresh = [stem for stem in made.weights if stem not in one.total]
    add(one.total, made.weights)
    for stem in fresh:
        known.every[stem].append(number)
    for stem in one.total if back else fresh:
        if not back or number not in known.recent[stem]:
            known.recent[stem].append(number)


def add(total: dict[str, float], more: dict[str, float]) -> None:
    """Add weights to a sum."""
    for stem, weight in more.items():
        total[stem] = total.get(stem, 0.0) + weight


def product(some: dict[str, float], others: dict[str, float]) -> float:
    """The inner product of two weighted bags: the sum of the likenesses between the articles in them."""
    few, many = (some, others) if len(some) <= len(others) else (others, some)
    return sum(weight * many[stem] for stem, weight in few.items() if stem in many)
