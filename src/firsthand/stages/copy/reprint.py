"""Two articles that share prints → the reuse of one in the other, or None where they share quotations or phrases."""

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
    words_a, words_b = a.words, b.words
    found = passages(runs(words_a.ids.tolist(), words_b.ids.tolist()))
    found = [one for one in found if not _form(one, words_a, words_b)]
    free_a, free_b = (~words_a.quoted).tolist(), (~words_b.quoted).tolist()
    told = [[r.a + n for r in one for n in range(r.length) if free_a[r.a + n] and free_b[r.b + n]] for one in found]
    shared = frozenset(place for one in told if len(one) >= SENTENCE for place in one)
    share = len(shared) / (min(a.unquoted, b.unquoted) or 1)
    if len(shared) < SHORT or (len(shared) < PASSAGE and share < SHARE):
        return None
    if share < OWN and same_outlet(a.credits, b.credits):
        return None
    if share < SHARE:  # in a partial copy a shared quotation may have come another way
        found = [one for one, words in zip(found, told, strict=True) if len(words) >= SENTENCE]
    equal = sum(r.length for one in found for r in one)
    length = sum(one[-1].a + one[-1].length - one[0].a for one in found)
    exact = equal / length >= EXACT and length / max(len(words_a.ids), len(words_b.ids)) >= WHOLE
    credited = mentions(a.credits, b.credits)
    return Reuse(
        copy=Copy(
            article=a.article.id,
            of=b.article.id,
            kind="verbatim" if exact else "edited",
            credited=credited,
            passages=tuple(_passage(one, words_a, words_b) for one in found),
            why=f"{len(found)} passages, {len(shared)} words outside quotations ({share:.0%} of the shorter)"
            + ("; names its source" if credited else "")
            + (f"; the copy by {told_by}" if told_by else "; which is the copy is not known"),
        ),
        words=shared,
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
