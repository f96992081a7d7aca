from dataclasses import replace

from firsthand.desk.claim import offered, reference, root, tellings
from firsthand.desk.state import Recent, dossier_of
from show.sample import SAMPLE

HELD = dossier_of(SAMPLE)
CARD = HELD.cards[HELD.said["s1"].claim]


def test_the_reasons_of_a_merge_name_what_they_join():
    found = root(CARD, CARD.sources[0], HELD)
    assert found.reasons[0].one == ("blog/s5",)
    assert found.reasons[0].two == ("lamp/s1",)
    assert found.reasons[1].one == ("",)  # it names one statement only: there is nothing to undo
    assert found.references == tuple(map(reference, (s for s in CARD.said if s.index in CARD.sources[0].said)))
    assert found.lines[0][1].startswith("Ada Brandvold")


def test_each_statement_stands_with_what_is_around_it_and_against_the_rest():
    rows = tellings(CARD)
    assert [row.said.record.id for row in rows] == list(CARD.record.statements)
    assert all(row.reference not in row.rest and len(row.rest) == len(rows) - 1 for row in rows)
    assert any(piece.marked for piece in rows[0].context)


def test_claims_that_may_say_the_same_are_offered_but_not_the_claim_itself():
    found = offered("two people were hurt", CARD, HELD)
    assert [card.text for card in found] == ["Two people had been hurt"]
    assert all(card.number != CARD.number for card in offered(CARD.text, CARD, HELD))


def test_the_page_shows_the_tree_and_offers_to_undo(browser, held):
    from firsthand import store as stored

    brief = stored.whole(held)
    claim = max(brief.claims, key=lambda c: len(c.statements))
    page = browser.get(f"/claim/{claim.statements[0]}").text
    assert '<svg class="chain"' in page
    assert "Says something else" in page
    assert "Different origins" in page
    assert 'href="/article/' in page


def test_a_statement_that_makes_no_claim_is_shown_where_it_stands(browser, held, monkeypatch):
    from firsthand import store as stored

    brief = stored.whole(held)
    said = brief.statements[0]
    bare = replace(said, claim=None)
    alone = replace(stored.dossier(held, said.article), statements=(bare,), claims=(), relations=())
    monkeypatch.setattr(Recent, "get", lambda *_: dossier_of(alone))
    answer = browser.get(f"/claim/{said.id}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/article/{said.article}?s={said.id}#s{said.id}")
