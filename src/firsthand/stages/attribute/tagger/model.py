"""Loads the trained tagger, checked by hash, once a process, and runs it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime

from firsthand.models.network import FOLDER, Floats, described, run, session, softmax
from firsthand.models.pieces import spell_once
from firsthand.stages.attribute.tagger.features import Ids, Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The two networks and what goes with them.

    `labels` number the parser's labels; `begin` and `end` are the vocabulary's marks; `cue` is the least
    probability of a cue's first word, set on the development split (see the model card).
    """

    encoder: onnxruntime.InferenceSession
    linker: onnxruntime.InferenceSession
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


def encode(model: Model, windows: Sequence[tuple[Sequence[Sequence[int]], Ids]]) -> list[tuple[Floats, Floats]]:
    """For each window of words (their pieces, their features) the words' vectors and the shares of their cue tags.

    vectors: words × width; shares: words × (none, first word of a cue, further word).
    """
    sizes = [sum(map(len, words)) + 2 for words, _ in windows]
    wide, many = max(sizes), max(len(words) for words, _ in windows)
    pieces = np.zeros((len(windows), wide), dtype=np.int64)
    mask = np.zeros((len(windows), wide), dtype=np.float32)
    features = np.zeros((len(windows), wide, windows[0][1].shape[1]), dtype=np.int64)
    first = np.zeros((len(windows), many), dtype=np.int64)
    for n, (words, table) in enumerate(windows):
        lengths = [len(w) for w in words]
        pieces[n, : sizes[n]] = [model.begin, *(p for w in words for p in w), model.end]
        mask[n, : sizes[n]] = 1
        features[n, 1 : sizes[n] - 1] = np.repeat(table, lengths, axis=0)
        first[n, : len(words)] = 1 + np.cumsum([0, *lengths[:-1]])
    vectors, tags = run(model.encoder, pieces=pieces, mask=mask, features=features, first=first)
    return [(vectors[n, : len(words)], softmax(tags[n, : len(words)])) for n, (words, _) in enumerate(windows)]


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
