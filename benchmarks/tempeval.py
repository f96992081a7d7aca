"""Time expressions measured as in TempEval-3 (UzZaman et al., SemEval-2013), task A.

    python benchmarks/tempeval.py DIRECTORY... [--errors]

Every DIRECTORY holds TimeML files (.tml); each file's creation time is its date of publication. An expression is found
when a span of ours overlaps it (relaxed) or is the same (strict), one to one. Type and value F1 count the found ones
whose attribute is equal. TIMEX3 knows no ranges, so their ends are scored. Every fifth document of a directory, by
name, is held out: nothing is tuned on it.
"""

import argparse
import re
import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from firsthand.records import Article, Part, Period
from firsthand.stages.date import find_times
from firsthand.stages.parse import parse

HELD = 5  # every fifth document


class Timex(NamedTuple):
    """A time expression: code points of the text, end exclusive."""

    start: int
    end: int
    text: str
    type: str
    value: str


def read(path: Path) -> tuple[Article, list[Timex]]:
    """The text of a TimeML file as an article, and its gold expressions. Raises ParseError for other files."""
    root = ET.fromstring(path.read_text("utf-8"))
    stamp = root.find("DCT/TIMEX3")
    found = re.match(r"\d{4}-\d\d-\d\d", stamp.get("value", "") if stamp is not None else "")
    day = found.group() if found else None
    pieces: list[str] = []
    gold: list[Timex] = []
    body = root.find("TEXT")
    if body is not None:
        _flatten(body, pieces, gold)
    text = "".join(pieces)
    return article_of(path.stem, text, day), gold


def article_of(name: str, text: str, day: str | None) -> Article:
    """A text that is body from end to end, published on a day."""
    return Article(
        id=name,
        path=None,
        url=None,
        outlet=None,
        title=None,
        authors=(),
        language="en",
        published=Period(start=day, end=day, basis="metadata" if day else "unknown"),
        text=text,
        parts=(Part(start=0, end=len(text), kind="body"),),
    )


def _flatten(node: ET.Element, pieces: list[str], gold: list[Timex]) -> None:
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        _flatten(child, pieces, gold)
        pieces.append(child.tail or "")
    if node.tag == "TIMEX3":
        text = "".join(pieces)[start:]
        gold.append(Timex(start, start + len(text), text, node.get("type", ""), node.get("value", "")))


def pairs(gold: Sequence[Timex], ours: Sequence[Timex]) -> Iterator[tuple[Timex, Timex]]:
    """Overlapping expressions, one to one: the same span first, then in text order."""
    left, right = list(gold), list(ours)
    for same in (True, False):
        for g in tuple(left):
            for o in right:
                if ((g.start, g.end) == (o.start, o.end)) if same else (g.start < o.end and o.start < g.end):
                    left.remove(g)
                    right.remove(o)
                    yield g, o
                    break


def score(gold: Sequence[Timex], ours: Sequence[Timex]) -> Counter[str]:
    """Counts of one document: gold, ours, and those found (relaxed, strict) with the right type and value."""
    out: Counter[str] = Counter(gold=len(gold), ours=len(ours))
    for g, o in pairs(gold, ours):
        out["relaxed"] += 1
        out["strict"] += g[:2] == o[:2]
        out["type"] += g.type == o.type
        out["value"] += g.value == o.value
    return out


def figures(counts: Counter[str]) -> str:
    """Precision, recall and F1 of one set of documents as a line."""

    def f1(key: str) -> float:
        return 200 * counts[key] / (counts["gold"] + counts["ours"] or 1)

    def spans(key: str) -> str:
        precision, recall = (100 * counts[key] / (counts[of] or 1) for of in ("ours", "gold"))
        return f"{key} P {precision:.1f} R {recall:.1f} F1 {f1(key):.1f}"

    return (
        f"{spans('relaxed')}  {spans('strict')}  "
        f"type F1 {f1('type'):.1f}  value F1 {f1('value'):.1f}  ({counts['gold']} expressions)"
    )


def main() -> None:
    """Score the directories named on the command line."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("directories", nargs="+", type=Path)
    reader.add_argument(
        "--errors", action="store_true", help="print what differs in the documents that are not held out"
    )
    asked = reader.parse_args()
    for folder in asked.directories:
        if not any(folder.glob("*.tml")):
            reader.error(f"no TimeML files (.tml) in {folder}")
    totals = {"tuned": Counter[str](), "held out": Counter[str](), "all": Counter[str]()}
    spent, count = 0.0, 0
    for folder in asked.directories:
        here = {name: Counter[str]() for name in totals}
        for n, path in enumerate(sorted(folder.glob("*.tml"))):
            article, gold = read(path)
            grammar = next(parse([article]))
            begun = time.process_time()
            times = find_times(article, grammar, ranges=False)
            spent, count = spent + time.process_time() - begun, count + 1
            ours = [Timex(t.start, t.end, t.text, t.type, t.value) for t in times]
            counts, part = score(gold, ours), "held out" if n % HELD == HELD - 1 else "tuned"
            for name in (part, "all"):
                here[name] += counts
                totals[name] += counts
            if asked.errors and part == "tuned":
                _show_errors(path.stem, article.text, gold, ours)
        for name, counts in here.items():
            print(f"{folder.name:10} {name:9} {figures(counts)}")
    if len(asked.directories) > 1:
        for name, counts in totals.items():
            print(f"{'together':10} {name:9} {figures(counts)}")
    print(f"find_times: {count / spent:.0f} articles per CPU second")


def _show_errors(name: str, text: str, gold: Sequence[Timex], ours: Sequence[Timex]) -> None:
    met = list(pairs(gold, ours))
    for g in gold:
        found = next((o for a, o in met if a is g), None)
        around = text[max(0, g.start - 40) : g.end + 30].replace("\n", " ")
        if found is None:
            print(f"MISSED\t{g.text!r}\t{g.type} {g.value}\t{around!r}\t{name}")
        elif found.value != g.value or found.type != g.type:
            print(
                f"VALUE\t{g.text!r} {g.type} {g.value}\t{found.text!r} {found.type} {found.value}\t{around!r}\t{name}"
            )
        elif found[:2] != g[:2]:
            print(f"SPAN\t{g.text!r}\t{found.text!r}\t{around!r}")
    for o in ours:
        if not any(o is b for _, b in met):
            around = text[max(0, o.start - 40) : o.end + 30].replace("\n", " ")
            print(f"EXTRA\t{o.text!r}\t{o.type} {o.value}\t{around!r}\t{name}")


if __name__ == "__main__":
    main()
