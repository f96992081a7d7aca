#!/usr/bin/env python3
"""Print how often the one meant by a pronoun, a role or a surname is found, and how often somebody is shown at all.

    identify.py SPLIT_DIR [--misses] [--key FILE]     # SPLIT_DIR: PolNeAR's dev split, text/ and attributions/

polnear_speakers.jsonl says, by offsets alone, who is meant by sources sampled evenly over the split's articles, and in
which half of the articles each stands: one to tune on, one to report. Of a source it gives the span of the fullest
mention of the one meant in the same article, others as good under "also", or null when the text does not say.
The corpus's own source spans go into `identify`, so that the finding of statements is not measured here.

A source is answered when the entity is shown in other words, and right when it has one of the mentions given; an
entity that goes by the source's own words ("the official") tells no more than these, and is counted as not answered.
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from firsthand.records import Attribution, Entity, Span, Speakers
from firsthand.stages.parse import parse
from firsthand.stages.resolve import identify
from polnear import article
from score_polnear import load_gold

KEY = Path(__file__).parent / "polnear_speakers.jsonl"
STEPS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98)
QUOTED = re.compile(r"""\A["“](.+?)[,.]?["”]?\Z|\A''(.+?)[,.]?(?:'')?\Z""", re.DOTALL)


class Answer(NamedTuple):
    """How one source came out: `right` is None where nobody is shown."""

    half: str
    kind: str
    right: bool | None
    confidence: float


def attributions(text: str, rows: Iterable[dict[str, list[Span]]]) -> list[Attribution]:
    """The gold attributions as the finder gives them."""
    out = []
    for row in rows:
        if not row["content"]:
            continue
        inner = [(m, s) for s, e in row["content"] if (m := QUOTED.match(text[s:e]))]
        direct = len(inner) == len(row["content"])
        spans = [(s + m.start(m.lastindex), s + m.end(m.lastindex)) for m, s in inner if m.lastindex]
        out.append(
            Attribution(
                spans=tuple(spans) if direct else tuple((s, e) for s, e in sorted(row["content"])),
                quote="direct" if direct else "indirect",
                source=tuple((s, e) for s, e in sorted(row["source"])),
                cue=tuple((s, e) for s, e in sorted(row["cue"])),
                via=(),
                stance="asserts",
                hedges=(),
                cue_kind="speech",
                confidence=1.0,
            )
        )
    return out


def wanted(text: str, row: dict) -> list[Span]:
    """Every place where the one meant is written as the answer key has it, the source itself aside."""
    out = []
    for start, end in [row["antecedent"], *row.get("also", ())] if row["antecedent"] else ():
        for hit in re.finditer(re.escape(text[start:end]), text, re.IGNORECASE):
            if hit.end() <= row["source"][0] or hit.start() >= row["source"][1]:
                out.append(hit.span())
    return out


def judged(text: str, row: dict, entity: Entity | None) -> bool | None:
    """Whether the entity is the one meant; None when it shows no more than the source's own words."""
    start, end = row["source"]
    if entity is None:
        return None
    own = text[start:end].casefold()
    if entity.name.casefold() == own or all(text[s:e].casefold() == own for s, e in entity.spans):
        return None
    places = wanted(text, row)
    return any(2 * (min(e, b) - max(s, a)) >= b - a for s, e in entity.spans for a, b in places)


def run(split: Path, misses: bool = False, key_file: Path = KEY) -> list[Answer]:
    """Identify every source of the key's articles, and judge those in the key."""
    gold = load_gold(split)
    key = defaultdict(list)
    for line in key_file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        key[row["article"]].append(row)
    names = sorted(key)
    articles = [article(name, gold[name][0]) for name in names]
    out = []
    for name, each, parsed in zip(names, articles, parse(articles), strict=True):
        given = attributions(each.text, next(iter(gold[name][1].values())))
        found = identify(each, parsed, given)
        out += [judge(each.text, row, given, found, misses) for row in key[name]]
    return out


def judge(text: str, row: dict, given: list[Attribution], found: Speakers, misses: bool) -> Answer:
    """How the source of one row of the key came out."""
    span = tuple(row["source"])
    n = next(n for n, a in enumerate(given) if a.source == (span,))
    entity = next((e for e in found.entities if e.key == found.sources[n]), None)
    right = judged(text, row, entity)
    sure = found.confidences[n] if getattr(found, "confidences", ()) else 1.0
    if misses and right is False:
        meant = text[slice(*row["antecedent"])] if row["antecedent"] else None
        around = text[max(0, span[0] - 160) : span[1] + 60].replace("\n", " ")
        print(f"{row['half'][:1]} {row['article'][:40]} {span[0]} {text[slice(*span)]!r} {sure:.2f}")
        print(f"    {meant!r} -> {entity and entity.name!r} {entity and entity.kind}\n    …{around}…")
    return Answer(row["half"], row["kind"], right, sure)


def table(answers: list[Answer], title: str, step: float) -> None:
    """One line for each kind: sources, share answered and precision."""
    for kind in ("pronoun", "role", "surname", "all"):
        mine = [a for a in answers if kind in (a.kind, "all")]
        shown = [a for a in mine if a.right is not None and a.confidence >= step]
        right = sum(a.right is True for a in shown)
        share, precision = 100 * len(shown) / max(1, len(mine)), 100 * right / max(1, len(shown))
        print(
            f"{title:8} {kind:8} from {step:.2f}: {len(mine):4} sources, "
            f"answered {len(shown):4} ({share:5.1f} %), right {right:4} ({precision:5.1f} %)"
        )


def main() -> None:
    """Print the tables of both halves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", type=Path)
    parser.add_argument("--key", type=Path, default=KEY)
    parser.add_argument("--misses", action="store_true", help="also print who is taken for whom")
    options = parser.parse_args()
    answers = run(options.split, options.misses, options.key)
    for half in sorted({a.half for a in answers}, reverse=True):
        mine = [a for a in answers if a.half == half]
        for step in STEPS:
            table(mine, half, step)


if __name__ == "__main__":
    main()
