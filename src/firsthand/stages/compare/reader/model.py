"""Loads the trained pair reader, checked by hash, once a process, and runs it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime

from firsthand.models.network import FOLDER, Floats, described, run, session, softmax
from firsthand.stages.compare.reader.spelling import Spelt, spelt

BATCH = 32  # pairs that go through the network together
RELATIONS = ("same", "against", "contradicts", "updates", "updated", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The network and the vocabulary that it was trained with."""

    network: onnxruntime.InferenceSession
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
    rows = [spelt(one, two, reader.vocabulary) for one, two in pairs]
    order = sorted(range(len(rows)), key=lambda n: len(rows[n][0]))
    out = np.zeros((len(rows), len(RELATIONS)), dtype=np.float32)
    for at in range(0, len(order), BATCH):
        some = order[at : at + BATCH]
        out[some] = _read(reader, [rows[n] for n in some])
    return out


def _read(reader: Reader, rows: Sequence[Spelt]) -> Floats:
    length = max(len(pieces) for pieces, _ in rows)
    pieces, segments = (np.zeros((len(rows), length), dtype=np.int64) for _ in range(2))
    mask = np.zeros((len(rows), length), dtype=np.float32)
    for n, (numbers, first) in enumerate(rows):
        pieces[n, : len(numbers)] = numbers
        segments[n, first : len(numbers)] = 1
        mask[n, : len(numbers)] = 1
    (scores,) = run(reader.network, pieces=pieces, mask=mask, segments=segments)
    return softmax(scores)
