"""Loads the trained tagger, checked by hash, once a process, and runs it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from firsthand.models.network import FOLDER, Floats, Network, described, run, session, softmax
from firsthand.models.pieces import spell_once
from firsthand.stages.attribute.tagger.features import Ids, Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The two networks and what goes with them.

    `labels` number the parser's labels; `begin` and `end` are the vocabulary's marks; `cue` is the least
    probability of a cue's first word, set on the development split (see the model card).
    """

    encoder: Network
    linker: Network
    vocabulary: Path
    labels: Labels
    begin: int
    end: int
    cue: float

    def spell(self, word: str) -> tuple[int, ...]:
        """A word as numbers of the vocabulary, at least one."""
        return spell_once(self.vocabulary, word)


@cache
def load(language: str, folder: Path | None = None) -> Model | None:
    """The tagger of a language, or None where there is none. Raises ModelBroken when a file is not as shipped."""
    home = (folder or FOLDER) / f"attribution-{language}"
    if not home.is_dir():
        return None
    about = described(home)
    return Model(
        encoder=session(home / "encoder.onnx"),
        linker=session(home / "linker.onnx"),
        vocabulary=home / "vocab.txt",
        **{key: about[key] for key in ("labels", "begin", "end", "cue")},
    )


def encode(model: Model, words: Sequence[Sequence[int]], table: Ids) -> tuple[Floats, Floats]:
    """The vectors of a window's words and the shares of their cue tags; `words` are pieces, `table` features.

    vectors: words × width; shares: words × (none, first word of a cue, further word).
    """
    lengths = [len(pieces) for pieces in words]
    features = np.zeros((1, sum(lengths) + 2, table.shape[1]), dtype=np.int64)
    features[0, 1:-1] = np.repeat(table, lengths, axis=0)
    vectors, tags = run(
        model.encoder,
        pieces=np.array([[model.begin, *(p for pieces in words for p in pieces), model.end]], dtype=np.int64),
        features=features,
        first=1 + np.cumsum([[0, *lengths[:-1]]], axis=1, dtype=np.int64),
    )
    return vectors[0], softmax(tags[0])


def link(model: Model, vectors: Floats, cues: Ids, starts: Sequence[int], pairs: Sequence[Ids]) -> list[Floats]:
    """For each cue of a window the shares of the roles of the words around it: words × (none, source, cue, content).

    `cues` are (first, last) words of the window; `starts` and `pairs` the first word around each, and how the words
    stand to the cue (see `features.relations`).
    """
    wide = max(len(p) for p in pairs)
    places = np.zeros((len(pairs), wide), dtype=np.int64)
    mask = np.zeros((len(pairs), wide), dtype=np.float32)
    stand = np.zeros((len(pairs), wide, pairs[0].shape[1]), dtype=np.int64)
    for n, (start, pair) in enumerate(zip(starts, pairs, strict=True)):
        places[n, : len(pair)] = np.arange(start, start + len(pair))
        mask[n, : len(pair)] = 1
        stand[n, : len(pair)] = pair
    (roles,) = run(model.linker, words=vectors, cues=cues, places=places, mask=mask, pairs=stand)
    return [softmax(roles[n, : len(pair)]) for n, pair in enumerate(pairs)]
