"""A parsed article through the tagger: its attributions as proposals, and how much each word looks like a cue."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from firsthand.records import Parse, Span, Spans
from firsthand.stages.attribute.quotes import Quotation
from firsthand.stages.attribute.tagger.decode import Proposal, Shares, cues, proposal
from firsthand.stages.attribute.tagger.features import MARK, Words, around, relations, windows, words_of
from firsthand.stages.attribute.tagger.model import Model, encode, link

WINDOWS = 26  # of an article that are read; 4,500 words of prose have 25
CROWD = 20  # cues of a window that are looked at closely; prose has eleven at most, a list of short reports more


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the tagger sees in an article; proposals hold token numbers, `cue_shares` one share for each token."""

    proposals: tuple[Proposal, ...]
    cue_shares: Shares


def read(
    model: Model, parse: Parse, quotations: Sequence[Quotation], findings: Sequence[tuple[Spans, Spans, Spans]]
) -> Reading:
    """The tagger's view of an article; `findings` are the rules' (source, cue, content) in code points."""
    words = words_of(parse, quotations, findings, model.labels)
    spelt = [model.spell(token.text) for token in parse.tokens]
    breaks = [first for first, _ in parse.sentences]
    edges = list(islice(windows([len(w) for w in spelt], breaks), WINDOWS))
    signs = words.table[:, 0] == MARK
    shares = np.zeros(len(parse.tokens), dtype=np.float32)
    out: list[Proposal] = []
    for n, window in enumerate(edges):
        first, past = window
        vectors, tags = encode(model, spelt[first:past], words.table[first:past])
        low, high = own(edges, n, breaks)
        shares[low:high] = 1 - tags[low - first : high - first, 0]
        found = [c for c in cues(tags, model.cue) if low <= c[0] + first < high]
        found = sorted(sorted(found, key=lambda c: -tags[c[0], 1])[:CROWD])
        if found:
            out += proposals(model, words, window, found, vectors, tags, signs)
    return Reading(proposals=tuple(out), cue_shares=shares)


def own(edges: Sequence[Span], n: int, breaks: Sequence[int]) -> Span:
    """The words that window n answers for: those nearer to its middle, as whole sentences."""
    low = 0 if n == 0 else border(edges[n][0], edges[n - 1][1], breaks)
    high = edges[n][1] if n == len(edges) - 1 else border(edges[n + 1][0], edges[n][1], breaks)
    return low, high


def border(low: int, high: int, breaks: Sequence[int]) -> int:
    """The break nearest to the middle of two tokens and between them, else their middle; `breaks` are in order."""
    middle = (low + high) // 2
    n = bisect_left(breaks, middle)
    near = [at for at in breaks[max(0, n - 1) : n + 1] if low <= at <= high]
    return min(near, key=lambda at: abs(at - middle), default=middle)


def proposals(
    model: Model,
    words: Words,
    window: Span,
    found: Sequence[Span],
    vectors: Shares,
    tags: Shares,
    signs: NDArray[np.bool_],
) -> list[Proposal]:
    """The attributions of the cues of a window, in token numbers of the article."""
    first = window[0]
    stretches = [around((a + first, b + first), window) for a, b in found]
    pairs = [
        relations(words, (a + first, b + first), stretch, model.labels)
        for (a, b), stretch in zip(found, stretches, strict=True)
    ]
    ends = np.array([(a, b - 1) for a, b in found], dtype=np.int64)
    roles = link(model, vectors, ends, [low - first for low, _ in stretches], pairs)
    made = (
        proposal((a + first, b + first), float(tags[a, 1]), shares, signs, low)
        for (a, b), shares, (low, _) in zip(found, roles, stretches, strict=True)
    )
    return [p for p in made if p is not None]
