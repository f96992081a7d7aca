#!/usr/bin/env python3
"""Articles per second, CPU seconds by stage, and peak memory of one brief.

    speed.py PATH... [--limit N]          # N lines of a .jsonl or .jsonl.gz file

A stage's seconds are CPU time of this process; "other" is the conducting between the stages.
"""

import argparse
import gzip
import resource
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from firsthand import pipeline

# Names under which the pipeline calls the stages.
STAGES = (
    "read", "parse", "attribute", "identify", "find_times", "date_statements",
    "resolve", "find_copies", "group", "compare", "count_origins", "order",
)  # fmt: skip


def timed(name: str, stage: Callable[..., Any], spent: Counter[str]) -> Callable[..., Any]:
    """`stage`, which adds its CPU seconds to spent[name]; a generator's are counted where it works."""

    def drained(items: Iterator[Any]) -> Iterator[Any]:
        while True:
            began = process_time()
            try:
                item = next(items)
            except StopIteration:
                return
            finally:
                spent[name] += process_time() - began
            yield item

    def run(*arguments: Any, **options: Any) -> Any:
        began = process_time()
        result = stage(*arguments, **options)
        spent[name] += process_time() - began
        return drained(result) if isinstance(result, Iterator) else result

    return run


def first_lines(path: Path, limit: int, folder: Path) -> Path:
    """A file in `folder` with the first `limit` lines of a JSON lines file, gzipped or not."""
    out = folder / "articles.jsonl"
    with (gzip.open if path.suffix == ".gz" else open)(path, "rb") as lines, out.open("wb") as kept:
        kept.writelines(islice(lines, limit))
    return out


def main() -> None:
    """Make one brief and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--limit", type=int, help="read only so many lines of the one file given")
    options = parser.parse_args()
    if options.limit and len(options.paths) > 1:
        parser.error("--limit goes with one file")
    spent: Counter[str] = Counter()
    for name in STAGES:
        setattr(pipeline, name, timed(name, getattr(pipeline, name), spent))
    with tempfile.TemporaryDirectory() as folder:
        paths = [first_lines(options.paths[0], options.limit, Path(folder))] if options.limit else options.paths
        began, began_cpu = perf_counter(), process_time()
        made = pipeline.brief(paths)
        wall, cpu = perf_counter() - began, process_time() - began_cpu
    spent["other"] = cpu - sum(spent.values())
    number = len(made.articles)
    print(
        f"articles {number}, statements {len(made.statements)}, claims {len(made.claims)}, stories {len(made.stories)}"
    )
    print(f"per second {number / wall:.1f} (wall), {number / cpu:.1f} (CPU); in all {wall:.1f} s, {cpu:.1f} CPU s")
    print(f"peak memory {peak_megabytes():.0f} MB")
    for name, seconds in spent.items():
        print(f"  {name:16} {seconds:8.2f} s  {100 * seconds / cpu:5.1f} %")


def peak_megabytes(who: int = resource.RUSAGE_SELF) -> float:
    """The largest memory this process has held, or one that it began (Linux counts it in KiB, macOS in bytes)."""
    peak = resource.getrusage(who).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    main()
