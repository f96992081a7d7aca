"""Articles a CPU second of the engines of `firsthand scale`, and whether they make the same tables.

    workers.py ARTICLES.jsonl[.gz] [--size 400] [--rows 25] [--engines alone pool ray]
    workers.py ARTICLES.jsonl[.gz] --cache DIR [--size 3000] [--engines alone] [--stories]

Each engine runs in a process of its own: `alone` is one process, `pool` two of them, `ray` two actors. CPU seconds are
those of the work itself with loading the models, not of the process that hands it out, which is told apart. With
`--cache` what the article stages found is taken from there, as `large_store.py` keeps it, and what follows is measured,
with `--stories` only what one node does: stories, and which of them are worked out together.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

import pyarrow.parquet as pq

from firsthand.cli.scale import engine_at
from firsthand.corrections import text_hash
from firsthand.engines import Engine
from firsthand.scale.articles import kept, place
from firsthand.scale.files import write_table
from firsthand.scale.run import run
from firsthand.scale.shards import deal
from firsthand.scale.stories import stories
from firsthand.scale.tables import articles, row, table
from firsthand.settings import Settings
from firsthand.tasks import Lost
from large_store import cached
from speed import first_lines

ENGINES: dict[str, tuple[str | None, int]] = {"alone": (None, 1), "pool": (None, 2), "ray": ("local", 2)}


def peak_megabytes() -> float:
    """The most memory that this process has held (what `getrusage` tells is inherited from who began it)."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in told.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024


def timed(work: Callable[[Any], Any], task: Any) -> tuple[float, Any]:
    """What a task gives, and the CPU seconds that it took where it was done."""
    began = process_time()
    made = work(task)
    return process_time() - began, made


def counting(engine: Engine, spent: Counter[str], now: list[str]) -> Engine:
    """The engine, which adds the CPU seconds of all work to those of the step that is at work."""

    def spread(work: Callable[[Any], Any], tasks: Iterable[Any]) -> Iterator[Any]:
        for done in engine.spread(partial(timed, work), tasks):
            if isinstance(done, Lost):
                yield done
            else:
                spent[now[0]] += done[0]
                yield done[1]

    return engine._replace(spread=spread)


def measure(name: str, given: Path, out: Path, rows: int) -> None:
    """Run one engine and print its figures."""
    spent: Counter[str] = Counter()
    took: Counter[str] = Counter()
    now, since = ["counting"], [perf_counter()]

    def progress(what: str, done: int, of: int) -> None:
        took[now[0]] += perf_counter() - since[0]
        now[0], since[0] = what, perf_counter()

    own = process_time()
    with engine_at(*ENGINES[name]) as engine:
        made = run([str(given)], str(out), counting(engine, spent, now), Settings(), progress, rows)
        progress("", 0, 0)
    own = process_time() - own
    for step, seconds in took.items():
        cpu = spent[step]
        rate = f", {made.analysed / cpu:.2f} articles a CPU second of work" if cpu >= 1 else ""
        print(f"{name:6} {step:20} {seconds:7.1f} s, {cpu:7.1f} CPU s of work{rate}", flush=True)
    print(f"{name:6} {made}; this process {own:.1f} CPU s, {peak_megabytes():.0f} MB at most", flush=True)


def group(out: Path, size: int) -> None:
    """Put the articles of a run into stories and print what that took."""
    before, began = peak_megabytes(), process_time()
    with engine_at(None, 1) as engine:
        made = stories(str(out), sorted(map(str, out.glob("articles/*.parquet"))), size, engine)
    print(
        f"{size} articles in {len(made)} stories: {process_time() - began:.1f} CPU s, {peak_megabytes():.0f} MB at "
        f"most ({before:.0f} before)",
        flush=True,
    )


def fill(given: Path, lines: Path, cache: Path, out: Path, size: int, rows: int) -> None:
    """Write the table of articles from what is kept of the article stages."""
    with engine_at(None, 1) as engine:
        shards = deal([str(given)], rows, engine)
    found = cached(lines, cache, size)
    for shard in shards:
        held = []
        for number, one in enumerate(islice(found, shard.rows), shard.first):
            held.append({"number": number, **row(one.article), "digest": text_hash(one.article.text), **kept(one)})
        write_table(place(str(out), shard), table(held, articles()))


def held(out: Path) -> dict[str, list[Any]]:
    """Every row of every table of a run."""
    names = {file.parent.name for file in out.glob("*/*.parquet")} - {"work"}
    return {
        name: [row for file in sorted((out / name).glob("*.parquet")) for row in pq.read_table(file).to_pylist()]
        for name in sorted(names)
    }


def sizes(out: Path, size: int) -> str:
    """Kilobytes an article of each table on disk."""
    each: Counter[str] = Counter()
    for file in out.rglob("*.parquet"):
        each[file.relative_to(out).parts[0]] += file.stat().st_size
    return ", ".join(f"{name} {total / 1024 / size:.2f}" for name, total in sorted(each.items()))


def main() -> None:
    """Run the engines one after another and compare what they made."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("articles", type=Path)
    ask.add_argument("--size", type=int, default=400)
    ask.add_argument("--rows", type=int, default=25)
    ask.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES))
    ask.add_argument("--cache", type=Path)
    ask.add_argument("--stories", action="store_true")
    ask.add_argument("--only", type=json.loads, help=argparse.SUPPRESS)
    told = ask.parse_args()
    if told.only:
        name, given, out = told.only
        if told.stories:
            group(Path(out), told.size)
        else:
            measure(name, Path(given), Path(out), told.rows)
        return
    with TemporaryDirectory() as folder:
        given = first_lines(told.articles, told.size, Path(folder))
        made = {}
        for name in told.engines:
            out = Path(folder) / name
            if told.cache:
                fill(given, told.articles, told.cache, out, told.size, told.rows)
            own = [sys.executable, __file__, str(given), "--rows", str(told.rows), "--size", str(told.size)]
            subprocess.run(
                [*own, *(["--stories"] if told.stories else []), "--only", json.dumps([name, str(given), str(out)])],
                check=True,
            )
            print(f"{name:6} kB an article on disk: {sizes(out, told.size)}", flush=True)
            made[name] = held(out)
        first = made[told.engines[0]]
        for name, tables in made.items():
            rows = sum(map(len, tables.values()))
            print(f"{name:6} {rows} rows, {'the same as' if tables == first else 'NOT as'} {told.engines[0]}")


if __name__ == "__main__":
    main()
