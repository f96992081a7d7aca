"""Attribution without a reporting verb."""

import pytest


@pytest.mark.parametrize(
    ("text", "content", "source", "cue"),
    [
        ("According to the port authority, the crane fell during the night.", "the crane fell during the night",
         "the port authority", "According to"),
        ("The crane fell during the night, according to the port authority.", "The crane fell during the night",
         "the port authority", "according to"),
        ("The number of the injured, by data of the hospital, rose to nine.",
         "The number of the injured … rose to nine", "the hospital", "by data of"),
        ("The minister's claim that the dam was safe was repeated on television.", "the dam was safe",
         "The minister", "claim"),
        ("The warning by police that the road was icy came too late.", "the road was icy", "police", "warning"),
    ],
)  # fmt: skip
def test_phrases_and_nouns_that_attribute(one, text, content, source, cue):
    found = one(text)
    assert (found.content, found.source, found.cue, found.quote) == (content, source, cue, "indirect")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The march drew 600 people according to police and 4,000 according to its organisers.",
         [("The march drew 600 people", "police"), ("4,000", "its organisers")]),
        ("The fire killed 12 people, according to the mayor, or 15, according to the hospital.",
         [("The fire killed 12 people", "the mayor"), ("15", "the hospital")]),
    ],
)  # fmt: skip
def test_each_phrase_has_what_stands_before_it(said, text, found):
    assert [(s.content, s.source) for s in said(text)] == found


def test_a_noun_of_belief(one):
    assert one("Their belief that the law would pass was shared by few.").kind == "belief"


def test_a_name_and_a_colon(one):
    found = one("Lotte Brink, mayor of Holm: “The bridge is closed until further notice.”")
    assert (found.source, found.quote) == ("Lotte Brink, mayor of Holm", "direct")


def test_a_name_and_a_colon_in_a_title(said):
    found = said("Angela Brink: The bridge will stay closed\n\nThe road is closed and trees have fallen on it.", True)
    assert [(s.content, s.source) for s in found] == [("The bridge will stay closed", "Angela Brink")]


def test_a_topic_and_a_colon_is_nobody(said):
    assert said("Weather: rain will spread from the west\n\nThe road is closed and trees have fallen.", True) == []


@pytest.mark.parametrize("text", ["According to", "According to.", "The plan went according to plan on Friday."])
def test_a_phrase_without_a_speaker_does_no_harm(told, text):
    assert isinstance(told(text), list)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“Full until Easter” is the word from the ferry office.", "the ferry office", "Full until Easter"),
        ('"Closed for good" was the message from the depot.', "the depot", "Closed for good"),
        ("‘Not guilty’ was the jury's verdict.", "the jury", "Not guilty"),
        ("“Shut the gate first” is the advice of the shepherds.", "the shepherds", "Shut the gate first"),
    ],
)
def test_a_quotation_named_somebodys_word(one, text, source, content):
    found = one(text)
    assert (found.source, found.content, found.quote) == (source, content, "direct")


@pytest.mark.parametrize(
    "text",
    ["“Full until Easter” is the title of a song.", "The bridge is the news of the week.", "Silence was the answer."],
)
def test_what_names_no_quotation(said, text):
    assert said(text) == []
