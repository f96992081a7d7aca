"""Feeds of each kind, lists of feeds, what is broken, and what means harm."""

import json
import time

import pytest

from firsthand.fetch import feeds
from firsthand.fetch.feeds import Entry, Feed, feed_in, iso_time, listing_in

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
 <title>Alder Ford &amp;amp; Valley</title><link>https://alder.example/</link>
 <atom:link rel="self" href="https://alder.example/feed"/>
 <item><media:title>A picture</media:title><title>Dam &lt;b&gt;holds&lt;/b&gt; &eacute;</title>
  <link>https://alder.example/dam#top</link><description>Short.</description><dc:creator>Ana Kos</dc:creator>
  <pubDate>Fri, 09 May 2025 07:20:00 +0200</pubDate><media:content url="https://alder.example/dam.jpg"/>
  <content:encoded><![CDATA[<p>The dam holds.</p>]]></content:encoded></item>
 <item><title>By its mark</title><guid>https://alder.example/2</guid>
  <author>desk@alder.example (Eva Lund)</author></item>
 <item><title>No address</title><guid isPermaLink="false">https://alder.example/3</guid></item>
 <item><title>Again</title><link>/dam</link></item>
 <item><title>Not of the web</title><link>javascript:alert(1)</link></item>
</channel></rss>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Alder</title></channel>
 <item rdf:about="y"><title>Dam holds</title><link>https://alder.example/dam</link><dc:date>2025-05-09T07:20Z</dc:date>
 </item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://alder.example/news/">
 <title type="text">1 &lt; 2</title>
 <entry><id>tag:alder,1</id><title type="html">Dam &amp;lt; bridge</title><author><name>Ana Kos</name></author>
  <link rel="enclosure" href="dam.mp3"/><link rel="alternate" type="application/json" href="dam.json"/>
  <link rel="alternate" type="text/html" href="dam"/>
  <published>2025-05-09T07:20:00Z</published><updated>2025-05-10T00:00:00Z</updated><summary>Short.</summary>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The dam <b>holds</b>.</p></div></content></entry>
 <entry><id>https://alder.example/2</id><title>Two</title><content>Plain words.</content></entry>
 <entry><link href="3"/><title>Three</title><content type="html">&lt;p&gt;Words.&lt;/p&gt;</content></entry>
 <entry><link href="4"/><title>Four</title><content src="https://alder.example/4.pdf" type="application/pdf"/></entry>
</feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1", "title": "Alder",
        "items": [
            {"id": "1", "url": "/dam", "title": "Dam holds", "content_html": "<p>The dam holds.</p>",
             "date_published": "2025-05-09T07:20:00+02:00", "date_modified": "2025-05-10T00:00:00Z",
             "authors": [{"name": "Ana Kos"}, {"url": "x"}, "y"]},
            {"id": "https://alder.example/2", "content_text": "Half \ud800 of it\0.", "author": {"name": "Eva Lund"}},
            {"id": "3"}, "four", {"url": 5},
        ],
    }
)  # fmt: skip
OPML = """<opml version="2.0"><head><title>Ours</title></head><body>
 <outline text="Valley"><outline text="Deeper"><outline type="rss" text="Alder" xmlUrl="https://alder.example/feed"/></outline>
  <outline title="Beech &amp; Co" text="x" XMLURL="feed.xml" htmlUrl="https://beech.example/"/></outline>
 <outline type="include" text="More" url="https://lists.example/more.opml"/>
 <outline type="link" text="A page" url="https://alder.example/about"/>
 <outline text="Again" xmlUrl="https://alder.example/feed"/><outline xmlUrl="file:///etc/passwd"/>
</body></opml>"""
DAM = "https://alder.example/dam"


def test_rss():
    found = listing_in(RSS.encode(), "https://alder.example/feed")
    assert (found.kind, found.title, found.feeds, found.left) == ("feed", "Alder Ford & Valley", (), 0)
    assert found.entries == (
        Entry(
            url=DAM, title="Dam holds é", authors=("Ana Kos",), published="2025-05-09T07:20:00+02:00",
            html="<p>The dam holds.</p>",
        ),
        Entry(url="https://alder.example/2", title="By its mark", authors=("Eva Lund",)),
    )  # fmt: skip


def test_rss_1():
    found = listing_in(RDF.encode())
    assert found.entries == (Entry(url=DAM, title="Dam holds", published="2025-05-09T07:20:00+00:00"),)
    assert found.title == "Alder"


def test_atom():
    found = listing_in(ATOM.encode(), "https://feeds.example/x")
    assert found.title == "1 < 2"
    first, second, third, fourth = found.entries
    assert (first.url, first.title, first.authors) == ("https://alder.example/news/dam", "Dam < bridge", ("Ana Kos",))
    assert (first.published, first.updated) == ("2025-05-09T07:20:00+00:00", "2025-05-10T00:00:00+00:00")
    assert "<p>The dam <b>holds</b>.</p>" in first.html
    assert (second.url, second.text, second.html) == ("https://alder.example/2", "Plain words.", None)
    assert (third.html, third.text) == ("<p>Words.</p>", None)
    assert (fourth.url, fourth.html, fourth.text) == ("https://alder.example/news/4", None, None)


def test_json_feed():
    found = listing_in(JSON_FEED.encode(), "https://alder.example/feed.json")
    assert found.title == "Alder"
    assert found.entries == (
        Entry(
            url=DAM, title="Dam holds", authors=("Ana Kos",), published="2025-05-09T07:20:00+02:00",
            updated="2025-05-10T00:00:00+00:00", html="<p>The dam holds.</p>",
        ),
        Entry(url="https://alder.example/2", authors=("Eva Lund",), text="Half ? of it\ufffd."),
    )  # fmt: skip


def test_opml():
    found = listing_in(OPML.encode(), "https://beech.example/")
    assert (found.kind, found.title, found.entries) == ("list", "Ours", ())
    assert found.feeds == (
        Feed(url="https://alder.example/feed", title="Alder"),
        Feed(url="https://beech.example/feed.xml", title="Beech & Co"),
        Feed(url="https://lists.example/more.opml", title="More"),
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_encodings(encoding):
    text = RSS.replace("UTF-8", encoding.removesuffix("-sig")).replace("&eacute;", "é")
    assert listing_in(text.encode(encoding), DAM).entries[0].title == "Dam holds é"


@pytest.mark.parametrize(
    "data",
    [
        "", "words", "<html><head><title>x</title><link rel=alternate type='application/rss+xml' href='/feed'></head>",
        "<?xml version='1.0'?><urlset><url><loc>https://alder.example/</loc></url></urlset>", "{}", '{"items": []}',
        "<html><body><feed >a page with an odd element</feed></body></html>", '["https://jsonfeed.org/version/1"]',
        '{"version": "https://jsonfeed.org/version/1", "items": 5}', "<p>How to write &lt;rss&gt;</p>",
    ],
)  # fmt: skip
def test_what_is_no_feed(data):
    assert listing_in(data.encode(), DAM) is None


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        (RSS[: RSS.index(" <item><title>No address")], 2),  # cut off
        ("\n\n " + RSS, 2),
        (RSS.replace("Short.", "Fish & chips < 5 &nosuch; \x0b"), 2),
        (RSS.replace("</channel></rss>", ""), 2),
        (RSS.replace("xmlns:content", "xmlns:other"), 2),
        (RSS.replace("Fri, 09 May 2025", "Freitag"), 2),
        ("<rss><channel></channel></rss>", 0),
        ("<rss", None),
    ],
)
def test_of_a_broken_feed_what_can_be_read_counts(text, entries):
    found = listing_in(text.encode(), "https://alder.example/feed")
    assert (found and len(found.entries)) == entries


def test_characters_that_are_none():
    text = RSS.replace("Short.", "&#xD800; &#55296; &#0;").encode().replace(b"Ana", b"A\xed\xa0\x80na")
    found = listing_in(text.replace(b"holds", b"\xff holds", 1), "https://alder.example/feed")
    assert [entry.url for entry in found.entries] == [DAM, "https://alder.example/2"]
    assert listing_in(b"<rss><channel><title>A &#xD800; B</title></channel></rss>").title == "A \ufffd B"


def many_entities(levels):
    inner = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol" * 10}">' for n in range(levels))
    return f"<?xml version='1.0'?><!DOCTYPE rss [{inner}]>"


HARM = {
    "entities": many_entities(12) + RSS.partition("?>")[2].replace("Short.", "&e11;").replace("Alder", "&e11;"),
    "big entity": "<!DOCTYPE rss [<!ENTITY a '" + "a" * 100_000 + "'>]><rss><channel><title>" + "&a;" * 20_000,
    "a file": "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + RSS.partition("?>")[2].replace("Dam", "&a;"),
    "a DTD": "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:1/x.dtd'>" + RSS.partition("?>")[2],
    "depth": "<rss><channel><item>" + "<a>" * 300_000,
    "outlines": "<opml><body>" + "<outline>" * 300_000 + "<outline xmlUrl='https://alder.example/'/>",
    "angles": "<rss><channel><item><title>" + "<" * 500_000,
    "tags in a title": "<rss><channel><title>" + "&lt;a" * 200_000 + "</title></channel></rss>",
    "JSON": '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 500_000,
    "numbers": '{"version": "https://jsonfeed.org/version/1", "items": ' + "9" * 500_000 + "}",
    "comments": "<rss>" + "<!--x-->" * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HARM)
def test_what_means_harm_does_none(name):
    began = time.process_time()
    found = listing_in(HARM[name].encode(), "https://alder.example/feed")
    assert time.process_time() - began < 2
    assert len(repr(found)) < 1_300_000
    assert "root:" not in repr(found)


def test_huge_feeds_are_limited(monkeypatch):
    monkeypatch.setattr(feeds, "MAX_ENTRIES", 3)
    monkeypatch.setattr(feeds, "MAX_FEEDS", 2)
    items = "".join(f"<item><link>https://alder.example/{n}</link></item>" for n in range(10))
    found = listing_in(f"<rss><channel>{items}</channel></rss>".encode())
    assert (len(found.entries), found.left) == (3, 7)
    outlines = "".join(f"<outline xmlUrl='https://alder.example/{n}'/>" for n in range(10))
    found = listing_in(f"<opml><body>{outlines}</body></opml>".encode())
    assert (len(found.feeds), found.left) == (2, 8)
    entries = [{"url": f"https://alder.example/{n}"} for n in range(5)]
    found = listing_in(json.dumps({"version": "https://jsonfeed.org/version/1", "items": entries}).encode())
    assert (len(found.entries), found.left) == (3, 2)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("Fri, 09 May 2025 07:20:00 GMT", "2025-05-09T07:20:00+00:00"),
        ("9 May 2025 07:20 EST", "2025-05-09T07:20:00-05:00"),
        (" 2025-05-09 ", "2025-05-09T00:00:00"),
        ("2025-05-09T07:20:00.123-0400", "2025-05-09T07:20:00-04:00"),
        ("Fri, 32 May 2025", None), ("", None), ("9" * 500, None),
    ],
)  # fmt: skip
def test_times(written, iso):
    assert iso_time(written) == iso


def test_files(tmp_path, monkeypatch):
    for name, text in {"a.opml": OPML, "b.xml": RSS, "c.json": JSON_FEED, "d.atom": ATOM, "e.txt": "words"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    kinds = {path.name: (found := feed_in(path)) and found.kind for path in tmp_path.iterdir()}
    assert kinds == {"a.opml": "list", "b.xml": "feed", "c.json": "feed", "d.atom": "feed", "e.txt": None}
    assert feed_in(tmp_path) is feed_in(tmp_path / "none") is feed_in("a\0b") is None
    monkeypatch.setattr(feeds, "MAX_FILE", 10)
    assert feed_in(tmp_path / "a.opml") is None
