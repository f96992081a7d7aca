"""Records for the tests of stages that work on a pile of statements."""

from types import SimpleNamespace

import pytest

from firsthand.records import Actor, Article, Copy, Outlet, Passage, Period, Statement, Story, TimeExpression


def article(name, text="", day="2025-03-04", outlet="The Harbour Times"):
    return Article(
        id=name,
        path=None,
        url=None,
        outlet=Outlet(name=outlet) if outlet else None,
        title=None,
        authors=(),
        language="en",
        published=Period(start=day, end=day, basis="metadata" if day else "unknown"),
        text=text,
        parts=(),
    )


def actor(name, kind="person", member_of=None, aliases=()):
    return Actor(id=name, name=name, kind=kind, aliases=(name, *aliases), member_of=member_of)


def time(words, start, day):
    return TimeExpression(
        start=start,
        end=start + len(words),
        text=words,
        type="DATE",
        value=day,
        mod=None,
        period=Period(start=day, end=day, basis="expression"),
        precision="day",
    )


def statement(name, of, text, source=None, quote=None, stance="asserts", chain=None, start=None, said=None, days=()):
    """`of` is an article or its id; the spans are where the text stands in it, or `start`, or a place from the name.

    `days` are pairs of words for a day in the text and the day.
    """
    whole = getattr(of, "text", "")
    at = start if start is not None else max(whole.find(text), 0) if whole else 1000 * int(name[1:] or 0)
    return Statement(
        id=name,
        article=getattr(of, "id", of),
        spans=((at, at + len(text)),),
        text=text,
        quote=quote or ("indirect" if source else "none"),
        source=source,
        source_spans=(),
        cue_spans=(),
        cue_kind="speech" if source else "none",
        chain=tuple(chain) if chain is not None else ((source,) if source else ()),
        stance=stance,
        hedges=(),
        said=Period(start=said, end=said, basis="expression") if said else None,
        times=tuple(time(words, at + text.index(words), day) for words, day in days),
        claim=None,
        confidence=1.0,
    )


def copy(of, article, kind="verbatim", credited=True, passages=()):
    spans = tuple(Passage(article=(a,), of=(b,)) for a, b in passages)
    return Copy(article=article, of=of, kind=kind, credited=credited, passages=spans, why="test")


def story(*articles):
    return Story(
        id="t" + "-".join(getattr(a, "id", a) for a in articles),
        title="",
        articles=tuple(getattr(a, "id", a) for a in articles),
        claims=(),
    )


@pytest.fixture
def record():
    """Short ways to make records."""
    return SimpleNamespace(article=article, actor=actor, statement=statement, copy=copy, story=story)
