"""What a statement says, as a vector: the trained statement encoder, checked by hash, loaded once a process."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from firsthand.models.network import FOLDER, Floats, Network, described, run, session
from firsthand.models.pieces import spell_once, vocabulary

KNOWN = 50_000  # vectors that are remembered, some 80 MB
LONGEST = 96  # pieces of a statement with its marks; what is behind them is not read
BEGIN, END = "[CLS]", "[SEP]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoder:
    """The network and the vocabulary that it was trained with."""

    network: Network
    vocabulary: Path


@cache
def load(language: str, folder: Path | None = None) -> Encoder | None:
    """The encoder of a language, or None where there is none. Raises ModelBroken when a file is not as shipped."""
    home = (folder or FOLDER) / f"meaning-{language}"
    if not home.is_dir():
        return None
    described(home)
    return Encoder(network=session(home / "encoder.onnx"), vocabulary=home / "vocab.txt")


def vectors(encoder: Encoder, texts: Sequence[str]) -> list[Floats]:
    """A vector of unit length for each text; the product of two says how alike their meaning is (-1 to 1)."""
    return [_vector(encoder, text) for text in texts]


@lru_cache(maxsize=KNOWN)
def _vector(encoder: Encoder, text: str) -> Floats:
    """The same for one text: one by one, since the steps of 8-bit numbers depend on what is read together."""
    row = np.array([spelt(text, encoder.vocabulary)], dtype=np.int64)
    (found,) = run(encoder.network, pieces=row, mask=np.ones(row.shape, dtype=np.float32))
    vector: Floats = found[0]
    return vector


def spelt(text: str, known: Path) -> tuple[int, ...]:
    """The pieces of a text with the marks around them."""
    marks = vocabulary(known)
    pieces = [n for word in text.split() for n in spell_once(known, word)][: LONGEST - 2]
    return marks[BEGIN], *pieces, marks[END]
