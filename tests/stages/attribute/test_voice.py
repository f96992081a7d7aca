"""What the outlet says in its own voice."""

import pytest

from firsthand.stages.attribute import attribute
from firsthand.stages.parse import parse


def test_a_sentence_that_nobody_else_is_made_to_say(told):
    first, second = told("Nobody was hurt, police said. The road has reopened.")
    assert (first.quote, second.quote) == ("indirect", "none")
    assert (second.content, second.source, second.cue, second.via) == ("The road has reopened", "", "", ())
    assert (second.stance, second.kind) == ("asserts", "none")


@pytest.mark.parametrize("text", ["Is the road open?", "Road reopened.", "A quiet day by the sea.", "…"])
def test_questions_and_scraps_say_nothing(told, text):
    assert told(text) == []


def test_a_sentence_inside_a_quotation_is_not_the_outlets(told):
    found = told("“The quay is safe. The boats may sail tonight,” said Lotte Brink.")
    assert [a.quote for a in found] == ["direct"]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("The mayor closed the bridge on Monday, saying it had cracks.", ["The mayor closed the bridge on Monday"]),
        ("The notice, which the firm said was out of date, is still in force.", ["The notice … is still in force"]),
        ("The lorry left the road and its driver told police that he had slept.", ["The lorry left the road"]),
        (
            "The two men accused of fraud were set free on Monday, and one left for Lund.",
            ["The two men accused of fraud were set free on Monday, and one left for Lund"],
        ),
        ("LUND (AP) — The ferry was stopped on Monday, saying he could not sail.", ["The ferry was stopped on Monday"]),
    ],
)
def test_what_stands_beside_a_clause_that_attributes(told, text, own):
    assert [a.content for a in told(text) if a.quote == "none"] == own


@pytest.mark.parametrize(
    "text",
    [
        "The board, police said, has been dissolved.",
        "She left the hall shouting that the vote had been stolen.",
        "He stayed, saying he would wait.",
        "The ferry was stopped on Monday, saying it was too old",  # cut short
    ],
)
def test_nothing_is_left_beside_what_is_no_clause_apart(told, text):
    assert [a.content for a in told(text) if a.quote == "none"] == []


def test_an_unlikely_attribution_leaves_the_sentence_to_the_outlet(whole):
    article = whole("The councillor has withdrawn his motion to send walkers a bill.")
    found = attribute(article, next(parse([article])))
    assert [article.text[a.spans[0][0] : a.spans[-1][1]] for a in found if a.confidence > 0.3] == [article.text[:-1]]
