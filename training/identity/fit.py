#!/usr/bin/env python3
"""Fit the weights of `resolve/confidence.py`: how clear a pronoun is whose antecedent was chosen.

    fit.py POLNEAR_DIR [PACK...]      # POLNEAR_DIR: holds dev/ and train/; prints WEIGHTS as they stand in the module

speakers.jsonl (offsets alone, of PolNeAR's train split) and the half to tune on of benchmarks/polnear_speakers.jsonl
say who is meant; `benchmarks/identify.py` judges. Logistic regression with a little shrinking, by Newton's method;
nothing in it is random. The reporting half is not read.
"""

import sys
from importlib import import_module
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
import identify as bench
from firsthand.stages.resolve.antecedent import Ground
from firsthand.stages.resolve.confidence import WEIGHTS, features

SHRINK = 0.3
identifying = import_module("firsthand.stages.resolve.identify")


def rows(split: Path, key: Path, half: str) -> list[tuple[Ground, bool]]:
    """What each pronoun of the key was identified by, and whether it was right."""
    grounds: dict[float, Ground] = {}

    def number(ground: Ground) -> float:
        key = -float(len(grounds))  # falling: the least of two is the last
        grounds[key] = ground
        return key

    kept, identifying.confidence = identifying.confidence, number
    try:
        answers = bench.run(split, key_file=key)
    finally:
        identifying.confidence = kept
    mine = [a for a in answers if a.half == half and a.right is not None]
    return [(grounds[a.confidence], bool(a.right)) for a in mine if grounds[a.confidence].choice is not None]


def fit(found: list[tuple[Ground, bool]]) -> dict[str, float]:
    """The weights that make the answers most likely."""
    names = list(WEIGHTS)
    x = np.array([[features(ground).get(name, 0.0) for name in names] for ground, _ in found])
    y = np.array([float(right) for _, right in found])
    weights = np.zeros(len(names))
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - p) - SHRINK * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + SHRINK * np.eye(len(names))
        weights = weights + np.linalg.solve(curve, slope)
    return {name: round(float(w), 2) for name, w in zip(names, weights, strict=True)}


def main() -> None:
    """Print the weights, and how many answers they rest on."""
    home = Path(sys.argv[1])
    found = rows(home / "dev", bench.KEY, "tune")
    found += rows(home / "train", Path(__file__).parent / "speakers.jsonl", "fit")
    print(f"{len(found)} pronouns, {sum(right for _, right in found)} right")
    for name, weight in fit(found).items():
        print(f'    "{name}": {weight},')


if __name__ == "__main__":
    main()
