"""The trained joint reader: two statements that the encoder has read apart, read on together; loaded once a process."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from firsthand.models.network import Floats, TextNetwork, run, softmax, text_network
from firsthand.stages.compare.meaning import load as load_encoder
from firsthand.stages.compare.meaning import read

KNOWN = 100_000  # pairs that are remembered, some 30 MB


class Joint(NamedTuple):
    """The network that reads two statements together, and the encoder that reads each apart."""

    network: TextNetwork
    encoder: TextNetwork


class Pair(NamedTuple):
    """Two texts, the one told first first, and what is known of them beside (`roles`)."""

    one: str
    two: str
    roles: tuple[int, ...]


def load(language: str, folder: Path | None = None) -> Joint | None:
    """The joint reader of a language, or None where there is none. Raises ModelBroken when a file is not as shipped."""
    encoder, network = load_encoder(language, folder), text_network(f"meaning-{language}", "joint.onnx", folder)
    return Joint(network, encoder) if network and encoder else None


@lru_cache(maxsize=KNOWN)
def shares(joint: Joint, pair: Pair) -> Floats:
    """How likely the second text stands to the first in each of reader.model.RELATIONS.

    A story that is worked out again, for an article or a decision, has most pairs still. Pairs are read one by one: the
    steps of 8-bit numbers depend on what is read together.
    """
    one, two = (read(joint.encoder, text).states for text in (pair.one, pair.two))
    states = np.concatenate([one, two])[None].astype(np.float32)
    texts = (np.arange(states.shape[1]) >= len(one)).astype(np.int64)[None]
    mask, roles = np.ones(texts.shape, dtype=np.float32), np.array([pair.roles], dtype=np.int64)
    (scores,) = run(joint.network.network, states=states, mask=mask, texts=texts, roles=roles)
    shared: Floats = softmax(scores)[0]
    return shared
