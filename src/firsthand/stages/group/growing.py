"""What is known while the stream runs: stories that grow, and where their terms and rare names lead."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from firsthand.stages.group.vectors import Vector

WINDOW = 12  # after so many days only rare names lead back to a story
COMMON = 400  # a term of more stories than this leads to the latest of them only
UNDATED, NOWHERE = -2, -3  # spans of time of a story without a date, and of none; a day is in 0 or a later one


class Member(NamedTuple):
    """An article of a story: its place in the stream, its id, and its day (None when not known).

    `title` is what the story may be called after it, its first line where it is not `titled`.
    """

    place: int
    article: str
    title: str
    titled: bool
    made: Vector
    day: int | None


@dataclass(slots=True)
class Growing:
    """A story so far: its articles, the sum of their terms, and how often one of them writes a rare name at most.

    `first` and `last` are its earliest and latest days; None while none of its articles is dated.
    `span` is the stretch of WINDOW days in which `last` is.
    """

    first: int | None = None
    last: int | None = None
    span: int = NOWHERE
    members: list[Member] = field(default_factory=list)
    total: dict[str, float] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Stream:
    """The stories so far, and the numbers of those that hold each term, ever and by span of time, and each rare name.

    `home` is the story of each article by id. A story that became part of another keeps its number, has no articles,
    and is in `absorbed` with the number of that other, which may have become part of a third. What is known depends on
    which article is in which story and on nothing else, so that it can be taken up again from that.
    """

    stories: list[Growing] = field(default_factory=list)
    articles: int = 0
    home: dict[str, int] = field(default_factory=dict)
    absorbed: dict[int, int] = field(default_factory=dict)
    every: dict[str, list[int]] = field(default_factory=dict)
    spans: dict[int, dict[str, list[int]]] = field(default_factory=dict)
    named: dict[str, list[int]] = field(default_factory=dict)


def holders(terms: Iterable[str], day: int | None, known: Stream) -> Iterator[tuple[str, list[int]]]:
    """Each term with the stories that hold it: those of the WINDOW round a day and the undated, all when it is None.

    Of a term of very many stories only the COMMON opened last, so that the work for an article does not grow with the
    pile.
    """
    if day is None:
        for term in terms:
            yield term, known.every.get(term, [])[-COMMON:]
        return
    now, held = day // WINDOW, known.spans
    whole = [held[span] for span in (UNDATED, now) if span in held]
    edges = [held[span] for span in (now - 1, now + 1) if span in held]
    for term in terms:
        found = [n for table in whole if term in table for n in table[term][-COMMON:]]
        for table in edges:
            if term in table:
                found += [n for n in table[term][-COMMON:] if abs((known.stories[n].last or 0) - day) <= WINDOW]
        yield term, found if len(found) <= COMMON else sorted(found)[-COMMON:]


def join(number: int, member: Member, known: Stream) -> None:
    """Put an article into the story of this number; an undated one leaves the story's time as it was."""
    one = known.stories[number]
    known.articles = max(known.articles, member.place + 1)
    known.home[member.article] = number
    one.members.append(member)
    if len(one.members) > 1 and one.members[-2].place > member.place:
        one.members.sort(key=lambda member: member.place)
    _grow(number, Growing(first=member.day, last=member.day, total=member.made.weights, names=member.made.names), known)


def absorb(number: int, other: int, known: Stream) -> None:
    """Make the story numbered `other` part of the one numbered `number`."""
    one, gone = known.stories[number], known.stories[other]
    known.stories[other] = Growing()
    known.absorbed[other] = number
    known.home.update((member.article, number) for member in gone.members)
    one.members = sorted(one.members + gone.members, key=lambda member: member.place)
    spans = known.spans.get(gone.span, {})
    for index, keys in ((known.named, gone.names), (known.every, gone.total), (spans, gone.total)):
        for key in keys:
            _strike(index, key, other)
    _grow(number, gone, known)


def stretch(one: Growing, first: int | None, last: int | None) -> None:
    """Make a story's time reach over more days."""
    if first is not None and last is not None:
        one.first = first if one.first is None else min(first, one.first)
        one.last = last if one.last is None else max(last, one.last)


def span_of(one: Growing) -> int:
    """The stretch of WINDOW days that a story with articles is in."""
    return UNDATED if one.last is None else one.last // WINDOW


def _grow(number: int, more: Growing, known: Stream) -> None:
    """Add terms, names and days to a story, and note where it is found now."""
    one = known.stories[number]
    stretch(one, more.first, more.last)
    for name, count in more.names.items():
        if name not in one.names:
            _note(known.named, name, number)
        one.names[name] = max(count, one.names.get(name, 0))
    if (span := span_of(one)) != one.span:
        for stem in one.total:
            _strike(known.spans[one.span], stem, number)
            _note(known.spans.setdefault(span, {}), stem, number)
        one.span = span
    for stem in more.total:
        if stem not in one.total:
            _note(known.every, stem, number)
            _note(known.spans.setdefault(span, {}), stem, number)
    add(one.total, more.total)


def _note(index: dict[str, list[int]], key: str, number: int) -> None:
    """Enter a story under a key; numbers stay in order."""
    held = index.setdefault(key, [])
    if held and held[-1] > number:
        insort(held, number)
    else:
        held.append(number)


def _strike(index: dict[str, list[int]], key: str, number: int) -> None:
    """Take a story out from under a key."""
    held = index[key]
    del held[bisect_left(held, number)]
    if not held:
        del index[key]


def add(total: dict[str, float], more: dict[str, float]) -> None:
    """Add weights to a sum."""
    if not total:
        total.update(more)
        return
    for stem, weight in more.items():
        total[stem] = total.get(stem, 0.0) + weight


def product(some: dict[str, float], others: dict[str, float]) -> float:
    """The inner product of two weighted bags: the sum of the likenesses between the articles in them."""
    few, many = (some, others) if len(some) <= len(others) else (others, some)
    return sum(weight * many[stem] for stem, weight in few.items() if stem in many)
