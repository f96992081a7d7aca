"""Loads the trained pair reader, checked by hash, once a process, and runs it."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from firsthand.models.network import Floats, TextNetwork, run, softmax, text_network
from firsthand.stages.compare.reader.spelling import spelt

KNOWN = 100_000  # pairs that are remembered, some 30 MB
RELATIONS = ("same", "against", "contradicts", "updates", "updated", "other")


def load(language: str, folder: Path | None = None) -> TextNetwork | None:
    """The pair reader of a language, or None where there is none. Raises ModelBroken when a file is not as shipped."""
    return text_network(f"pairs-{language}", "reader.onnx", folder)


def shares(reader: TextNetwork, pairs: Sequence[tuple[str, str]]) -> Floats:
    """How likely the second text of each pair stands to the first in each of RELATIONS: pairs × relations."""
    return np.array([_shares(reader, *pair) for pair in pairs], dtype=np.float32).reshape(-1, len(RELATIONS))


@lru_cache(maxsize=KNOWN)
def _shares(reader: TextNetwork, one: str, two: str) -> Floats:
    """The same for one pair. A story that is worked out again, for an article or a decision, has most of them still.

    Pairs go through the network one by one: together they are no faster on a CPU, and the steps of its 8-bit numbers
    would depend on which pairs those are.
    """
    pieces, first = spelt(one, two, reader.vocabulary)
    row = np.array([pieces], dtype=np.int64)
    segments = (np.arange(len(pieces)) >= first).astype(np.int64)[None]
    mask = np.ones(row.shape, dtype=np.float32)
    (scores,) = run(reader.network, pieces=row, mask=mask, segments=segments)
    shared: Floats = softmax(scores)[0]
    return shared
