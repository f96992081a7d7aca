#!/usr/bin/env python3
"""How well the denial reader tells denials that are passed off as assertions, on packs that it has not seen.

    evaluate_denials.py MODEL PACK...

MODEL is the folder that export_meaning.py wrote, PACK a folder with articles.jsonl and gold.json. Prints the average
precision of what denies or doubts among all quotations, by the share alone and by that of the best pair, and how often
the best pair is with a statement of the claim that is denied.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

import numpy as np
from denial_pairs import asked, near, quoted, story
from joint_pairs import places
from pairs import SPEAKING, home

from firsthand.stages.compare.denial.model import load, share
from firsthand.stages.compare.joint.model import Joint
from firsthand.stages.compare.meaning import read
from measures import average_precision

ALIKE = 6  # statements of other articles that each is held against


def shares(reader: Joint, rows: list[dict[str, Any]]) -> list[tuple[bool, float, float, bool]]:
    """For each quotation held against something: whether it denies; its share alone and of the best pair; whether that
    pair is of one claim."""
    at, vectors = places(rows), np.array([read(reader.encoder, row["text"]).vector for row in rows])
    out = []
    for n in quoted(rows):
        row, denies = rows[n], rows[n]["stance"] not in SPEAKING
        stance = "asserts" if denies else row["stance"]
        alone = share(reader, asked(rows, at, n, stance))
        pairs = []
        for k in near(rows, at, n, vectors, ALIKE):
            one_claim = row["claim"] is not None and rows[k]["claim"] == row["claim"]
            pairs.append((share(reader, asked(rows, at, n, stance, k)), one_claim))
        if pairs:
            best, right = max(pairs)
            out.append((denies, alone, best, right))
    return out


def main() -> None:
    """Read, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("packs", nargs="+", type=Path)
    options = parser.parse_args()
    reader = load(*home(options.model))
    found = []
    for pack in options.packs:
        articles = [json.loads(line) for line in (pack / "articles.jsonl").read_text("utf-8").splitlines()]
        told = story(pack.name, articles, json.loads((pack / "gold.json").read_text("utf-8")))
        found += shares(reader, told["statements"])
    denies, alone, best, right = (list(column) for column in zip(*found, strict=True))
    placed = sum(one for one, denial in zip(right, denies, strict=True) if denial)
    print(f"{sum(denies)} of {len(denies)} quotations deny or doubt")
    print(f"average precision, alone {100 * average_precision(denies, alone):.1f}")
    print(f"average precision, best pair {100 * average_precision(denies, best):.1f}")
    print(f"best pair of the denied claim {placed} of {sum(denies)}")


if __name__ == "__main__":
    main()
