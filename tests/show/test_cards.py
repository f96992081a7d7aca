from dataclasses import replace

from firsthand.records import PlanState, Relation
from firsthand.show.cards import claim_order
from firsthand.show.sheet import sheet
from show.sample import SAMPLE, claim


def cards(brief=SAMPLE):
    return {c.record.id: c for t in sheet(brief).tellings for c in t.cards}


def test_most_told_and_most_disputed_first():
    assert claim_order(SAMPLE) == ["c1", "c2", "c3"]
    assert [c.number for c in cards().values()] == [1, 2, 3]


def test_a_denied_claim_comes_before_one_told_more_often():
    told = claim("told", "x", ("s1", "s4"))
    denied = claim("denied", "y", ("s5",), denied_by=("roads",))
    doubted = claim("doubted", "z", ("s6",), doubted_by=("roads", "mayor", "wire"))
    assert claim_order(replace(SAMPLE, claims=(told, denied, doubted), relations=())) == ["doubted", "denied", "told"]


def test_a_card_counts_articles_and_outlets():
    card = cards()["c1"]
    assert (card.articles, card.outlets, len(card.said)) == (3, 3, 4)


def test_the_shortest_chain_starts_at_somebody_named_who_carries_the_claim():
    # The own-voice telling and the denial have fewer hands.
    assert cards()["c1"].chain == "Ada Brandvold → Nordwire → Tolvik Lamp (outlet)"


def test_denials_and_what_is_unsourced():
    assert cards()["c1"].denied_by == ("roads agency",)
    assert cards()["c1"].unsourced == "1 in the outlet's own voice"
    assert cards()["c2"].unsourced == "1 from an unnamed source"


def test_told_once_and_joined_to_nothing_stands_alone():
    assert [c.alone for c in cards().values()] == [False, False, True]


def test_an_update_reads_differently_from_either_side():
    brief = replace(SAMPLE, relations=(Relation(a="c2", b="c3", kind="updates", why="later"),))
    later, earlier = cards(brief)["c2"], cards(brief)["c3"]
    assert [(m.verb, m.number) for m in later.marks] == [("updates", earlier.number)]
    assert [(m.verb, m.number) for m in earlier.marks] == [("updated by", later.number)]
    assert not cards(brief)["c2"].disputed


def test_a_copy_between_a_claims_articles_is_a_link():
    assert cards()["c1"].links == ((2, 0),)
    assert cards()["c2"].links == ()


def test_relations_and_statements_that_lead_nowhere_are_left_out():
    brief = replace(
        SAMPLE,
        claims=(claim("c1", "x", ("s1", "gone")),),
        relations=(Relation(a="c1", b="gone", kind="supports", why=""),),
    )
    assert len(cards(brief)["c1"].said) == 1
    assert cards(brief)["c1"].marks == ()


def test_a_reason_names_statements_by_their_place_in_the_card():
    (source,) = cards()["c1"].sources
    assert source.why == ("[4] (Bridge Blog) rewrites [1]", "s9 stays", "like Fjord Courier, 4 Mar 2031")


def test_the_reason_of_a_relation_does_not_repeat_the_claims_words():
    why = "“Two people had been hurt”, 2031 / “The bridge will stay closed for six weeks”, “other words”"
    brief = replace(SAMPLE, relations=(Relation(a="c2", b="c1", kind="updates", why=why),))
    (mark,) = cards(brief)["c1"].marks
    assert mark.why == "claim 2, 2031 / claim 1, “other words”"


def test_what_became_of_a_plan_names_the_claim_that_tells_it():
    def shown(state, since, by=None):
        told = replace(SAMPLE.claims[2], state=PlanState(state=state, since=since, claim=by))
        return cards(replace(SAMPLE, claims=(*SAMPLE.claims[:2], told)))["c1"].plan

    assert shown("announced", "2031-03-03") == "announced 3 Mar 2031"
    assert shown("announced", None) == "announced"
    assert shown("no news", "2031-03-03") == "no news since 3 Mar 2031"
    assert shown("no news", None) == "no news"
    assert shown("delayed", "2031-04", "c2") == "delayed Apr 2031, claim 2"
    assert shown("delayed", "2031-04", "elsewhere") == "delayed Apr 2031"
    assert cards()["c2"].plan == ""
