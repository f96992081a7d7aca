"""A store of many articles: how fast they are added, how large it gets, how fast it is searched and grows.

    large_store.py ARTICLES.jsonl[.gz] --cache DIR [--size 10000] [--store FILE|postgresql://…] [--fresh 50]

The article stages (parse, attribute, identify, dates), by far the dearest part of `firsthand add`, run once and are
kept in DIR, a file for every 250 articles; a run that was stopped goes on where it was. `--fresh` articles are added
for real, to measure the whole of `firsthand add`. Then SIZE articles are put into the store as `add` does it, the
hundred after them by themselves, and the store is searched. A store that is filled already is only grown and searched.
"""

import argparse
import gzip
import random
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import msgspec

from firsthand import store as kept
from firsthand.pipeline import Found, find, silent
from firsthand.settings import Settings
from firsthand.stages.read import read
from firsthand.store.add import keep, known
from firsthand.store.kept import storable
from measures import percentile
from speed import peak_megabytes

PIECE = 250
BATCH = 1000  # articles after which the stories are worked out
LAST = 100
QUERIES = 200
WORD = re.compile(r"[A-Za-z]{4,}")


def opened(path: Path) -> gzip.GzipFile:
    """The lines of a file, packed or not."""
    return gzip.open(path, "rb") if path.suffix == ".gz" else open(path, "rb")  # type: ignore[return-value]


def piece(articles: Path, cache: Path, number: int) -> Path:
    """The file with what was found in the articles of piece `number`, made when it is not there."""
    made = cache / f"{number:04}.jsonl.gz"
    if made.exists():
        return made
    with opened(articles) as lines:
        lot = list(islice(lines, number * PIECE, (number + 1) * PIECE))
    source = cache / "piece.jsonl"
    source.write_bytes(b"".join(lot))
    given, _ = read([source], Settings())
    rows = [
        msgspec.json.encode(one)
        for one in find([storable(a) for a in given], Settings(), silent)
        if isinstance(one, Found)
    ]
    half = made.with_suffix(".half")
    half.write_bytes(gzip.compress(b"\n".join(rows), 5))
    half.rename(made)
    print(f"  piece {number}: {len(rows)} articles", flush=True)
    return made


def cached(articles: Path, cache: Path, limit: int) -> Iterator[Found]:
    """What was found in the first `limit` articles."""
    decoder = msgspec.json.Decoder(Found)
    for number in range((limit + PIECE - 1) // PIECE):
        with gzip.open(piece(articles, cache, number), "rb") as rows:
            for row in rows:
                if limit and not row.startswith(b'{"unprocessed"'):
                    limit -= 1
                    yield decoder.decode(row)


def fresh(articles: Path, number: int) -> None:
    """Add some articles for real and say how fast it went."""
    with TemporaryDirectory() as folder:
        with opened(articles) as lines:
            (Path(folder) / "some.jsonl").write_bytes(b"".join(islice(lines, number)))
        held = kept.open_store(Path(folder) / "fresh.db", create=True)
        given, _ = read([Path(folder) / "some.jsonl"], Settings())
        list(kept.add(held, given[:1]))  # the models are loaded
        began, cpu = perf_counter(), process_time()
        done = sum(added.outcome == "added" for added in kept.add(held, given[1:]))
        kept.update(held)
        spent, cpu = perf_counter() - began, process_time() - cpu
        print(
            f"add, with reading closely: {done} articles, {done / cpu:.2f} a CPU second ({done / spent:.2f} a second)"
        )
        kept.close(held)


def fill(held: kept.Store, found: Iterator[Found]) -> None:
    """Put articles into the store as `firsthand add` does, once they were read closely; passes over what is there."""
    began, cpu, spent_on_stories, number = perf_counter(), process_time(), 0.0, 0

    def worked_out() -> float:
        before = perf_counter()
        done = kept.update(held)
        took = perf_counter() - before
        print(
            f"  {number:6} articles: {done} dossiers worked out in {took:.1f} s, {peak_megabytes():.0f} MB", flush=True
        )
        return took

    for one in found:
        if not known(held, one.article):
            keep(held, one.article, one)
            number += 1
            if number % BATCH == 0:
                spent_on_stories += worked_out()
    if not number:
        return
    spent_on_stories += worked_out()
    keeping = perf_counter() - began - spent_on_stories
    print(f"keep: {number} articles in {keeping:.1f} s, {number / keeping:.0f} a second")
    rate = number / spent_on_stories
    print(f"stories, copies, claims, origins: {spent_on_stories:.1f} s ({rate:.1f} articles a second)")
    print(f"both: {process_time() - cpu:.1f} CPU s, peak memory {peak_megabytes():.0f} MB")


def grow(held: kept.Store, found: list[Found]) -> None:
    """Add some articles to the large store."""
    began = perf_counter()
    done = [keep(held, one.article, one) for one in found]
    middle = perf_counter()
    dossiers = kept.update(held)
    print(
        f"{done.count('added')} more: kept in {middle - began:.1f} s, {dossiers} dossiers worked out in "
        f"{perf_counter() - middle:.1f} s (reading them closely apart)"
    )


def searches(held: kept.Store, found: list[Found]) -> None:
    """Search for one to three words out of the articles, in statements and in articles."""
    draw = random.Random(0)
    for what in ("statements", "articles"):
        times = []
        for _ in range(QUERIES):
            words = WORD.findall(draw.choice(found).article.text) or ["news"]
            query = " ".join(draw.sample(words, min(len(words), draw.randint(1, 3))))
            began = perf_counter()
            kept.search(held, query, what=what, limit=20)  # type: ignore[arg-type]
            times.append(perf_counter() - began)
        print(f"search {what}: p50 {1000 * percentile(times, 50):.0f} ms, p95 {1000 * percentile(times, 95):.0f} ms")


def main() -> None:
    """Fill the cache, then measure."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("articles", type=Path)
    ask.add_argument("--cache", type=Path, required=True)
    ask.add_argument("--size", type=int, default=10_000)
    ask.add_argument("--store", default=None, help="kept after the run; default: a temporary SQLite file")
    ask.add_argument("--fresh", type=int, default=50)
    told = ask.parse_args()
    told.cache.mkdir(parents=True, exist_ok=True)
    if told.fresh:
        fresh(told.articles, told.fresh)
    found = cached(told.articles, told.cache, told.size + LAST)  # one after another: they would fill the memory
    with TemporaryDirectory() as folder:
        place = told.store or str(Path(folder) / "store.db")
        held = kept.open_store(place, create=True)
        fill(held, islice(found, told.size))
        grow(held, more := list(found))
        size = kept.size(held)
        print(f"the store holds {size.articles} articles in {size.stories} stories")
        searches(held, more)
        kept.close(held)
        if Path(place).exists():
            text = sum(len(one.article.text.encode("utf-8", "replace")) for one in more) / len(more)
            each = Path(place).stat().st_size / size.articles
            print(f"size: {each / 1024:.1f} KB an article (text alone {text / 1024:.1f} KB)")


if __name__ == "__main__":
    main()
