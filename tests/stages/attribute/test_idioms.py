"""Cues of several words."""

import pytest

from firsthand.stages.attribute.idioms import idiom_at, idioms_of
from firsthand.stages.attribute.tree import tree_of

TABLE = {
    "asserts": {"clause": ["make it? clear"]},
    "denies": {"object": ["walk back"]},
    "belief": {"clause": ["be sure"]},
}


@pytest.mark.parametrize(
    ("text", "content", "cue", "stance", "kind"),
    [
        ("The mayor made clear that the market would stay.", "the market would stay", "made clear", "asserts",
         "speech"),
        ("The mayor has made it very clear that the market stays.", "the market stays",
         "has made it … clear", "asserts",
         "speech"),
        ("The pilot let slip that the flight was late.", "the flight was late", "let slip", "asserts",
         "speech"),
        ("Economists cast doubt on the figures for exports.", "the figures for exports", "cast doubt on", "doubts",
         "speech"),
        ("The treasurer pleaded not guilty to two counts of fraud.", "two counts of fraud",
         "pleaded not guilty to", "denies", "speech"),
        ("The firm owned up to dumping waste in the lake.", "dumping waste in the lake", "owned up to", "confirms",
         "speech"),
        ("The coach is confident that the team will win.", "the team will win", "is confident", "asserts", "belief"),
    ],
)  # fmt: skip
def test_a_cue_of_several_words(one, text, content, cue, stance, kind):
    found = one(text)
    assert (found.content, found.cue, found.stance, found.kind) == (content, cue, stance, kind)


@pytest.mark.parametrize(
    "text",
    ["The mayor made a clear plan for the market.", "The senator walked back to his car after lunch.",
     "The boy shrugged off his coat and went in."],
)  # fmt: skip
def test_the_same_words_in_another_sense(said, text):
    assert said(text) == []


def test_a_section_is_a_stance_or_belief():
    found = idioms_of(TABLE)
    assert {(i.name, i.stance, i.belief) for listed in found.values() for i in listed} == {
        ("make clear", "asserts", False),
        ("walk back", "denies", False),
        ("be sure", "asserts", True),
    }


def test_where_nothing_follows_there_is_no_idiom(parsed):
    tree = tree_of(parsed("The mayor made it clear."))
    verb = next(i for i, t in enumerate(tree.parse.tokens) if t.lemma == "make")
    assert idiom_at(tree, verb, idioms_of(TABLE), frozenset({"that"})) is None
