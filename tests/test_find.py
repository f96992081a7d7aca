"""A rumour looked up among claims, in invented words about an invented bridge."""

from dataclasses import replace

import pytest

from firsthand.find import LEAST, find, untold
from show.sample import SAMPLE, actor, article, claim, statement

TOLD = (
    ("The ferry to Skarvik ran aground on Monday with 214 passengers aboard", "harbour"),
    ("The captain had reported a broken rudder before the ferry left", "harbour"),
    ("A pump failed in the ferry's engine room", "owner"),
    ("Nobody in Skarvik was told that the school would close", "mayor"),
    ("The island's school has 31 pupils and two teachers", "mayor"),
)
PAPER = article("paper", "Skarvik Post", "2031-05-06", "\n".join(text for text, _ in TOLD))
SAID = tuple(statement(f"x{n}", PAPER, text, f"k{n}", source=who, chain=(who,)) for n, (text, who) in enumerate(TOLD))
PILE = replace(
    SAMPLE,
    articles=(PAPER,),
    actors=(actor("harbour", "Runa Helle"), actor("owner", "Nils Aune"), actor("mayor", "Ada Brandvold")),
    statements=SAID,
    claims=tuple(claim(f"k{n}", text, (f"x{n}",)) for n, (text, _) in enumerate(TOLD)),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a ferry with 214 people aboard has run aground near Skarvik", "k0"),
        ("the ferry's captain warned of a broken rudder", "k1"),
        ("engine room pump failure on ferry", "k2"),
        ("There are thirty-one pupils in the school", "k4"),
        ("Runa Helle said that a captain reported his rudder broken", "k1"),  # her name tells nothing of the rudder
    ],
)
def test_other_words_for_a_claim_find_it(text, found):
    best = find(text, PILE)[0]
    assert best.claim == found
    assert best.score >= LEAST
    assert best.statement == found.replace("k", "x")


@pytest.mark.parametrize(
    "text", ["", "?", "the of and", "A comet fell on Lisbon", "the ferry is for sale", "Runa Helle"]
)
def test_what_nobody_tells_is_not_found(text):
    assert all(match.score < LEAST for match in find(text, PILE))


def test_any_statement_of_a_claim_may_be_the_one_meant():
    merged = claim("k9", TOLD[4][0], ("x1", "x4"))
    said = tuple(replace(s, claim="k9") if s.id in ("x1", "x4") else s for s in SAID)
    match = find("the captain reported a broken rudder", replace(PILE, statements=said, claims=(merged,)))[0]
    assert (match.claim, match.statement) == ("k9", "x1")


def test_the_number_tells_two_claims_apart():
    pair = (("The fire killed 12 miners in Brattholm", "a"), ("The fire killed 40 miners in Brattholm", "b"))
    paper = article("fire", "Skarvik Post", None, "\n".join(text for text, _ in pair))
    said = tuple(statement(f"x{key}", paper, text, key) for text, key in pair)
    pile = replace(PILE, articles=(paper,), statements=said, claims=tuple(claim(k, t, (f"x{k}",)) for t, k in pair))
    assert [m.claim for m in find("forty miners died in the Brattholm fire", pile)] == ["b", "a"]


def test_of_equals_the_most_told_comes_first_and_the_order_does_not_matter():
    paper = article("twice", "Skarvik Post", None, "The quay is closed. The quay is closed.")
    said = tuple(statement(f"x{n}", paper, "The quay is closed", "ab"[n > 0]) for n in range(3))
    pile = replace(
        PILE, articles=(paper,), statements=said, claims=(claim("a", "", ("x0",)), claim("b", "", ("x1", "x2")))
    )
    other = replace(pile, statements=said[::-1], claims=pile.claims[::-1])
    assert [m.claim for m in find("the quay is closed", pile)] == ["b", "a"]
    assert [m[:2] for m in find("the quay is closed", other)] == [m[:2] for m in find("the quay is closed", pile)]


def test_statements_of_no_claim_and_piles_of_none_give_nothing():
    assert find("the ferry ran aground", replace(PILE, statements=tuple(replace(s, claim=None) for s in SAID))) == []
    french = replace(PAPER, id="fr", language="fr")  # read, not analysed
    assert find("the ferry ran aground", replace(PILE, articles=(french,), statements=(), claims=())) == []


def test_the_words_that_the_nearest_statement_does_not_hold():
    text = "Runa Helle says the captain reported a broken rudder and two broken engines to Oslo"
    match = find(text, PILE)[0]
    assert (match.claim, untold(text, match, PILE)) == ("k1", ("two", "engines", "Oslo"))
