#!/usr/bin/env python3
"""Train the statement encoder: statements of one claim near each other, others of the same story apart.

    train_meaning.py OUT --encoder DIR --sets PACKS.jsonl SETS [--most 720]

--sets takes claim sets, files or folders; DIR holds the model.safetensors, config.json and vocab.txt of an MPNet.
OUT gets a checkpoint every few minutes and log.jsonl; the same command goes on where it stopped. The seed fixes
which stories are read, and their order.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from fitting import fit, options_of
from meaning_network import Meaning, mpnet, shape_of
from pairs import SPEAKING, chosen
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from firsthand.stages.compare.meaning import spelt

WARMTH = 0.07  # temperature of the contrast
SHARES = (3.0, 0.5)  # of the two losses of likeness
LONGER = 1 / 3  # the share of a story's statements that are read apart, so that few places are padding


def same(rows: Sequence[dict[str, Any]]) -> tuple[Tensor, Tensor]:
    """Which pairs of a story's statements are one claim, and which teach something: rows × rows.

    A claim and its denial are neither near nor far.
    """
    claims = [row["claim"] if row["claim"] is not None else n for n, row in enumerate(rows)]
    sides = torch.tensor([row["stance"] in SPEAKING for row in rows])
    one = torch.tensor([[a == b for b in claims] for a in claims])
    level = sides[:, None] == sides[None, :]
    told = ~torch.eye(len(rows), dtype=torch.bool) & ~(one & ~level)
    return one & told, told


class Likeness(nn.Module):
    """Cosine → how likely two statements are one claim."""

    def __init__(self) -> None:
        super().__init__()
        self.scale, self.shift = nn.Parameter(torch.tensor(12.0)), nn.Parameter(torch.tensor(-7.0))

    def forward(self, vectors: Tensor, one: Tensor, told: Tensor) -> Tensor:
        """The loss of a story: every pair on its own, and each statement's claim against the rest of the story
        (supervised contrast, Khosla et al., 2020)."""
        cosines = vectors @ vectors.T
        alone = functional.binary_cross_entropy_with_logits(
            (self.scale * cosines + self.shift)[told], one[told].float()
        )
        warm = (cosines / WARMTH).masked_fill(~told, -1e4)
        shares, held = warm.log_softmax(1), one.any(1)
        contrast = -((shares * one).sum(1)[held] / one.sum(1)[held]).mean() if held.any() else torch.zeros(())
        return SHARES[0] * alone + SHARES[1] * contrast


def collate(told: Sequence[tuple[int, ...]]) -> tuple[Tensor, Tensor]:
    """Statements as pieces, padded to one length, and where there is a piece."""
    length = max(map(len, told))
    pieces, mask = torch.zeros(len(told), length, dtype=torch.long), torch.zeros(len(told), length)
    for n, row in enumerate(told):
        pieces[n, : len(row)], mask[n, : len(row)] = torch.tensor(row), 1.0
    return pieces, mask


def read(network: Meaning, told: Sequence[tuple[int, ...]]) -> Tensor:
    """A story's statements, as pieces → their vectors: statements × width."""
    order = sorted(range(len(told)), key=lambda n: len(told[n]))
    cut = round(len(order) * (1 - LONGER))
    parts = [part for part in (order[:cut], order[cut:]) if part]
    vectors = torch.cat([network(*collate([told[n] for n in part]))[0] for part in parts])
    return vectors[torch.tensor([n for part in parts for n in part]).argsort()]


def planned(options: argparse.Namespace) -> list[list[dict[str, Any]]]:
    """The stories in the order in which they are read: statements that say something."""
    chance = random.Random(options.seed)
    told = chosen(options.sets, options.most, chance)
    order = [story for _ in range(options.epochs) for story in chance.sample(told, len(told))]
    return [[s for s in story["statements"] if s["stance"] not in ("declines", "asks")] for story in order]


def train(options: argparse.Namespace) -> None:
    """All stories, from the last checkpoint."""
    torch.manual_seed(options.seed)
    shape, vocabulary = shape_of(options.encoder), options.encoder / "vocab.txt"
    network, likeness = Meaning(shape), Likeness()
    mpnet(load_file(options.encoder / "model.safetensors"), network)
    network.pieces.weight.requires_grad_(False)
    plan = planned(options)
    rest = [p for p in network.parameters() if p.requires_grad]
    fast = {"params": [*likeness.parameters()], "lr": 0.02, "weight_decay": 0.0}
    optimizer = torch.optim.AdamW([{"params": rest, "lr": options.rate}, fast], weight_decay=0.01)

    def loss_of(rows: list[dict[str, Any]]) -> Tensor:
        with torch.autocast("cpu", torch.bfloat16, enabled=options.bf16):
            vectors = read(network, [spelt(row["text"], vocabulary) for row in rows])
        return likeness(vectors.float(), *same(rows))

    fit(network, optimizer, plan, loss_of, options.out, shape, likeness=likeness)


def main() -> None:
    """Read the command line, train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--sets", type=Path, nargs="+", required=True, help="claim sets")
    parser.add_argument("--most", type=int, default=10_000, help="stories of each of them")
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--rate", type=float, default=3e-5)
    parser.add_argument("--bf16", action="store_true", help="matrices in 16 bits: faster where the processor has them")
    train(options_of(parser))


if __name__ == "__main__":
    main()
