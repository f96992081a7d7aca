#!/usr/bin/env python3
"""Train the denial reader: a quotation, read in its article, and a statement it may deny or none; it starts from the
joint reader.

    train_denials.py OUT --encoder DIR --model MEANING-EN --joint JOINT --packs FOLDER [--letters ABCDEFGHIJKLMNO]
    train_denials.py OUT … --joint RUN --exchanges FOLDER --share 0.5 --rate 3e-5 --stop 600

DIR holds the MPNet that the encoder started from, MEANING-EN the shipped encoder, JOINT a run of train_joint.py, RUN
one of this. OUT gets a checkpoint every few minutes and log.jsonl; the same command goes on where it stopped. The seed
fixes which pairs are read, and their order.
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
from fitting import by_length, fit, optimizer_of, options_of, padded
from meaning_network import Joint, shape_of
from pairs import home
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from firsthand.stages.compare.denial.model import PARTS, in_article
from firsthand.stages.compare.joint.model import laid
from firsthand.stages.compare.joint.roles import ROLES
from firsthand.stages.compare.meaning import Encoder, load, read

BATCH = 32
STEP = 16  # pieces: a product of a new size is slow the first time

K = TypeVar("K")


def read_all(options: argparse.Namespace, how: Callable[[Encoder, K], Any], what: Iterable[K]) -> dict[K, Any]:
    """What the encoder makes of each text."""
    each = sorted(set(what))  # type: ignore[type-var]
    with ProcessPoolExecutor(options.threads) as pool:
        return dict(zip(each, pool.map(partial(_read, options.model, how), each, chunksize=64), strict=True))


def _read(model: Path, how: Callable[[Encoder, K], Any], text: K) -> Any:
    return how(load(*home(model)), text)


def train(options: argparse.Namespace) -> None:
    """What is asked of the stories, each once, from the last checkpoint."""
    torch.manual_seed(options.seed)
    shape = shape_of(options.encoder)
    network = Joint(shape, [len(names) for names in ROLES.values()], PARTS)
    weights = load_file(options.joint / "model.safetensors")
    parts = weights["parts.weight"]
    weights["parts.weight"] = torch.cat([parts, network.parts.weight.detach()[len(parts) :]])
    network.load_state_dict(weights)
    told = stories(options.packs, options.letters)
    short = stories(options.exchanges) if options.exchanges else []
    rows = [row for story in (*told, *short) for row in story["statements"]]
    texts = read_all(options, read, [t for row in rows for t in (row["text"], row["speaker"]) if t])
    quoted = read_all(options, in_article, [row["within"] for row in rows if row["quote"] != "none"])

    def held(example: Example) -> tuple[Any, Any]:
        others = (*(example.asked.told or (None, None)), example.asked.speaker)
        return laid([texts[text].states if text else None for text in others], quoted[example.asked.answer])

    def loss_of(batch: list[Example]) -> Tensor:
        states, mask, places = padded([held(example) for example in batch], STEP)
        with torch.autocast("cpu", torch.bfloat16, enabled=options.bf16):
            scores = network(states, mask, places, torch.tensor([e.asked.roles for e in batch]))
        return functional.cross_entropy(scores.float(), torch.tensor([e.label for e in batch]))

    asked, chance = examples(told, texts, options.seed), random.Random(options.seed)
    asked = chance.sample(asked, round(options.share * len(asked))) + examples(short, texts, options.seed)
    ready = [*by_length(chance.sample(asked, len(asked)), BATCH, lambda example: len(held(example)[1]))]
    optimizer = optimizer_of(network, options.rate, 5)
    fit(network, optimizer, chance.sample(ready, len(ready)), loss_of, options.out, shape, options.stop)


def main() -> None:
    """Read the command line, train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", type=Path, required=True, help="the MPNet that the encoder started from")
    parser.add_argument("--model", type=Path, required=True, help="the exported encoder")
    parser.add_argument("--joint", type=Path, required=True, help="a run of train_joint.py, or of this")
    parser.add_argument("--packs", type=Path, required=True, help="folder of training packs")
    parser.add_argument("--letters", default="ABCDEFGHIJKLMNO", help="those whose names begin with one of these")
    parser.add_argument("--exchanges", type=Path, help="folder of exchanges, beside the packs")
    parser.add_argument("--share", type=float, default=1.0, help="of what is asked of the packs")
    parser.add_argument("--rate", type=float, default=4e-5)
    parser.add_argument("--stop", type=int, help="steps after which the run ends, its rate not yet fallen")
    parser.add_argument("--bf16", action="store_true", help="matrices in 16 bits: faster where the processor has them")
    train(options_of(parser))


if __name__ == "__main__":
    main()
