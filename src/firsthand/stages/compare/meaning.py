"""What a statement says, as a vector: the trained statement encoder, checked by hash, loaded once a process."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from firsthand.models.network import Floats, TextNetwork, run, text_network
from firsthand.models.pieces import marks, spell_text
from firsthand.records import Statement

KNOWN = 2048  # texts that are remembered, some 80 MB
LONGEST = 96  # pieces of a statement with its marks; what is behind them is not read


class Meaning(NamedTuple):
    """What the encoder makes of a text: `vector`, of unit length, what it says; the product of two says how alike they
    are (-1 to 1). `states`: pieces × width, from half-way through its layers, for the joint reader."""

    vector: Floats
    states: NDArray[np.float16]


def load(language: str, folder: Path | None = None) -> TextNetwork | None:
    """The encoder of a language, or None where there is none. Raises ModelBroken when a file is not as shipped."""
    return text_network(f"meaning-{language}", "encoder.onnx", folder)


def vectors(encoder: TextNetwork, statements: Iterable[Statement]) -> dict[str, Floats]:
    """Statement id → the vector of what it says."""
    return {said.id: read(encoder, said.text).vector for said in statements}


@lru_cache(maxsize=KNOWN)
def read(encoder: TextNetwork, text: str) -> Meaning:
    """What a text says.

    Texts are read one by one: the steps of 8-bit numbers depend on what is read together.
    """
    row = np.array([spelt(text, encoder.vocabulary)], dtype=np.int64)
    vector, states = run(encoder.network, pieces=row, mask=np.ones(row.shape, dtype=np.float32))
    return Meaning(vector[0], states[0].astype(np.float16))


def spelt(text: str, known: Path) -> tuple[int, ...]:
    """The pieces of a text with the marks around them."""
    begin, end = marks(known)
    return begin, *spell_text(known, text)[: LONGEST - 2], end
