#!/usr/bin/env python3
"""How well a trained pair reader tells pairs apart, on claim sets or on story packs that it has not seen.

    evaluate.py RUN --vocabulary vocab.txt PATH...

Prints for each relation the average precision over all pairs of a story (the first told first), and the share of that
relation among the pairs: what a reader that knows nothing would reach.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

import numpy as np
import torch
from pair_network import RELATIONS, Pair
from pairs import Example, in_turn, stories
from safetensors.torch import load_file
from train import collate

from firsthand.stages.compare.reader.spelling import spelt
from firsthand.stages.compare.reader.wording import said, then
from measures import average_precision
from packs import claim_set
from score_packs import read_pack


def told_in(path: Path) -> list[dict[str, Any]]:
    """The claim sets of a file or folder, or the one that a story pack's answer key makes."""
    if not (path / "gold.json").exists():
        return stories(path)
    articles, gold = read_pack(path)
    return [claim_set(path.name, articles.values(), gold)]


def shares(network: Pair, vocabulary: Path, examples: list[Example]) -> np.ndarray:
    """pairs × relations."""
    order = sorted(range(len(examples)), key=lambda n: len(examples[n].one) + len(examples[n].two))
    out = np.zeros((len(examples), len(RELATIONS)))
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for at in range(0, len(order), 64):
            some = order[at : at + 64]
            out[some] = (
                network(**collate([spelt(examples[n].one, examples[n].two, vocabulary) for n in some]))[0]
                .float()
                .softmax(-1)
                .numpy()
            )
    return out


def report(found: np.ndarray, labels: Sequence[str]) -> None:
    """Print a row a relation; `found`: pairs × relations."""
    wanted = np.array(labels)
    for n, name in enumerate(RELATIONS):
        right = wanted == name
        print(f"{name:12} {100 * average_precision(right, found[:, n]):5.1f}  of {100 * right.mean():5.1f}")


def main() -> None:
    """Read, score, print a row a relation."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--vocabulary", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    network = Pair(json.loads((options.run / "settings.json").read_text())["shape"]).eval()
    network.load_state_dict(load_file(options.run / "model.safetensors"))
    told = [story for path in options.paths for story in told_in(path)]
    examples, labels = [], []
    for story in told:
        rows = story["statements"]
        for one, two, label in ((rows[a], rows[b], label) for a, b, label in in_turn(story, range(len(rows)))):
            labels.append(label)
            second = then("en", two["day"] - one["day"], said("en", two["speaker"], two["stance"], two["text"]))
            examples.append(Example(said("en", one["speaker"], one["stance"], one["text"]), second, "relations", 0))
    report(shares(network, options.vocabulary, examples), labels)


if __name__ == "__main__":
    main()
