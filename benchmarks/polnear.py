#!/usr/bin/env python3
"""Score Firsthand's attributions on a PolNeAR split.

    polnear.py SPLIT_DIR [--method rules] [--output PRED.jsonl]       # SPLIT_DIR holds text/ and attributions/

Each text goes through parse and attribute alone: the corpus's files are articles' bodies already.
What the outlet says in its own voice is no attribution and is left out; of nested attributions the outermost is taken,
as the corpus does. See score_polnear.py for the measure.
"""

import argparse
import json
import re
import resource
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import process_time
from typing import get_args

from firsthand.ids import article_id
from firsthand.records import Article, Attribution, Part, Period, Span
from firsthand.stages.attribute import Method, attribute
from firsthand.stages.attribute.tagger import model
from firsthand.stages.parse import parse
from score_polnear import hit, load_gold, prepare, score, show

Row = dict[str, list[Span]]
OPENING = re.compile(r"""(?:\bthat\s|[“"‘]|\'\'|``)\Z""")
CLOSING = re.compile(r"""[,.!?]?(?:[”"’]|\'\')""")


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


def rows(text: str, attributions: Iterable[Attribution]) -> list[Row]:
    """Attributions as the scorer reads them, in the corpus's manner.

    PolNeAR has one attribution a cue, with all pieces of its content and all its sources, and counts the quotation
    marks, the stop before the closing mark and a leading complementizer to the content. A re-reporter is not marked.
    """
    out: dict[object, Row] = {}
    for found in attributions:
        place = out.setdefault(found.cue or found.spans, {"source": [], "cue": [*found.cue], "content": []})
        place["source"] += [span for span in found.source if span not in place["source"]]
        place["content"] += [wide for span in found.spans if (wide := widen(text, span)) not in place["content"]]
    return list(out.values())


def widen(text: str, span: Span) -> Span:
    """A content with the marks around it and the complementizer in front of it."""
    start, end = span
    opened = OPENING.search(text, max(0, start - 5), start)
    closed = CLOSING.match(text, end)
    return (opened.start() if opened else start), (closed.end() if closed else end)


def find(texts: dict[str, str], method: Method) -> Iterator[tuple[str, list[Attribution]]]:
    """(file name, attributions) for each text; the outlet's own voice is left out."""
    articles = [article(name, text) for name, text in texts.items()]
    for name, each, parsed in zip(texts, articles, parse(articles), strict=True):
        yield name, [a for a in attribute(each, parsed, method, nesting=False) if a.quote != "none"]


def calibration(
    texts: dict[str, str], gold: dict[str, list[Row]], found: dict[str, list[Attribution]]
) -> dict[float, tuple[int, int]]:
    """How many attributions were given each confidence, and how many of these overlap gold in content and source.

    A piece of a longer gold content counts as right: the corpus joins the pieces of one quotation, we do not.
    """
    out: dict[float, tuple[int, int]] = {}
    for name, attributions in found.items():
        golds = prepare(texts[name], gold[name])
        for a in attributions:
            for mine in prepare(texts[name], rows(texts[name], [a])):
                right = any(
                    hit(mine["source"], g["source"], False)
                    and (mine["content"] <= g["content"] or hit(mine["content"], g["content"], False))
                    for g in golds
                )
                n, good = out.get(a.confidence, (0, 0))
                out[a.confidence] = (n + 1, good + right)
    return out


def main() -> None:
    """Predict, keep what was predicted if asked, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", type=Path)
    parser.add_argument(
        "--method", choices=get_args(Method), default="tagger", help="the rules alone, or with the tagger"
    )
    parser.add_argument("--output", type=Path, help="also write the predictions as score_polnear.py reads them")
    parser.add_argument("--models", type=Path, help="a folder with another attribution-en, as training writes it")
    options = parser.parse_args()
    model.FOLDER = options.models or model.FOLDER
    loaded = load_gold(options.split)
    texts = {name: text for name, (text, _) in loaded.items()}
    gold = {name: next(iter(people.values())) for name, (_, people) in loaded.items()}
    dict(find({"warm-up": "She said no."}, "rules"))  # loading the grammar is not speed
    began = process_time()
    dict(find({"warm-up": "She said no."}, options.method))
    loading, began = process_time() - began, process_time()
    found = dict(find(texts, options.method))
    spent = process_time() - began
    predicted = {name: rows(texts[name], attributions) for name, attributions in found.items()}
    if options.output:
        lines = (json.dumps({"article": name, "attributions": each}) for name, each in predicted.items())
        options.output.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    show(score((text, gold[name], predicted[name]) for name, text in texts.items()))
    print("\nconfidence stated, attributions, share right")
    for stated, (n, right) in sorted(calibration(texts, gold, found).items(), reverse=True):
        print(f"  {stated:.2f} {n:6d} {right / n:6.2f}")
    words, memory = sum(len(t.split()) for t in texts.values()), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"{len(texts)} articles of {words // len(texts)} words, {len(texts) / spent:.1f} per CPU second with parsing; "
        f"tagger loaded in {loading:.2f} s, {memory / 1024:.0f} MB at most",
        file=sys.stderr,
    )


if __name__ == "__main__":
    main()
