"""Sentences in, attributions out, as words rather than offsets."""

from dataclasses import dataclass, replace

import pytest

from firsthand.records import Part
from firsthand.stages.attribute import attribute
from firsthand.stages.parse import parse


@dataclass(frozen=True)
class Said:
    """An attribution with the words that its spans cover; pieces are joined by " … "."""

    content: str
    source: str
    cue: str
    via: tuple[str, ...]
    quote: str
    stance: str
    hedges: tuple[str, ...]
    kind: str
    confidence: float


def words(text, spans):
    return " … ".join(text[start:end] for start, end in spans)


@pytest.fixture
def whole(record):
    """A text → an article; what comes before the first blank line is its title if `title` is set."""

    def make(text, title=False):
        cut = text.index("\n\n") if title else 0
        head = (Part(start=0, end=cut, kind="title"),) if title else ()
        return replace(record.article("x", text), parts=(*head, Part(start=cut, end=len(text), kind="body")))

    return make


@pytest.fixture
def parsed(whole):
    """A text → its grammar."""
    return lambda text: next(parse([whole(text)]))


@pytest.fixture
def told(whole):
    """A text → all its attributions, the outlet's own voice included."""

    def find(text, title=False):
        article = whole(text, title)
        return [
            Said(
                content=words(text, a.spans),
                source=words(text, a.source),
                cue=words(text, a.cue),
                via=tuple(words(text, v) for v in a.via),
                quote=a.quote,
                stance=a.stance,
                hedges=a.hedges,
                kind=a.cue_kind,
                confidence=a.confidence,
            )
            for a in attribute(article, next(parse([article])), "rules")
        ]

    return find


@pytest.fixture
def said(told):
    """A text → what somebody is made to say in it."""
    return lambda text, title=False: [a for a in told(text, title) if a.quote != "none"]


@pytest.fixture
def one(said):
    """A text with one attribution → that."""

    def find(text, title=False):
        [found] = said(text, title)
        return found

    return find
