"""Stories of the stream that turn out to be one.

A first report without names, or a late one with few words, starts a story of its own; once all articles are in,
the names and the likeness of the whole stories show that they belong together.
"""

from firsthand.stages.group.evidence import FEW, needed, shared
from firsthand.stages.group.growing import Growing, Stream, add, product

MORE = 0.03  # whole stories must be this much more alike than an article and a story: a mistake costs more


def unite(known: Stream) -> list[Growing]:
    """The stories, those that share rare names and are alike put together; in order of their first article."""
    home = list(range(len(known.stories)))
    for _, first, second in sorted(_pairs(known)):
        low, high = sorted((_root(home, first), _root(home, second)))
        home[high] = low
    whole: dict[int, Growing] = {}
    for number, one in enumerate(known.stories):
        place = _root(home, number)
        if place == number:
            whole[number] = one
        else:
            whole[place].members += one.members
            add(whole[place].total, one.total)
    for one in whole.values():
        one.members.sort(key=lambda member: member.place)
    return list(whole.values())


def _pairs(known: Stream) -> list[tuple[float, int, int]]:
    """The pairs of stories that are one, with how far they miss each other: the surest is the smallest."""
    holders = [numbers for numbers in known.named.values() if 1 < len(numbers) <= FEW]
    out = []
    for first, second in {(a, b) for numbers in holders for a in numbers for b in numbers if a < b}:
        one, other = known.stories[first], known.stories[second]
        least = needed(_between(one, other), shared(one.names, other.names, known.named))
        alike = product(one.total, other.total) / (len(one.members) * len(other.members))
        if least is not None and alike >= least + MORE:
            out.append((least - alike, first, second))
    return out


def _between(one: Growing, other: Growing) -> int | None:
    """Days between the last article of one story and the first of the other; 0 when they overlap."""
    some = [member.day for member in one.members if member.day is not None]
    others = [member.day for member in other.members if member.day is not None]
    if not some or not others:
        return None
    return max(0, min(others) - max(some), min(some) - max(others))


def _root(home: list[int], number: int) -> int:
    """The story that a story has become part of."""
    while home[number] != number:
        home[number] = home[home[number]]
        number = home[number]
    return number
