"""Input that means harm: seeds bent at random, and the bombs that everybody throws. The same number, the same input."""

import gzip
import json
import random
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

SEEDS = Path(__file__).parent / "seeds"
# Which folder of seeds a target starts from, and the words that mean something to its reader.
GRAMMAR: dict[str, tuple[str, ...]] = {
    "text": ("“", "”", "‘", "’", '"', "'", "«", "»", "said", " he said ", "according to ", "denied", "By Jane Doe\n",
             "Photo: A. Kos", "© 2025 The Post", "(Reuters) - ", "VELLIN, May 3 (Adria Wire) - ", "\n\n", "\n", "|", "#",
             "---\n", "Share | Print", "told ", "99999999999 years ago", "May 3, 2024", "31 February 2024", "noon",
             "$9e999", "the 2147483648th ", "1,200,000,000,000,000", "U.S.", "Mr. ", "Correction: ", ":", ";", "—", "…",
             "did not respond", "from May to June", "two weeks later", "on Monday", "12:61", "A/B/C", "http://a.b/"),
    "page": ("<p>", "</p>", "<div>", "</div>", "<article>", "<table><tr><td>", "</table>", "<ul><li>", "<script>",
             "</script>", "<!--", "-->", "<![CDATA[", "]]>", "<pre>", "<svg>", "<math>", "<template>", "<frameset>", "<br>",
             '<script type="application/ld+json">', '{"@type":"NewsArticle","headline":', "<base href=//x>", "&#0;",
             "&#xd800;", "&#1114112;", "&lt;", "<h1>", "<time datetime=9999999999999>", "<meta charset=utf-7>", "<meta charset=hex>\udcff", "<meta charset=idna>\udcff",
             "<meta name=date content=", "<link rel=canonical href=javascript:1>", "<a href='", "<q>", "<blockquote>",
             "<plaintext>", "<textarea>", "<select>", "<noscript>", "<iframe srcdoc=", "<figure><figcaption>", "<x:y z='"),
    "json": ("[", "{", "]", "}", '"', ":", ",", "null", "NaN", "Infinity", "-1e999", "9" * 400, '"text"', '"title":',
             '"content":{"rendered":', '"authors":[', '"url":"http://a.b/"', "\\ud800", "\\u0000", "true", '"@graph":['),
    "csv": (",", ";", "\t", "|", '"', '""', "\r", "\n", "text", "title", "=cmd()", "\0", '",\n"'),
    "feed": ("<item>", "</item>", "<entry>", "<link>", "<link href='javascript:1'/>", "<![CDATA[", "]]>", "&x;", "<title>",
             '<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>', "&c;", "<!ENTITY % p SYSTEM 'file:///etc/passwd'>",
             "<xi:include href='file:///etc/passwd'/>", "<pubDate>Tue, 99 Oct 99999 99:99:99 +9999</pubDate>", "<rss>",
             "<outline xmlUrl='http://[::1]/'/>", "xml:base='http://['", "xmlns:a=''", "<guid>", "<content type='xhtml'>",
             '"items":[', '"url":"//x"', "jsonfeed.org/version/1", "http://[", "http://a:99999999/", "&#xD800;", "&#0;"),
    "names": ("- ", "[", "]", "{", "}", ": ", "&a ", "*a", "!!python/object/apply:os.system [echo]", "!!set ", "? ", "|\n",
              "<<: *a", "same:", "different:", "member_of:", "null", "\t", "2024-05-03", "0o7", "1e999", "---\n", "%YAML 9"),
    "robots": ("User-agent: ", "Disallow: ", "Allow: ", "*", "$", "%", "%zz", "/", "\r", "#", "Crawl-delay: ", "1e999", "nan"),
}  # fmt: skip
FAMILY = {"lines": "json", "corrections": "json"}
EVIL = (
    "\0", "\ufeff", "\ud800", "\udfff", "\u200b", "\u200d", "\u202e", "\u2066", "\u2069", "\u0301", "\u2028", "\x85",
    "\x1b[31m", "\r", "\v", "\x7f", "\ufffe", "\U0010ffff", "ﷺ", "İ", "ß", "ﬁ", "Ǆ", "𝒜", "👩‍👩‍👧‍👦", "🏴‍☠️", "１２３", "²", "৪", "Ⅷ",
    "中", "ا", "%s", "{0}", "{{7*7}}", "../../etc/passwd", "' OR 1=1--", "<script>alert(1)</script>", "$(id)", "-" * 40,
    "9" * 30, "a" * 300, "(" * 30, "[" * 30, " " * 50, "\n" * 30, "." * 30, "A. B. C. D. ", "99999999999 years ago",
)  # fmt: skip
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "latin-1", "cp1252", "shift-jis", "utf-7", "gzip")
LARGEST = 200_000  # bytes; what is larger is a bomb, and is thrown by name


def seeds(kind: str) -> list[bytes]:
    """The seeds of a kind, in the order of their names."""
    return [path.read_bytes() for path in sorted((SEEDS / kind).iterdir())]


def made(kind: str, number: int) -> bytes:
    """Input `number` of a kind."""
    rng = random.Random(f"{kind} {number}")
    return bent(kind, rng.choice(seeds(kind)), rng)


def bent(kind: str, data: bytes, rng: random.Random) -> bytes:
    """`data` after one to six changes, and now and then in another encoding."""
    words = GRAMMAR[FAMILY.get(kind, kind)]
    if FAMILY.get(kind, kind) == "json" and rng.random() < 0.5:
        data = _bent_value(data, rng)
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(rng.choice((1, 1, 2, 3, 4, 6))):
        text = rng.choice(CHANGES)(text, words, rng)[:LARGEST]
    out = text.encode("utf-8", "surrogatepass" if rng.random() < 0.5 else "replace")
    if rng.random() < 0.1:
        out = _bytes_flipped(out, rng)
    return _encoded(out, rng.choice(ENCODINGS)) if rng.random() < 0.1 else out


def _place(text: str, rng: random.Random) -> int:
    return rng.randrange(len(text) + 1)


def _slice(text: str, rng: random.Random) -> tuple[int, int]:
    start = _place(text, rng)
    return start, min(len(text), start + int(2 ** rng.uniform(0, 9)))


def _put(text: str, words: tuple[str, ...], rng: random.Random) -> str:
    at = _place(text, rng)
    return text[:at] + rng.choice(rng.choice((words, EVIL))) + text[at:]


def _scatter(text: str, words: tuple[str, ...], rng: random.Random) -> str:
    word = rng.choice(rng.choice((words, EVIL)))
    for _ in range(rng.randrange(1, 20)):
        at = _place(text, rng)
        text = text[:at] + word + text[at:]
    return text


def _drop(text: str, words: tuple[str, ...], rng: random.Random) -> str:
    start, end = _slice(text, rng)
    return text[:start] + text[end:]


def _move(text: str, words: tuple[str, ...], rng: random.Random) -> str:
    start, end = _slice(text, rng)
    at = _place(text, rng)
    return text[:at] + text[start:end] + text[at:]


def _repeat(text: str, words: tuple[str, ...], rng: random.Random) -> str:
    """A stretch or a word over and over, seldom often."""
    start, end = _slice(text, rng)
    piece = text[start:end] if rng.random() < 0.5 else rng.choice(rng.choice((words, EVIL)))
    return text[:start] + piece * int(2 ** rng.triangular(0, 12, 2)) + text[end:]


def _cut_off(text: str, words: tuple[str, ...], rng: random.Random) -> str:
    return text[: _place(text, rng)]


def _swap(text: str, words: tuple[str, ...], rng: random.Random) -> str:
    old = rng.choice((" ", "\n", "“", "”", ",", ".", "said", "<", ">", '"', "\n\n", "e"))
    return text.replace(old, rng.choice((*words, *EVIL, "")), rng.randrange(1, 30))


def _case(text: str, words: tuple[str, ...], rng: random.Random) -> str:
    start, end = _slice(text, rng)
    return text[:start] + rng.choice((str.upper, str.lower, str.title, str.swapcase))(text[start:end]) + text[end:]


def _letters(text: str, words: tuple[str, ...], rng: random.Random) -> str:
    """Characters of the whole of Unicode."""
    start, end = _slice(text, rng)
    return (
        text[:start] + "".join(chr(int(2 ** rng.uniform(0, 20.08))) for _ in range(min(40, end - start))) + text[end:]
    )


CHANGES: tuple[Callable[[str, tuple[str, ...], random.Random], str], ...] = (
    _put, _put, _scatter, _drop, _move, _repeat, _cut_off, _swap, _case, _letters,
)  # fmt: skip


def _bytes_flipped(data: bytes, rng: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(rng.randrange(1, 12)):
        if out:
            out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def _encoded(data: bytes, encoding: str) -> bytes:
    if encoding == "gzip":
        return gzip.compress(data, mtime=0)
    return data.decode("utf-8", "replace").encode(encoding, "replace")


VALUES = (
    None, True, 0, -1, 10**40, 1e308, float("nan"), float("inf"), "", " ", "\ud800", "\0", [], {}, [[]], [None], {"": ""},
    "9" * 300, "2024-05-03", "99999-99-99", -(10**12), 253402300800, "<p>a</p>", "<div>" * 50, "['a', ['b'", "null",
    {"name": 1}, {"name": None, "@value": []}, {"rendered": {"rendered": "x"}}, [["a"], "b"], "javascript:alert(1)",
    "http://[::1", "a" * 5000, 1.5, {"@id": 3},
)  # fmt: skip


def _bent_value(data: bytes, rng: random.Random) -> bytes:
    """JSON of which one to three values are others; of lines, each for itself."""
    try:
        values = [json.loads(data)]
    except ValueError:
        values = [json.loads(line) for line in data.splitlines() if line.strip()]
    for _ in range(rng.randrange(1, 4)):
        _bend(values, rng)
    return "\n".join(map(json.dumps, values)).encode()


def _bend(held: list | dict, rng: random.Random) -> None:
    keys = list(held) if isinstance(held, dict) else range(len(held))
    if not keys:
        return
    key = rng.choice(keys)
    if isinstance(held[key], list | dict) and rng.random() < 0.8:
        _bend(held[key], rng)
    elif isinstance(held, dict) and rng.random() < 0.1:
        del held[key]
    else:
        held[key] = deepcopy(rng.choice(VALUES))
