"""What a cue's clause is, wherever it stands."""

import pytest


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("The mayor of Holm told reporters on Friday that the bridge would reopen in spring.",
         "the bridge would reopen in spring", "The mayor of Holm"),
        ("The bridge will reopen in spring, the mayor of Holm said on Friday.",
         "The bridge will reopen in spring", "the mayor of Holm"),
        ("The bridge, the mayor said, will reopen in spring.", "The bridge … will reopen in spring", "the mayor"),
        ("The bridge, as the mayor said, will reopen in spring.", "The bridge … will reopen in spring", "the mayor"),
        ("The mayor said the road was closed", "the road was closed", "The mayor"),
        ("The report says the tunnel was never inspected.", "the tunnel was never inspected", "The report"),
        ("The director of the farm emphasized that the harvest this year will be good.",
         "the harvest this year will be good", "The director of the farm"),
        ("The fire, which the mayor said had begun in the kitchen, destroyed the inn.",
         "had begun in the kitchen", "the mayor"),
    ],
)  # fmt: skip
def test_reported_speech(one, text, content, source):
    found = one(text)
    assert (found.content, found.source, found.quote) == (content, source, "indirect")


def test_the_narrator_goes_on_behind_a_contrast(said):
    [found] = said("Police said two men were arrested, but gave no names.")
    assert found.content == "two men were arrested"


def test_a_clause_after_a_relative_pronoun_is_a_statement_of_its_own(said):
    found = said("He thanked the brigade from the neighbouring town, which he said had saved the school.")
    assert ("had saved the school", "he") in [(s.content, s.source) for s in found]
    assert all("which" not in s.content for s in found)


@pytest.mark.parametrize("verb", ["think", "believe"])
def test_beliefs(one, verb):
    found = one(f"Officials {verb} that the fire began in the kitchen.")
    assert (found.content, found.kind) == ("the fire began in the kitchen", "belief")


def test_two_closing_cues(one):
    found = one("The dam would hold, the minister said, Adria Wire reported.")
    assert (found.content, found.source, found.via) == ("The dam would hold", "the minister", ("Adria Wire",))


def test_what_the_narrator_sets_against_it_is_not_said(one):
    assert one("Brink said that the dam was safe, but she gave no reason.").content == "the dam was safe"
    assert one("Brink said that the dam was old but safe.").content == "the dam was old but safe"


@pytest.mark.parametrize(
    "more",
    ["who is advising neither side", "who says little", "who is warning nobody", "who has promised nothing"],
)
def test_what_is_told_of_a_speaker_closes_nothing(said, more):
    found = said(f"“The roof is old and it leaks,” said Ida Moor, a chemist at Holm College {more}.")
    assert [f.source.split(",")[0] for f in found if f.content.startswith("The roof")] == ["Ida Moor"]
    assert not any("roof" in f.content for f in found if f.source != found[0].source)


def test_what_a_speaker_did_besides_is_not_what_was_said(told):
    (first, *_) = told("Nine people were hurt when a train hit a bus, the ministry said, blaming the driver.")
    assert first.content == "Nine people were hurt when a train hit a bus"
