"""The trained denial reader: does a statement, read in its article, deny another, or anything; loaded once."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from firsthand.models.network import TextNetwork, run, softmax, text_network
from firsthand.stages.compare.denial.within import Within, spelt
from firsthand.stages.compare.meaning import load as load_encoder
from firsthand.stages.compare.meaning import read
from firsthand.stages.compare.reader.model import RELATIONS

KNOWN = 100_000  # answers that are remembered, some 30 MB
LATEST = 64  # statements in their articles whose states are at hand
AGAINST = RELATIONS.index("against")
PARTS = 7  # see `within`

States = NDArray[np.float16]  # pieces × width
Parts = NDArray[np.int64]


class Reader(NamedTuple):
    """The network that reads two statements together, and the encoder that reads each apart."""

    network: TextNetwork
    encoder: TextNetwork


class Asked(NamedTuple):
    """Does `answer`, said by `speaker` (None: nobody is named), deny what the other says? `told` is who says it and
    what, None to ask whether it denies anything at all; `roles` is what is known of both beside."""

    told: tuple[str | None, str] | None
    speaker: str | None
    answer: Within
    roles: tuple[int, ...]


def load(language: str, folder: Path | None = None) -> Reader | None:
    """The denial reader of a language, None where there is none. Raises ModelBroken when a file is not as shipped."""
    encoder, network = load_encoder(language, folder), text_network(f"meaning-{language}", "denials.onnx", folder)
    return Reader(network, encoder) if network and encoder else None


@lru_cache(maxsize=KNOWN)
def share(reader: Reader, asked: Asked) -> float:
    """How likely an answer denies what it is held against (0 to 1)."""
    others = (*(asked.told or (None, None)), asked.speaker)
    given = [read(reader.encoder, text).states if text else None for text in others]
    states, parts = laid(given, in_article(reader.encoder, asked.answer))
    mask, roles = np.ones((1, len(parts)), dtype=np.float32), np.array([asked.roles], dtype=np.int64)
    given_states = states[None].astype(np.float32)
    (scores,) = run(reader.network.network, states=given_states, mask=mask, parts=parts[None], roles=roles)
    return float(softmax(scores)[0, AGAINST])


def laid(others: Sequence[States | None], answer: tuple[States, Parts]) -> tuple[States, Parts]:
    """The states of who says the other statement, of that one and of who answers, with those of the answer in its
    article behind them; and the part that each piece belongs to."""
    given = [(n, states) for n, states in enumerate(others) if states is not None]
    parts = [np.full(len(states), n, dtype=np.int64) for n, states in given]
    return np.concatenate([*(states for _, states in given), answer[0]]), np.concatenate([*parts, answer[1]])


@lru_cache(maxsize=LATEST)
def in_article(encoder: TextNetwork, told: Within) -> tuple[States, Parts]:
    """The states of a statement and of what stands around it, and the part that each piece belongs to."""
    pieces, parts = spelt(told, encoder.vocabulary)
    row = np.array([pieces], dtype=np.int64)
    _, states = run(encoder.network, pieces=row, mask=np.ones(row.shape, dtype=np.float32))
    return states[0].astype(np.float16), np.array(parts, dtype=np.int64)
