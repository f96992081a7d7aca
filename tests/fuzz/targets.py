"""What is fuzzed: each target takes bytes, runs a reader or the whole pipeline, and checks what must hold of any input.

A target raises AssertionError where a promise is broken; whatever else it raises is a find too.
"""

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TypeVar

from firsthand.corrections import from_annotations, text_hash
from firsthand.errors import FirsthandError
from firsthand.fetch.addresses import is_public, web_address
from firsthand.fetch.feeds import iso_time, listing_in
from firsthand.fetch.robots import allows, robots_of
from firsthand.names import read_names
from firsthand.pipeline import Found, brief_of, conclude, find_in
from firsthand.records import Article, Brief, Part, Period, Unprocessed
from firsthand.settings import Settings
from firsthand.show import FORMATS, render
from firsthand.stages.read import UNFORESEEN, read, read_bytes
from firsthand.stages.read.stamps import full_dates, written_date

SETTINGS = Settings()
T = TypeVar("T")
FOLDER = Path(tempfile.gettempdir())
# Marks where one text of a pile ends and the next begins.
NEXT = "\f"


def reads(kind: str | None) -> Callable[[bytes], None]:
    """A target for a reader of articles; without a kind it is told by the bytes, as with files of any name."""

    def run(data: bytes) -> None:
        for found in read_bytes(data, "https://wire.example/a", SETTINGS, kind=kind, published="2024-05-03"):
            sound(found)

    return run


def sound(found: Article | Unprocessed) -> None:
    """Whether what a reader gives can be stored, and its parts cover the text in order."""
    json.dumps(asdict(found), ensure_ascii=False).encode()
    if isinstance(found, Unprocessed):
        assert found.why and "\n" not in found.why and len(found.why) < 500, found.why
        assert not found.why.startswith(UNFORESEEN), found.why
        return
    assert found.text.strip() and "\0" not in found.text
    assert found.url is None or found.url.lower().startswith(("http://", "https://"))
    at = 0
    for part in found.parts:
        assert at <= part.start < part.end <= len(found.text), part
        assert not found.text[at : part.start].strip(), "text outside the parts"
        at = part.end
    assert not found.text[at:].strip(), "text behind the parts"


def feed(data: bytes) -> None:
    """Feeds and lists of feeds, and the times and addresses in them."""
    listing = listing_in(data, "https://wire.example/feed.xml")
    if listing is None:
        return
    json.dumps(asdict(listing), ensure_ascii=False).encode()
    for item in (*listing.entries, *listing.feeds):
        assert item.url.startswith(("http://", "https://")) and item.url.isascii(), item.url


def robots(data: bytes) -> None:
    """robots.txt, whatever a site calls so."""
    rules = robots_of(data, "firsthand")
    assert 0 <= rules.delay < float("inf")
    for path in ("/", "/private/open.html", "/a/b/c" * 50):
        assert allows(rules, f"https://wire.example{path}") in (True, False)


def lines(data: bytes) -> None:
    """Each line as a date and as an address."""
    for line in data.decode("utf-8", "surrogateescape").splitlines()[:50]:
        for day in (written_date(line, "en"), *full_dates(line, "en")):
            assert day is None or (len(day) in (4, 7, 10) and day.isascii()), day
        iso_time(line)
        is_public(line)
        if address := web_address(line, "https://wire.example/"):
            assert address.isascii() and address.startswith(("http://", "https://")), address


def names(data: bytes) -> None:
    """A names file."""
    with written(data, ".yaml") as path:
        refused(lambda: read_names(path))


def refused(read: Callable[[], T]) -> T | None:
    """What is read, or None where it is refused with one line that says why."""
    try:
        return read()
    except FirsthandError as error:
        said = str(error)
    assert said and "\n" not in said, said
    return None


class written:  # noqa: N801 - reads as a word
    """A file that holds some bytes, for as long as it is needed."""

    def __init__(self, data: bytes, suffix: str) -> None:
        self.data, self.path = data, FOLDER / f"fuzz-{os.getpid()}{suffix}"

    def __enter__(self) -> Path:
        self.path.write_bytes(self.data)
        return self.path

    def __exit__(self, *error: object) -> None:
        self.path.unlink(missing_ok=True)


def file(data: bytes) -> None:
    """A file as `firsthand read` takes it; the first byte chooses its name."""
    endings = (".txt", ".md", ".html", ".json", ".jsonl", ".csv", ".tsv", ".gz", ".html.gz", ".pdf", "")
    with written(data[1:], endings[data[0] % len(endings)] if data else "") as path:
        articles, unprocessed = read([path], SETTINGS)
        for found in (*articles, *unprocessed):
            sound(found)
        assert articles or unprocessed


def pile_of(data: bytes) -> list[Article]:
    """One to three articles of some bytes, as a text file gives them."""
    texts = data.decode("utf-8", "replace").split(NEXT)[:3]
    found = (
        each
        for n, text in enumerate(texts)
        for each in read_bytes(
            text.encode(), f"https://wire{n}.example/a", SETTINGS, kind="text", published="2024-05-03"
        )
    )
    return [each for each in found if isinstance(each, Article)]


def pile(data: bytes) -> int:
    """The whole pipeline and every way of showing what it found; how many articles there were."""
    articles = [article for article in pile_of(data) if article.language == "en"]
    if articles:
        checked(brief_of(articles, (), SETTINGS))
    return len(articles)


def checked(brief: Brief) -> None:
    """Whether a brief is verbatim, and can be shown in each form."""
    assert not [u.why for u in brief.unprocessed if "could not be analysed" in u.why], brief.unprocessed
    texts = {article.id: article.text for article in brief.articles}
    for said in brief.statements:
        text = texts[said.article]
        assert said.text == " ".join(text[start:end] for start, end in said.spans), said
        for start, end in (*said.spans, *said.source_spans, *said.cue_spans, *((t.start, t.end) for t in said.times)):
            assert 0 <= start < end <= len(text), said
    for actor in brief.actors:
        for mention in actor.mentions:
            assert all(0 <= start < end <= len(texts[mention.article]) for start, end in mention.spans), actor
    for form in FORMATS:
        shown = render(brief, form)
        shown.encode()
        assert "\0" not in shown, form
        if form == "json":
            json.loads(shown)
        if form in ("terminal", "markdown"):  # nothing in an article steers the screen
            assert not any(char in shown for char in "\x1b\x07\x08\u202e\u2066"), form


@cache
def decided_on() -> tuple[Found, ...]:
    """What is found in the articles that the seeds of decisions speak of."""
    texts = (
        "The dam at Vellin holds, the engineer Ada Holm said on Monday 🌊. “No water has passed the wall,” she told "
        "reporters. Residents had feared that the wall would break, according to Odd Bakke. The valley was evacuated in "
        "May 2024.",
        "The bridge at Vellin is closed, the mayor said. It rained for a week.",
    )
    return tuple(find_in(article, SETTINGS) for article in plain(texts))


def plain(texts: tuple[str, ...]) -> Iterator[Article]:
    """Articles of one part each."""
    day = Period(start="2025-03-04", end="2025-03-04", basis="metadata")
    for text in texts:
        yield Article(
            id=text_hash(text)[:16], path=None, url=None, outlet=None, title=None, authors=(), language="en",
            published=day, text=text, parts=(Part(start=0, end=len(text), kind="body"),),
        )  # fmt: skip


def corrections(data: bytes) -> None:
    """Decisions that are taken in, and what they do to a brief."""
    taken = refused(lambda: from_annotations(data))
    if taken is None:
        return
    found = decided_on()
    checked(conclude(found, [each.article for each in found], corrections=taken))


# Target → the seeds it starts from, and what is run.
TARGETS: dict[str, tuple[str, Callable[[bytes], int | None]]] = {
    "text": ("text", reads("text")),
    "markdown": ("text", reads("markdown")),
    "page": ("page", reads("page")),
    "json": ("json", reads("json")),
    "lines": ("lines", reads("lines")),
    "csv": ("csv", reads("csv")),
    "tsv": ("csv", reads("tsv")),
    "any": ("page", reads(None)),
    "file": ("text", file),
    "feed": ("feed", feed),
    "robots": ("robots", robots),
    "dates and addresses": ("text", lines),
    "names": ("names", names),
    "corrections": ("corrections", corrections),
    "pile": ("text", pile),
}
