#!/usr/bin/env python3
"""Train the statement encoder: statements of one claim near each other, others of the same story apart; what a
denial speaks against near the claim that it denies.

    train_meaning.py OUT --encoder DIR --sets FOLDER [--epochs 3]

FOLDER holds the claim sets; DIR the model.safetensors, config.json and vocab.txt of a BERT. OUT gets a checkpoint
after every epoch and log.jsonl; the same command goes on where it stopped. The seed fixes the order of the stories.
"""

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from pair_network import Meaning, bert, shape_of
from pairs import SPEAKING, stories
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional
from train import collate, schedule_of

from firsthand.stages.compare.meaning import spelt

WARMTH = 0.07  # temperature of the contrast
SHARES = (3.0, 0.5)  # of the two losses of likeness
AGAINST = (1.0, 0.5)  # and of what is denied
BEFORE = 3  # statements from a denial back to what it denies in one article, mostly


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


def opposed(rows: Sequence[dict[str, Any]]) -> tuple[Tensor, Tensor, Tensor]:
    """Which statement (rows) each statement (columns) speaks against, where that could be, and how they stand to each
    other (in one article, a little before, right before): rows × rows, rows × rows × 3.
    """
    sides = torch.tensor([row["stance"] in SPEAKING for row in rows])
    other = torch.tensor([[one["speaker"] is None or one["speaker"] != two["speaker"] for two in rows] for one in rows])
    claim = torch.tensor([[one["claim"] is not None and one["claim"] == two["claim"] for two in rows] for one in rows])
    could = sides[:, None] & other & ~torch.eye(len(rows), dtype=torch.bool)
    denied = could & claim & ~sides[None, :]
    place = torch.arange(len(rows))
    ahead = place[None, :] - place[:, None]
    within = torch.tensor([[one["article"] == two["article"] for two in rows] for one in rows])
    stand = torch.stack([within, within & (ahead > 0) & (ahead <= BEFORE), within & (ahead == 1)], -1)
    return denied, could, stand.float()


class Against(nn.Module):
    """Cosine and places → how likely one statement speaks against another."""

    def __init__(self) -> None:
        super().__init__()
        self.scale, self.shift = nn.Parameter(torch.tensor(12.0)), nn.Parameter(torch.tensor(-8.0))
        self.places = nn.Parameter(torch.zeros(3))

    def forward(self, says: Tensor, against: Tensor, denied: Tensor, could: Tensor, stand: Tensor) -> Tensor:
        """The loss of a story: every pair on its own, and for each denial what it denies among all that is told."""
        scores = self.scale * (says @ against.T) + self.shift + stand @ self.places
        alone = functional.binary_cross_entropy_with_logits(scores[could], denied[could].float())
        known = denied.any(0)
        if not known.any():
            return AGAINST[0] * alone
        free = scores.masked_fill(~could, -1e4)
        found = free.masked_fill(~denied, -1e4).logsumexp(0) - free.logsumexp(0)
        return AGAINST[0] * alone - AGAINST[1] * found[known].mean()


def train(options: argparse.Namespace) -> None:
    """All epochs, from the last checkpoint."""
    torch.manual_seed(options.seed)
    shape, vocabulary = shape_of(options.encoder), options.encoder / "vocab.txt"
    network, likeness, against = Meaning(shape), Likeness(), Against()
    bert(load_file(options.encoder / "model.safetensors"), network)
    network.pieces.weight.requires_grad_(False)
    sets = [
        [s for s in story["statements"] if s["stance"] not in ("declines", "asks")] for story in stories(options.sets)
    ]
    chance = random.Random(options.seed)
    plan = [chance.sample(sets, len(sets)) for _ in range(options.epochs)]
    steps = options.epochs * len(sets)
    rest = [p for p in network.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [
            {"params": rest, "lr": options.rate},
            {"params": [*likeness.parameters(), *against.parameters()], "lr": 0.02, "weight_decay": 0.0},
        ],
        weight_decay=0.01,
    )
    schedule = schedule_of(optimizer, steps)
    done, saved = 0, options.out / "checkpoint.pt"
    parts = {
        "network": network, "likeness": likeness, "against": against, "optimizer": optimizer, "schedule": schedule,
    }  # fmt: skip
    if saved.exists():
        state = torch.load(saved, weights_only=True)
        done = state.pop("done")
        for name, part in parts.items():
            part.load_state_dict(state[name])
    network.train()
    with (options.out / "log.jsonl").open("a") as log:
        for epoch in range(done, options.epochs):
            losses = []
            for rows in plan[epoch]:
                told = [spelt(row["text"], vocabulary) for row in rows]
                batch = collate([(pieces, len(pieces)) for pieces in told])
                with torch.autocast("cpu", torch.bfloat16, enabled=options.bf16):
                    says, answers = network(batch["pieces"], batch["mask"])
                loss = likeness(says.float(), *same(rows)) + against(says.float(), answers.float(), *opposed(rows))
                loss.backward()
                nn.utils.clip_grad_norm_(network.parameters(), 1.0)
                optimizer.step()
                schedule.step()
                optimizer.zero_grad()
                losses.append(loss.item())
                if len(losses) % 50 == 0:
                    mean = round(sum(losses[-50:]) / 50, 4)
                    print(
                        json.dumps({"epoch": epoch, "step": len(losses), "of": len(sets), "loss": mean}),
                        file=log,
                        flush=True,
                    )
            torch.save({name: part.state_dict() for name, part in parts.items()} | {"done": epoch + 1}, saved)
    save_file(network.state_dict(), options.out / "model.safetensors")
    (options.out / "settings.json").write_text(json.dumps({"shape": shape}))


def main() -> None:
    """Read the command line, train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--sets", type=Path, required=True, help="claim sets")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--bf16", action="store_true", help="matrices in 16 bits: faster where the processor has them")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    train(options)


if __name__ == "__main__":
    main()
