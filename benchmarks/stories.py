"""How well stories are told apart: B-cubed figures of the group stage on labelled articles.

    python benchmarks/stories.py STORIES.jsonl[.gz] [--half 0|1]

Each line is an object with `story`, `source`, `url`, `date`, `title` and `text`. All articles make one stream.
`--half` takes every second story only: choose a setting on one half, report the other.
"""

import argparse
import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from firsthand.ids import article_id
from firsthand.records import Article, Outlet, Part, Period
from firsthand.stages.group import group


def article(row: dict[str, str | None]) -> Article:
    """A line of a story collection, or of the load set, as the reader would give it."""
    text = row.get("text") or row.get("content") or ""
    day = row.get("date")
    try:
        period = Period(start=date.fromisoformat(day or "").isoformat(), end=day, basis="metadata")
    except ValueError:
        period = Period(start=None, end=None, basis="unknown")
    return Article(
        id=article_id(text, row.get("url")),
        path=None,
        url=row.get("url"),
        outlet=Outlet(name=row["source"], domain=None) if row.get("source") else None,
        title=row.get("title"),
        authors=(),
        language="en",
        published=period,
        text=text,
        parts=(Part(start=0, end=len(text), kind="body"),) if text else (),
    )


def read(path: Path) -> list[dict[str, str | None]]:
    """The lines of a JSONL file, gzipped or not."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def bcubed(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 of two labelings of the same items (Bagga and Baldwin 1998)."""
    both = Counter((gold[i], found[i]) for i in gold)
    golds, founds = Counter(gold.values()), Counter(found[i] for i in gold)
    precision = sum(n * n / founds[f] for (_, f), n in both.items()) / len(gold)
    recall = sum(n * n / golds[g] for (g, _), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def main() -> None:
    """Print the figures for a file."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("path", type=Path)
    ask.add_argument("--half", type=int, choices=(0, 1))
    told = ask.parse_args()
    gold, articles = {}, []
    names = {}
    for row in read(told.path):
        number = names.setdefault(row["story"], len(names))
        made = article(row)
        if (told.half is None or number % 2 == told.half) and made.id not in gold:
            gold[made.id] = str(row["story"])
            articles.append(made)
    start = time.process_time()
    stories = group(articles)
    spent = time.process_time() - start
    found = {member: story.id for story in stories for member in story.articles}
    print("B-cubed P/R/F1 {:.1f} {:.1f} {:.1f}".format(*(100 * x for x in bcubed(gold, found))))
    print(f"{len(articles)} articles, {len(set(gold.values()))} stories, {len(stories)} found, {spent:.1f} CPU seconds")


if __name__ == "__main__":
    sys.exit(main())
