#!/usr/bin/env python3
"""How well the joint reader tells pairs apart, on claim sets or on story packs that it has not seen.

    evaluate_joint.py MODEL PATH...

MODEL is the folder that export_meaning.py wrote. Prints for each relation the average precision over all pairs of a
story (the first told first), and the share of that relation among the pairs: what a reader that knows nothing would
reach.
"""

import argparse
import sys
from itertools import combinations
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

import numpy as np
from evaluate import told_in
from joint_pairs import beside, places
from pairs import relation

from firsthand.models.network import text_network
from firsthand.stages.compare.joint.model import Joint, Pair, shares
from firsthand.stages.compare.joint.roles import roles
from firsthand.stages.compare.reader.model import RELATIONS
from measures import average_precision


def main() -> None:
    """Read, score, print a row a relation."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("paths", nargs="+", type=Path)
    options = parser.parse_args()
    home = options.model.resolve()
    encoder, network = (text_network(home.name, f"{name}.onnx", home.parent) for name in ("encoder", "joint"))
    pairs, labels = [], []
    for story in (story for path in options.paths for story in told_in(path)):
        rows = story["statements"]
        known = [beside(row, place) for row, place in zip(rows, places(rows), strict=True)]
        for pair in combinations(range(len(rows)), 2):
            one, two = sorted(pair, key=lambda n: (rows[n]["day"], n))
            labels.append(relation(story, rows[one], rows[two]))
            pairs.append(Pair(rows[one]["text"], rows[two]["text"], roles(known[one], known[two])))
    joint = Joint(network, encoder)
    found, wanted = np.array([shares(joint, pair) for pair in pairs]), np.array(labels)
    for n, name in enumerate(RELATIONS):
        right = wanted == name
        print(f"{name:12} {100 * average_precision(right, found[:, n]):5.1f}  of {100 * right.mean():5.1f}")


if __name__ == "__main__":
    main()
