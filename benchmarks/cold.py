#!/usr/bin/env python3
"""What a cold start costs: importing `firsthand`, and `firsthand brief` on five articles of a pack, in new processes.

    cold.py [PACK] [--runs 5]

Prints the medians of wall and CPU seconds. The first run, which may still write compiled modules, is not counted.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter

PACK = Path(__file__).parent / "packs" / "01-ferry-fire"
ARTICLES = 5


def took(command: list[str]) -> tuple[float, float]:
    """The wall and CPU seconds of a command. Raises CalledProcessError when it fails."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    wall, after = perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Run each command several times and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", nargs="?", type=Path, default=PACK)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder) / "articles.jsonl"
        with (options.pack / "articles.jsonl").open(encoding="utf-8") as lines:
            pile.write_text("".join(islice(lines, ARTICLES)), encoding="utf-8")
        commands = {
            "python alone": ["-c", ""],
            "import firsthand": ["-c", "import firsthand"],
            "brief of five articles": ["-m", "firsthand", "brief", str(pile), "-o", str(Path(folder) / "brief.json")],
        }
        for name, arguments in commands.items():
            runs = [took([sys.executable, *arguments]) for _ in range(options.runs + 1)][1:]
            wall, cpu = (median(column) for column in zip(*runs, strict=True))
            print(f"{name:24} {wall:6.2f} s wall, {cpu:6.2f} CPU s")


if __name__ == "__main__":
    main()
