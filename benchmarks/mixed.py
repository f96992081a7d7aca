"""All story packs in one stream, among articles of other news: is each pack one story, and are the others apart?

    python benchmarks/mixed.py PACK... [--among ARTICLES.jsonl[.gz]] [--number 1000]

The other articles get the dates of the packs' articles in turn, so that time alone does not tell them apart.
"""

import argparse
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import islice
from pathlib import Path

from firsthand import read
from firsthand.records import Article
from firsthand.stages.group import group
from stories import article, bcubed, rows


def main() -> None:
    """Print what became of each pack, and the figures for all."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("packs", nargs="+", type=Path)
    ask.add_argument("--among", type=Path)
    ask.add_argument("--number", type=int, default=1000)
    told = ask.parse_args()
    pile: list[Article] = []
    gold: dict[str, str] = {}
    for pack in told.packs:
        for one in read([pack / "articles.jsonl"])[0]:
            pile.append(one)
            gold[one.id] = pack.name
    dates = [one.published for one in pile]
    others = [article(row) for row in islice(rows(told.among), told.number)] if told.among else []
    others = [replace(one, published=dates[n % len(dates)]) for n, one in enumerate(others) if one.id not in gold]
    found = {member: story.id for story in group([*pile, *others]) for member in story.articles}
    parts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one, pack_name in gold.items():
        parts[pack_name][found[one]] += 1
    homes = {story: {gold[i] for i in gold if found[i] == story} for story in {found[i] for i in gold}}
    strangers = [one for one in others if found[one.id] in homes]
    for pack_name, stories in parts.items():
        shared = {name for story in stories for name in homes[story]} - {pack_name}
        print(f"{pack_name:24} stories {sorted(stories.values(), reverse=True)}", *(f"with {name}" for name in shared))
    whole = sum(len(stories) == 1 for stories in parts.values())
    print(
        f"one story: {whole} of {len(parts)} packs; of {len(others)} other articles {len(strangers)} in them;", end=" "
    )
    print("B-cubed P/R/F1 {:.1f} {:.1f} {:.1f}".format(*(100 * x for x in bcubed(gold, found))))


if __name__ == "__main__":
    main()
