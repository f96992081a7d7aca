"""Stories of the stream that turn out to be one.

A first report without names, or a late one with few words, opens a story of its own; an article that comes later
shows by its names and by the likeness of the whole stories that they belong together.
"""

from collections.abc import Collection, Mapping

from firsthand.stages.group.evidence import FEW, needed, shared
from firsthand.stages.group.growing import Growing, Stream, absorb, product

MORE = 0.03  # whole stories must be this much more alike than an article and a story: a mistake costs more


Partners = Mapping[str, frozenset[str]]  # article id → the articles that a person set it beside


def unite(number: int, known: Stream, apart: Partners) -> None:
    """Put the story that has just grown together with those that are one with it; the oldest keeps its number.

    Stories with articles that a person keeps `apart` stay two.
    """
    while (other := _same(number, known, away_from(number, known, apart))) is not None:
        number, other = min(number, other), max(number, other)
        absorb(number, other, known)


def away_from(number: int, known: Stream, apart: Partners) -> frozenset[int]:
    """The stories that hold an article which a person keeps apart from one of this story."""
    if not apart:
        return frozenset()
    return frozenset(n for member in known.stories[number].members for n in stories_of(member.article, known, apart))


def stories_of(article: str, known: Stream, partners: Partners) -> list[int]:
    """The stories of an article's partners, oldest first."""
    return sorted({known.home[other] for other in partners.get(article, ()) if other in known.home})


def _same(number: int, known: Stream, away: Collection[int]) -> int | None:
    """The story that is one with a story, the surest first: they share rare names and are alike."""
    one = known.stories[number]
    holders = [known.named[name] for name in one.names if 1 < len(known.named[name]) <= FEW]
    best, most = None, 0.0
    for other in sorted({n for numbers in holders for n in numbers} - {number} - set(away)):
        two = known.stories[other]
        least = needed(_between(one, two), shared(one.names, two.names, known.named))
        if least is None:
            continue
        more = product(one.total, two.total) / (len(one.members) * len(two.members)) - least - MORE
        if more >= 0 and (best is None or more > most):
            best, most = other, more
    return best


def _between(one: Growing, other: Growing) -> int | None:
    """Days between the last article of one story and the first of the other; 0 when they overlap."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return None
    return max(0, other.first - one.last, one.first - other.last)
