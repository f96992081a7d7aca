"""What a statement says, as a vector: the trained statement encoder, checked by hash, loaded once a process."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from firsthand.models.network import Floats, TextNetwork, run, text_network
from firsthand.models.pieces import marks, spell_text
from firsthand.records import Statement

KNOWN = 2048  # texts that are remembered, some 130 MB
LONGEST = 96  # pieces of a statement with its marks; what is behind them is not read

States = NDArray[np.float16]  # pieces × width


class Encoder(NamedTuple):
    """The statement encoder in two halves: `lower` gives the state of each piece half-way through its layers, from
    which the readers of two statements go on too; `upper` the vector of the whole."""

    lower: TextNetwork
    upper: TextNetwork


class Meaning(NamedTuple):
    """What the encoder makes of a text: `vector`, of unit length, what it says; the product of two says how alike they
    are (-1 to 1). `states`: from half-way through its layers, for the joint reader."""

    vector: Floats
    states: States


def load(language: str, folder: Path | None = None) -> Encoder | None:
    """The encoder of a language, or None where there is none. Raises ModelBroken when a file is not as shipped."""
    lower, upper = (text_network(f"meaning-{language}", f"{name}.onnx", folder) for name in ("encoder", "vector"))
    return Encoder(lower, upper) if lower and upper else None


def vectors(encoder: Encoder, statements: Iterable[Statement]) -> dict[str, Floats]:
    """Statement id → the vector of what it says."""
    return {said.id: vector(encoder, said.text) for said in statements}


def read(encoder: Encoder, text: str) -> Meaning:
    """Both that the encoder makes of a text."""
    return Meaning(vector(encoder, text), states(encoder, text))


@lru_cache(maxsize=KNOWN)
def vector(encoder: Encoder, text: str) -> Floats:
    """What a text says."""
    pieces, mask = _given(spelt(text, encoder.lower.vocabulary))
    (found,) = run(encoder.upper.network, states=half_way(encoder, text)[None], pieces=pieces, mask=mask)
    first: Floats = found[0]
    return first


def states(encoder: Encoder, text: str) -> States:
    """The states of a text, as the readers of two statements take them; without its vector they take half as long."""
    return half_way(encoder, text).astype(np.float16)


@lru_cache(maxsize=KNOWN)
def half_way(encoder: Encoder, text: str) -> Floats:
    """The state of each piece of a text half-way through the layers: pieces × width."""
    return below(encoder, spelt(text, encoder.lower.vocabulary))


def below(encoder: Encoder, pieces: Sequence[int]) -> Floats:
    """The same of pieces, not remembered.

    Texts are read one by one: the steps of 8-bit numbers depend on what is read together.
    """
    row, mask = _given(pieces)
    (held,) = run(encoder.lower.network, pieces=row, mask=mask)
    first: Floats = held[0]
    return first


def _given(pieces: Sequence[int]) -> tuple[NDArray[np.int64], Floats]:
    row = np.array([pieces], dtype=np.int64)
    return row, np.ones(row.shape, dtype=np.float32)


def spelt(text: str, known: Path) -> tuple[int, ...]:
    """The pieces of a text with the marks around them."""
    begin, end = marks(known)
    return begin, *spell_text(known, text)[: LONGEST - 2], end
