#!/usr/bin/env python3
"""Train the attribution tagger on PolNeAR.

    train.py POLNEAR_TRAIN OUT --encoder DIR [--epochs 6] [--rate 1e-4]

DIR holds the safetensors, config.json and vocab.txt of a BERT or an MPNet. OUT gets a checkpoint every few minutes and
log.jsonl; the same command goes on where it stopped. The seed fixes the order of the windows and the first weights.
"""

import argparse
import json
import os
import random
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from corpus import Window, cut, labels_of, texts
from network import Biaffine, Encoder, Linker, bert, shape_of
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn import functional

from firsthand.models.pieces import vocabulary
from firsthand.stages.attribute.tagger.features import SENTENCES, STEPS, WAYS

Batch = dict[str, Tensor]
OTHER_MARKS, OTHER_NAMES, TAG = 0.25, 0.2, 3  # shares of windows that are restyled; the column of the words' tags


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What a window is restyled with: vocabulary numbers of marks (from → to), the tag of names, their pieces."""

    styles: list[dict[int, int]]
    proper: int
    names: list[int]


BATCH, RULES_OFF, EVERY = 8, 0.25, 180  # windows; share of windows without the rules' roles; seconds a checkpoint
LINKERS = {"reread": Linker, "biaffine": Biaffine}


def sizes_of(labels: dict[str, dict[str, int]]) -> tuple[list[int], list[int]]:
    """How many values each word feature and each relation has."""
    deps = len(labels["dep"]) + 1
    words = [4, 3, 3, len(labels["tag"]) + 1, deps, len(labels["name"]) + 1, 4]
    return words, [WAYS + deps, 4, 2 * len(STEPS) + 1, 2 * SENTENCES + 1, 4]


def collate(windows: list[Window], shape: dict[str, int]) -> Batch:
    """Windows padded to one size, with the marks of beginning and end around them."""
    length = max(len(w.pieces) for w in windows) + 2
    many = max(len(w.table) for w in windows)
    out = {
        "pieces": torch.full((len(windows), length), shape["pad"]),
        "mask": torch.zeros(len(windows), length),
        "features": torch.zeros(len(windows), length, 7, dtype=torch.long),
        "first": torch.zeros(len(windows), many, dtype=torch.long),
        "tags": torch.full((len(windows), many), -100),
    }
    cues = sum(len(w.cues) for w in windows)
    wide = max((high - low for w in windows for low, high in w.around), default=1)
    out |= {
        "window": torch.zeros(cues, dtype=torch.long),
        "cues": torch.zeros(cues, 2, dtype=torch.long),
        "places": torch.zeros(cues, wide, dtype=torch.long),
        "here": torch.zeros(cues, wide),
        "pairs": torch.zeros(cues, wide, 5, dtype=torch.long),
        "roles": torch.full((cues, wide), -100),
    }
    place = 0
    for n, w in enumerate(windows):
        size, count = len(w.pieces), len(w.table)
        out["pieces"][n, : size + 2] = torch.tensor([shape["begin"], *w.pieces, shape["end"]])
        out["mask"][n, : size + 2] = 1
        out["features"][n, 1 : size + 1] = torch.from_numpy(w.table[w.word])
        out["first"][n, :count] = torch.from_numpy(np.searchsorted(w.word, np.arange(count))) + 1
        out["tags"][n, :count] = torch.from_numpy(w.tags)
        for cue, (low, high), pairs, roles in zip(w.cues, w.around, w.pairs, w.roles, strict=True):
            out["window"][place] = n
            out["cues"][place] = torch.from_numpy(cue) - torch.tensor([0, 1])
            out["places"][place, : high - low] = torch.arange(low, high)
            out["here"][place, : high - low] = 1
            out["pairs"][place, : high - low] = torch.from_numpy(pairs)
            out["roles"][place, : high - low] = torch.from_numpy(roles)
            place += 1
    return out


def unruled(window: Window) -> Window:
    """A window without what the rules found: the tagger must not lean on them."""
    table, pairs = window.table.copy(), tuple(p.copy() for p in window.pairs)
    for each in (table[:, 6], *(p[:, 1] for p in pairs)):
        each[:] = 0
    return replace(window, table=table, pairs=pairs)


def restyled(window: Window, house: House, rng: random.Random) -> Window:
    """A window as another house might print it: other quotation marks, other names.

    The corpus knows one country and its politicians; the words around them are to be learnt.
    """
    pieces = window.pieces.copy()
    if rng.random() < OTHER_MARKS:
        style = rng.choice(house.styles)
        for n, piece in enumerate(pieces):
            pieces[n] = style.get(int(piece), piece)
    if rng.random() < OTHER_NAMES:
        for n in np.flatnonzero(window.table[window.word, TAG] == house.proper):
            pieces[n] = rng.choice(house.names)
    return replace(window, pieces=pieces)


def house_of(windows: list[Window], labels: dict[str, dict[str, int]], pieces: Mapping[str, int]) -> House:
    """The marks of the usual styles of quotation, and the pieces of the corpus's names."""
    number = {mark: pieces[mark] for mark in "“”\"‘’'"}
    styles = [("‘", "’", "'"), ("'", "'", "'"), ('"', '"', '"'), ("“", "”", "“")]
    proper = labels["tag"]["NNP"]
    return House(
        styles=[dict(zip((number[m] for m in '“”"'), (number[m] for m in style), strict=True)) for style in styles],
        proper=proper,
        names=sorted({int(p) for w in windows for p in w.pieces[w.table[w.word, TAG] == proper]}),
    )


def batches(windows: list[Window], shape: dict[str, int], house: House, rng: random.Random) -> Iterator[Batch]:
    """An epoch: windows of like length together, batches in random order."""
    order = sorted(range(len(windows)), key=lambda n: (len(windows[n].pieces) // 32, rng.random()))
    groups = [order[n : n + BATCH] for n in range(0, len(order), BATCH)]
    rng.shuffle(groups)
    for group in groups:
        chosen = [restyled(windows[n], house, rng) for n in group]
        yield collate([unruled(w) if rng.random() < RULES_OFF else w for w in chosen], shape)


def loss_of(encoder: Encoder, linker: Linker, batch: Batch) -> tuple[Tensor, Tensor]:
    """The loss of the cue tags and of the roles."""
    with torch.autocast("cpu", torch.bfloat16):
        words, tags = encoder(batch["pieces"], batch["mask"], batch["features"], batch["first"])
        first = functional.cross_entropy(tags.float().flatten(0, 1), batch["tags"].flatten())
        if not len(batch["cues"]):
            return first, first * 0
        roles = linker(words, *(batch[k] for k in ("window", "cues", "places", "here", "pairs")))
    return first, functional.cross_entropy(roles.float().flatten(0, 1), batch["roles"].flatten())


def main() -> None:
    """Train, keeping checkpoints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--layers", type=int, help="keep only so many layers, from the first")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--linker", choices=LINKERS, default="reread", help="how words are tied to cues")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    known = list(texts(options.corpus))
    print(len(known), "texts", flush=True)
    labels = labels_of([t.parse for t in known])
    shape = shape_of(options.encoder)
    shape["layers"] = options.layers or shape["layers"]
    pieces = vocabulary(options.encoder / "vocab.txt")
    windows = [w for t in known for w in cut(t, labels, pieces)]
    words, relations = sizes_of(labels)
    encoder, linker = Encoder(shape, words), LINKERS[options.linker](shape["width"], relations)
    bert(load_file(options.encoder / "model.safetensors"), encoder)
    (options.out / "settings.json").write_text(
        json.dumps({"shape": shape, "labels": labels, "linker": options.linker}, indent=1)
    )
    fresh = [p for n, p in encoder.named_parameters() if n.startswith(("features", "tags"))] + [*linker.parameters()]
    old = [p for n, p in encoder.named_parameters() if not n.startswith(("features", "tags"))]
    optimizer = torch.optim.AdamW(
        [{"params": old, "lr": options.rate}, {"params": fresh, "lr": options.head_rate}], weight_decay=0.01
    )
    total = options.epochs * -(-len(windows) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(step / (0.06 * total), max(0.0, (total - step) / (0.94 * total)))
    )
    start = resume(options.out, encoder, linker, optimizer, schedule)
    train(options, encoder, linker, optimizer, schedule, windows, shape, house_of(windows, labels, pieces), start)
    save_file(
        {
            **{f"encoder.{k}": v for k, v in encoder.state_dict().items()},
            **{f"linker.{k}": v for k, v in linker.state_dict().items()},
        },
        options.out / "model.safetensors",
    )


def resume(out: Path, encoder, linker, optimizer, schedule) -> int:
    """The number of steps done before."""
    place = out / "checkpoint.pt"
    if not place.exists():
        return 0
    state = torch.load(place, weights_only=True)
    for part, name in ((encoder, "encoder"), (linker, "linker"), (optimizer, "optimizer"), (schedule, "schedule")):
        part.load_state_dict(state[name])
    return state["step"]


def train(options, encoder, linker, optimizer, schedule, windows, shape, house, start) -> None:
    """All epochs, from the step where an earlier run stopped."""
    step, saved, began = 0, time.time(), time.time()
    sums = [0.0, 0.0]
    for epoch in range(options.epochs):
        rng = random.Random(options.seed + epoch)
        for batch in batches(windows, shape, house, rng):
            step += 1
            if step <= start:
                continue
            encoder.train()
            linker.train()
            losses = loss_of(encoder, linker, batch)
            optimizer.zero_grad()
            sum(losses).backward()
            torch.nn.utils.clip_grad_norm_([*encoder.parameters(), *linker.parameters()], 1.0)
            optimizer.step()
            schedule.step()
            sums = [a + float(b) for a, b in zip(sums, (x.detach() for x in losses), strict=True)]
            if step % 50 == 0:
                row = {
                    "step": step,
                    "epoch": epoch,
                    "cue": sums[0] / 50,
                    "role": sums[1] / 50,
                    "seconds": time.time() - began,
                }
                with (options.out / "log.jsonl").open("a") as log:
                    log.write(json.dumps(row) + "\n")
                sums = [0.0, 0.0]
            if time.time() - saved > EVERY:
                save(options.out, step, encoder=encoder, linker=linker, optimizer=optimizer, schedule=schedule)
                saved = time.time()
    save(options.out, step, encoder=encoder, linker=linker, optimizer=optimizer, schedule=schedule)


def save(out: Path, step: int, **parts) -> None:
    """A checkpoint, whole or not at all."""
    torch.save({"step": step, **{name: part.state_dict() for name, part in parts.items()}}, out / "checkpoint.tmp")
    os.replace(out / "checkpoint.tmp", out / "checkpoint.pt")


if __name__ == "__main__":
    main()
