"""The constructions in which a verb attributes."""

import pytest

from firsthand.stages.attribute.frames import Frame, frames
from firsthand.stages.attribute.lexicon import particles
from firsthand.stages.attribute.tree import tree_of


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        ("The union asked the government to raise the wages of nurses.", "to raise the wages of nurses", "asked"),
        ("The minister promised to rebuild the school by autumn.", "to rebuild the school by autumn", "promised"),
        ("The mayor denied the allegations of fraud.", "the allegations of fraud", "denied"),
        ("The chairman would not say when the plant would close.", "when the plant would close", "would not say"),
        ("The agency did not confirm the figures.", "the figures", "did not confirm"),
        ("The coach accused the referee of lying.", "the referee of lying", "accused"),
    ],
)
def test_what_is_said_and_the_words_that_link_it(one, text, content, cue):
    found = one(text)
    assert (found.content, found.cue) == (content, cue)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor smiled and left the building with his wife.",
        "The man was arrested by police on Friday.",
        "The road is closed and trees have fallen on it.",
    ],
)
def test_other_verbs_attribute_nothing(said, text):
    assert said(text) == []


def test_every_reading_is_offered_and_the_first_that_fits_is_taken(parsed):
    tree = tree_of(parsed("The mayor of Holm said that the bridge was closed."))
    [frame] = frames(tree, lambda f: f.kind == "clause" and f.lemma == "say", particles("en"))
    assert tree.parse.tokens[frame.verb].text == "said"
    assert [tree.parse.tokens[t].text for t in frame.source] == ["The", "mayor", "of", "Holm"]
    assert not frame.negated
    assert list(frames(tree, lambda f: False, particles("en"))) == []


def test_a_construction_tells_the_voice():
    frame = Frame(kind="clause", lemma="say", verb=0, cue=(0,), source=(), content=())
    assert frame.construction == "clause"
    assert Frame(kind="clause", lemma="say", verb=0, cue=(0,), source=(), content=(), passive=True).construction == (
        "clause/passive"
    )
