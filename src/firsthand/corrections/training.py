"""Corrections as examples to learn from: what was found, and what a person said it should be."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from firsthand.corrections.anchor import text_hash
from firsthand.corrections.apply import carry_out
from firsthand.corrections.records import Correction
from firsthand.records import Actor, Article, Statement

_Row = tuple[Statement | None, tuple[str, ...], Statement | None]  # as found, what was decided on it, as it is now


def training_lines(
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    articles: Sequence[Article],
    corrections: Sequence[Correction],
) -> Iterator[str]:
    """One line of JSON for each article with corrected statements: `sha256`, `language`, `text`, and its `statements`.

    `statements` are as found, before `apply`. Each is told `before` and `after`: spans (code points, end exclusive),
    source and cue spans, quote, speaker, stance, said; before is null for one that was missed, after for one that is
    none. `kinds` are what was decided on it. What an article's other statements are is in no line.
    """
    done, steps = carry_out(statements, actors, articles, corrections)
    name = {actor.id: actor.name for actor in done.actors}
    rows: dict[str, dict[str, _Row]] = {}  # of an article, by the id that a statement has after the last step
    for n, (correction, before, after) in enumerate(steps):
        one = after or before
        if one is None:
            continue  # what is said to be no statement is not found as one any more
        here = rows.setdefault(one.article, {})
        found, kinds, _ = here.pop(before.id, (before, (), None)) if before else (None, (), None)
        here[after.id if after else f"none {n}"] = (found, (*kinds, correction.kind), after)
    for article in articles:
        if article.id in rows:
            line = {"sha256": text_hash(article.text), "language": article.language, "text": article.text}
            told = [
                {"kinds": kinds, "before": _told(found, name), "after": _told(after, name)}
                for found, kinds, after in rows[article.id].values()
                if found or after
            ]
            if told:
                yield json.dumps(line | {"statements": told})


def _told(one: Statement | None, name: dict[str, str]) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "spans": one.spans,
        "source_spans": one.source_spans,
        "cue_spans": one.cue_spans,
        "quote": one.quote,
        "speaker": name.get(one.source or ""),
        "stance": one.stance,
        "said": [one.said.start, one.said.end] if one.said else None,
    }
