"""Articles written for these tests, parsed, with statements given by their words."""

import re
from types import SimpleNamespace

import pytest

from firsthand.ids import article_id
from firsthand.records import Article, Attribution, Outlet, Part, Period
from firsthand.stages.parse import parse
from firsthand.stages.resolve import identify, resolve
from firsthand.stages.resolve.cast import cast_of, settle
from firsthand.stages.resolve.lexicon import lexicon
from firsthand.stages.resolve.mentions import mentions
from firsthand.stages.resolve.roles import give_roles
from firsthand.stages.resolve.scene import scene_of


def article(text, outlet="The Harbour Times", title=None):
    return Article(
        id=article_id(text, outlet),
        path=None,
        url=None,
        outlet=Outlet(name=outlet) if outlet else None,
        title=title,
        authors=(),
        language="en",
        published=Period(start="2025-03-04", end="2025-03-04", basis="metadata"),
        text=text,
        parts=(Part(start=0, end=len(text), kind="body"),) if text else (),
    )


def said(text, content, source, *via, quote="indirect", cue=None, nth=0):
    """A statement by its words; `nth` says which occurrence of the source is meant."""

    def span(words, n=0):
        found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
        return (found[n],)

    return Attribution(
        spans=span(content),
        quote=quote,
        source=span(source, nth) if source else (),
        cue=span(cue) if cue else (),
        via=tuple(span(v) for v in via),
        stance="asserts",
        hedges=(),
        cue_kind="speech",
        confidence=1.0,
    )


def identified(text, *rows, outlet="The Harbour Times"):
    """The article and its Speakers; rows are (content, source, *via) or Attribution."""
    made = article(text, outlet)
    given = [row if isinstance(row, Attribution) else said(text, *row) for row in rows]
    return made, identify(made, next(iter(parse([made]))), given)


def chains(text, *rows, outlet="The Harbour Times"):
    """The names in each chain."""
    _, speakers = identified(text, *rows, outlet=outlet)
    name = {e.key: e.name for e in speakers.entities}
    return [[name[k] for k in chain] for chain in speakers.chains]


def entities(text, *rows, outlet="The Harbour Times"):
    _, speakers = identified(text, *rows, outlet=outlet)
    return {e.name: e for e in speakers.entities}


def joined(*pieces):
    """Actors by name over several articles; pieces are (text, outlet, rows)."""
    done = [identified(text, *rows, outlet=outlet) for text, outlet, rows in pieces]
    actors, ids = resolve([a for a, _ in done], [s for _, s in done])
    by_id = {a.id: a for a in actors}
    sources = [[by_id[ids[k]].name if k else None for k in s.sources] for _, s in done]
    return SimpleNamespace(actors={a.name: a for a in actors}, sources=sources, by_id=by_id)


def cast(text):
    """The characters of a text by name, with the mentions and the scene."""
    made, lex = article(text), lexicon("en")
    parsed = next(iter(parse([made])))
    found = mentions(parsed, lex)
    characters = cast_of(text, found, lex)
    places = give_roles(text, parsed.tokens, found, characters, lex)
    settle(characters, lex)
    scene = scene_of(made, parsed, lex, found, characters, [])
    return SimpleNamespace(
        names={c.name: c for c in characters}, found=found, scene=scene, places=places, parsed=parsed, lex=lex
    )


@pytest.fixture
def make():
    """Short ways to build what these tests read."""
    return SimpleNamespace(
        article=article, said=said, identified=identified, chains=chains, entities=entities, joined=joined, cast=cast
    )
