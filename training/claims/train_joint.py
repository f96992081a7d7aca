#!/usr/bin/env python3
"""Train the joint reader: two statements, read apart by the statement encoder, read on together by its last layers.

    train_joint.py OUT --meaning RUN --model MEANING-EN --sets PACKS.jsonl SETS [--most 360]

RUN is a run of train_meaning.py, MEANING-EN what export_meaning.py made of it: its states are what the reader will
read. OUT gets the states, a checkpoint every few minutes and log.jsonl; the same command goes on where it stopped. The
seed fixes which stories and pairs are read, and their order.
"""

import argparse
import json
import random
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from fitting import by_length, fit
from joint_pairs import Example, examples
from meaning_network import Joint, upper
from pairs import chosen
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from firsthand.models.network import text_network
from firsthand.stages.compare.joint.roles import ROLES
from firsthand.stages.compare.meaning import Meaning, read

BATCH = 32  # pairs


def states_of(options: argparse.Namespace, told_by: Sequence[dict[str, Any]]) -> list[list[Meaning]]:
    """What the encoder makes of each statement."""
    saved = options.out / "states.pt"
    if not saved.exists():
        with ProcessPoolExecutor(options.threads) as pool:
            rows = [*pool.map(partial(_read, options.model.resolve()), told_by, chunksize=8)]
        torch.save([[[*map(torch.tensor, each)] for each in some] for some in rows], saved)
    return [[Meaning(*(t.numpy() for t in each)) for each in some] for some in torch.load(saved, weights_only=True)]


def _read(model: Path, story: dict[str, Any]) -> list[Meaning]:
    encoder = text_network(model.name, "encoder.onnx", model.parent)
    return [read(encoder, row["text"]) for row in story["statements"]]


def collate(batch: Sequence[Example], states: Sequence[Sequence[Meaning]]) -> list[Tensor]:
    """Pairs padded to one length: states, mask, which text each piece belongs to, what is known of them."""
    held = [(states[e.story][e.one].states, states[e.story][e.two].states) for e in batch]
    length = max(len(a) + len(b) for a, b in held)
    out, mask = torch.zeros(len(batch), length, held[0][0].shape[1]), torch.zeros(len(batch), length)
    segments = torch.zeros(len(batch), length, dtype=torch.long)
    for n, (a, b) in enumerate(held):
        both = np.concatenate([a, b]).astype(np.float32)
        out[n, : len(both)], mask[n, : len(both)] = torch.tensor(both), 1.0
        segments[n, len(a) : len(both)] = 1
    return [out, mask, segments, torch.tensor([e.roles for e in batch])]


def batches(rows: list[Example], states: Sequence[Sequence[Meaning]], chance: random.Random) -> list[list[Example]]:
    """Batches of pairs of like length, in random order."""

    def length(example: Example) -> int:
        told = states[example.story]
        return len(told[example.one].states) + len(told[example.two].states)

    ready = [*by_length(chance.sample(rows, len(rows)), BATCH, length)]
    return chance.sample(ready, len(ready))


def train(options: argparse.Namespace) -> None:
    """All pairs, from the last checkpoint."""
    torch.manual_seed(options.seed)
    shape = json.loads((options.meaning / "settings.json").read_text())["shape"]
    network = Joint(shape, [len(names) for names in ROLES.values()])
    upper(load_file(options.meaning / "model.safetensors"), network)
    told_by = chosen(options.sets, options.most, random.Random(options.seed))
    states = states_of(options, told_by)
    rows = examples(told_by, [np.array([each.vector for each in some]) for some in states], options.seed)
    chance = random.Random(options.seed)
    plan = [batch for _ in range(options.epochs) for batch in batches(rows, states, chance)]
    old = [p for name, p in network.named_parameters() if name.startswith(("layers", "distances"))]
    new = [p for name, p in network.named_parameters() if not name.startswith(("layers", "distances"))]
    optimizer = torch.optim.AdamW(
        [{"params": old, "lr": options.rate}, {"params": new, "lr": 10 * options.rate}], weight_decay=0.01
    )

    def loss_of(batch: list[Example]) -> Tensor:
        return functional.cross_entropy(network(*collate(batch, states)), torch.tensor([e.label for e in batch]))

    fit(network, optimizer, plan, loss_of, options.out, shape)


def main() -> None:
    """Read the command line, train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--meaning", type=Path, required=True, help="run of train_meaning.py")
    parser.add_argument("--model", type=Path, required=True, help="the exported encoder")
    parser.add_argument("--sets", type=Path, nargs="+", required=True, help="claim sets")
    parser.add_argument("--most", type=int, default=10_000, help="stories of each of them")
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    train(options)


if __name__ == "__main__":
    main()
