"""A pile on the desk in a real browser: decisions are made, undone, and stay after a run."""

import re

import pytest

from desk.pile import LAMP, article, statement
from firsthand import store as stored


@pytest.fixture
def page(own, serve, tab):
    """A tab on a desk of one's own."""
    return tab(serve(own))


def speaker(own, key):
    brief = stored.dossier(own, "lamp")
    said = next(s for s in brief.statements if s.id == key)
    return next((a.name for a in brief.actors if a.id == said.source), None)


def claim(own, key, home):
    return next(s.claim for s in stored.dossier(own, home).statements if s.id == key)


def kept(page, text):
    page.locator("#told", has_text=text).wait_for()


def run_again(own):
    """New articles come, and what they touch is worked out anew."""
    text = "Mayor Ada Brandvold said the bridge at Tolvik would stay closed, Nordwire reported on Thursday."
    outcomes = [
        a.outcome for a in stored.add(own, [article("late", "Late Post", "Tolvik bridge shut", text, "2031-03-06")])
    ]
    assert outcomes == ["added"]
    stored.update(own)


def test_a_speaker_is_corrected_with_the_keyboard_and_stays(own, page):
    key = statement(own, "six weeks")
    page.goto("/")
    page.get_by_role("link", name=re.compile("Bridge at Tolvik")).first.click()
    page.locator(".card h3 a", has_text="six weeks").first.click()
    page.locator(f"#s{key}").get_by_role("link", name="Correct").click()
    page.wait_for_url("**/article/**")
    page.locator("html.script").wait_for()
    page.keyboard.press("s")
    page.keyboard.type("Olav Ness")
    page.keyboard.press("Enter")
    kept(page, "Kept: speaker: Olav Ness.")
    assert speaker(own, key) == "Olav Ness"
    assert page.evaluate("location.search") == f"?s={key}"
    run_again(own)
    assert speaker(own, key) == "Olav Ness"
    page.reload()
    assert "Olav Ness" in page.locator("#panel").inner_text()
    page.locator("body").press("u")
    kept(page, "Undone: speaker: Olav Ness.")
    assert speaker(own, key) == "Ada Brandvold"


def test_two_claims_are_merged_undone_and_merged_again(own, page):
    one, two = statement(own, "six weeks"), statement(own, "two weeks", "courier")
    page.goto(f"/claim/{one}?find=open+in+two+weeks")
    row = page.locator("#merge li", has_text="two weeks").first
    row.get_by_role("button", name="Says the same").click()
    kept(page, "Kept: say the same.")
    assert claim(own, one, "lamp") == claim(own, two, "courier")
    assert "two weeks" in page.locator("#said").inner_text()
    page.locator("body").press("u")
    kept(page, "Undone: say the same.")
    assert claim(own, one, "lamp") != claim(own, two, "courier")
    page.locator("#merge li", has_text="two weeks").first.get_by_role("button", name="Says the same").click()
    kept(page, "Kept: say the same.")
    run_again(own)
    assert claim(own, one, "lamp") == claim(own, two, "courier")
    page.goto(f"/claim/{two}")
    assert "six weeks" in page.locator("#said").inner_text()


def test_a_statement_is_split_out_of_its_claim(own, page):
    key = statement(own, "six weeks")
    page.goto(f"/claim/{key}")
    before = page.locator(".side").count()
    assert before > 1
    page.locator(f"#s{key}").get_by_role("button", name="Says something else").click()
    kept(page, "Kept: say something else.")
    assert page.locator(".side").count() < before


def test_words_that_are_selected_become_a_statement(own, page):
    page.goto("/article/lamp")
    page.evaluate(
        """() => {
        const pieces = [...document.querySelectorAll('#text [data-at]')];
        const node = (words) => pieces.map((p) => p.firstChild).find((n) => n.data.includes(words));
        const from = node('a railing fell'), at = from.data.indexOf('a railing fell');
        const range = document.createRange();
        range.setStart(from, at); range.setEnd(from, at + 'a railing fell'.length);
        getSelection().removeAllRanges(); getSelection().addRange(range);
    }"""
    )
    page.locator("[data-picked] q", has_text="a railing fell").wait_for()
    page.keyboard.press("e")
    kept(page, "Kept: a statement.")
    (made,) = stored.corrections(own)
    start = LAMP.index("a railing fell")
    assert made.at[0].spans == ((start, start + len("a railing fell")),)
    assert made.at[0].quote == "a railing fell"


def test_offsets_count_code_points_beyond_the_first_plane(own, serve, tab):
    text = "“😀 The bridge 🌉 will stay closed,” Mayor Ada Brandvold said. The ferry 🚢 runs at noon."
    list(stored.add(own, [article("emoji", "Emoji Post", "Bridge", text)]))
    stored.update(own)
    page = tab(serve(own))
    page.goto("/article/emoji")
    page.evaluate(
        """() => {
        const nodes = [...document.querySelectorAll('#text [data-at]')].map((p) => p.firstChild);
        const last = nodes.find((n) => n.data.includes('runs at noon'));
        const range = document.createRange();
        range.setStart(last, last.data.indexOf('runs')); range.setEnd(last, last.data.indexOf('noon') + 4);
        getSelection().removeAllRanges(); getSelection().addRange(range);
    }"""
    )
    page.locator("[data-picked] q", has_text="runs at noon").wait_for()
    start = text.index("runs")
    assert page.locator("[data-spans]").input_value() == f"{start}-{start + 12}"


def test_keys_walk_through_an_articles_statements_and_decide(own, page):
    page.goto("/article/lamp")
    page.keyboard.press("j")
    page.locator("#panel", has_text="Statement 1 of").wait_for()
    page.keyboard.press("j")
    page.locator("#panel", has_text="Statement 2 of").wait_for()
    page.keyboard.press("k")
    page.locator("#panel", has_text="Statement 1 of").wait_for()
    page.keyboard.press("3")
    kept(page, "Kept: stance: denies.")
    page.keyboard.press("Escape")
    page.locator("#panel", has_text="A statement that was missed").wait_for()
    page.go_back()
    page.locator("#panel", has_text="Statement 1 of").wait_for()
    assert stored.corrections(own)[0].stance == "denies"


def test_keys_can_be_turned_off(own, page):
    page.goto("/help")
    page.get_by_label("Single keys on").uncheck()
    page.goto("/article/lamp")
    page.keyboard.press("j")
    page.wait_for_timeout(150)
    assert page.evaluate("location.search") == ""


def test_it_all_works_without_a_script(own, serve, tab):
    page = tab(serve(own), java_script_enabled=False)
    key = statement(own, "six weeks")
    page.goto("/article/lamp")
    page.locator("a.m", has_text="six weeks").first.click()
    page.get_by_label("Speaker").fill("Olav Ness")
    page.get_by_role("button", name="Set speaker").click()
    assert "Kept: speaker: Olav Ness." in page.locator("#told").inner_text()
    assert speaker(own, key) == "Olav Ness"
    page.get_by_role("button", name="Undo").click()
    assert speaker(own, key) == "Ada Brandvold"
    page.goto("/article/lamp")
    page.get_by_text("Type them instead").click()
    page.get_by_label("As they stand in the text").fill("a railing fell")
    page.get_by_role("button", name="Make a statement").click()
    assert "Kept: a statement." in page.locator("#told").inner_text()


def test_what_cannot_be_kept_is_said_and_the_page_stays_usable(own, page):
    page.goto("/article/lamp")
    page.get_by_role("button", name="Make a statement").click()
    page.locator("#main", has_text="Which words?").wait_for()
    page.go_back()
    page.locator("#text").wait_for()
