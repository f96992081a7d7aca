import pytest

from firsthand.corrections import Correction, anchor, statement_anchor
from firsthand.errors import BadCorrections
from firsthand.settings import Names
from firsthand.store import corrections, decide, dossier, orphans, undo, whole
from firsthand.store.decisions import keep_decision, names_decided, undo_decision
from firsthand.store.work import stale
from store.sample import CHANGED, PILE

LEAK, THEFT, REWARD = PILE["leak"], PILE["theft"], PILE["reward"]


def made(key, kind, *at, **more):
    return Correction(id=key, kind=kind, at=at, by="ada", made="2025-04-01T10:00:00Z", **more)


def said(store, words, article=LEAK):
    return next(s for s in whole(store).statements if words in s.text and s.article == article.id)


def test_a_decision_holds_and_can_be_taken_back(store, put):
    put(LEAK, THEFT)
    before = whole(store)
    wrong = made("c1", "not a statement", statement_anchor(LEAK, said(store, "built in 1931")))
    decide(store, wrong)
    assert not [s for s in whole(store).statements if "built in 1931" in s.text]
    put(PILE["copy"])
    assert not [s for s in whole(store).statements if "built in 1931" in s.text and s.article == LEAK.id]
    assert undo(store, "c1", "odd")
    assert said(store, "built in 1931").id in {s.id for s in before.statements}
    assert not undo(store, "c1", "odd")
    assert not undo(store, "nothing", "odd")


def test_only_what_it_speaks_of_is_worked_out_anew(store, put):
    put(LEAK, THEFT)
    wrong = made("c1", "not a statement", statement_anchor(LEAK, said(store, "1931")))
    touched = keep_decision(store, wrong)
    assert stale(store) == touched
    assert len(touched) == 1
    assert keep_decision(store, wrong) == [], "it is kept already"


def test_corrections_are_kept_in_order_with_who_undid_them(store, put):
    put(LEAK)
    one = made("c1", "same actor", names=("Maud Ostrander", "Ostrander"))
    two = made("c2", "copy", anchor(LEAK), anchor(THEFT), undone="2025-04-02T10:00:00Z", undone_by="odd")
    for each in (one, two):
        keep_decision(store, each)
    assert corrections(store) == (two, one)
    assert corrections(store, undone=False) == (one,)
    undo_decision(store, "c1", "odd")
    assert [(c.id, c.undone_by) for c in corrections(store)] == [("c2", "odd"), ("c1", "odd")]
    assert corrections(store, undone=False) == ()


def test_articles_are_told_to_tell_one_story_and_apart_again(store, put):
    put(LEAK, THEFT)
    decide(store, made("c1", "same story", anchor(LEAK), anchor(THEFT)))
    [one] = whole(store).stories
    assert set(one.articles) == {LEAK.id, THEFT.id}
    undo(store, "c1", "odd")
    assert len(whole(store).stories) == 2
    put(REWARD)
    decide(store, made("c2", "different stories", anchor(THEFT), anchor(REWARD)))
    assert len(whole(store).stories) == 3


def test_what_joins_stories_makes_them_one_dossier(store, put):
    put(LEAK, THEFT)
    decide(store, made("c1", "same claim", *(statement_anchor(a, said(store, w, a)) for a, w in (
        (LEAK, "1931"), (THEFT, "nine million")))))  # fmt: skip
    assert {a.id for a in dossier(store, LEAK.id).articles} == {LEAK.id, THEFT.id}
    assert said(store, "1931").claim == said(store, "nine million", THEFT).claim


def test_names_are_known_to_all(store, put):
    put(LEAK, THEFT)
    decide(store, made("c1", "same actor", names=("Maud Ostrander", "Ines Calloway")))
    assert names_decided(store, Names()).same
    assert said(store, "nine million", THEFT).source == said(store, "as wide as").source


def test_a_decision_whose_words_are_gone_is_an_orphan(store, put):
    put(LEAK)
    at = statement_anchor(LEAK, said(store, "buses"))
    decide(store, made("c1", "not a statement", at))
    assert orphans(store) == ()
    put(CHANGED)
    [lost] = orphans(store)
    assert (lost.correction.id, lost.anchor, lost.article) == ("c1", at, CHANGED.id)
    assert CHANGED.text[slice(*lost.spans[0])] == at.quote
    assert any("buses" in s.text for s in whole(store).statements), "it fails closed"
    decide(store, made("c2", "copy", anchor(CHANGED), anchor(THEFT), note="of an article that is not here"))
    assert [(each.correction.id, each.article) for each in orphans(store)] == [("c2", None), ("c1", CHANGED.id)]


@pytest.mark.parametrize("wrong", ["\x00", "\ud800"])
def test_a_decision_that_no_database_can_hold_is_refused(store, wrong):
    with pytest.raises(BadCorrections, match="characters that cannot be stored"):
        decide(store, made("c1", "same actor", names=("Ada", f"the mayor{wrong}")))
    assert corrections(store) == ()
