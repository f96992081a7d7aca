"""A reply that is set off behind what it answers."""

import pytest


@pytest.mark.parametrize(
    ("text", "content", "first", "second", "stance"),
    [
        ("A nurse told the board that the drug had been withdrawn, which Veldane rejects.",
         "the drug had been withdrawn", "A nurse", "Veldane", "denies"),
        ("The union accused the bank of hiding losses, a charge the bank denies.",
         "the bank of hiding losses", "The union", "the bank", "denies"),
        ("The senator accused the mayor of taking bribes, something she has repeatedly denied.",
         "the mayor of taking bribes", "The senator", "she", "denies"),
        ("The guild said that the boats were sold, which the harbour office confirmed on Monday.",
         "the boats were sold", "The guild", "the harbour office", "confirms"),
        ("Paris insists that the fee was paid; Rome will have none of it.", "the fee was paid", "Paris", "Rome",
         "denies"),
    ],
)  # fmt: skip
def test_the_reply_has_the_words_that_it_answers(said, text, content, first, second, stance):
    assert {(s.content, s.source, s.stance) for s in said(text)} == {
        (content, first, "asserts"),
        (content, second, stance),
    }


def test_what_the_outlet_says_itself_can_be_answered(told):
    found = told("A memo has the firm selling the land to a supermarket within three years, which Hollis Ridge denies.")
    content = "A memo has the firm selling the land to a supermarket within three years"
    assert {(s.content, s.source, s.stance, s.quote) for s in found} == {
        (content, "", "asserts", "none"),
        (content, "Hollis Ridge", "denies", "indirect"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, which the union denies, left.",
        "He sold the boat, which sank.",
    ],
)
def test_other_clauses_answer_nothing(said, text):
    assert not [s for s in said(text) if s.stance == "denies"]
