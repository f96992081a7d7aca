#!/usr/bin/env python3
"""The mean of the weights of two runs of one network, as a run: averaged weights (Wortsman et al., 2022) tell a little
better than either's.

    mean.py RUN RUN OUT
"""

import argparse
import json
from pathlib import Path

from fitting import keep
from safetensors.torch import load_file


def main() -> None:
    """Read, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", nargs=2, type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    one, two = (load_file(run / "model.safetensors") for run in options.runs)
    options.out.mkdir(parents=True, exist_ok=True)
    shape = json.loads((options.runs[0] / "settings.json").read_text())["shape"]
    keep({name: (one[name] + two[name]) / 2 for name in one}, shape, options.out)


if __name__ == "__main__":
    main()
