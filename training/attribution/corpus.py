"""PolNeAR → training windows: word pieces, word features, and for each cue the role of every word."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from firsthand.models.pieces import spell
from firsthand.records import Parse, Span, Spans
from firsthand.stages.attribute.extract import attribute
from firsthand.stages.attribute.quotes import quotations
from firsthand.stages.attribute.tagger.features import (
    CONTENT,
    CUE,
    SOURCE,
    Ids,
    Labels,
    Words,
    around,
    relations,
    tokens_in,
    windows,
    words_of,
)
from firsthand.stages.parse import parse
from polnear import article
from score_polnear import load_gold


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of an article: `pieces` are vocabulary numbers, `word` the window's word of each piece.

    `cues` are (first, past) words of the window; for each there is the stretch of words `around` it, also counted from
    the window's first, how these stand to it (`pairs`: words × 5) and their `roles`.
    """

    article: str
    first: int
    pieces: Ids
    word: Ids
    table: Ids
    tags: Ids
    cues: Ids
    around: tuple[Span, ...]
    pairs: tuple[Ids, ...]
    roles: tuple[Ids, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A parsed text with what the rules found and what people marked, both in code points."""

    name: str
    text: str
    parse: Parse
    findings: tuple[tuple[Spans, Spans, Spans], ...]
    gold: tuple[tuple[Spans, Spans, Spans], ...]


def texts(split: Path) -> Iterator[Text]:
    """The texts of a split of PolNeAR, by the first annotator of each."""
    loaded = load_gold(split)
    articles = [article(name, text) for name, (text, _) in loaded.items()]
    for each, parsed in zip(articles, parse(articles), strict=True):
        text, people = loaded[each.path or ""]
        found = tuple((a.source, a.cue, a.spans) for a in attribute(each, parsed, "rules") if a.quote != "none")
        gold = tuple(
            (spans(row["source"]), spans(row["cue"]), spans(row["content"]))
            for row in next(iter(people.values()))
            if row["content"] and row["cue"]
        )
        yield Text(name=each.path or "", text=text, parse=parsed, findings=found, gold=gold)


def spans(pieces: list[list[int]]) -> Spans:
    """The corpus's pieces as spans."""
    return tuple((start, end) for start, end in pieces)


def labels_of(parses: list[Parse]) -> dict[str, dict[str, int]]:
    """Numbers for the labels of the parser, from 1; 0 is for what training never saw."""
    seen = {
        "tag": {t.tag for p in parses for t in p.tokens},
        "dep": {t.dep for p in parses for t in p.tokens},
        "name": {n.label for p in parses for n in p.names},
    }
    return {kind: {label: n for n, label in enumerate(sorted(labels), 1)} for kind, labels in seen.items()}


def words(text: Text, labels: Labels) -> Words:
    """The features of a text's words."""
    tokens = text.parse.tokens
    paragraphs = tuple((tokens[a].start, tokens[b - 1].end) for a, b in text.parse.paragraphs)
    return words_of(text.parse, quotations(text.text, paragraphs), text.findings, labels)


def cut(text: Text, labels: Labels, known_pieces: Mapping[str, int]) -> Iterator[Window]:
    """The windows of a text."""
    known = words(text, labels)
    tokens = text.parse.tokens
    starts = [t.start for t in tokens]
    pieces = [spell(t.text, known_pieces) for t in tokens]
    gold = []
    for source, cue, content in text.gold:
        inside = tokens_in(starts, text.parse, cue)
        if inside:
            gold.append(
                (
                    (min(inside), max(inside) + 1),
                    tokens_in(starts, text.parse, source),
                    tokens_in(starts, text.parse, content),
                )
            )
    for first, past in windows([len(p) for p in pieces], (), overlap=64):
        here = [g for g in gold if first <= g[0][0] and g[0][1] <= past]
        tags = np.zeros(past - first, dtype=np.int64)
        stretches, pairs, roles = [], [], []
        for cue, source, content in here:
            tags[cue[0] - first] = 1
            tags[cue[0] + 1 - first : cue[1] - first] = 2
            low, high = around(cue, (first, past))
            role = np.zeros(high - low, dtype=np.int64)
            for kind, members in ((CONTENT, content), (SOURCE, source), (CUE, range(*cue))):
                role[[m - low for m in members if low <= m < high]] = kind
            stretches.append((low - first, high - first))
            pairs.append(relations(known, cue, (low, high), labels))
            roles.append(role)
        yield Window(
            article=text.name,
            first=first,
            pieces=np.array([i for p in pieces[first:past] for i in p], dtype=np.int64),
            word=np.array([n for n, p in enumerate(pieces[first:past]) for _ in p], dtype=np.int64),
            table=known.table[first:past],
            tags=tags,
            cues=np.array([(g[0][0] - first, g[0][1] - first) for g in here], dtype=np.int64).reshape(-1, 2),
            around=tuple(stretches),
            pairs=tuple(pairs),
            roles=tuple(roles),
        )
