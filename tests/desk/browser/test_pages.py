"""Every page in a real browser: nothing that an article wrote acts, all can be used by everybody, on a phone too."""

import pytest

from desk.pile import HARM, statement
from firsthand import store as stored

PLAIN = ("/", "/actors", "/review", "/corrections", "/unprocessed", "/help", "/nothing", "/search?text=bridge")


@pytest.fixture
def paths(held):
    """The address of every page."""
    brief = stored.whole(held)
    more = (
        "/search?text=bridge&what=articles",
        "/story/lamp",
        "/article/lamp",
        "/article/harm",
        "/article/lamp/changes",
    )
    actor = max(brief.actors, key=lambda a: len(a.name))
    key = statement(held, "six weeks")
    harm = next(s.id for s in brief.statements if s.article == "harm")
    own = (
        f"/claim/{key}",
        f"/claim/{harm}",
        f"/article/lamp?s={key}",
        f"/article/harm?s={harm}",
        f"/actor/{actor.id}?find=a",
    )
    return (*PLAIN, *more, *own)


@pytest.mark.parametrize(
    ("how", "rules"),
    [
        ({}, None),
        ({"color_scheme": "dark"}, ["color-contrast", "link-in-text-block"]),
        ({"viewport": {"width": 320, "height": 640}, "has_touch": True}, []),
    ],
    ids=["light", "dark", "phone"],
)
def test_every_page_can_be_used_by_everybody(held, serve, tab, paths, how, rules):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = tab(serve(held), **how)
    for path in paths:
        page.goto(path)
        if rules != [] and "harm" not in path and (rules is None or path not in PLAIN):
            found = axe.run(page, options={"runOnly": rules} if rules else None).response["violations"]
            assert [(path, v["id"], v["nodes"][0]["html"]) for v in found] == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


def test_nothing_that_an_article_wrote_acts(held, serve, tab, paths):
    page = tab(serve(held))
    for path in paths:
        page.goto(path)
        assert page.title() != "HARM"
        assert page.locator("script").count() == 1
        assert page.locator("img, iframe, object, embed").count() == 0
        links = page.eval_on_selector_all(
            "a[href]", "all => all.map((e) => new URL(e.getAttribute('href'), location.href).protocol)"
        )
        assert set(links) <= {"http:", "https:"}


def test_nothing_that_an_analyst_writes_acts(own, serve, tab):
    page = tab(serve(own))
    key = statement(own, "six weeks")
    page.goto(f"/article/lamp?s={key}")
    page.get_by_label("Speaker").fill(HARM)
    page.get_by_role("button", name="Set speaker").click()
    page.locator("#told", has_text="Kept: speaker").wait_for()
    for path in (f"/article/lamp?s={key}", f"/claim/{key}", "/corrections", "/actors", "/story/lamp", "/review"):
        page.goto(path)
        assert page.title() != "HARM"
        assert page.locator("img").count() == 0
    for field in ("text", "speaker", "outlet"):
        page.goto("/search")
        page.locator(f"main [name={field}]").fill(HARM[:200])
        page.locator("main .filter button").click()
        page.wait_for_load_state()
        assert page.title() != "HARM"
        assert page.locator("img").count() == 0


def test_a_filter_answers_while_one_types(held, serve, tab):
    page = tab(serve(held))
    page.goto("/actors")
    page.locator("main [name=text]").press_sequentially("ness")
    page.locator("#main", has_text="1 actor that fit").wait_for()
    assert page.evaluate("document.activeElement.name") == "text"
    assert "text=ness" in page.url


def test_lists_are_walked_with_keys(held, serve, tab):
    page = tab(serve(held))
    page.goto("/actors")
    for key in ("j", "j", "k"):
        page.keyboard.press(key)
    first = page.locator("#main .item a").first
    assert page.evaluate("document.activeElement.href") == first.evaluate("e => e.href")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "seek"
