"""Sentences of two articles that tell the same details in other words, in the same order."""

import re
from collections import Counter
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from firsthand.language.frequency import idf
from firsthand.records import Span
from firsthand.stages.copy.source import Source

COMMON = 2.0  # a stem of smaller idf (in one article of seven or more) is no detail
NUMBER, YEAR, DIGIT = 8.0, 4.0, 1.0  # what a shared number weighs: most details that are copied are numbers
RAREST = 7.0  # no word weighs more: an unknown name is not rarer than a rare word
LEAST = 3.5  # the weight of shared details from which two sentences are aligned
ALONE = 4.5  # the weight from which one shared detail is enough
MOST = 80  # sentences of an article that are looked at: the work grows with their square

_END = re.compile(r"(?<=[.!?])[\"”’»)]*\s+(?=[\"“‘«(]?[^\W_a-z])|\n\s*\n")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sentence:
    """A sentence's span (code points, end exclusive) and the details in it, as word numbers."""

    span: Span
    details: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Aligned:
    """A sentence of the one article, the sentences of the other it was found in, and the details, heaviest first."""

    place: int
    other: int
    article: Span
    of: Span
    details: tuple[int, ...]
    weight: float


def value(language: str, stem: str) -> float:
    """What a shared stem or number says about where a text is from; 0 for a common word."""
    if stem[0].isdecimal():
        if len(stem) == 4 and stem.isdecimal() and stem[:2] in ("19", "20"):
            return YEAR
        return NUMBER if len(stem) > 1 else DIGIT
    rarity = idf(language, stem)
    return min(rarity, RAREST) if rarity > COMMON else 0.0


def sentences(source: Source, values: Sequence[float], left_out: Container[int] = frozenset()) -> tuple[Sentence, ...]:
    """The sentences of the body that hold a detail, in order; `values` by word number, 0 for no detail.

    The words at the places `left_out` are no details.
    """
    words, text = source.words, source.article.text
    starts = words.starts.tolist()
    out: list[Sentence] = []
    at = 0
    for part in source.article.parts:
        if part.kind != "body":
            continue
        while at < len(starts) and starts[at] < part.start:
            at += 1
        ends = [match.start() for match in _END.finditer(text, part.start, part.end)]
        for end in (*ends, part.end):
            first = at
            while at < len(starts) and starts[at] < end:
                at += 1
            kept = [n for place, n in enumerate(words.ids[first:at].tolist(), first) if place not in left_out]
            details = frozenset(n for n in kept if values[n])
            if details and len(out) < MOST:
                out.append(Sentence(span=words.spans(first, at), details=details))
    return tuple(out)


def spread(found: Sequence[Sentence]) -> Counter[int]:
    """In how many of some sentences each detail stands: one that stands in many is the topic."""
    return Counter(detail for sentence in found for detail in sentence.details)


def align(article: Sequence[Sentence], of: Sequence[Sentence], weigh: Callable[[int], float]) -> tuple[Aligned, ...]:
    """The heaviest chain of aligned sentences that runs forward in both articles.

    A sentence may have drawn on two neighbours of the other article, and two may have drawn on the same.
    """
    heaviest: list[tuple[float, int]] = [(0.0, -1)] * len(of)  # for each place: the best chain up to it
    cells: list[tuple[float, Aligned, int]] = []
    for place, mine in enumerate(article):
        fresh = []
        for cell in _cells(place, mine, of, weigh):
            weight, before = heaviest[cell.other]
            cells.append((weight + cell.weight, cell, before))
            fresh.append((weight + cell.weight, cell.other, len(cells) - 1))
        for weight, other, index in fresh:
            for k in range(other, len(of)):
                if heaviest[k][0] < weight:
                    heaviest[k] = (weight, index)
    out = []
    index = heaviest[-1][1] if heaviest else -1
    while index >= 0:
        _, cell, index = cells[index]
        out.append(cell)
    return tuple(reversed(out))


def _cells(place: int, mine: Sentence, of: Sequence[Sentence], weigh: Callable[[int], float]) -> list[Aligned]:
    """The places of the other article that share enough with one sentence."""
    out = []
    shared = [mine.details & other.details for other in of]
    for k, here in enumerate(shared):
        there = shared[k + 1] if k + 1 < len(of) else frozenset()
        both = here | there
        if not here:
            continue
        weights = {detail: weigh(detail) for detail in both}
        weight = sum(weights.values())
        if weight >= (LEAST if len(both) > 1 else ALONE):
            last = k + 1 if there - here else k
            out.append(
                Aligned(
                    place=place,
                    other=k,
                    article=mine.span,
                    of=(of[k].span[0], of[last].span[1]),
                    details=tuple(sorted(both, key=lambda d: (-weights[d], d))),
                    weight=weight,
                )
            )
    return out
