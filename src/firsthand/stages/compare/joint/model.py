"""The trained joint reader: two statements that the encoder has read apart, read on together; loaded once a process."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from firsthand.models.network import Floats, TextNetwork, run, softmax, text_network
from firsthand.stages.compare.meaning import Encoder, States
from firsthand.stages.compare.meaning import load as load_encoder
from firsthand.stages.compare.meaning import states as states_of

KNOWN = 100_000  # pairs that are remembered, some 30 MB

Parts = NDArray[np.int64]


class Joint(NamedTuple):
    """The network that reads two statements together, and the encoder that reads each apart."""

    network: TextNetwork
    encoder: Encoder


class Pair(NamedTuple):
    """Two statements, the one told first first: who says the first (None: nobody is named), what it says, who says the
    second, what it says; and what is known of them beside (`roles`)."""

    texts: tuple[str | None, str, str | None, str]
    roles: tuple[int, ...]


def load(language: str, folder: Path | None = None, file: str = "joint.onnx") -> Joint | None:
    """The joint reader of a language, or None where there is none. Raises ModelBroken when a file is not as shipped."""
    encoder, network = load_encoder(language, folder), text_network(f"meaning-{language}", file, folder)
    return Joint(network, encoder) if network and encoder else None


@lru_cache(maxsize=KNOWN)
def shares(joint: Joint, pair: Pair) -> Floats:
    """How likely the second statement stands to the first in each of reader.model.RELATIONS.

    A story that is worked out again, for an article or a decision, has most pairs still. Pairs are read one by one: the
    steps of 8-bit numbers depend on what is read together.
    """
    return shares_of(joint, *laid(apart(joint, pair.texts)), pair.roles)


def shares_of(joint: Joint, states: States, parts: Parts, roles: tuple[int, ...]) -> Floats:
    """What the network makes of states, of which each belongs to a part: the share of each relation."""
    mask, known = np.ones((1, len(parts)), dtype=np.float32), np.array([roles], dtype=np.int64)
    given = states[None].astype(np.float32)
    (scores,) = run(joint.network.network, states=given, mask=mask, parts=parts[None], roles=known)
    shared: Floats = softmax(scores)[0]
    return shared


def apart(joint: Joint, texts: Iterable[str | None]) -> list[States | None]:
    """The states of texts that the encoder reads apart."""
    return [states_of(joint.encoder, text) if text else None for text in texts]


def laid(texts: Sequence[States | None], *more: tuple[States, Parts]) -> tuple[States, Parts]:
    """The states of texts one behind the other, and which of them each piece belongs to; then `more` such."""
    given = [(states, np.full(len(states), n, dtype=np.int64)) for n, states in enumerate(texts) if states is not None]
    states, parts = zip(*given, *more, strict=True)
    return np.concatenate(states), np.concatenate(parts)
