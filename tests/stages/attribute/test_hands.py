"""Through whose hands a statement came."""

import pytest


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        ("“The engine failed,” the captain told Reuters by telephone.", "the captain", ("Reuters",)),
        ("The captain told Adria Wire that the engine had failed.", "The captain", ("Adria Wire",)),
        ("“The dam will hold,” the minister told the Nordwire agency.", "the minister", ("the Nordwire agency",)),
        ("In an interview with the broadcaster TV Holm, the captain said the engine had failed.", "the captain",
         ("the broadcaster TV Holm",)),
        ("The engineer was quoted as saying by the newspaper Dagbladet that the dam would hold.", "The engineer",
         ("the newspaper Dagbladet",)),
        ("The minister, quoted by the agency Nordwire, said the dam would hold.", "The minister",
         ("the agency Nordwire",)),
        ("“The dam will hold,” the minister said, quoted by the Nordwire agency.", "the minister",
         ("the Nordwire agency",)),
        ("The talks have failed, the minister was quoted by Nordwire as saying.", "the minister", ("Nordwire",)),
        ("The chairman, speaking to Reuters on Monday, said the merger was dead.", "The chairman", ("Reuters",)),
        ("Speaking to Radio Holm, the chairman said the merger was dead.", "the chairman", ("Radio Holm",)),
        ("The email, seen by Nordwire, states that the valve was closed.", "The email, seen by Nordwire",
         ("Nordwire",)),
        ("A person close to the family told Nordwire that the king was ill.", "A person close to the family",
         ("Nordwire",)),
    ],
)  # fmt: skip
def test_an_outlet_that_was_told(one, text, source, via):
    found = one(text)
    assert (found.source, found.via) == (source, via)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor told reporters that the bridge would reopen.",
        "The mayor told a news conference in Lisbon that the bridge would reopen.",
        "The mayor told the council that the bridge would reopen.",
        "The mayor told her husband that the bridge would reopen.",
        "The newspaper Delta wrote that the bank had been sold.",
    ],
)
def test_who_hears_it_first_hand_is_no_hand(one, text):
    assert one(text).via == ()


@pytest.mark.parametrize(
    "text",
    [
        "“It is on the same sheet of paper,” she said. “This leaflet is too.”",
        "'You cannot print it in our newspaper,' the mayor said. 'Not today or ever.'",
        "“We read it by the light of the television,” the boy said. “Then it broke.”",
        "“I work for our radio,” Ida Moor said. “It pays the rent.”",
    ],
)
def test_an_outlet_in_the_words_that_are_quoted_is_no_hand(said, text):
    found = said(text)
    assert len(found) == 2
    assert all(f.via == () for f in found)


def test_an_outlet_beside_the_quotation_is_one(said):
    [found] = said("“The dam is old,” the mayor said in an interview with the Evening Herald.")
    assert found.via == ("the Evening Herald",)
