"""Web pages: text, metadata, and a date that never comes from the clock."""

import json

import pytest

from firsthand.stages.read.page import page_text, read_page

PARAGRAPHS = (
    "The mine at Kiruna was closed on Monday after part of a lift tower fell into the shaft, the company said.",
    "“Nobody was below ground,” said Eva Berg, the mayor, who had been told at dawn by the night watch.",
    "The tower, built in 1958, had been inspected in March, according to the state mining board.",
)
LINKED = {
    "@graph": [
        {"@type": "WebSite", "name": "Nordfoto"},
        {
            "@type": ["NewsArticle"],
            "headline": "Mine closed after tower falls",
            "datePublished": "2024-05-03T23:30:00-05:00",
            "author": [{"@type": "Person", "name": "Eva Lund"}, {"name": "Jan Hus"}],
            "publisher": {"name": "Nordfoto News"},
            "mainEntityOfPage": {"@id": "https://nordfoto.example/mine"},
            "inLanguage": "en-GB",
        },
    ]
}


def page(head="", time='<time datetime="2024-05-03T09:00:00+02:00">3 May</time>', paragraphs=PARAGRAPHS):
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f"<!doctype html><html lang='en'><head><title>Mine closed after tower falls - Nordfoto</title>{head}</head>"
        "<body>"
        f"<nav><a href='/'>Home</a> <a href='/n'>News</a></nav><main><article><h1>Mine closed after tower falls</h1>"
        f"<p>By <a rel='author'>Eva Lund</a> {time}</p>{body}</article></main><footer>© Nordfoto</footer></body></html>"
    )


def test_text_is_the_paragraphs_without_the_headline():
    text = read_page(page()).text
    assert "\n\n".join(PARAGRAPHS) in text
    assert "Mine closed" not in text
    assert "Home" not in text


def test_linked_data():
    draft = read_page(page(f'<script type="application/ld+json">{json.dumps(LINKED)}</script>'))
    assert draft.title == "Mine closed after tower falls"
    assert draft.outlet == "Nordfoto News"
    assert draft.authors == ("Eva Lund", "Jan Hus")
    assert draft.published == "2024-05-03T23:30:00-05:00"
    assert draft.url == "https://nordfoto.example/mine"
    assert draft.language == "en-GB"


def test_meta_tags():
    draft = read_page(
        page(
            '<meta property="og:title" content="Mine shut"><meta property="og:site_name" content="Nordfoto">'
            '<meta property="article:published_time" content="2024-05-02"><meta name="author" content="By Jan Hus">'
            '<link rel="canonical" href="https://nordfoto.example/shut">'
        )
    )
    assert (draft.title, draft.outlet, draft.authors) == ("Mine shut", "Nordfoto", ("Jan Hus",))
    assert (draft.published, draft.url) == ("2024-05-02", "https://nordfoto.example/shut")


def test_a_page_without_metadata():
    draft = read_page(page())
    assert (draft.title, draft.url) == ("Mine closed after tower falls", None)
    assert draft.published == "2024-05-03T09:00:00+02:00"


def test_no_date_is_guessed():
    assert read_page(page(time="")).published is None
    two = '<time datetime="2024-05-03">3 May</time> <time datetime="2024-05-09">9 May</time>'
    assert read_page(page(time=two)).published is None


def test_short_and_broken_pages():
    assert (
        read_page("<html><body><h1>Mine closed</h1><p>The mine was closed on Monday.</p>").text
        == "The mine was closed on Monday."
    )
    assert "“Nobody" in read_page(f"<p>{PARAGRAPHS[0]}<p>{PARAGRAPHS[1]}").text


@pytest.mark.parametrize(
    "html", ["", "<html></html>", "<script>a</script>", "<div>" * 6000, "<?xml version='1.0' encoding='utf-8'?><html/>"]
)
def test_pages_without_text(html):
    assert read_page(html) is None


def test_broken_linked_data_is_passed_over():
    assert (
        read_page(page('<script type="application/ld+json">{"a": </script>')).title == "Mine closed after tower falls"
    )


def test_fragments():
    assert (
        page_text("<p>One long sentence of it.</p><p>And another one.</p>")
        == "One long sentence of it.\n\nAnd another one."
    )


def test_a_fragment_of_one_paragraph():
    assert page_text("<p>The dam <b>held</b> on Friday.</p>") == "The dam held on Friday."
    assert page_text("<div></div>") is None


@pytest.mark.parametrize("odd", ["&#xfffe;", "&#xd800;", "&#1;", "\ufffe", "\x0b", "&#0;"])
def test_characters_that_xml_cannot_hold(odd):
    text = "The mine at Kiruna was closed on Monday after part of a lift tower fell into the shaft, the company said."
    head = f"<html><head><title>A{odd}</title></head>"
    assert text in read_page(f"{head}<body><article><h1>Dam{odd} holds</h1><p>{text}</p></article>").text
