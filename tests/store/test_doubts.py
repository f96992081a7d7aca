from dataclasses import replace

from firsthand.corrections import Correction, statement_anchor
from firsthand.records import Actor, ActorMention, ActorMerge
from firsthand.store.doubts import MOST, UNSURE, doubts
from store.like import brief_of
from store.sample import PILE


def pile(found):
    return brief_of(PILE.values(), found), {a.id: a for a in PILE.values()}


def of(rows, kind):
    return [row for row in rows if row["kind"] == kind]


def test_statements_of_low_confidence_until_somebody_looked(found):
    made, articles = pile(found)
    unsure = replace(made.statements[0], confidence=UNSURE / 2)
    made = replace(made, statements=(unsure, *(replace(s, confidence=1.0) for s in made.statements[1:])))
    [row] = of(doubts(made, articles), "statement")
    assert (row["statement"], row["article"], row["doubt"]) == (unsure.id, unsure.article, 1 - UNSURE / 2)
    at = statement_anchor(articles[unsure.article], unsure)
    seen = Correction(id="c1", kind="stance", at=(at,), stance="asserts", by="ada", made="2025-04-01")
    assert of(doubts(made, articles, [seen]), "statement") == []


def test_names_that_may_be_one_until_somebody_said(found):
    made, articles = pile(found)
    here = (ActorMention(article=PILE["leak"].id, spans=((0, 3),)),)
    pair = [
        Actor(id=f"a{n}", name=name, kind="person", aliases=(), member_of=None, mentions=here)
        for n, name in enumerate(("Odd Bakke", "Bakke"))
    ]
    merge = ActorMerge(one="Ada Holm", two="Holm", score=0.5, why="surname", articles=(PILE["leak"].id,))
    made = replace(made, actors=(*pair, replace(pair[0], id="a3", name="Ada Holm", merges=(merge,))))
    assert {(row["text"], row["other"]) for row in of(doubts(made, articles), "actors")} == {
        ("Bakke", "Odd Bakke"), ("Ada Holm", "Holm"),
    }  # fmt: skip
    said = Correction(id="c1", kind="different actors", names=("Odd Bakke", "Bakke"), by="ada", made="2025-04-01")
    assert [row["other"] for row in of(doubts(made, articles, [said]), "actors")] == ["Holm"]


def test_claims_that_share_their_words(found):
    made, articles = pile(found)
    one, other = made.claims[0], replace(made.claims[1], text=made.claims[0].text + " again")
    made = replace(made, claims=(one, other))
    [row] = of(doubts(made, articles), "claims")
    assert (row["text"], row["statement"], row["other"]) == (one.text, one.statements[0], other.statements[0])


def test_an_empty_brief_has_no_doubts():
    assert doubts(brief_of((), {}), {}) == []


def test_of_each_kind_the_most_doubtful_are_kept(found):
    made, articles = pile(found)
    first = made.statements[0]
    many = [replace(first, id=f"s{n}", spans=((n, n + 1),), confidence=n / 100) for n in range(3 * MOST)]
    rows = of(doubts(replace(made, statements=tuple(many), claims=(), actors=()), articles), "statement")
    assert [row["statement"] for row in rows] == [f"s{n}" for n in range(MOST)]
