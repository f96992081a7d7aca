#!/usr/bin/env python3
"""Score Firsthand's attributions on a PolNeAR split.

    polnear.py SPLIT_DIR [--output PRED.jsonl]       # SPLIT_DIR holds text/ and attributions/

Each text goes through parse and attribute alone: the corpus's files are articles' bodies already.
What the outlet says in its own voice is no attribution and is left out. See score_polnear.py for the measure.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from firsthand.ids import article_id
from firsthand.records import Article, Attribution, Part, Period
from firsthand.stages.attribute import attribute
from firsthand.stages.parse import parse
from score_polnear import load_gold, score, show

Row = dict[str, list[tuple[int, int]]]


def article(name: str, text: str) -> Article:
    """A text that is body from end to end."""
    return Article(
        id=article_id(text, None),
        path=name,
        url=None,
        outlet=None,
        title=None,
        authors=(),
        language="en",
        published=Period(start=None, end=None, basis="unknown"),
        text=text,
        parts=(Part(start=0, end=len(text), kind="body"),),
    )


def row(attribution: Attribution) -> Row:
    """An attribution as the scorer reads it."""
    return {"source": [*attribution.source], "cue": [*attribution.cue], "content": [*attribution.spans]}


def predict(texts: dict[str, str]) -> Iterator[tuple[str, list[Row]]]:
    """(file name, attributions) for each text."""
    articles = [article(name, text) for name, text in texts.items()]
    for name, each, parsed in zip(texts, articles, parse(articles), strict=True):
        yield name, [row(a) for a in attribute(each, parsed) if a.quote != "none"]


def main() -> None:
    """Predict, keep what was predicted if asked, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", type=Path)
    parser.add_argument("--output", type=Path, help="also write the predictions as score_polnear.py reads them")
    options = parser.parse_args()
    gold = load_gold(options.split)
    dict(predict({"warm-up": "She said no."}))  # loading the model is not speed
    began = process_time()
    predicted = dict(predict({name: text for name, (text, _) in gold.items()}))
    spent = process_time() - began
    if options.output:
        rows = ({"article": name, "attributions": found} for name, found in predicted.items())
        options.output.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    show(score((text, next(iter(people.values())), predicted[name]) for name, (text, people) in gold.items()))
    print(f"{len(gold)} articles, {len(gold) / spent:.1f} per CPU second", file=sys.stderr)


if __name__ == "__main__":
    main()
