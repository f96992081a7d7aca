"""List the strongest copies between outlets in a pile, to check them by eye, and say how long it took.

    python benchmarks/copies.py ARTICLES.jsonl[.gz] [--first N] [--show N] [--kind paraphrase] [--text]

Each line of the file has `source`, `url`, `date`, `title` and `text` or `content`.
"""

import argparse
import resource
import time
from collections import Counter
from itertools import islice
from pathlib import Path

from firsthand.records import Article, Copy
from firsthand.stages.copy import find_copies
from stories import article, rows


def main() -> None:
    """Print counts by kind, time and memory, and the pairs that share most."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("path", type=Path)
    ask.add_argument("--first", type=int, default=None)
    ask.add_argument("--show", type=int, default=50)
    ask.add_argument("--kind", choices=("verbatim", "edited", "paraphrase"))
    ask.add_argument("--text", action="store_true", help="print the passages too")
    told = ask.parse_args()
    pile = {one.id: one for one in map(article, islice(rows(told.path), told.first))}
    start = time.process_time()
    copies = find_copies(pile.values())
    spent = time.process_time() - start
    print(f"{len(pile)} articles, {dict(Counter(c.kind for c in copies))}, {spent:.1f} CPU seconds,", end=" ")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")
    across = [c for c in copies if pile[c.article].outlet != pile[c.of].outlet and told.kind in (None, c.kind)]
    across.sort(key=lambda c: -sum(end - start for p in c.passages for start, end in p.article))
    for copy in across[: told.show]:
        show(copy, pile, told.text)


def show(copy: Copy, pile: dict[str, Article], text: bool) -> None:
    """Print one copy in a line, with its passages when asked."""
    a, b = pile[copy.article], pile[copy.of]
    print(f"\n{copy.kind} credited={copy.credited}: {copy.why}")
    for one in (a, b):
        print(
            f"   {one.outlet and one.outlet.name} | {one.published.start} | {one.title} | {len(one.text)} | {one.url}"
        )
    for passage in copy.passages if text else ():
        print("   -", *(repr(a.text[i:j]) for i, j in passage.article))
        print("     =", *(repr(b.text[i:j]) for i, j in passage.of))


if __name__ == "__main__":
    main()
