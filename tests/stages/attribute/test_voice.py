"""What the outlet says in its own voice."""

import pytest


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
