#!/usr/bin/env python3
"""How well the joint reader tells pairs apart, on claim sets or on story packs that it has not seen.

    evaluate_joint.py MODEL PATH...

MODEL is the folder that export_meaning.py wrote. Prints for each relation the average precision over all pairs of a
story (the first told first), and the share of that relation among the pairs: what a reader that knows nothing would
reach.
"""

import argparse
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

import numpy as np
from evaluate import report, told_in
from joint_pairs import beside, places
from pairs import home, in_turn

from firsthand.stages.compare.joint.model import Pair, load, shares
from firsthand.stages.compare.joint.roles import roles


def main() -> None:
    """Read, score, print a row a relation."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("paths", nargs="+", type=Path)
    options = parser.parse_args()
    joint = load(*home(options.model))
    pairs, labels = [], []
    for story in (story for path in options.paths for story in told_in(path)):
        rows = story["statements"]
        known = [beside(row, place, row["stance"]) for row, place in zip(rows, places(rows), strict=True)]
        for one, two, label in in_turn(story, range(len(rows))):
            labels.append(label)
            texts = (rows[one]["speaker"], rows[one]["text"], rows[two]["speaker"], rows[two]["text"])
            pairs.append(Pair(texts, roles(known[one], known[two])))
    report(np.array([shares(joint, pair) for pair in pairs]), labels)


if __name__ == "__main__":
    main()
