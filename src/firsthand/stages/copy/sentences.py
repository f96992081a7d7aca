"""Sentences of two articles that tell the same details in other words, in the same order."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from firsthand.language.frequency import idf
from firsthand.language.terms import terms
from firsthand.records import Article, Span

COMMON = 2.0  # a stem of smaller idf (in one article of seven or more) is no detail
NUMBER, YEAR, DIGIT = 8.0, 4.0, 1.0  # what a shared number weighs: most details that are copied are numbers
RAREST = 7.0  # no word weighs more: an unknown name is not rarer than a rare word
LEAST = 3.5  # the weight of shared details from which two sentences are aligned
MOST = 80  # sentences of an article that are looked at: the work grows with their square

_END = re.compile(r"(?<=[.!?])[\"”’»)]*\s+(?=[\"“‘«(]?[^\W_a-z])|\n\s*\n")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sentence:
    """A sentence's span (code points, end exclusive) and the details in it."""

    span: Span
    details: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Aligned:
    """A sentence of the one article, the sentences of the other it was found in, and the details, heaviest first."""

    place: int
    other: int
    article: Span
    of: Span
    details: tuple[str, ...]
    weight: float


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the body that hold a detail, in order."""
    out = []
    for part in article.parts:
        if part.kind != "body":
            continue
        text, at = article.text[part.start : part.end], 0
        for end, following in [m.span() for m in _END.finditer(text)] + [(len(text), len(text))]:
            if len(out) >= MOST:
                return tuple(out)
            found = terms(article.language or "", text[at:end])
            details = frozenset(t.stem for t in found if value(article.language or "", t.stem))
            if details:
                start = part.start + at
                out.append(Sentence(span=(start + found[0].start, start + found[-1].end), details=details))
            at = following
    return tuple(out)


def value(language: str, stem: str) -> float:
    """What a shared stem or number says about where a text is from; 0 for a common word."""
    if stem[0].isdecimal():
        if len(stem) == 4 and stem.isdecimal() and stem[:2] in ("19", "20"):
            return YEAR
        return NUMBER if len(stem) > 1 else DIGIT
    rarity = idf(language, stem)
    return min(rarity, RAREST) if rarity > COMMON else 0.0


def align(article: Sequence[Sentence], of: Sequence[Sentence], weigh: Callable[[str], float]) -> tuple[Aligned, ...]:
    """The heaviest chain of aligned sentences that runs forward in both articles.

    A sentence may have drawn on two neighbours of the other article, and two may have drawn on the same.
    """
    best: list[tuple[float, Aligned | None, int]] = []  # for each pair: weight of the chain that ends there
    cells: list[Aligned] = []
    for i, mine in enumerate(article):
        for k in range(len(of)):
            window = of[k].details | of[k + 1].details if k + 1 < len(of) else of[k].details
            shared = mine.details & window
            if len(shared) < 2:
                continue
            details = sorted(((weigh(s), s) for s in shared), key=lambda x: (-x[0], x[1]))
            weight = sum(w for w, _ in details)
            if weight >= LEAST:
                last = k + 1 if k + 1 < len(of) and shared & of[k + 1].details else k
                first = k if shared & of[k].details else last
                cells.append(
                    Aligned(
                        place=i,
                        other=k,
                        article=mine.span,
                        of=(of[first].span[0], of[last].span[1]),
                        details=tuple(s for _, s in details),
                        weight=weight,
                    )
                )
    best = []
    heaviest: list[tuple[float, int]] = [(0.0, -1)] * len(of)  # for each k: the best chain ending at or before it
    pending: list[tuple[int, float, int]] = []
    at = -1
    for index, cell in enumerate(cells):
        if cell.place != at:
            heaviest = _settle(heaviest, pending)
            pending, at = [], cell.place
        weight, before = heaviest[cell.other]
        best.append((weight + cell.weight, cell, before))
        pending.append((cell.other, weight + cell.weight, index))
    return _chain(best)


def _settle(heaviest: list[tuple[float, int]], pending: list[tuple[int, float, int]]) -> list[tuple[float, int]]:
    """The best chains after one more sentence."""
    for other, weight, index in pending:
        for k in range(other, len(heaviest)):
            if heaviest[k][0] < weight:
                heaviest[k] = (weight, index)
    return heaviest


def _chain(best: list[tuple[float, Aligned | None, int]]) -> tuple[Aligned, ...]:
    """The heaviest chain, from its first sentence on."""
    if not best:
        return ()
    index = max(range(len(best)), key=lambda i: best[i][0])
    out = []
    while index >= 0:
        _, cell, index = best[index]
        if cell is not None:
            out.append(cell)
    return tuple(reversed(out))
