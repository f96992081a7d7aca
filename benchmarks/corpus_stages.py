"""Seconds of each step over a whole pile, after the article stages: near-linear means equal ms an article.

    corpus_stages.py ARTICLES.jsonl[.gz] --cache DIR [--sizes 1000 3000 10000] [--jobs 2] [--quick]

Work is handed out to so many processes, as `firsthand brief` does. Copies and stories are found side by side: with
--jobs 1 one after the other.

What the article stages found is kept in DIR, as `large_store.py` does. Each size runs in a process of its own, so
that its peak memory is its own.
"""

import argparse
import resource
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from time import perf_counter

from firsthand.cli.jobs import processors, spread_over
from firsthand.pipeline import conclude
from firsthand.settings import Settings
from large_store import cached
from speed import peak_megabytes

FIRST = "joining names"  # what is done before a step is told


def measure(articles: Path, cache: Path, size: int, jobs: int, quick: bool) -> None:
    """Print a line for each step, and one for all."""
    found = list(cached(articles, cache, size))
    given = [one.article for one in found]
    before, began = peak_megabytes(), perf_counter()
    steps: dict[str, float] = defaultdict(float)
    at = [FIRST, began]

    def told(what: str, done: int, of: int) -> None:
        now = perf_counter()
        steps[str(at[0])] += now - float(at[1])
        at[:] = [what, now]

    with spread_over(jobs) as spread:
        made = conclude(found, given, settings=Settings(quick=quick), progress=told, spread=spread)
        told("", 0, 0)
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    for step, spent in steps.items():
        print(f"{size:6} {step:26} {spent:8.1f} s {1000 * spent / len(found):7.2f} ms each", flush=True)
    whole = perf_counter() - began
    print(
        f"{size:6} {'all':26} {whole:8.1f} s {1000 * whole / len(found):7.2f} ms each, at most "
        f"{peak_megabytes():.0f} MB ({before:.0f} before); the other processes {others.ru_utime + others.ru_stime:.0f} "
        f"CPU s, at most {peak_megabytes(resource.RUSAGE_CHILDREN):.0f} MB each; "
        f"{len(made.stories)} stories, {len(made.claims)} claims",
        flush=True,
    )


def main() -> None:
    """Print the table, a process a size."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("articles", type=Path)
    ask.add_argument("--cache", type=Path, required=True)
    ask.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10000])
    ask.add_argument("--jobs", type=int, default=processors(), help="default: as many as there are processors")
    ask.add_argument("--quick", action="store_true", help="as `firsthand brief --quick`")
    ask.add_argument("--only", type=int, help=argparse.SUPPRESS)
    told = ask.parse_args()
    if told.only:
        measure(told.articles, told.cache, told.only, told.jobs, told.quick)
        return
    for size in told.sizes:
        own = [sys.executable, __file__, str(told.articles), "--cache", str(told.cache), "--jobs", str(told.jobs)]
        own += ["--quick"] * told.quick
        subprocess.run([*own, "--only", str(size)], check=True)


if __name__ == "__main__":
    main()
