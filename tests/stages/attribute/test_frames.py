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
        ("The hospital counted 14 dead.", "14 dead", "counted"),
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
        "The shop counted its money.",
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


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The inventory gives 41 chairs for the hall.", "The inventory", "41 chairs for the hall"),
        ("The hospital diary, kept by a nurse, records ‘cold soup, no doctor’ for that night.",
         "The hospital diary, kept by a nurse", "‘cold soup, no doctor’ for that night"),
        ("The receipt shows £400 for two doors.", "The receipt", "£400 for two doors"),
        ("The register mentions 12 weddings in June.", "The register", "12 weddings in June"),
        ("The petition gives 4,000 names.", "The petition", "4,000 names"),
        ("The dashboard shows 40 deaths in May.", "The dashboard", "40 deaths in May"),
        ("The handbook lists 12 exits.", "The handbook", "12 exits"),
        ("The dataset notes 30 storms a year.", "The dataset", "30 storms a year"),
        ("The ministry gives the opening date as 4 May, blaming a lack of drivers.", "The ministry",
         "the opening date as 4 May"),
        ("The airline gave the number of passengers as 112.", "The airline", "the number of passengers as 112"),
        ("The pier was sold for a sum the council put at £9m.", "the council", "£9m"),
        ("The theatre opens a second stage in May, at a price it puts at £2m.", "it", "£2m"),
        ("The crash had a toll the army put at 112.", "the army", "112"),
        ("The mine left a hole at a cost the ministry estimates at $40m.", "the ministry", "$40m"),
    ],
)  # fmt: skip
def test_a_figure_is_given(said, text, source, content):
    found = said(text)
    assert (source, content) in [(f.source, f.content) for f in found]


@pytest.mark.parametrize(
    "text",
    [
        "The agreement gives the council 30 days to reply.",
        "The bill gives two ministers more power.",
        "The mayor gave 400 euros to the club.",
        "The studio records 12 albums a year.",
        "An earlier version of this story gave the turnout as 1,900.",
        "The path runs past a house he put at risk.",
    ],
)
def test_what_is_granted_is_no_figure(said, text):
    assert said(text) == []


def test_a_mark_that_hangs_on_the_subject_takes_nothing_from_it(said):
    found = said(
        "The court released a letter dated 3 March, which speaks of a 'strange odour in the vents' at the school."
    )
    assert [f.source for f in found if f.cue == "speaks"] == ["a letter dated 3 March"]
