"""Probabilities of words → source, cue and content."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.records import Span
from firsthand.stages.attribute.tagger.features import CONTENT, SOURCE

Shares = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An attribution as the tagger sees it: (first, past) tokens, with the probability of its parts."""

    source: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]
    cue_share: float
    source_share: float
    content_share: float


def cues(tags: Shares, threshold: float) -> list[Span]:
    """The cues that start with at least some probability; `tags` is words × (none, first, further)."""
    out: list[Span] = []
    n = 0
    while n < len(tags):
        past = n + 1
        if tags[n, 1] >= threshold:
            while past < len(tags) and tags[past, 2] > max(tags[past, 0], tags[past, 1]):
                past += 1
            out.append((n, past))
        n = past
    return out


def runs(members: Sequence[bool] | NDArray[np.bool_]) -> Iterator[Span]:
    """The stretches that are true."""
    start = None
    for n, member in enumerate([*members, False]):
        if member and start is None:
            start = n
        elif not member and start is not None:
            yield start, n
            start = None


def proposal(cue: Span, cue_share: float, roles: Shares, signs: NDArray[np.bool_], low: int) -> Proposal | None:
    """The attribution of a cue; `roles` is words × (none, source, cue, content), counted from token `low`.

    `signs` tells for every token of the article whether it is a sign and no word.

    A source is one stretch. A content is any number of them; one that is all signs, or a faint word far from the rest,
    is none. Without a content there is no attribution.
    """
    best, marks = roles.argmax(1), signs[low : low + len(roles)]
    content = [r for r in joined(best == CONTENT, marks) if not marks[slice(*r)].all()]
    content = [r for r in content if r[1] - r[0] > 1 or len(content) == 1 or roles[r[0], CONTENT] > 0.7]
    if not content:
        return None
    sources = [r for r in joined(best == SOURCE, marks) if not marks[slice(*r)].all()]
    source = max(sources, key=lambda r: float(roles[slice(*r), SOURCE].sum()), default=None)
    held = np.concatenate([roles[slice(*r), CONTENT] for r in content])
    return Proposal(
        source=((source[0] + low, source[1] + low),) if source else (),
        cue=cue,
        content=tuple((a + low, b + low) for a, b in content),
        cue_share=cue_share,
        source_share=float(roles[slice(*source), SOURCE].mean()) if source else float(1 - roles[:, SOURCE].max()),
        content_share=float(held.mean()),
    )


def joined(members: NDArray[np.bool_], marks: NDArray[np.bool_]) -> list[Span]:
    """The stretches that are true, those joined that only signs keep apart."""
    out: list[Span] = []
    for run in runs(members):
        if out and run[0] - out[-1][1] <= 2 and marks[out[-1][1] : run[0]].all():
            out[-1] = out[-1][0], run[1]
        else:
            out.append(run)
    return out
