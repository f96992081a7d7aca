#!/usr/bin/env python3
"""Accuracy floors on the packs that ship here: exit status 1 when a figure falls below its floor.

    gate.py                  # score, compare with floors.toml
    gate.py --write          # set the floors to what is reached now, less a little slack

floors.toml names the corpus by its digest, so floors are never compared with figures from other packs.
Lowering a floor is a change to a reviewed file; say why in the commit.
"""

import argparse
import hashlib
import json
import math
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import firsthand
from score_packs import figures, score_pack

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"
SLACK = 1.0  # points: a figure may wobble by a statement without anybody having broken anything
# Of these the packs hold some forty each: one is 2.6 points, and a processor without 8-bit instructions rounds a
# share a little differently (denials: 44.7 on one machine, 42.1 on another, with one code): two may be lost so.
FEW, WIDE = ("denials found %", "contradicts P/R/F1", "updates P/R/F1"), 5.5
EXACT = ("verbatim %", "articles missing")  # no slack: these never move
CEILINGS = ("scare quotes taken for speech %", "origins over-counted %", "articles missing")


def corpus() -> tuple[list[Path], str]:
    """The packs, and the SHA-256 over their articles and answer keys."""
    packs = sorted(p.parent for p in (HERE / "packs").glob("*/gold.json"))
    digest = hashlib.sha256()
    for pack in packs:
        for name in ("articles.jsonl", "gold.json"):
            digest.update(f"{pack.name}/{name}\n".encode() + (pack / name).read_bytes())
    return packs, digest.hexdigest()


def measured(packs: list[Path]) -> dict[str, float]:
    """The figures of this code on the packs; of precision, recall and F1 the F1."""
    total: Counter[str] = Counter()
    for pack in packs:
        score_pack(pack, as_json(firsthand.brief([pack / "articles.jsonl"])), total)
    return {name: value[-1] if isinstance(value, tuple) else value for name, value in figures(total).items()}


def as_json(brief: firsthand.records.Brief) -> Any:
    """A brief as the scorers read it."""
    from firsthand import show

    return json.loads(show.render(brief, "json"))


def misses(reached: dict[str, float], bounds: dict[str, float]) -> list[str]:
    """The figures that are worse than their bound; a figure without a value is worse than any.

    >>> misses({"stance %": 81.0, "articles missing": 1}, {"stance %": 80, "articles missing": 0})
    ['articles missing']
    """
    return [
        name
        for name, bound in bounds.items()
        if not (reached[name] <= bound if name in CEILINGS else reached[name] >= bound)
    ]


def bound(name: str, value: float) -> float:
    """The bound to set for a figure that is reached now.

    >>> bound("stance %", 81.26), bound("origins over-counted %", 4.0), bound("verbatim %", 100.0)
    (80.2, 5.0, 100.0)
    """
    if math.isnan(value):
        return 100.0 if name in CEILINGS else 0.0
    if name in EXACT:
        return value
    slack = WIDE if name in FEW else SLACK
    if name in CEILINGS:
        return min(100.0, math.ceil(10 * (value + slack)) / 10)
    return max(0.0, math.floor(10 * (value - slack)) / 10)


def write(digest: str, reached: dict[str, float]) -> None:
    """Set the bounds to what is reached."""
    rows = "".join(f'"{name}" = {bound(name, value):g}\n' for name, value in reached.items())
    FLOORS.write_text(
        "# Figures on packs/ that may not get worse (see gate.py): floors, and ceilings for what counts errors.\n"
        f'corpus = "{digest}"\n\n[bounds]\n{rows}',
        encoding="utf-8",
    )


def main() -> int:
    """Score, compare, print a line a figure; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="set floors.toml to what is reached now")
    options = parser.parse_args()
    packs, digest = corpus()
    reached = measured(packs)
    if options.write:
        write(digest, reached)
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    if floors["corpus"] != digest:
        print(
            "the packs are not those the floors were set on: look at the figures, then gate.py --write", file=sys.stderr
        )
        return 1
    bad = misses(reached, floors["bounds"])
    for name, value in reached.items():
        side = "at most" if name in CEILINGS else "at least"
        row = f"{name:46} {value:6.1f}  {side} {floors['bounds'].get(name, '–')}"
        print(row, "  WORSE" if name in bad else "")
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
