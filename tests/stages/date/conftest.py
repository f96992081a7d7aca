"""Articles parsed for the tests of dating: parsing takes a moment, so each text is parsed once."""

from functools import cache

import pytest

from firsthand.records import Article, Attribution, Parse, Part, Period
from firsthand.stages.date import date_statements, find_times
from firsthand.stages.parse import parse


def article(text, day="2024-05-14", parts=None, published=None):
    period = published or Period(start=day, end=day, basis="metadata" if day else "unknown")
    return Article(
        id="a",
        path=None,
        url=None,
        outlet=None,
        title=None,
        authors=(),
        language="en",
        published=period,
        text=text,
        parts=parts or (Part(start=0, end=len(text), kind="body"),),
    )


@cache
def grammar(of: Article) -> Parse:
    return next(iter(parse([of])))


def times(text, day="2024-05-14", **more):
    """The time expressions of a text, published on 14 May 2024 (a Tuesday)."""
    of = article(text, day, **more)
    return find_times(of, grammar(of))


def values(text, day="2024-05-14", **more):
    return {t.text: t.value for t in times(text, day, **more)}


def attribution(text, content, source=None, cue=None, quote="indirect", via=()):
    """An attribution by its words; each stands at its last place in the text, the content at its first."""

    def span(words):
        return ((text.rindex(words), text.rindex(words) + len(words)),) if words else ()

    start = text.index(content)
    return Attribution(
        spans=((start, start + len(content)),),
        quote=quote,
        source=span(source),
        cue=span(cue),
        via=via,
        stance="asserts",
        hedges=(),
        cue_kind="speech" if cue else "none",
        confidence=1.0,
    )


def said(text, *rows, day="2024-05-14", parts=None):
    """When the statements of a text, given as (content, source, cue …), were said: "day" or "start/end" or None."""
    of = article(text, day, parts)
    found = tuple(attribution(text, *row) for row in rows)
    periods = date_statements(of, grammar(of), found, find_times(of, grammar(of)))
    return [p and (p.start if p.start == p.end else f"{p.start}/{p.end}") for p in periods]


@pytest.fixture
def write():
    """Short ways to make an article and its analysis."""
    from types import SimpleNamespace

    return SimpleNamespace(
        article=article, grammar=grammar, times=times, values=values, attribution=attribution, said=said
    )
