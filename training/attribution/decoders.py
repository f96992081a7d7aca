#!/usr/bin/env python3
"""Compare ways to read spans from the shipped tagger's probabilities, on PolNeAR dev, tagger alone.

    decoders.py POLNEAR_TRAIN POLNEAR_DEV

plain     each word its likeliest role (what ships)
viterbi   the likeliest sequence of roles, as a CRF decodes, with the transitions of 100 training articles
span      source and content are the stretches with the highest sum of log-odds
"""

import sys
from itertools import islice
from pathlib import Path

import numpy as np
from corpus import Text, cut, texts

from firsthand.models.pieces import vocabulary
from firsthand.stages.attribute.quotes import quotations
from firsthand.stages.attribute.tagger import load, model, read
from firsthand.stages.attribute.tagger import read as tagger
from firsthand.stages.attribute.tagger.decode import Shares
from firsthand.stages.attribute.tagger.features import CONTENT, NONE, SOURCE
from score_polnear import load_gold, score

plain = sys.modules["firsthand.stages.attribute.tagger.read"].proposal


def transitions(train: Path, labels: dict[str, dict[str, int]]) -> Shares:
    """Log-probabilities of one role after another, from the gold roles around cues."""
    counts = np.ones((4, 4))
    known = vocabulary(model.FOLDER / "attribution-en" / "vocab.txt")
    for text in islice(texts(train), 100):
        for window in cut(text, labels, known):
            for roles in window.roles:
                np.add.at(counts, (roles[:-1], roles[1:]), 1)
    return np.log(counts / counts.sum(1, keepdims=True)).astype(np.float32)


def viterbi(shares: Shares, steps: Shares) -> Shares:
    """The likeliest sequence of roles, as shares of one or nothing."""
    scores, back = np.log(shares + 1e-9), []
    best = scores[0]
    for row in scores[1:]:
        paths = best[:, None] + steps
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    roles = [int(best.argmax())]
    for pointer in reversed(back):
        roles.append(int(pointer[roles[-1]]))
    return keep(shares, np.array(roles[::-1]))


def spans(shares: Shares) -> Shares:
    """For source and for content the stretch with the highest sum of log-odds; content twice, as it may be split."""
    roles = np.full(len(shares), NONE)
    for role, times in ((SOURCE, 1), (CONTENT, 2)):
        odds = np.log(shares[:, role] + 1e-6) - np.log(1 - shares[:, role] + 1e-6)
        for _ in range(times):
            odds[roles != NONE] = -1e3
            sums = np.concatenate([[0], np.cumsum(odds)])
            lowest = np.minimum.accumulate(sums)
            past = int((sums - lowest).argmax())
            if sums[past] - lowest[past] <= 0:
                break
            first = int(sums[: past + 1].argmin())
            roles[first:past] = role
    return keep(shares, roles)


def keep(shares: Shares, roles: np.ndarray) -> Shares:
    """The shares with a given role made the likeliest of each word."""
    out = shares * 0.5
    out[np.arange(len(roles)), roles] += 0.5
    return out


def found(text: Text) -> list[dict[str, list[list[int]]]]:
    """The tagger's attributions in the form of the scorer."""
    tokens = text.parse.tokens
    borders = tuple((tokens[a].start, tokens[b - 1].end) for a, b in text.parse.paragraphs)
    reading = read(load("en"), text.parse, quotations(text.text, borders), text.findings)
    return [
        {
            role: [[tokens[a].start, tokens[b - 1].end] for a, b in runs]
            for role, runs in (("source", p.source), ("cue", (p.cue,)), ("content", p.content))
        }
        for p in reading.proposals
    ]


def main() -> None:
    """Print the overlap F1 of each way."""
    train, dev = map(Path, sys.argv[1:3])
    steps, known, gold = transitions(train, load("en").labels), list(texts(dev)), load_gold(dev)
    ways = {"plain": lambda s: s, "viterbi": lambda s: viterbi(s, steps), "span": spans}
    for name, way in ways.items():
        sys.modules[tagger.__module__].proposal = lambda cue, share, shares, signs, low, way=way: plain(
            cue, share, way(shares), signs, low
        )
        result = score((t.text, next(iter(gold[t.name][1].values())), found(t)) for t in known)
        print(name, [round(result[c]["attribution ovl"]["f"], 1) for c in ("all", "quoted", "unquoted")])


if __name__ == "__main__":
    main()
