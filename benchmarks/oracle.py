"""A story pack's answer key as the pipeline's own records, to develop and measure one stage alone.

The gold statements, actors and copies stand in for the stages before the one under test.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from firsthand.ids import article_id, statement_id
from firsthand.parties import publishers
from firsthand.records import Actor, Article, Attribution, Copy, Outlet, Part, Period, Span, Statement, TimeExpression
from firsthand.stages.compare.joint.model import load as load_joint
from firsthand.stages.compare.meaning import vectors
from firsthand.stages.compare.setting import Setting, links, setting_of
from firsthand.stages.compare.view import View
from firsthand.stages.date import find_times
from firsthand.stages.parse import parse


def load(pack: Path) -> tuple[dict[str, Article], dict]:
    """The articles of a pack by pack id, and its answer key."""
    rows = [json.loads(line) for line in (pack / "articles.jsonl").read_text("utf-8").splitlines()]
    gold = json.loads((pack / "gold.json").read_text("utf-8"))
    return {row["id"]: _article(row, gold["furniture"]) for row in rows}, gold


def attributions(articles: dict[str, Article], gold: dict) -> dict[str, list[tuple[Attribution, dict]]]:
    """The gold statements of each article (by pack id) as attributions in text order, each with its gold row."""
    out: dict[str, list[tuple[Attribution, dict]]] = {name: [] for name in articles}
    for row in gold["statements"]:
        text = articles[row["article"]].text
        content = _find(text, row["exact"], 0, row.get("nth", 0))
        source = _nearest(text, row["source_exact"], content)
        record = Attribution(
            spans=(content,),
            quote=row["quote"],
            source=source,
            cue=_nearest(text, row["cue_exact"], source[0] if source else content),
            via=(),
            stance=row["stance"],
            hedges=(),
            cue_kind="none" if row["quote"] == "none" else "speech",
            confidence=1.0,
        )
        out[row["article"]].append((record, row))
    for rows in out.values():
        rows.sort(key=lambda pair: pair[0].spans)
    return out


def actors(gold: dict) -> tuple[Actor, ...]:
    return tuple(
        Actor(id=a["id"], name=a["name"], kind=a["kind"], aliases=tuple(a["aliases"]), member_of=a.get("member_of"))
        for a in gold["actors"]
    )


def statements(articles: dict[str, Article], gold: dict) -> tuple[tuple[Statement, ...], dict[str, str]]:
    """The gold statements as records, and pack statement id → record id. Actor ids are the pack's."""
    out, ids = [], {}
    for name, rows in attributions(articles, gold).items():
        article = articles[name]
        times = _times(article)
        for found, row in rows:
            key = statement_id(article.id, found.spans, found.source, (*found.cue, (0, len(ids))))
            ids[row["id"]] = key
            start, _, end = (row["said"] or "").partition("/")
            out.append(
                Statement(
                    id=key,
                    article=article.id,
                    spans=found.spans,
                    text=row["exact"],
                    quote=row["quote"],
                    source=row["source"],
                    source_spans=found.source,
                    cue_spans=found.cue,
                    cue_kind=found.cue_kind,
                    chain=tuple(row["chain"]),
                    stance=row["stance"],
                    hedges=(),
                    said=Period(start=start, end=end or start, basis="expression") if start else None,
                    times=tuple(t for t in times if t.period and found.spans[0][0] <= t.start < found.spans[-1][1]),
                    claim=None,
                    confidence=1.0,
                )
            )
    return tuple(out), ids


@cache
def _times(article: Article) -> tuple[TimeExpression, ...]:
    (grammar,) = parse([article])
    return find_times(article, grammar)


def copies(articles: dict[str, Article], gold: dict) -> tuple[Copy, ...]:
    return tuple(
        Copy(
            article=articles[c["article"]].id,
            of=articles[c["of"]].id,
            kind=c["kind"],
            credited=c["credited"],
            passages=(),
            why="gold",
        )
        for c in gold["copies"]
    )


def setting(
    seen: Iterable[View], articles: Mapping[str, Article], actors: Sequence[Actor], copies: Sequence[Copy]
) -> Setting:
    """What the statements of a pack are compared in, with vectors and the joint reader; `articles` by id."""
    told = [*seen]
    joint = load_joint("en")
    meaning = vectors(joint.encoder, (v.statement for v in told))
    outlets = publishers([*articles.values()], actors)
    return setting_of(
        told, articles, outlets, links(copies), {}, {a.id: a.name for a in actors}, meaning=meaning, joint=joint
    )


def _article(row: dict, furniture: list[dict]) -> Article:
    text, marks = row["text"], []
    for piece in furniture:
        if piece["article"] == row["id"]:
            marks.append(_find(text, piece["exact"], 0, 0))
    parts, at = [], 0
    for start, end in sorted(marks):
        if text[at:start].strip():
            parts.append(Part(start=at, end=start, kind="body"))
        parts.append(Part(start=start, end=end, kind="furniture"))
        at = end
    if text[at:].strip():
        parts.append(Part(start=at, end=len(text), kind="body"))
    day = row["published"] and row["published"][:10]
    return Article(
        id=article_id(text, row["url"]),
        path=None,
        url=row["url"],
        outlet=Outlet(name=row["outlet"], domain=row["url"].split("/")[2]),
        title=row["title"],
        authors=(),
        language="en",
        published=Period(start=day, end=day, basis="metadata" if day else "unknown"),
        text=text,
        parts=tuple(parts),
    )


def _find(text: str, exact: str, start: int, nth: int) -> Span:
    at = start - 1
    for _ in range(nth + 1):
        at = text.index(exact, at + 1)
    return at, at + len(exact)


def _nearest(text: str, exact: str | None, near: Span) -> tuple[Span, ...]:
    """The occurrence of `exact` nearest to a span."""
    if not exact:
        return ()
    found, at = [], text.find(exact)
    while at >= 0:
        found.append((at, at + len(exact)))
        at = text.find(exact, at + 1)
    inside = [s for s in found if not (near[0] <= s[0] < near[1])] or found
    return (min(inside, key=lambda s: min(abs(s[1] - near[0]), abs(s[0] - near[1]))),)
