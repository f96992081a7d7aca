#!/usr/bin/env python3
"""Train the denial reader: a quotation, read in its article, and a statement it may deny or none; it starts from the
joint reader.

    train_denials.py OUT --encoder DIR --model MEANING-EN --joint JOINT --packs FOLDER [--letters ABCDEFGHIJKLMNO]

DIR holds the MPNet that the encoder started from, MEANING-EN the shipped encoder, JOINT a run of train_joint.py. OUT
gets a checkpoint every few minutes and log.jsonl; the same command goes on where it stopped. The seed fixes which pairs
are read, and their order.
"""

import argparse
import random
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import torch
from denial_pairs import Example, examples, stories
from fitting import by_length, fit
from meaning_network import Joint, shape_of
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from firsthand.models.network import TextNetwork, text_network
from firsthand.stages.compare.denial.model import PARTS, in_article, laid
from firsthand.stages.compare.joint.roles import ROLES
from firsthand.stages.compare.meaning import read

BATCH = 32
STEP = 16  # pieces: a product of a new size is slow the first time

K = TypeVar("K")


def read_all(options: argparse.Namespace, how: Callable[[TextNetwork, K], Any], what: Iterable[K]) -> dict[K, Any]:
    """What the encoder makes of each text."""
    each = sorted(set(what))  # type: ignore[type-var]
    with ProcessPoolExecutor(options.threads) as pool:
        return dict(zip(each, pool.map(partial(_read, options.model.resolve(), how), each, chunksize=64), strict=True))


def _read(model: Path, how: Callable[[TextNetwork, K], Any], text: K) -> Any:
    return how(text_network(model.name, "encoder.onnx", model.parent), text)


def train(options: argparse.Namespace) -> None:
    """All that is asked of the stories once, from the last checkpoint."""
    torch.manual_seed(options.seed)
    shape = shape_of(options.encoder)
    network = Joint(shape, [len(names) for names in ROLES.values()], PARTS)
    weights = load_file(options.joint / "model.safetensors")
    parts = weights["parts.weight"]
    weights["parts.weight"] = torch.cat([parts, network.parts.weight.detach()[len(parts) :]])
    network.load_state_dict(weights)
    told = stories(options.packs, options.letters)
    rows = [row for story in told for row in story["statements"]]
    texts = read_all(options, read, [t for row in rows for t in (row["text"], row["speaker"]) if t])
    quoted = read_all(options, in_article, [row["within"] for row in rows if row["quote"] != "none"])

    def held(example: Example) -> tuple[Any, Any]:
        others = (*(example.asked.told or (None, None)), example.asked.speaker)
        return laid([texts[text].states if text else None for text in others], quoted[example.asked.answer])

    def loss_of(batch: list[Example]) -> Tensor:
        every = [held(example) for example in batch]
        length = -(-max(len(parts) for _, parts in every) // STEP) * STEP
        states = torch.zeros(len(batch), length, shape["width"], dtype=torch.float16)
        mask, places = torch.zeros(len(batch), length), torch.zeros(len(batch), length, dtype=torch.long)
        for n, (given, parts) in enumerate(every):
            states[n, : len(parts)], mask[n, : len(parts)] = torch.from_numpy(given), 1.0
            places[n, : len(parts)] = torch.from_numpy(parts)
        with torch.autocast("cpu", torch.bfloat16, enabled=options.bf16):
            scores = network(states.float(), mask, places, torch.tensor([e.asked.roles for e in batch]))
        return functional.cross_entropy(scores.float(), torch.tensor([e.label for e in batch]))

    asked, chance = examples(told, texts, options.seed), random.Random(options.seed)
    ready = [*by_length(chance.sample(asked, len(asked)), BATCH, lambda example: len(held(example)[1]))]
    old = [p for name, p in network.named_parameters() if name.startswith(("layers", "distances"))]
    new = [p for name, p in network.named_parameters() if not name.startswith(("layers", "distances"))]
    optimizer = torch.optim.AdamW(
        [{"params": old, "lr": options.rate}, {"params": new, "lr": 5 * options.rate}], weight_decay=0.01, fused=True
    )
    fit(network, optimizer, chance.sample(ready, len(ready)), loss_of, options.out, shape)


def main() -> None:
    """Read the command line, train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", type=Path, required=True, help="the MPNet that the encoder started from")
    parser.add_argument("--model", type=Path, required=True, help="the exported encoder")
    parser.add_argument("--joint", type=Path, required=True, help="a run of train_joint.py")
    parser.add_argument("--packs", type=Path, required=True, help="folder of training packs")
    parser.add_argument("--letters", default="ABCDEFGHIJKLMNO", help="those whose names begin with one of these")
    parser.add_argument("--rate", type=float, default=4e-5)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--bf16", action="store_true", help="matrices in 16 bits: faster where the processor has them")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    train(options)


if __name__ == "__main__":
    main()
