"""How well stories are told apart: B-cubed figures of the group stage on labelled articles.

    python benchmarks/stories.py STORIES.jsonl[.gz] [--choose]

Each line is an object with `story`, `source`, `url`, `date`, `title` and `text`. The figures are for one stream of all
articles, and for a stream of every second story. `--choose` picks the thresholds by one half's articles and counts
the other's, both ways round: in the stream of all, where the other half's articles stand in the way, and alone.
"""

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from pathlib import Path

from firsthand.ids import article_id
from firsthand.records import Article, Outlet, Part, Period
from firsthand.stages.group import assign, evidence, group

# The thresholds that are chosen, with the values tried.
TRIED = {"ALIKE": (0.18, 0.2, 0.22), "PER_DAY": (0.07, 0.085, 0.1, 0.115, 0.13)}


def article(row: Mapping[str, str | None]) -> Article:
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


def rows(path: Path) -> Iterator[dict[str, str | None]]:
    """The lines of a JSONL file, gzipped or not."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rb") as lines:
        yield from map(json.loads, lines)


def bcubed(
    gold: Mapping[str, str], found: Mapping[str, str], counted: Sequence[str] | None = None
) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 of two labelings (Bagga and Baldwin 1998), over all items or those `counted`."""
    both = Counter((gold[i], found[i]) for i in gold)
    golds, founds = Counter(gold.values()), Counter(found[i] for i in gold)
    over = list(gold) if counted is None else counted
    precision = sum(both[gold[i], found[i]] / founds[found[i]] for i in over) / len(over)
    recall = sum(both[gold[i], found[i]] / golds[gold[i]] for i in over) / len(over)
    return precision, recall, 2 * precision * recall / (precision + recall)


def grouped(articles: Sequence[Article]) -> dict[str, str]:
    """The story of each article."""
    return {member: story.id for story in group(articles) for member in story.articles}


def choose(articles: Sequence[Article], gold: Mapping[str, str], half: Mapping[str, int]) -> None:
    """Print, for each half, the setting that is best on it and what that gives on the other."""
    made = {one.id: assign.vector(one) for one in articles}
    assign.vector = lambda one: made[one.id]
    own = {n: [i for i in gold if half[i] == n] for n in (0, 1)}
    trials = []
    for values in product(*TRIED.values()):
        setting = dict(zip(TRIED, values, strict=True))
        put(setting)
        found = grouped(articles)
        trials.append((setting, [bcubed(gold, found, own[n]) for n in (0, 1)]))
    for n in (0, 1):
        setting, figures = max(trials, key=lambda trial: trial[1][n][-1])
        put(setting)
        other = [one for one in articles if half[one.id] != n]
        alone = bcubed({one.id: gold[one.id] for one in other}, grouped(other))
        print(f"chosen on half {n} ({figures[n][-1]:.1%}): {setting}")
        print(f"  other half, in the stream of all  {show(figures[1 - n])}\n  other half, alone  {show(alone)}")


def put(setting: Mapping[str, float]) -> None:
    """Set thresholds of the stage."""
    for name, value in setting.items():
        setattr(evidence, name, value)


def show(figures: tuple[float, float, float]) -> str:
    """Precision, recall and F1 as text."""
    return "B-cubed P/R/F1 {:.1f} {:.1f} {:.1f}".format(*(100 * x for x in figures))


def main() -> None:
    """Print the figures for a file."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("path", type=Path)
    ask.add_argument("--choose", action="store_true")
    told = ask.parse_args()
    pile: dict[str, Article] = {}
    gold: dict[str, str] = {}
    numbers: dict[str, int] = {}
    half: dict[str, int] = {}
    for row in rows(told.path):
        made, story = article(row), str(row["story"])
        if made.id not in pile:
            pile[made.id], gold[made.id] = made, story
            half[made.id] = numbers.setdefault(story, len(numbers)) % 2
    start = time.process_time()
    found = grouped(list(pile.values()))
    spent = time.process_time() - start
    print(f"{len(pile)} articles, {len(numbers)} stories, {len(set(found.values()))} found, {spent:.1f} CPU seconds")
    print(f"all  {show(bcubed(gold, found))}")
    for n in (0, 1):
        some = [one for one in pile.values() if half[one.id] == n]
        print(f"half {n} alone  {show(bcubed({one.id: gold[one.id] for one in some}, grouped(some)))}")
    if told.choose:
        choose(list(pile.values()), gold, half)


if __name__ == "__main__":
    main()
