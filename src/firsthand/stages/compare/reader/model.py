"""Loads the trained pair reader, checked by hash, once a process, and runs it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from firsthand.models.network import FOLDER, Floats, Network, described, run, session, softmax
from firsthand.stages.compare.reader.spelling import spelt

KNOWN = 100_000  # pairs that are remembered, some 30 MB
RELATIONS = ("same", "against", "contradicts", "updates", "updated", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The network and the vocabulary that it was trained with."""

    network: Network
    vocabulary: Path


@cache
def load(language: str, folder: Path | None = None) -> Reader | None:
    """The pair reader of a language, or None where there is none. Raises ModelBroken when a file is not as shipped."""
    home = (folder or FOLDER) / f"pairs-{language}"
    if not home.is_dir():
        return None
    described(home)
    return Reader(network=session(home / "reader.onnx"), vocabulary=home / "vocab.txt")


def shares(reader: Reader, pairs: Sequence[tuple[str, str]]) -> Floats:
    """How likely the second text of each pair stands to the first in each of RELATIONS: pairs × relations."""
    return np.array([_shares(reader, *pair) for pair in pairs], dtype=np.float32).reshape(-1, len(RELATIONS))


@lru_cache(maxsize=KNOWN)
def _shares(reader: Reader, one: str, two: str) -> Floats:
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
