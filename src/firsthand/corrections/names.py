"""Decisions on actors → the names of a run, and the articles that must be read again for them."""

from collections.abc import Iterable, Iterator

from firsthand.corrections.records import ACTORS, Correction, in_order
from firsthand.language import words
from firsthand.language.terms import fold
from firsthand.records import Speakers
from firsthand.settings import Names

Pair = frozenset[str]


def folded(name: str, language: str = "en") -> str:
    """A name without case, accents and a leading "the", as names are compared.

    >>> folded("The  Čapek Trust") == folded("capek trust")
    True
    """
    found = [fold(word) for word in name.split()]
    return " ".join(found[1:] if len(found) > 1 and found[0] in words(language, "pronouns", "articles") else found)


def names_of(corrections: Iterable[Correction], names: Names = Names()) -> Names:
    """`names` with what was decided: a later decision goes before an earlier one, all of them before `names`.

    Where a decision would join, also by way of others, whom a later one keeps apart, only that part of it is left out.
    """
    told = [(c.kind == "same actor", c.names) for c in reversed(in_order(corrections, ACTORS))]
    told += [(True, listed) for listed in names.same] + [(False, listed) for listed in names.different]
    written: dict[str, str] = {}
    root: dict[str, str] = {}
    since: dict[str, int] = {}  # of a name that is shown for others: the decision that says so, the latest is 0
    apart: dict[Pair, tuple[str, str]] = {}

    def of(name: str) -> str:
        key = folded(name)
        written.setdefault(key, name)
        while (up := root.setdefault(key, key)) != key:
            key = up
        return key

    for n, (together, listed) in enumerate(told):
        for one, two in _links(listed) if together else _pairs(listed):
            pair = frozenset((a := of(one), b := of(two)))
            if together and len(pair) == 2 and pair not in apart:
                a, b = (b, a) if since.get(b, n) < since.get(a, n) else (a, b)
                root[b], since[a] = a, since.get(a, n)
                apart = {frozenset(a if k == b else k for k in p): given for p, given in apart.items()}
            elif not together and len(pair) == 2:
                apart.setdefault(pair, (one, two))
    classes: dict[str, list[str]] = {}
    for key, name in written.items():
        classes.setdefault(of(key), []).append(name)
    same = tuple((written[top], *(n for n in borne if n != written[top])) for top, borne in classes.items())
    return Names(
        same=tuple(listed for listed in same if len(listed) > 1),
        different=tuple(apart.values()),
        member_of=names.member_of,
    )


def touches(before: Names, after: Names, speakers: Speakers) -> bool:
    """Whether an article, of which `speakers` were found under `before`, must be read again under `after`.

    Names that are the same are joined over all articles alike; names that are kept apart are also looked at within an
    article, so it must where it calls somebody by both names of a pair that only one of the two keeps apart.
    """
    changed = set(_apart(before)) ^ set(_apart(after))
    if not changed:
        return False
    borne = {folded(name) for e in speakers.entities for name in (e.name, *e.aliases)}
    return any(pair <= borne for pair in changed)


def _apart(names: Names) -> Iterator[Pair]:
    """The pairs of names that are kept apart, with every name that is the same as one of them."""
    like: dict[str, set[str]] = {}
    for listed in names.same:
        all_names = set().union(*(like.get(folded(name), {folded(name)}) for name in listed))
        like |= dict.fromkeys(all_names, all_names)
    for listed in names.different:
        for one, two in _pairs(listed):
            a, b = folded(one), folded(two)
            yield from (frozenset((x, y)) for x in like.get(a, {a}) for y in like.get(b, {b}))


def _links(listed: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(listed[0], name) for name in listed[1:]]


def _pairs(listed: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(one, two) for n, one in enumerate(listed) for two in listed[n + 1 :]]
