"""The trained denial reader: does a statement, read in its article, deny another, or anything; loaded once."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from firsthand.stages.compare.denial.within import Within, spelt
from firsthand.stages.compare.joint.model import Joint, Parts, apart, laid, shares_of
from firsthand.stages.compare.joint.model import load as load_joint
from firsthand.stages.compare.meaning import Encoder, States, below
from firsthand.stages.compare.reader.read import AGAINST

KNOWN = 100_000  # answers that are remembered, some 30 MB
LATEST = 64  # statements in their articles whose states are at hand
PARTS = 7  # see `within`


class Asked(NamedTuple):
    """Does `answer`, said by `speaker` (None: nobody is named), deny what the other says? `told` is who says it and
    what, None to ask whether it denies anything at all; `roles` is what is known of both beside."""

    told: tuple[str | None, str] | None
    speaker: str | None
    answer: Within
    roles: tuple[int, ...]


def load(language: str, folder: Path | None = None) -> Joint | None:
    """The denial reader of a language, None where there is none. Raises ModelBroken when a file is not as shipped."""
    return load_joint(language, folder, "denials.onnx")


@lru_cache(maxsize=KNOWN)
def share(reader: Joint, asked: Asked) -> float:
    """How likely an answer denies what it is held against (0 to 1)."""
    others = apart(reader, (*(asked.told or (None, None)), asked.speaker))
    return float(shares_of(reader, *laid(others, in_article(reader.encoder, asked.answer)), asked.roles)[AGAINST])


@lru_cache(maxsize=LATEST)
def in_article(encoder: Encoder, told: Within) -> tuple[States, Parts]:
    """The states of a statement and of what stands around it, and the part that each piece belongs to."""
    pieces, parts = spelt(told, encoder.lower.vocabulary)
    return below(encoder, pieces).astype(np.float16), np.array(parts, dtype=np.int64)
