#!/usr/bin/env python3
"""Train the joint reader: two statements, read apart by the statement encoder, read on together by its last layers.

    train_joint.py OUT --encoder DIR --model MEANING-EN --sets PACKS.jsonl SETS [--entailment NLI]

DIR holds the MPNet whose last layers it starts from, MEANING-EN the shipped encoder: its states are what the reader
will read. OUT gets the states, a checkpoint every few minutes and log.jsonl; the same command goes on where it stopped.
The seed fixes which stories and pairs are read, and their order.
"""

import argparse
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from fitting import by_length, fit, optimizer_of, options_of, padded
from joint_pairs import Example, examples
from meaning_network import RELATIONS, Joint, shape_of, upper
from pair_network import ENTAILMENT
from pairs import chosen, entailment, home
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from firsthand.stages.compare.joint.model import laid
from firsthand.stages.compare.joint.roles import ROLES, Told, roles
from firsthand.stages.compare.meaning import Meaning, load, read

BATCH = 64  # pairs
STEP = 8  # pieces: a product of a new size is slow the first time
ENTAILED = {"entailment": "same", "neutral": "other", "contradiction": "contradicts"}
NOBODY = Told("asserts", "none", None, None, 0, 0)

Texts = Mapping[str, Meaning]


def texts_of(stories: Iterable[dict[str, Any]]) -> Iterator[str]:
    """What the statements of stories say, and the names of who says it."""
    for story in stories:
        for row in story["statements"]:
            yield row["text"]
            if row["speaker"]:
                yield row["speaker"]


def read_all(options: argparse.Namespace, texts: Iterable[str], name: str) -> dict[str, Meaning]:
    """What the encoder makes of each text; kept in a file of OUT."""
    saved, each = options.out / f"{name}.npz", sorted(set(texts))
    if not saved.exists():
        with ProcessPoolExecutor(options.threads) as pool:
            rows = [*pool.map(partial(_read, options.model), each, chunksize=64)]
        ends = np.cumsum([len(row.states) for row in rows])
        np.savez(
            saved, ends=ends, vectors=[row.vector for row in rows], states=np.concatenate([row.states for row in rows])
        )
    with np.load(saved) as held:
        ends, vectors, states = held["ends"], held["vectors"], held["states"]
    starts = [0, *ends[:-1]]
    return {text: Meaning(vectors[n], states[starts[n] : ends[n]]) for n, text in enumerate(each)}


def _read(model: Path, text: str) -> Meaning:
    return read(load(*home(model)), text)


def collate(batch: Sequence[Example], known: Texts) -> list[Tensor]:
    """Pairs padded to one length: states, mask, which part each piece belongs to, what is known of them."""
    held = [laid([known[text].states if text else None for text in example.texts]) for example in batch]
    return [*padded(held, STEP), torch.tensor([e.roles for e in batch])]


def batches(rows: list[Example], known: Texts, chance: random.Random) -> list[list[Example]]:
    """Batches of pairs of like length, in random order."""

    def length(example: Example) -> int:
        return sum(len(known[text].states) for text in example.texts if text)

    ready = [*by_length(chance.sample(rows, len(rows)), BATCH, length)]
    return chance.sample(ready, len(ready))


def entailed(options: argparse.Namespace) -> list[Example]:
    """Pairs of sentences of which one follows from the other, contradicts it, or neither."""
    some = [*entailment(options.entailment)] if options.entailment else []
    return [
        Example((None, e.one, None, e.two), roles(NOBODY, NOBODY), RELATIONS.index(ENTAILED[ENTAILMENT[e.label]]))
        for e in some
        if e.one and e.two
    ]


def train(options: argparse.Namespace) -> None:
    """Pairs of sentences first, then all pairs of stories, from the last checkpoint."""
    torch.manual_seed(options.seed)
    shape = shape_of(options.encoder)
    network = Joint(shape, [len(names) for names in ROLES.values()])
    upper(load_file(options.encoder / "model.safetensors"), network, shape["layers"])
    stories = chosen(options.sets, options.most, random.Random(options.seed))
    known, chance = read_all(options, texts_of(stories), "stories"), random.Random(options.seed)
    plan = []
    if first := entailed(options):
        others = read_all(options, (text for e in first for text in e.texts if text), "entailment")
        known |= others
        plan += batches(first, known, chance)
    for n in range(options.epochs):
        plan += batches(examples(stories, known, options.seed + n), known, chance)
    optimizer = optimizer_of(network, options.rate, 10)

    def loss_of(batch: list[Example]) -> Tensor:
        with torch.autocast("cpu", torch.bfloat16, enabled=options.bf16):
            scores = network(*collate(batch, known))
        return functional.cross_entropy(scores.float(), torch.tensor([e.label for e in batch]))

    fit(network, optimizer, plan, loss_of, options.out, shape)


def main() -> None:
    """Read the command line, train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", type=Path, required=True, help="the MPNet that the encoder started from")
    parser.add_argument("--model", type=Path, required=True, help="the exported encoder")
    parser.add_argument("--sets", type=Path, nargs="+", required=True, help="claim sets")
    parser.add_argument("--entailment", type=Path, help="folder of sentence pairs that are read first")
    parser.add_argument("--most", type=int, default=10_000, help="stories of each of them")
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--bf16", action="store_true", help="matrices in 16 bits: faster where the processor has them")
    train(options_of(parser))


if __name__ == "__main__":
    main()
