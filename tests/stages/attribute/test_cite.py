"""Who is cited, and who cites them."""

import pytest


@pytest.mark.parametrize(
    ("text", "content", "source", "via"),
    [
        ("KCNA, citing a foreign ministry official, reported that the two leaders met in May.",
         "the two leaders met in May", "a foreign ministry official", "KCNA"),
        ("Citing unnamed officials, the Daily Ledger reported that the bank would be sold.", "the bank would be sold",
         "unnamed officials", "the Daily Ledger"),
        ("The crane fell at night, according to Adria Wire, citing the port authority.", "The crane fell at night",
         "the port authority", "Adria Wire"),
        ("According to Adria Wire, which cited the port authority, the crane fell at night.", "the crane fell at night",
         "the port authority", "Adria Wire"),
        ("State television said, quoting the army, that the town had fallen.", "the town had fallen", "the army",
         "State television"),
        ("The bank will be sold, Bloomberg reported on Monday, citing people familiar with the matter.",
         "The bank will be sold", "people familiar with the matter", "Bloomberg"),
        ("The town fell, Interfax cited the general as saying.", "The town fell", "the general", "Interfax"),
        ("“The dam will hold,” Nordwire quoted him as saying.", "The dam will hold", "him", "Nordwire"),
    ],
)  # fmt: skip
def test_the_cited_speak_and_who_cites_is_a_hand(one, text, content, source, via):
    found = one(text)
    assert (found.content, found.source, found.via) == (content, source, (via,))


def test_a_reason_that_is_cited_says_nothing(said):
    found = said("The airline said flights were cancelled, citing bad weather.")
    assert [s.source for s in found if "flights" in s.content] == ["The airline"]
