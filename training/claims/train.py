#!/usr/bin/env python3
"""Train the pair reader: first on entailment and paraphrase, then on claim sets with some of the first mixed in.

    train.py CLAIMS OUT --encoder DIR --sets FOLDER [--first 1] [--second 3]

CLAIMS is the folder with nli/, msrp/ and sts-headlines/; FOLDER the claim sets; DIR holds the model.safetensors,
config.json and vocab.txt of a BERT. OUT gets a checkpoint every few minutes and log.jsonl; the same command goes on
where it stopped. The seed fixes the order of the examples.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from fitting import by_length, fit, options_of
from pair_network import RELATIONS, Pair, bert, shape_of
from pairs import Example, alike, entailment, stories, told
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional
from torch.nn.attention import SDPBackend, sdpa_kernel

from firsthand.stages.compare.reader.spelling import Spelt, spelt

BATCH = 32  # pairs
OTHERS, MIXED = 4, 0.5  # pairs of two claims for each pair that is related; the first stage's share in the second


def collate(rows: Sequence[Spelt]) -> dict[str, Tensor]:
    """Pairs padded to one length."""
    length = max(len(pieces) for pieces, _ in rows)
    out = {key: torch.zeros(len(rows), length, dtype=torch.long) for key in ("pieces", "segments")}
    out["mask"] = torch.zeros(len(rows), length)
    for n, (pieces, first) in enumerate(rows):
        out["pieces"][n, : len(pieces)] = torch.tensor(pieces)
        out["segments"][n, first : len(pieces)] = 1
        out["mask"][n, : len(pieces)] = 1
    return out


def loss_of(network: Pair, examples: Sequence[Example], vocabulary: Path) -> Tensor:
    """The mean loss of a batch over its heads; "alike" asks the relations only for "same" or not."""
    # the fused attention takes half of a step on the way back
    with torch.autocast("cpu", torch.bfloat16), sdpa_kernel(SDPBackend.MATH):
        relations, entails = network(**collate([spelt(e.one, e.two, vocabulary) for e in examples]))
    shares, entails = relations.float().log_softmax(-1), entails.float()
    total = torch.zeros(())
    for n, example in enumerate(examples):
        if example.head == "entailment":
            total = total + functional.cross_entropy(entails[n : n + 1], torch.tensor([example.label]))
        elif example.head == "alike":
            total = total - (shares[n, 0] if example.label == 0 else shares[n, 1:].logsumexp(-1))
        else:
            total = total - shares[n, example.label]
    return total / len(examples)


def batches(examples: list[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Batches of pairs of like length, in random order."""
    chance.shuffle(examples)
    ready = [*by_length(examples, BATCH, lambda e: len(e.one) + len(e.two))]
    chance.shuffle(ready)
    yield from ready


def second(sets: Path, general: Sequence[Example], chance: random.Random) -> list[Example]:
    """An epoch of the second stage: all pairs of one claim or in a relation, some others, some of the first stage."""
    pairs = [e for story in stories(sets) for e in told(story, chance)]
    telling = [e for e in pairs if RELATIONS[e.label] != "other"]
    rest = [e for e in pairs if RELATIONS[e.label] == "other"]
    rest = chance.sample(rest, min(len(rest), int(OTHERS * len(telling))))
    mixed = chance.sample(list(general), min(len(general), int(MIXED * len(telling + rest))))
    return [*telling, *rest, *mixed]


def epochs(options: argparse.Namespace) -> list[list[list[Example]]]:
    """The batches of every epoch, the same in every run."""
    chance = random.Random(options.seed)
    general = [*entailment(options.claims / "nli"), *alike(options.claims)]
    out = [list(batches(list(general), chance)) for _ in range(options.first)]
    return out + [list(batches(second(options.sets, general, chance), chance)) for _ in range(options.second)]


def train(options: argparse.Namespace) -> None:
    """All epochs, from the last checkpoint."""
    torch.manual_seed(options.seed)
    shape = shape_of(options.encoder)
    network, vocabulary = Pair(shape), options.encoder / "vocab.txt"
    if options.start:
        network.load_state_dict(load_file(options.start))
    else:
        bert(load_file(options.encoder / "model.safetensors"), network)
    network.pieces.weight.requires_grad_(False)
    plan = [batch for epoch in epochs(options) for batch in epoch]
    heads = [*network.relations.parameters(), *network.entailment.parameters()]
    rest = [p for name, p in network.named_parameters() if not name.startswith(("pieces", "relations", "entailment"))]
    optimizer = torch.optim.AdamW(
        [{"params": rest, "lr": options.rate}, {"params": heads, "lr": 10 * options.rate}], weight_decay=0.01
    )
    fit(network, optimizer, plan, lambda batch: loss_of(network, batch, vocabulary), options.out, shape)


def main() -> None:
    """Read the command line, train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--sets", type=Path, help="claim sets, for the second stage")
    parser.add_argument("--start", type=Path, help="weights to go on from instead of the encoder's")
    parser.add_argument("--first", type=int, default=1, help="epochs on entailment and paraphrase")
    parser.add_argument("--second", type=int, default=3, help="epochs on claim sets")
    parser.add_argument("--rate", type=float, default=5e-5)
    train(options_of(parser))


if __name__ == "__main__":
    main()
