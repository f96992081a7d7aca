"""Claims that count one thing: other numbers at one time contradict, a later number updates the last."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from firsthand.language import topic
from firsthand.records import Relation
from firsthand.stages.compare.quantity import BY_CHANCE, PEOPLE, compatible, exclusive, one_kind
from firsthand.stages.compare.setting import Setting
from firsthand.stages.compare.side import SAME_TIME, SPEAKERS, Side, alike, at_one_time, attributed, counted, party
from firsthand.stages.compare.view import View
from firsthand.stages.compare.words import concept

_BACK = 8  # earlier claims that one number is held against
_MATTER = 0.3  # share of the lesser claim's words, its number apart, that two counts of things must have in common

_BESIDE = 3  # days between two numbers that one article sets side by side
_BRIEF = 25  # words; the second of two rival numbers is told without repeating what it is about
_ANYTHING = ("", PEOPLE)  # kinds that do not say what is counted
_FAR = 10  # times; numbers further apart count other things
_FAR_TOLL = 30  # times; a toll may grow that much
_AGAIN = 0.1  # overlap from which one party's two counts of a kind are about one thing
_TIES = 2  # words, besides number and unit, that two counts of things share

Keyed = tuple[tuple[int, int], Relation]


def series(sides: Sequence[Side], setting: Setting, names: Mapping[str, str], language: str) -> Iterator[Keyed]:
    """Relations between claims of one kind of count, keyed by their places in `sides` (lower first)."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for place, side in enumerate(sides):
        if side.count is not None and side.count.kind not in _ANYTHING and side.first is not None and not side.past:
            kinds[side.count.kind].append(place)
    tolls = topic(language, "quantities")["states"]["tolls"]
    money = frozenset(concept(language, c) or c for c in topic(language, "quantities")["currencies"].values())
    for kind, places in kinds.items():
        ordered = sorted(places, key=lambda p: _when(sides[p]))
        for at, later in enumerate(ordered):
            earlier = ordered[max(0, at - _BACK) : at]
            new = sides[later]
            like = [
                p
                for p in earlier
                if _replaces(new, sides[p]) or _comparable(new, sides[p], kind in tolls, money, setting)
            ]
            yield from _one(sides, later, like, names, kind in tolls)
    yield from _side_by_side(sides, names, language)


def _one(
    sides: Sequence[Side], later: int, earlier: Sequence[int], names: Mapping[str, str], toll: bool
) -> Iterator[Keyed]:
    """One count against the earlier ones, latest first: the first of its own party or of another day is updated."""
    new = sides[later]
    followed = False
    for before in reversed(earlier):
        old = sides[before]
        if new.count is None or old.count is None or compatible(new.count, old.count):
            continue
        key = (min(later, before), max(later, before))
        why = f"{counted(new, names)} / {counted(old, names)}"
        if at_one_time(new, old) and not _corrects_itself(new, old) and not (toll and _grows(new, old)):
            if not followed and attributed(new, old) and exclusive(new.count, old.count):
                yield key, Relation(a=new.claim.id, b=old.claim.id, kind="contradicts", why=why)
        elif (not followed or _replaces(new, old)) and _is_later(new, old) and (toll or _may_follow(new, old)):
            yield key, Relation(a=new.claim.id, b=old.claim.id, kind="updates", why=why)
            followed = True


def _grows(new: Side, old: Side) -> bool:
    """Whether a toll told on a later day is higher: not where both were still told on one day."""
    if new.first is None or old.first is None or new.count is None or old.count is None:
        return False
    met = {v.day for v in new.told} & {v.day for v in old.told}
    return new.first > old.first and new.count.value > old.count.value and not met


def _is_later(new: Side, old: Side) -> bool:
    """Whether a count can replace another: told on a later day, by the same named party, or beside the old number."""
    if (new.first or 0) > (old.first or 0) or _replaces(new, old):
        return True
    return bool({v.party for v in new.told} & {v.party for v in old.told} - {None})


def _may_follow(new: Side, old: Side) -> bool:
    """Whether a count of things can be the later state of another: not where two parties each give their own."""
    rivals = new.parties.isdisjoint(old.parties) and all(any(v.named for v in side.told) for side in (new, old))
    return not rivals or _replaces(new, old) or bool(new.count and old.count and new.count.total and old.count.total)


def _replaces(new: Side, old: Side) -> bool:
    """Whether the later claim names the earlier number, told in another article, as the old one ("nine, not 41")."""
    there = {v.statement.article for v in old.told}
    return any(
        c.old and old.count is not None and c.value == old.count.value and c.value >= BY_CHANCE
        for v in new.told
        if v.statement.article not in there
        for c in v.counts
    )


def _corrects_itself(new: Side, old: Side) -> bool:
    """Whether one party gave both counts at about the same time: its later one replaces the earlier."""
    return any(
        party(x) == party(y) and x.day is not None and y.day is not None and abs(x.day - y.day) <= SAME_TIME
        for x in new.told
        for y in old.told
    )


def _comparable(a: Side, b: Side, toll: bool, currencies: frozenset[str], setting: Setting) -> bool:
    """Whether two counts of a kind are of one thing: by their size, by whom they name, by the words around them."""
    if not a.count or not b.count:
        return False
    low, high = sorted((a.count.value, b.count.value))
    if high > (_FAR_TOLL if toll else _FAR) * low or not _names_fit(a, b):
        return False
    one_party = bool(a.parties & b.parties)
    if _listed(a, b):
        return False
    if toll:
        return True
    if a.count.total and b.count.total and a.count.kind not in currencies:
        return True
    if _bare(a) or _bare(b):
        return one_party
    if one_party and a.count.kind not in currencies and alike(a, b, setting) >= _AGAIN:
        return True
    if a.claim.plan != b.claim.plan and not one_party:
        return False
    return any(_one_matter(x, y, a, b) for x in a.told[:SPEAKERS] for y in b.told[:SPEAKERS])


def _listed(a: Side, b: Side) -> bool:
    """Whether two counts stand apart in the same articles: a list, each of another event or thing."""
    one, two = ({v.statement.article for v in side.told} for side in (a, b))
    if not (one <= two or two <= one):
        return False
    return not any(
        x.statement.article == y.statement.article and abs(x.place - y.place) == 1 and x.party != y.party
        for x in a.told
        for y in b.told
    )


def _one_matter(x: View, y: View, a: Side, b: Side) -> bool:
    """Whether two counts of things are told with the same words, the number, its unit and names apart."""
    proper = x.wording.names | y.wording.names
    left, right = (_matter(v.wording.weights, s, proper) for v, s in ((x, a), (y, b)))
    shared = [t for t in left if t in right]
    least = min(sum(left.values()), sum(right.values()))
    if not shared or sum(left[t] for t in shared) < _MATTER * least:
        return False
    return len(shared) >= _TIES or len(left) == 1 or len(right) == 1


def _bare(side: Side) -> bool:
    """Whether a claim is no more than its number ("the figure at 90,000")."""
    return all(len(_matter(v.wording.weights, side, frozenset())) <= 1 for v in side.told)


def _names_fit(a: Side, b: Side) -> bool:
    """Whether some statements of both name the same, or one of them nothing more: not one of Lund and one of Moe."""
    return any(
        x.wording.names <= y.wording.names or y.wording.names <= x.wording.names
        for x in a.told[:SPEAKERS]
        for y in b.told[:SPEAKERS]
    )


def _matter(weights: Mapping[str, float], side: Side, proper: frozenset[str]) -> dict[str, float]:
    skip = {side.count.kind if side.count else "", *proper}
    return {t: w for t, w in weights.items() if t not in skip and not t.replace(".", "").isdecimal()}


def _side_by_side(sides: Sequence[Side], names: Mapping[str, str], language: str) -> Iterator[Keyed]:
    """Two parties' numbers told one after the other in one article: an article sets them against each other."""
    at = {(v.statement.article, v.place): (p, v) for p, side in enumerate(sides) for v in side.told}
    for (article, place), (first, one) in at.items():
        second, two = at.get((article, place + 1), (first, one))
        a, b = sides[first], sides[second]
        if first == second or party(one) == party(two) or one.party is None or two.party is None:
            continue
        if a.count is None or b.count is None or not one_kind(a.count, b.count, language):
            continue
        if len(two.plain) > _BRIEF or not two.wording.names <= one.wording.names:
            continue
        if a.first is not None and b.first is not None and abs(a.first - b.first) > _BESIDE:
            continue
        low, high = sorted((a.count.value, b.count.value))
        if exclusive(a.count, b.count) and low > 1 and high <= _FAR * low:
            why = f"{counted(a, names)} / {counted(b, names)}"
            key = (min(first, second), max(first, second))
            yield key, Relation(a=sides[key[0]].claim.id, b=sides[key[1]].claim.id, kind="contradicts", why=why)


def _when(side: Side) -> tuple[int, float]:
    """By day; on one day the lower count first, since most counts grow."""
    return side.first or 0, side.count.value if side.count else 0.0
