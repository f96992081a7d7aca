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
from hostile import CODE, SCRIPT, grouped
from show.poison import many, tamed
from show.sample import SAMPLE

FROM_STORE = ("actor_of", "actors", "article_of", "corrections", "dossier", "orphans", "review", "search", "stories")
QUERIES = grouped([*SCRIPT, *CODE], 480)  # the desk takes 500 code points of a field
SMALL = {"width": 320, "height": 200}  # nobody looks at it
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
LINKS = """(root) => Array.from(root.querySelectorAll("[href], [src], [action], [formaction], [data], [*|href]"))
    .filter((e) => !e.matches('link[rel=icon][href="data:,"]'))
    .flatMap((e) => ["href", "src", "action", "formaction", "data"].map((name) => e.getAttribute(name)))
    .filter((value) => value && !["http:", "https:", "file:"].includes(new URL(value, location.href).protocol))"""
# A page as the browser's parser reads it, without being shown: what elements it is made of, and links that are none.
READ = f"""async (address) => {{
    const text = await (await fetch(address, {{ cache: "no-store" }})).text();
    const made = new DOMParser().parseFromString(text, "text/html");
    return [({MADE_OF})(made), ({LINKS})(made)];
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
    kept = {}

    def wrapped(given):
        def gives(held, *args, **options):
            if not state.on:
                return given(held, *args, **options)
            key = (given, args, tuple(options.items()))
            if key not in kept:
                kept[key] = tamed(given(held, *args, **options))
            return kept[key]

        return gives

    for name in (*FROM_STORE, "unprocessed"):
        monkeypatch.setattr(stored, name, wrapped(getattr(stored, name)))
    return state


@pytest.fixture
def page(tab, serve, held):
    """A tab of a desk on that store."""
    page = tab(serve(held), viewport=SMALL)
    page.goto("/help")
    return page


@pytest.fixture
def read(page, twin):
    """Reads a page, and makes sure that nothing on it is a stranger's; gives what it is made of."""

    def reads(path, given=None):
        twin.on = True
        tame = page.evaluate(READ, address(path, {key: tamed(value) for key, value in (given or {}).items()}))
        twin.on = False
        assert page.evaluate(READ, address(path, given)) == tame, (path, given)
        assert tame[1] == []
        return tame[0]

    return reads


@pytest.fixture
def look(page, read):
    """Opens a page, and makes sure that nothing of a stranger's runs."""

    def looks(path, given=None):
        page.goto(address(path, given))
        untouched(page)
        assert page.evaluate(f"({MADE_OF})(document)") == read(path, given)

    return looks


def address(path, given):
    return f"{path}?{urlencode(given)}" if given else path


def untouched(page):
    """No script ran, and no link leads anywhere but to pages."""
    assert page.evaluate("window.__hit") is None
    assert page.evaluate(f"({LINKS})(document)") == []


def test_every_page_of_the_desk(look, read, held):
    brief = stored.whole(held)
    bad = [a.id for a in brief.articles if a.id.startswith("bad")]
    first = {s.article: s.id for s in reversed(brief.statements)}
    claims = list({s.claim: s.id for s in brief.statements if s.claim}.values())
    actors = [a.id for a in brief.actors if "hit" in a.name]
    assert len(bad) == len(GROUPS)
    assert min(len(first), len(actors)) > 10
    assert len(claims) > 3  # most of these articles tell the same, whatever else is in them
    for path in ("/", "/actors", "/review", "/corrections", "/corrections?page=2", "/unprocessed", "/story/bad0"):
        look(path)
    for path in ("/article/bad1", "/article/bad1/changes", f"/claim/{claims[0]}", f"/actor/{actors[0]}"):
        look(path)
    look("/article/bad0", {"s": first["bad0"]})
    for key in bad:
        read(f"/article/{key}", {"s": first[key]} if key in first else None)
    for path in (*(f"/claim/{key}" for key in claims[:8]), *(f"/actor/{key}" for key in actors[:8])):
        read(path)
    for at in range(6):
        read(f"/review?at={at}")


def test_what_is_asked_for(look, read, page, held):
    brief = stored.whole(held)
    actor = next(a.id for a in brief.actors if "hit" in a.name)
    claim = next(s.id for s in brief.statements if s.claim)
    for n, query in enumerate(QUERIES):
        seen = read if n else look
        seen("/search", dict.fromkeys(("text", "speaker", "outlet"), query))
        seen("/search", dict.fromkeys(("since", "until", "what", "page"), query))
        seen("/", dict.fromkeys(("text", "outlet", "since", "until"), query))
        seen("/actors", {"text": query, "kind": query})
        seen("/corrections", {"by": query, "kind": query, "state": query, "in": query})
        if n % 3:
            continue
        seen(f"/claim/{claim}", {"find": query})
        seen(f"/actor/{actor}", {"find": query})
        seen("/story/bad0", {"join": query})
        seen("/article/bad0", {"s": query})
    for n, payload in enumerate(each.replace("\0", "") for each in GROUPS[::4]):
        for path in ("/nothing/", "/article/", "/claim/", "/story/", "/actor/", "/look/"):
            (read if n else look)(path + quote(payload, safe=""))
    page.goto("/article/bad0")
    for payload in GROUPS:
        page.evaluate("hash => { location.hash = hash; }", payload)
    untouched(page)


def test_what_is_written(page, held):
    key = next(s.id for s in stored.whole(held).statements if s.article == "bad0")
    for query in QUERIES[::3]:
        page.goto(f"/article/bad0?s={key}")
        page.get_by_label("Said on").evaluate(
            "(field, words) => { field.maxLength = 9999; field.value = words; }", query
        )
        page.get_by_role("button", name="Set date").click()
        page.locator("#main", has_text="This could not be used").wait_for()
        untouched(page)
        page.goto("/corrections")
        annotations = json.dumps({"@context": query, "type": query, "items": [{"type": query, "id": query}]})
        upload = {"name": f"{query[:80]}.json", "mimeType": "application/json", "buffer": annotations.encode()}
        page.locator("input[type=file]").set_input_files(upload)
        page.get_by_role("button", name="Take in", exact=True).click()
        page.locator("#main", has_text="This could not be used").wait_for()
        untouched(page)
    page.goto("/actors")
    page.locator("main [name=text]").fill(QUERIES[0])  # answered in place, by a script
    page.locator("#main", has_text="0 actors that fit").wait_for()
    untouched(page)
    assert page.locator("main [name=text]").input_value() == " ".join(QUERIES[0].split())


@pytest.fixture
def opened_file(tab, tmp_path):
    """Opens a page from disk, as it would come by mail; gives the tab."""
    numbers = count()

    def opens(text):
        place = tmp_path / f"{next(numbers)}.html"
        place.write_text(text, encoding="utf-8")
        page = tab(place.as_uri(), viewport=SMALL)
        page.goto(place.as_uri())
        return page

    return opens


def test_the_brief_as_a_file(opened_file, held):
    for brief in (many(SAMPLE, SCRIPT), stored.whole(held)):
        page = opened_file(html(brief))
        untouched(page)
        shown = page.evaluate("document.documentElement.textContent")
        assert [payload for payload in SCRIPT if visible(payload) not in shown] == []
        assert page.evaluate(f"({MADE_OF})(document)") == opened_file(html(tamed(brief))).evaluate(
            f"({MADE_OF})(document)"
        )
        for query in QUERIES[::4]:
            page.get_by_label("Find in claims").fill(query)
            page.evaluate("hash => { location.hash = hash; }", query)
        page.wait_for_timeout(200)
        untouched(page)


def test_the_brief_in_a_notebook(opened_file):
    page = opened_file(f"<!doctype html><title>Notebook</title>{notebook(many(SAMPLE, SCRIPT[::9]))}")
    frame = page.frames[1]
    frame.locator("#claims").wait_for()
    assert frame.evaluate("window.__hit") is None
    assert page.evaluate("window.__hit") is None
    assert page.locator("iframe").count() == 1
    assert frame.locator("iframe, img").count() == 0
