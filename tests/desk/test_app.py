import pytest

from desk.pile import HARM, client, statement
from firsthand import store as stored
from firsthand.errors import StoreUnusable

PAGES = ("/", "/?text=bridge&page=2", "/actors", "/search", "/search?text=bridge", "/search?text=bridge&what=articles")
PAGES += ("/unprocessed", "/review", "/corrections", "/help", "/story/lamp", "/article/lamp", "/article/harm")
PAGES += ("/article/lamp0", "/article/lamp/changes", "/look/look.css", "/look/desk.css", "/look/desk.js")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_stands(browser, path):
    assert browser.get(path).status_code == 200


def test_every_story_claim_and_actor_has_its_page(browser, held):
    brief = stored.whole(held)
    paths = [f"/claim/{s.id}" for s in brief.statements if s.claim]
    paths += [f"/actor/{a.id}" for a in brief.actors] + [f"/story/{s.articles[0]}" for s in brief.stories]
    assert paths
    assert {path: browser.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


@pytest.mark.parametrize("path", ["/x", "/story/x", "/claim/x", "/article/x", "/actor/x", "/article/courier/changes"])
def test_what_is_not_there_offers_a_search(browser, path):
    answer = browser.get(path)
    assert answer.status_code == 404
    assert 'action="/search"' in answer.text


def test_no_page_holds_what_an_article_wrote_as_markup(browser, held):
    brief = stored.whole(held)
    paths = [
        *PAGES,
        *(f"/claim/{s.id}" for s in brief.statements if s.claim),
        *(f"/actor/{a.id}" for a in brief.actors),
    ]
    paths += [f"/article/harm?s={s.id}" for s in brief.statements if s.article == "harm"]
    pages = {path: browser.get(path).text for path in paths if not path.startswith("/look")}
    assert any("&lt;script&gt;" in page for page in pages.values())
    for path, page in pages.items():
        for start in ("<script>", "<img", "<svg/", "javascript:document.title=1'>", 'href="javascript:'):
            assert start not in page, (path, start)


@pytest.mark.parametrize("path", ["/", "/search", "/actors", "/story/lamp", "/corrections", "/article/lamp", "/review"])
def test_nothing_that_is_asked_for_becomes_markup(browser, path):
    fields = (
        "text",
        "outlet",
        "since",
        "speaker",
        "stance",
        "kind",
        "find",
        "join",
        "s",
        "page",
        "at",
        "done",
        "by",
        "in",
    )
    answer = browser.get(path, params=dict.fromkeys(fields, HARM[:70]))
    assert answer.status_code == 200
    assert "<script>" not in answer.text
    assert "<img" not in answer.text


def test_what_goes_wrong_is_told_without_a_traceback(held, monkeypatch):
    def broken(*_args, **_named):
        raise RuntimeError("the secret of the machine")

    monkeypatch.setattr(stored, "stories", broken)
    browser = client(held)
    browser._transport.raise_server_exceptions = False
    answer = browser.get("/")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert answer.headers["content-security-policy"]


def test_a_store_that_fails_says_why(held, monkeypatch):
    def locked(*_args, **_named):
        raise StoreUnusable("pile.db: another process is writing; try again when it is done")

    monkeypatch.setattr(stored, "stories", locked)
    answer = client(held).get("/")
    assert answer.status_code == 503
    assert "another process is writing" in answer.text


def test_a_statement_keeps_its_address(browser, held):
    address = f"/claim/{statement(held, 'six weeks')}"
    assert "six weeks" in browser.get(address).text
