"""What a statement says, as a vector: the trained statement encoder, checked by hash, loaded once a process."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import numpy as np

from firsthand.models.network import Floats, TextNetwork, run, text_network
from firsthand.models.pieces import BEGIN, END, spell_text, vocabulary
from firsthand.records import Statement

KNOWN = 50_000  # vectors that are remembered, some 80 MB
LONGEST = 96  # pieces of a statement with its marks; what is behind them is not read


def load(language: str, folder: Path | None = None) -> TextNetwork | None:
    """The encoder of a language, or None where there is none. Raises ModelBroken when a file is not as shipped."""
    return text_network(f"meaning-{language}", "encoder.onnx", folder)


def meanings(encoder: TextNetwork, statements: Iterable[Statement]) -> dict[str, Floats]:
    """Statement id → the vector of what it says."""
    return {said.id: vector(encoder, said.text) for said in statements}


@lru_cache(maxsize=KNOWN)
def vector(encoder: TextNetwork, text: str) -> Floats:
    """What a text says, as a vector of unit length; the product of two says how alike their meaning is (-1 to 1).

    Texts are read one by one: the steps of 8-bit numbers depend on what is read together.
    """
    row = np.array([spelt(text, encoder.vocabulary)], dtype=np.int64)
    (found,) = run(encoder.network, pieces=row, mask=np.ones(row.shape, dtype=np.float32))
    read: Floats = found[0]
    return read


def spelt(text: str, known: Path) -> tuple[int, ...]:
    """The pieces of a text with the marks around them."""
    marks = vocabulary(known)
    return marks[BEGIN], *spell_text(known, text)[: LONGEST - 2], marks[END]
