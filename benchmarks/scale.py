"""CPU seconds and peak memory of the steps over a whole pile, as it grows: near-linear means equal µs an article.

    python benchmarks/scale.py ARTICLES.jsonl[.gz] [--sizes 1000 3000 10000] [--one-day]

Each size runs in a process of its own, so that its peak memory is its own. `--one-day` gives all articles one date,
which is the hardest pile for stories: time sets nothing apart.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from firsthand.records import Article, Period
from firsthand.stages.copy import find_copies
from firsthand.stages.group import group
from speed import peak_megabytes
from stories import article, rows

STEPS: dict[str, Callable[[list[Article]], Any]] = {"copy": find_copies, "group": group}
DAY = Period(start="2020-01-01", end="2020-01-01", basis="metadata")


def measure(step: str, pile: list[Article]) -> str:
    """A line of the table: what a step took on a pile, and how much memory it added at its peak."""
    before, began = peak_megabytes(), time.process_time()
    found = STEPS[step](pile)
    spent = time.process_time() - began
    return (
        f"{step:6} {len(pile):6} articles {spent:8.1f} CPU s {1000 * spent / (len(pile) or 1):7.2f} ms each"
        f" {peak_megabytes():6.0f} MB at most ({before:.0f} before), {len(found)} found"
    )


def main() -> None:
    """Print the table, a process a line."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("path", type=Path)
    ask.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10000])
    ask.add_argument("--one-day", action="store_true")
    ask.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    told = ask.parse_args()
    if told.step:
        pile = list({one.id: one for one in map(article, islice(rows(told.path), told.sizes[0]))}.values())
        if told.one_day:
            pile = [replace(one, published=DAY) for one in pile]
        print(measure(told.step, pile))
        return
    day = ["--one-day"] if told.one_day else []
    for step in STEPS:
        for size in told.sizes:
            own = [sys.executable, __file__, str(told.path), "--step", step, "--sizes", str(size), *day]
            subprocess.run(own, check=True)


if __name__ == "__main__":
    main()
