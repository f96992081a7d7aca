"""Input that is too much of one thing: by name and target, made when it is thrown."""

import gzip
import json
from collections.abc import Callable

MILLION = 1_000_000
DEEP = 100_000
LONG = 100 * MILLION
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
WORDS = "The dam at Vellin holds, the engineer Ada Holm said on Monday. "


def article(html: str) -> bytes:
    return f"<html><body><article><p>{WORDS * 3}</p>{html}<p>{WORDS * 3}</p></article></body></html>".encode()


def row(text: object) -> bytes:
    return json.dumps({"title": "Dam", "url": "https://wire.example/a", "text": text}).encode()


def item(inside: str, doctype: str = "") -> bytes:
    return f"<?xml version='1.0'?>{doctype}<rss><channel><item><link>http://a.example/</link>{inside}</item></channel></rss>".encode()


# (target, name) → input
BOMBS: dict[tuple[str, str], Callable[[], bytes]] = {
    ("text", "a line of 100 MB"): lambda: b"word " * (LONG // 5),
    ("text", "a word of 100 MB"): lambda: b"a" * LONG,
    ("text", "a million quotation marks"): lambda: "“".encode() * MILLION,
    ("text", "200,000 quotation marks"): lambda: "“".encode() * 200_000,
    ("text", "200,000 line ends"): lambda: b"A.\n\n" * 50_000,
    ("text", "a line for every word"): lambda: b"Home\n" * 50_000,
    ("text", "unpacked without end"): lambda: gzip.compress(b"a" * LONG * 3, 9),
    ("file", "a bomb in a bomb"): lambda: b"\7" + gzip.compress(gzip.compress(b"a" * LONG, 9), 9),
    ("text", "nothing but blanks"): lambda: b" " * LONG,
    ("text", "zeros"): lambda: b"\0" * LONG,
    ("markdown", "front matter without end"): lambda: b"---\n" + b"a: b\n" * 100_000,
    ("markdown", "headings"): lambda: b"# a\n" * 60_000,
    ("page", "100,000 elements deep"): lambda: article("<div>" * DEEP + "It held." + "</div>" * DEEP),
    ("page", "100,000 lists deep"): lambda: article("<ul><li>" * DEEP + "It held."),
    ("page", "100,000 tables deep"): lambda: article("<table><tr><td>" * DEEP),
    ("page", "200 elements deep"): lambda: article("<div>" * 200 + "It held." + "</div>" * 200),
    ("page", "200 elements deep, 200 times"): lambda: article(("<div>" * 200 + "It held." + "</div>" * 200) * 200),
    ("page", "a million elements"): lambda: article("<b>a</b>" * MILLION),
    ("page", "100,000 paragraphs"): lambda: article("<p>It held, he said.</p>" * DEEP),
    ("page", "a million breaks"): lambda: article("<br>" * MILLION),
    ("page", "100,000 attributes"): lambda: article("<p " + " ".join(f"a{n}=b" for n in range(DEEP)) + ">a</p>"),
    ("page", "an attribute of 9 MB"): lambda: article(f"<p class='{'a ' * 4_500_000}'>a</p>"),
    ("page", "open tags"): lambda: article("<" * MILLION),
    ("page", "open comments"): lambda: article("<!--" * MILLION),
    ("page", "entities"): lambda: article("&lt;p&gt;&amp;" * 300_000),
    ("page", "a page of 100 MB"): lambda: article("<p>It held.</p>" * (LONG // 15)),
    ("page", "100,000 metadata"): lambda: (
        b"<html><head>" + b"<meta name=author content='A. Kos'>" * DEEP + article("")[6:]
    ),
    ("page", "an author of a megabyte"): lambda: (
        b"<meta name=author content='" + b"A. Kos and " * 100_000 + b"'>" + article("")
    ),
    ("page", "a title of a megabyte"): lambda: b"<title>" + b"Dam | " * 200_000 + b"</title>" + article(""),
    ("page", "deep JSON-LD"): lambda: (
        b"<script type='application/ld+json'>" + b'{"@graph":' * DEEP + b"</script>" + article("")
    ),
    ("page", "links"): lambda: article("<a href='/a'>Home</a> " * 200_000),
    ("json", "100,000 lists deep"): lambda: b"[" * DEEP,
    ("json", "100,000 objects deep"): lambda: b'{"data":' * DEEP,
    ("json", "a number of a million digits"): lambda: b'{"text": ' + b"9" * MILLION + b"}",
    ("json", "a date of a million digits"): lambda: row(WORDS)[:-1] + b', "published": "' + b"9" * MILLION + b'"}',
    ("json", "an author of a megabyte"): lambda: row(WORDS)[:-1] + b', "author": "' + b"By A, and " * 100_000 + b'"}',
    ("json", "an author with a gap"): lambda: row(WORDS)[:-1] + b', "author": "A' + b" " * MILLION + b'B"}',
    ("json", "authors as deep lists"): lambda: (
        row(WORDS)[:-1] + b', "author": "' + b"[" * 50_000 + b"]" * 50_000 + b'"}'
    ),
    ("json", "an address of a megabyte"): lambda: row(WORDS)[:-1] + b', "url": "http://' + b"a." * 500_000 + b'"}',
    ("json", "300,000 empty objects"): lambda: b"[" + b"{}," * 300_000 + b"{}]",
    ("json", "HTML in a field"): lambda: row("<p>" + "<div>" * DEEP + WORDS + "</div>"),
    ("lines", "a line of 100 MB"): lambda: b'{"text": "' + b"a" * LONG + b'"}\n' + row(WORDS),
    ("lines", "300,000 broken lines"): lambda: b"{\n" * 300_000,
    ("csv", "an open quotation mark"): lambda: b'title,text\na,"' + b"a\n" * 7 * MILLION,
    ("csv", "a million columns"): lambda: b"text," * MILLION + b"\n" + b"a," * MILLION,
    ("csv", "a line of 100 MB"): lambda: b"text\n" + b"a" * LONG,
    ("feed", "entities of entities"): lambda: item(
        "<title>&e11;</title>", f'<!DOCTYPE rss [<!ENTITY e0 "ha">{ENTITIES}]>'
    ),
    ("feed", "one entity a million times"): lambda: item(
        "<title>" + "&a;" * MILLION + "</title>", f'<!DOCTYPE rss [<!ENTITY a "{"a" * MILLION}">]>'
    ),
    ("feed", "a file as an entity"): lambda: item(
        "<title>&f;</title>", '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    ),
    ("feed", "100,000 elements deep"): lambda: item("<a>" * DEEP),
    ("feed", "an author of a megabyte"): lambda: item("<author>" + "@" * MILLION + "</author>"),
    ("feed", "100,000 items"): lambda: b"<rss><channel>" + b"<item><link>http://a/</link></item>" * 100_000,
    ("feed", "100,000 outlines deep"): lambda: b"<opml><body>" + b"<outline xmlUrl='http://a/'>" * DEEP,
    ("feed", "100,000 attributes"): lambda: b"<rss " + b" ".join(b"a%d='b'" % n for n in range(DEEP)) + b">",
    ("feed", "open tags in a title"): lambda: item("<title>" + "&lt;a" * MILLION + "</title>"),
    ("feed", "JSON 100,000 lists deep"): lambda: (
        b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * DEEP
    ),
    ("feed", "an open brace"): lambda: b"{" * MILLION,
    ("robots", "stars"): lambda: b"User-agent: *\n" + b"Disallow: " + b"*a" * MILLION,
    ("robots", "a million rules"): lambda: b"User-agent: *\n" + b"Disallow: /a*b\n" * MILLION,
    ("dates and addresses", "digits"): lambda: b"9" * MILLION,
    ("dates and addresses", "days"): lambda: b"1 May " * 200_000,
    ("dates and addresses", "dots"): lambda: b"http://" + b"a." * MILLION,
    ("names", "aliases of aliases"): lambda: (
        b"a0: &a0 [x]\n"
        + b"".join(b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 10)) for n in range(1, 12))
    ),
    ("names", "names of aliases"): lambda: (
        b"same:\n- &a0 [x, y]\n"
        + b"".join(b"- &a%d [%s]\n" % (n, b", ".join([b"*a%d" % (n - 1)] * 10)) for n in range(1, 12))
    ),
    ("names", "100,000 lists deep"): lambda: b"same: " + b"[" * DEEP,
    ("names", "a chain of 5,000"): lambda: (
        b"member_of:\n" + b"".join(b"  a%d: a%d\n" % (n, n + 1) for n in range(5_000))
    ),
    ("names", "a number of a million digits"): lambda: b"same: " + b"9" * MILLION,
    ("corrections", "100,000 lists deep"): lambda: b"[" * DEEP,
    ("corrections", "a million numbers"): lambda: b"[" + b"1," * MILLION + b"1]",
}
_PILE = {
    "quotation marks": "“",
    "pairs of quotation marks": "“a” ",
    "said": "“a,” he said. ",
    "one sentence": "and the mayor said that ",
    "according to": "according to ",
    "dates": "On 3 May 2024 he said so. ",
    "today": "today ",
    "years ago": "99999999999 years ago ",
    "he": "he ",
    "A": "A ",
    "short lines": "He said no.\n",
    "short paragraphs": "A.\n\n",
    "numbers": "12,345 ",
    "brackets": "a ( ",
    "zero width": "a\u200b ",
    "bidi": "\u202ea \u2066",
    "combining": "a" + "\u0301" * 9 + " ",
    "blanks": "a" + " " * 200,
    "a word": "a",
    "credits": "(Reuters) - He said.\n\n",
    "bylines": "By Jane Doe\n",
    "tabs of menus": "Home | Sport | News\n",
    "plural owners": "Anna's ",
    "copies": WORDS,
}


def _many(words: str) -> Callable[[], bytes]:
    text = f"{WORDS * 3}\n\n" + words * (200_000 // len(words.encode()))
    return text.encode


def _names(form: str) -> Callable[[], bytes]:
    def names() -> bytes:
        drawn = ("".join(chr(97 + n // 26**k % 26) for k in range(3)) for n in range(10_000))
        return " ".join(form.format(f"Ana{name}", f"Kos{name[::-1]}") for name in drawn).encode()

    return names


BOMBS |= {("pile", name): _many(words) for name, words in _PILE.items()}
BOMBS |= {("pile", "10,000 names"): _names("{} {},"), ("pile", "10,000 speakers"): _names("{} {} said so.")}
