import re
from html import unescape

from desk.pile import LAMP, statement
from firsthand.desk.article import taken
from firsthand.desk.state import dossier_of
from show.sample import SAMPLE


def test_every_stretch_says_where_it_stands(browser):
    page = browser.get("/article/lamp").text
    found = re.findall(r'data-at="(\d+)"[^>]*>([^<]+)</', page)
    assert len(found) > 5
    for at, words in found:
        assert LAMP[int(at) :].startswith(unescape(words))


def test_a_statement_can_be_opened(browser, held):
    chosen = statement(held, "six weeks")
    page = browser.get(f"/article/lamp?s={chosen}").text
    assert "Set speaker" in page
    assert f'value="lamp/{chosen}"' in page
    assert '<option value="Ada Brandvold">' in page


def test_a_statement_that_is_gone_is_told(browser):
    assert "Not there any more" in browser.get("/article/lamp?s=s0").text


def test_versions_lead_to_each_other(browser):
    assert '/article/lamp/changes"' in browser.get("/article/lamp").text
    old = browser.get("/article/lamp0").text
    assert "An older version" in old
    assert 'href="/article/lamp"' in old
    changes = browser.get("/article/lamp/changes").text
    assert "<del>five</del>" in changes
    assert "<ins>six</ins>" in changes


def test_an_address_that_is_no_web_address_is_no_link(browser):
    page = browser.get("/article/harm").text
    assert "javascript:document.title=&#39;HARM&#39;" in page
    assert 'href="javascript' not in page


def test_copies_are_told_from_both_sides():
    held = dossier_of(SAMPLE)
    articles = {a.id: a for a in SAMPLE.articles}
    (mine,) = taken(articles["blog"], held)
    (theirs,) = taken(articles["lamp"], held)
    assert mine.mine
    assert not theirs.mine
    assert mine.words == (articles["blog"].text[:42],)
    assert taken(articles["courier"], held) == []
