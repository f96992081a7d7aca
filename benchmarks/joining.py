#!/usr/bin/env python3
"""Measure the joining of names over a pile (`resolve`) alone: articles per CPU second and peak memory.

    joining.py ARTICLES.jsonl.gz --cache DIR [--sizes 1000,3000,10000]

What goes into it, the names and speakers of each article, is made once by the stages before it (parse, attribute by
the rules alone without the tagger, identify: about a tenth of a CPU second an article) and kept in DIR, a file for
every 500 articles; a run that was stopped goes on where it was. Each size is then joined in a process of its own.
"""

import argparse
import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from time import process_time

import msgspec

from firsthand import read
from firsthand.errors import FirsthandError
from firsthand.records import Article, Speakers
from firsthand.settings import Settings
from firsthand.stages.attribute import attribute
from firsthand.stages.parse import parse
from firsthand.stages.resolve import identify, resolve, shown
from speed import peak_megabytes

PIECE = 500  # articles in one file of the cache
SIZES = "1000,3000,10000"


class Row(msgspec.Struct):
    """A row of the cache."""

    article: Article
    speakers: Speakers


def piece(articles: Path, cache: Path, number: int) -> Path:
    """The file with the articles and speakers of piece `number`, made when it is not there."""
    kept = cache / f"{number:04}.jsonl.gz"
    if kept.exists():
        return kept
    with gzip.open(articles, "rb") as lines:
        lot = list(islice(lines, number * PIECE, (number + 1) * PIECE))
    source = cache / "piece.jsonl"
    source.write_bytes(b"".join(lot))
    rows = []
    for article in read([source])[0]:
        try:
            (grammar,) = parse([article])
            found = identify(article, grammar, attribute(article, grammar, "rules"))
        except FirsthandError:
            continue
        speakers = shown(found, Settings().speaker_confidence)
        rows.append(json.dumps({"article": asdict(article), "speakers": asdict(speakers)}))
    half = kept.with_suffix(".half")
    half.write_bytes(gzip.compress("".join(row + "\n" for row in rows).encode("utf-8", "surrogatepass"), 5))
    half.rename(kept)
    return kept


def cached(articles: Path, cache: Path, limit: int) -> Iterator[tuple[Article, Speakers]]:
    """The first `limit` articles with their speakers, out of the cache where it has them."""
    number, left = 0, limit
    while left > 0:
        with gzip.open(piece(articles, cache, number), "rt", encoding="utf-8") as rows:
            found = [msgspec.json.decode(row, type=Row) for row in rows]
        yield from ((row.article, row.speakers) for row in found[:left])
        left -= PIECE
        number += 1


def measure(articles: Path, cache: Path, limit: int) -> None:
    """Join `limit` articles and print a line."""
    given, speakers = zip(*cached(articles, cache, limit), strict=True)
    before, began = peak_megabytes(), process_time()
    _, owner = resolve(given, speakers)
    spent = process_time() - began
    entities = sum(len(s.entities) for s in speakers)
    print(
        f"{len(given):8} {entities:9} {len(set(owner.values())):8} {spent:8.1f} {len(given) / spent:8.0f}"
        f" {before:8.0f} {peak_megabytes():8.0f}",
        flush=True,
    )


def main() -> None:
    """Fill the cache, then measure each size in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--cache", type=Path, required=True, help="folder for what the stages before give")
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--only", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    if options.only:
        measure(options.articles, options.cache, options.only)
        return
    sizes = [int(size) for size in options.sizes.split(",")]
    for number in range((max(sizes) + PIECE - 1) // PIECE):
        piece(options.articles, options.cache, number)
    print("articles  entities   actors    CPU s    per s  MB given  MB peak", flush=True)
    for size in sizes:
        command = [sys.executable, __file__, str(options.articles), "--cache", str(options.cache), "--only", str(size)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
