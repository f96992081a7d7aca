"""Two statements in one span: somebody's words, and the answer to them."""

import pytest


@pytest.mark.parametrize(
    ("text", "content", "speaker", "answering", "stance"),
    [
        ("The company rejected the union's allegation that it had hidden the debt.", "it had hidden the debt",
         "the union", "The company", "denies"),
        ("Moscow has denied Kyiv's claim that the ship was sunk by a missile.", "the ship was sunk by a missile",
         "Kyiv", "Moscow", "denies"),
        ("The minister dismissed as nonsense claims by the opposition that the dam was leaking.", "the dam was leaking",
         "the opposition", "The minister", "denies"),
        ("Petrov said that the mill had been sold, a claim the owner disputed.", "the mill had been sold", "Petrov",
         "the owner", "denies"),
        ("Ilic blamed the pilot for the crash, an accusation his family called a lie.", "the pilot for the crash",
         "Ilic", "his family", "denies"),
        ("“They stole the vote,” Petrov said, an assertion the commission dismissed.", "They stole the vote", "Petrov",
         "the commission", "denies"),
        ("The army shelled the market, the rebels said, which the ministry denied.", "The army shelled the market",
         "the rebels", "the ministry", "denies"),
        ("The union claimed that 40 workers had been dismissed, but the company disputed that figure.",
         "40 workers had been dismissed", "The union", "the company", "denies"),
    ],
)  # fmt: skip
def test_a_claim_and_the_answer_to_it(said, text, content, speaker, answering, stance):
    assert {(s.content, s.source, s.stance) for s in said(text)} == {
        (content, speaker, "asserts"),
        (content, answering, stance),
    }
    assert all(s.via == () for s in said(text))


def test_who_takes_back_a_claim_is_its_only_speaker(one):
    found = one("The newspaper retracted its report that the bank had failed.")
    assert (found.content, found.source, found.stance) == ("the bank had failed", "The newspaper", "denies")
