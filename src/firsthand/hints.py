"""What a person knows of pairs of things, for the stages that join them: it goes before what they find."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

Pair = frozenset[str]
Id = TypeVar("Id", str, int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Pairs of ids that belong together (`same`) and pairs that do not (`apart`); no pair is in both."""

    same: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.same or self.apart)


NONE = Pairs()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What is known of a pile: statements that make one claim, or come from one origin; articles that tell one story;
    (copy, what it was taken from) of articles that are copies, and that are none; statements whose stance is known."""

    claims: Pairs = NONE
    origins: Pairs = NONE
    stories: Pairs = NONE
    copies: frozenset[tuple[str, str]] = frozenset()
    no_copies: frozenset[tuple[str, str]] = frozenset()
    stances: frozenset[str] = frozenset()


def pairs(told: Iterable[tuple[bool, Iterable[Iterable[str]]]]) -> Pairs:
    """Pairs from decisions in their order, of which a later one goes before an earlier.

    Each is (together, groups): members of all groups belong together, or those of different groups do not.

    >>> found = pairs([(True, [["a"], ["b"], ["c"]]), (False, [["a"], ["b"]])])
    >>> sorted(map(sorted, found.same)), sorted(map(sorted, found.apart))
    ([['a', 'c'], ['b', 'c']], [['a', 'b']])
    """
    known: dict[Pair, bool] = {}
    for together, groups in told:
        lists = [list(dict.fromkeys(group)) for group in groups]
        for pair in _within([x for group in lists for x in group]) if together else _between(lists):
            known[pair] = together
    return Pairs(
        same=frozenset(pair for pair, together in known.items() if together),
        apart=frozenset(pair for pair, together in known.items() if not together),
    )


def partners(of: Iterable[frozenset[Id]]) -> dict[Id, frozenset[Id]]:
    """Id → the ids that it is paired with.

    >>> partners([frozenset("ab"), frozenset("ac")])["a"] == {"b", "c"}
    True
    """
    out: defaultdict[Id, set[Id]] = defaultdict(set)
    for pair in of:
        for one in pair:
            out[one] |= pair - {one}
    return {one: frozenset(others) for one, others in out.items()}


def joined(links: Iterable[tuple[Id, Id]], apart: Iterable[frozenset[Id]] = ()) -> dict[Id, Id]:
    """Id → the id that stands for its group, for all ids in `links`.

    The links are followed in their order, the strongest first; one that would bring a pair that is `apart` into one
    group is left out.

    >>> joined([("a", "b"), ("b", "c")], [frozenset("ac")])
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """
    foes = partners(apart)
    home: dict[Id, Id] = {}
    members: dict[Id, list[Id]] = {}
    for one, other in links:
        for new in (one, other):
            home.setdefault(new, new)
            members.setdefault(new, [new])
        left, right = home[one], home[other]
        if left == right:
            continue
        if len(members[left]) < len(members[right]):
            left, right = right, left
        if foes and any(home.get(foe) == left for member in members[right] for foe in foes.get(member, ())):
            continue
        members[left] += members[right]
        for member in members[right]:
            home[member] = left
    return home


def _within(members: list[str]) -> Iterator[Pair]:
    return (frozenset(two) for two in combinations(dict.fromkeys(members), 2))


def _between(lists: list[list[str]]) -> Iterator[Pair]:
    return (frozenset((x, y)) for a, b in combinations(lists, 2) for x in a for y in b if x != y)
