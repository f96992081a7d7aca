"""The words of a statement as the comparison sees them: stems folded to concepts, each with a weight and a sign."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from firsthand.language import topic, words
from firsthand.language.frequency import idf
from firsthand.language.terms import Term, fold, stem, terms

TELLING = 2.5  # weight of a word that can be what a statement is about
_FAMILY = 4  # words derived from one another; longer chains end with words that have nothing in common
_HARD = re.compile(r"[.;:!?,\n—–()]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a text says, as far as words show it.

    `weights`: folded term → how telling it is. `signs`: folded term → +1, −1 (in a negated clause) or 0 (both).
    `sides`: pair of opposites → +1 or −1 for the side the text is on, 0 for both; `sided` the word that shows it,
    `beside` the folded terms around it, up to the next mark on each side.
    `stems`: all content stems in order, before folding. `names`: folded stems written with a capital.
    """

    weights: dict[str, float]
    signs: dict[str, int]
    sides: dict[str, int]
    sided: dict[str, str]
    beside: dict[str, frozenset[str]]
    stems: tuple[str, ...]
    names: frozenset[str]

    @property
    def negated(self) -> bool:
        """Whether a term stands in a negated clause, and in no other."""
        return -1 in self.signs.values()


@lru_cache(maxsize=64)
def cut(language: str, text: str) -> tuple[Term, ...]:
    """The terms of a text; kept for a moment, since its words, numbers and deeds are read one after the other."""
    return tuple(terms(language, text))


def wording(language: str, text: str, names: frozenset[str] = frozenset()) -> Wording:
    """Read the words of a text; `names` are folded words known to be names even where they open a sentence."""
    run = cut(language, text)
    stop, negators = stopwords(language), words(language, "claims", "negators")
    raw = [fold(text[t.start : t.end]) for t in run]
    turned = _signs(language, text, run, raw)
    weights: dict[str, float] = {}
    signs: dict[str, set[int]] = {}
    sides: dict[str, set[int]] = {}
    sided: dict[str, str] = {}
    places: dict[str, int] = {}
    stems_, capitals = [], set()
    for place, term in enumerate(run):
        sign = turned[place]
        if (side := _side(language, raw, place)) is not None and not describes(language, text, run, place):
            sides.setdefault(side[0], set()).add(side[1] * _front(language, text, run, raw, place))
            sided.setdefault(side[0], text[term.start : term.end])
            places.setdefault(side[0], place)
        if raw[place] in stop or raw[place] in negators or (len(raw[place]) < 2 and not raw[place].isdigit()):
            continue
        folded = concept(language, term.stem) or term.stem
        weights[folded] = weight(language, folded)
        signs.setdefault(folded, set()).add(sign)
        stems_.append(term.stem)
        opening = place == 0 or bool(_HARD.search(text[run[place - 1].end : term.start]))
        if term.capital and (not opening or raw[place] in names):
            capitals.add(folded)
    return Wording(
        weights=weights,
        signs={t: s.pop() if len(s) == 1 else 0 for t, s in signs.items()},
        sides={t: s.pop() if len(s) == 1 else 0 for t, s in sides.items()},
        sided=sided,
        beside={side: _beside(language, text, run, place) for side, place in places.items()},
        stems=tuple(stems_),
        names=frozenset(capitals),
    )


def _signs(language: str, text: str, run: Sequence[Term], raw: list[str]) -> list[int]:
    """For each term −1 when its clause holds an odd number of negators, else +1."""
    negators, exempt = words(language, "claims", "negators"), words(language, "claims", "not_negated")
    openers = words(language, "claims", "clauses")
    clauses: list[int] = []
    flips = [0]
    for place, term in enumerate(run):
        if place and (raw[place] in openers or _HARD.search(text[run[place - 1].end : term.start])):
            flips.append(0)
        follows = raw[place + 1] if place + 1 < len(run) else ""
        if (raw[place] in negators or raw[place].endswith(("n't", "n’t"))) and follows not in exempt:
            flips[-1] += 1
        clauses.append(len(flips) - 1)
    return [-1 if flips[clause] % 2 else 1 for clause in clauses]


def _front(language: str, text: str, run: Sequence[Term], raw: list[str], place: int) -> int:
    """−1 when an odd number of negators stands in front of a word in its clause, else +1."""
    negators, openers = words(language, "claims", "negators"), words(language, "claims", "clauses")
    sign = 1
    for at in range(place - 1, -1, -1):
        if _HARD.search(text[run[at].end : run[at + 1].start]) or raw[at] in openers:
            break
        if raw[at] in negators or raw[at].endswith(("n't", "n’t")):
            sign = -sign
    return sign


def _beside(language: str, text: str, run: Sequence[Term], place: int) -> frozenset[str]:
    """The folded terms around a word up to the next mark on each side."""
    first = last = place
    while first and not _HARD.search(text[run[first - 1].end : run[first].start]):
        first -= 1
    while last + 1 < len(run) and not _HARD.search(text[run[last].end : run[last + 1].start]):
        last += 1
    return frozenset(concept(language, term.stem) or term.stem for term in run[first : last + 1])


@cache
def stopwords(language: str) -> frozenset[str]:
    """Words that carry no matter of their own, folded."""
    return words(language, "claims", "stop")


def concept(language: str, stemmed: str) -> str:
    """The concept that a stem belongs to, "" for none (concepts.toml).

    >>> concept("en", stem("en", "blaze")) == concept("en", stem("en", "burning"))
    True
    """
    return _concepts(language).get(stemmed, "")


def weight(language: str, folded: str) -> float:
    """How telling a folded term is: the inverse document frequency of its stem, for a concept of its commoner words."""
    return _concept_weights(language).get(folded) or idf(language, folded)


@cache
def _concepts(language: str) -> dict[str, str]:
    """Stem → concept: the words of concepts.toml, and words derived from one another (derivations.toml)."""
    table: dict[str, str] = {}
    for name, members in topic(language, "concepts")["concepts"].items():
        for word in members:
            if " " not in word:
                table.setdefault(stem(language, word), name)
    fixed = frozenset(table)
    families: dict[str, set[str]] = {}
    for stemmed, name in table.items():
        families.setdefault(name, set()).add(stemmed)
    for pair in topic(language, "derivations")["pairs"]:
        one, two = (stem(language, word) for word in pair.split())
        if two in fixed:
            one, two = two, one
        if two not in fixed and one != two:
            _join(table, families, one, two)
    return table


def _join(table: dict[str, str], families: dict[str, set[str]], one: str, two: str) -> None:
    """Put the family of `two` into that of `one`, unless that would chain many words together."""
    left, right = table.setdefault(one, one), table.setdefault(two, two)
    mine, theirs = families.setdefault(left, {one}), families.setdefault(right, {two})
    if left == right or len(theirs) > _FAMILY or (left == one and len(mine) > _FAMILY):
        return
    for member in theirs:
        table[member] = left
    mine |= families.pop(right)


@cache
def _concept_weights(language: str) -> dict[str, float]:
    members: dict[str, list[float]] = {}
    for stemmed, name in _concepts(language).items():
        members.setdefault(name, []).append(idf(language, stemmed))
    return {name: sorted(weights)[(len(weights) - 1) // 2] for name, weights in members.items()}


def _side(language: str, raw: list[str], place: int) -> tuple[str, int] | None:
    """The pair of opposites that a word, or it and the one before it, belongs to, and its side."""
    table = _sides(language)
    return table.get(raw[place]) or (table.get(f"{raw[place - 1]} {raw[place]}") if place else None)


def describes(language: str, text: str, run: Sequence[Term], place: int) -> bool:
    """Whether a word stands in a clause that only describes somebody ("soldiers who fought")."""
    relatives = words(language, "claims", "relatives")
    for at in range(place, -1, -1):
        if fold(text[run[at].start : run[at].end]) in relatives:
            return at > 0
        if at and _HARD.search(text[run[at - 1].end : run[at].start]):
            return False
    return False


@cache
def _sides(language: str) -> dict[str, tuple[str, int]]:
    """Word, or two words, as written in opposites.toml → the pair and the side."""
    table: dict[str, tuple[str, int]] = {}
    for name, pair in topic(language, "opposites")["pairs"].items():
        for members, side in zip(pair, (1, -1), strict=True):
            for word in members:
                table.setdefault(word, (name, side))
    return table
