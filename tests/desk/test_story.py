import pytest
from starlette.exceptions import HTTPException

from desk.pile import article, client, send
from firsthand import store as stored
from firsthand.desk.state import dossier_of
from firsthand.desk.story import lead, telling_of, to_places
from show.sample import SAMPLE

HELD = dossier_of(SAMPLE)


def test_an_article_leads_to_its_story():
    assert telling_of(HELD, "blog").title == "Bridge at Tolvik to stay shut"
    with pytest.raises(HTTPException):
        telling_of(HELD, "elsewhere")


def test_a_claim_is_named_by_the_statement_that_it_is_shown_by():
    card = HELD.cards[HELD.said["s1"].claim]
    assert lead(card).record.text == card.text
    places = to_places(HELD)
    assert places["to_claim"](card.number) == f"/claim/{lead(card).record.id}"
    assert places["to_claim"](999) == "#"
    assert places["to_said"](HELD.said["s1"]) == "/article/lamp?s=s1#ss1"


def test_what_came_since_the_last_visit_is_marked_until_it_is_seen(own):
    browser = client(own)
    assert "Mark as seen" not in browser.get("/story/lamp").text  # the first visit is only noted
    words = (
        "Mayor Ada Brandvold said the bridge at Tolvik will stay closed for six weeks. "
        "“We test it daily,” Brandvold told the Late Post."
    )
    fresh = article("late", "Late Post", "Bridge at Tolvik still shut", words, "2031-03-05")
    assert [a.outcome for a in stored.add(own, [fresh])] == ["added"]
    stored.update(own)
    home = stored.article_of(own, "late").story
    if home != "lamp":
        pytest.skip("grouping tells another story of it")
    page = browser.get("/story/lamp").text
    assert "1 article" in page
    assert "Mark as seen" in page
    assert 'class="tag fresh"' in page
    assert 'class="tag fresh"' in browser.get("/").text
    assert send(browser, "/seen/lamp").status_code == 303
    assert "Mark as seen" not in browser.get("/story/lamp").text
    assert send(browser, "/seen/none").status_code == 404


def test_stories_are_filtered_and_paged(browser):
    assert "No story fits" in browser.get("/?text=zeppelin").text
    assert 'href="/story/' in browser.get("/?text=bridge").text


def test_another_story_is_looked_for_by_words(browser):
    assert "No other story holds these words" in browser.get("/story/lamp?join=zeppelin").text
