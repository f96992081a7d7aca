import pytest

from desk.pile import COURIER, article, client, send, statement
from firsthand import store as stored


@pytest.fixture
def changed(own):
    """A store where the text changed under two decisions; one's words are gone."""
    browser = client(own)
    kept, gone = statement(own, "two weeks", "courier"), statement(own, "Two people were hurt", "courier")
    send(browser, "/decide", kind="stance", one=f"courier/{kept}", stance="promises")
    send(browser, "/decide", kind="stance", one=f"courier/{gone}", stance="doubts")
    text = "Correction.\n\n" + COURIER.replace("Two people were hurt", "Nobody was hurt, as far as is known")
    newer = article(
        "courier2", "Fjord Courier", "Tolvik bridge closed", text, "2031-03-04", url="https://courier.example/tolvik"
    )
    assert [a.outcome for a in stored.add(own, [newer])] == ["changed"]
    stored.update(own)
    return browser


def test_a_decision_that_lost_its_words_waits_and_is_made_again_where_they_are_found(own, changed):
    lost = {o.correction.stance: o.correction.id for o in stored.orphans(own)}
    page = changed.get("/corrections").text
    assert page.count("Apply here") == 1
    assert "not found again" in page
    before = statement(own, "two weeks", "courier2")
    assert send(changed, "/corrections/apply", id=lost["promises"]).status_code == 303
    made = next(s for s in stored.dossier(own, "courier2").statements if s.id == before)
    assert made.stance == "promises"
    assert [o.correction.id for o in stored.orphans(own)] == [lost["doubts"]]


def test_what_is_not_found_cannot_be_applied(own, changed):
    lost = {o.correction.stance: o.correction.id for o in stored.orphans(own)}
    assert send(changed, "/corrections/apply", id=lost["doubts"]).status_code == 400
    assert send(changed, "/corrections/apply", id="none").status_code == 400
