"""Two articles that share prints → the reuse of one in the other, or None where they share quotations or phrases."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand.records import Copy, Passage
from firsthand.stages.copy.align import Run, passages, runs
from firsthand.stages.copy.credit import mentions, same_outlet
from firsthand.stages.copy.direction import direction
from firsthand.stages.copy.source import Source
from firsthand.stages.copy.words import Words

SENTENCE = 12  # words outside quotations from which a passage counts; fewer are a phrase that anyone writes
PASSAGE = 40  # shared words outside quotations that are reuse by themselves
SHORT, SHARE = 15, 0.4  # fewer are reuse when they are this share of the shorter article
OWN = 0.5  # an outlet's reuse of its own text counts from this share: background is repeated everywhere
CHANGED, FORM = 2, 20  # figures that differ inside a passage, and shared words for each: fewer are a form filled in
EXACT, WHOLE = 0.97, 0.9  # verbatim: so much of the passages is equal, so much of both articles is in them


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """A copy that may stand, and which words of the copy it explains (outside quotations)."""

    copy: Copy
    words: frozenset[int]


def reprint(a: Source, b: Source) -> Reuse | None:
    """The reuse between two articles, in the direction that credit, time and completeness tell."""
    later, told_by = direction(a, b)
    if not later:
        a, b = b, a
    found = [one for one in _aligned(a, b) if not _form(one, a.words, b.words)]
    free = _unquoted(found, a, b)
    shared = _shared(free)
    share = len(shared) / (min(a.unquoted, b.unquoted) or 1)
    if len(shared) < SHORT or (len(shared) < PASSAGE and share < SHARE):
        return None
    if share < OWN and same_outlet(a.credits, b.credits):
        return None
    if share < SHARE:  # in a partial copy a shared quotation may have come another way
        found = [one for one, words in zip(found, free, strict=True) if len(words) >= SENTENCE]
    credited = mentions(a.credits, b.credits)
    why = (
        f"{len(found)} passages, {len(shared)} words outside quotations ({share:.0%} of the shorter)"
        + ("; names its source" if credited else "")
        + (f"; the copy by {told_by}" if told_by else "; which is the copy is not known")
    )
    return Reuse(copy=_copy(a, b, found, why), words=shared)


def marked(a: Source, b: Source) -> Reuse:
    """The reuse of `b` in `a` that a person knows of, with the passages that they share, if any."""
    found = _aligned(a, b)
    return Reuse(
        copy=_copy(a, b, found, "marked as a copy by an analyst" + (f"; {len(found)} passages" if found else "")),
        words=_shared(_unquoted(found, a, b)),
    )


def _aligned(a: Source, b: Source) -> list[list[Run]]:
    """The passages that two articles share."""
    return passages(runs(a.words.ids.tolist(), b.words.ids.tolist()))


def _unquoted(found: Sequence[list[Run]], a: Source, b: Source) -> list[list[int]]:
    """The places in `a` of each passage's words that neither article quotes."""
    free_a, free_b = (~a.words.quoted).tolist(), (~b.words.quoted).tolist()
    return [[r.a + n for r in one for n in range(r.length) if free_a[r.a + n] and free_b[r.b + n]] for one in found]


def _shared(free: Sequence[list[int]]) -> frozenset[int]:
    """The words of the passages that count."""
    return frozenset(place for one in free if len(one) >= SENTENCE for place in one)


def _copy(a: Source, b: Source, found: Sequence[list[Run]], why: str) -> Copy:
    """The record of what `a` took from `b`."""
    equal = sum(r.length for one in found for r in one)
    length = sum(one[-1].a + one[-1].length - one[0].a for one in found)
    longer = max(len(a.words.ids), len(b.words.ids))
    exact = bool(found) and equal / length >= EXACT and length / longer >= WHOLE
    return Copy(
        article=a.article.id,
        of=b.article.id,
        kind="verbatim" if exact else "edited",
        credited=mentions(a.credits, b.credits),
        passages=tuple(_passage(one, a.words, b.words) for one in found),
        why=why,
    )


def _form(one: list[Run], a: Words, b: Words) -> bool:
    """Whether a passage is a form filled in anew, as reports of a market are: the same words around other figures."""
    changed = sum(
        bool(a.figures[r.a + r.length : after.a].any() and b.figures[r.b + r.length : after.b].any())
        for r, after in pairwise(one)
    )
    return changed >= CHANGED and sum(r.length for r in one) < FORM * changed


def _passage(one: list[Run], words_a: Words, words_b: Words) -> Passage:
    """The spans of a passage in both texts."""
    first, last = one[0], one[-1]
    return Passage(
        article=(words_a.spans(first.a, last.a + last.length),),
        of=(words_b.spans(first.b, last.b + last.length),),
    )
