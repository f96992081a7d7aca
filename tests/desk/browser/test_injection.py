"""Words that mean harm in every field, on every page, in a real browser: no script runs, no element is theirs."""

import json
from itertools import count
from types import SimpleNamespace
from urllib.parse import quote, urlencode

import pytest

from desk.hostile_pile import GROUPS, fill_hostile
from desk.pile import opened
from firsthand import store as stored
from firsthand.show import html, notebook
from firsthand.show.plain import visible
from hostile import SCRIPT, grouped
from show.poison import many, tamed
from show.sample import SAMPLE

FROM_STORE = ("actor_of", "actors", "article_of", "corrections", "dossier", "orphans", "review", "search", "stories")
QUERIES = grouped(SCRIPT, 480)  # the desk takes 500 code points of a field
# What a page is made of: elements and attributes with their number, without those that the page's own script sets.
MADE_OF = """(root) => {
    const told = {};
    const one = (name) => { told[name] = (told[name] || 0) + 1; };
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        one(node.nodeName);
        if (node.nodeName !== "HTML")
            for (const { name } of node.attributes || [])
                if (!["open", "hidden"].includes(name)) one(`${node.nodeName} ${name}`);
    }
    return told;
}"""
LINKS = """() => Array.from(document.querySelectorAll("[href], [src], [action], [formaction], [data], [*|href]"))
    .filter((e) => !e.matches('link[rel=icon][href="data:,"]'))
    .flatMap((e) => ["href", "src", "action", "formaction", "data"].map((name) => e.getAttribute(name)))
    .filter((value) => value && !["http:", "https:", "file:"].includes(new URL(value, location.href).protocol))"""
TWIN = f"""async (address) => {{
    const text = await (await fetch(address, {{ cache: "no-store" }})).text();
    return ({MADE_OF})(new DOMParser().parseFromString(text, "text/html"));
}}"""


@pytest.fixture(scope="module")
def bad(tmp_path_factory):
    """The file of a store in which everything means harm."""
    place = tmp_path_factory.mktemp("bad") / "pile.db"
    fill_hostile(place)
    return place


@pytest.fixture
def held(bad, tmp_path):
    """That store, opened."""
    store = opened(bad, tmp_path)
    yield store
    store.engine.dispose()


@pytest.fixture
def twin(monkeypatch):
    """While it is `on`, the desk gets harmless words in the place of what the store holds, character by character."""
    state = SimpleNamespace(on=False)

    def wrapped(given):
        return lambda *args, **options: tamed(given(*args, **options)) if state.on else given(*args, **options)

    for name in (*FROM_STORE, "unprocessed"):
        monkeypatch.setattr(stored, name, wrapped(getattr(stored, name)))
    return state


@pytest.fixture
def look(tab, serve, held, twin):
    """Opens a page of the desk and makes sure that nothing on it is a stranger's; gives the tab."""
    page = tab(serve(held))

    def looked(path, given=None):
        address = f"{path}?{urlencode(given)}" if given else path
        page.goto(address)
        harmless_page(page)
        twin.on = True
        expected = page.evaluate(TWIN, f"{path}?{urlencode(tamed(tuple(given.items())))}" if given else path)
        twin.on = False
        assert page.evaluate(f"({MADE_OF})(document)") == expected, address
        return page

    looked.page = page
    return looked


def harmless_page(page):
    """No script ran, and no link leads anywhere but to pages."""
    assert page.evaluate("window.__hit") is None
    assert page.evaluate(LINKS) == []


def test_every_page_of_the_desk(look, held):
    brief = stored.whole(held)
    bad = [a for a in brief.articles if a.id.startswith("bad")]
    assert len(bad) == len(GROUPS)
    first = {s.article: s.id for s in reversed(brief.statements)}
    claims = {s.claim: s.id for s in brief.statements if s.claim}
    actors = [a.id for a in brief.actors if "hit" in a.name][:6]
    assert len(first) > 20
    assert len(claims) > 10
    assert len(actors) == 6
    for path in ("/", "/actors", "/corrections", "/corrections?page=2", "/unprocessed", "/help", "/story/bad0"):
        look(path)
    for at in range(0, 9, 3):
        look(f"/review?at={at}")
    for home in bad:
        look(f"/article/{home.id}", {"s": first[home.id]} if home.id in first else None)
    look("/article/bad0")
    look("/article/bad1/changes")
    for key in list(claims.values())[:8]:
        look(f"/claim/{key}")
    for key in actors:
        look(f"/actor/{key}")


def test_what_is_asked_for(look, held):
    brief = stored.whole(held)
    actor = next(a.id for a in brief.actors if "hit" in a.name)
    claim = next(s.id for s in brief.statements if s.claim)
    for n, query in enumerate(QUERIES):
        look("/search", dict.fromkeys(("text", "speaker", "outlet"), query))
        if n % 3 == 0:
            look("/search", dict.fromkeys(("since", "until", "what", "page"), query))
            look("/", dict.fromkeys(("text", "outlet", "since", "until"), query))
            look("/actors", {"text": query, "kind": query})
            look("/corrections", {"by": query, "kind": query, "state": query, "in": query})
            look(f"/claim/{claim}", {"find": query})
            look(f"/actor/{actor}", {"find": query})
            look("/story/bad0", {"join": query})
            look("/article/bad0", {"s": query})
    for payload in GROUPS[::4]:
        for path in ("/nothing/", "/article/", "/claim/", "/story/", "/actor/", "/look/"):
            look(path + quote(payload.replace("\0", ""), safe=""))
        page = look("/article/bad0")
        page.evaluate("hash => { location.hash = hash; }", payload)
        harmless_page(page)


def test_what_is_written(look, held):
    page = look.page
    key = next(s.id for s in stored.whole(held).statements if s.article == "bad0")
    for query in QUERIES[::3]:
        page.goto(f"/article/bad0?s={key}")
        page.get_by_label("Said on").evaluate(
            "(field, words) => { field.maxLength = 9999; field.value = words; }", query
        )
        page.get_by_role("button", name="Set date").click()
        page.locator("#main", has_text="This could not be used").wait_for()
        harmless_page(page)
        page.goto("/corrections")
        annotations = json.dumps({"@context": query, "type": query, "items": [{"type": query, "id": query}]})
        upload = {"name": f"{query[:80]}.json", "mimeType": "application/json", "buffer": annotations.encode()}
        page.locator("input[type=file]").set_input_files(upload)
        page.get_by_role("button", name="Take in", exact=True).click()
        page.locator("#main", has_text="This could not be used").wait_for()
        harmless_page(page)
    page.goto("/actors")
    page.locator("main [name=text]").fill(QUERIES[0])  # answered in place, by a script
    page.locator("#main", has_text="0 actors that fit").wait_for()
    harmless_page(page)
    assert page.locator("main [name=text]").input_value() == " ".join(QUERIES[0].split())


@pytest.fixture
def opened_file(tab, tmp_path):
    """Opens a page from disk, as it would come by mail; gives the tab."""
    numbers = count()

    def opens(text):
        place = tmp_path / f"{next(numbers)}.html"
        place.write_text(text, encoding="utf-8")
        page = tab(place.as_uri())
        page.goto(place.as_uri())
        return page

    return opens


def test_the_brief_as_a_file(opened_file, held):
    for brief in (many(SAMPLE, SCRIPT), stored.whole(held)):
        page = opened_file(html(brief))
        harmless_page(page)
        shown = page.evaluate("document.documentElement.textContent")
        assert [payload for payload in SCRIPT if visible(payload) not in shown] == []
        assert page.evaluate(f"({MADE_OF})(document)") == opened_file(html(tamed(brief))).evaluate(
            f"({MADE_OF})(document)"
        )
        for query in QUERIES[::4]:
            page.get_by_label("Find in claims").fill(query)
            page.evaluate("hash => { location.hash = hash; }", query)
        page.wait_for_timeout(200)
        harmless_page(page)


def test_the_brief_in_a_notebook(opened_file):
    page = opened_file(f"<!doctype html><title>Notebook</title>{notebook(many(SAMPLE, SCRIPT[::9]))}")
    frame = page.frames[1]
    frame.locator("#claims").wait_for()
    assert frame.evaluate("window.__hit") is None
    assert page.evaluate("window.__hit") is None
    assert page.locator("iframe").count() == 1
    assert frame.locator("iframe, img").count() == 0
