"""From addresses to articles: a page gives itself, a feed the pages of its entries, a list its feeds."""

import codecs
import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from firsthand.fetch.addresses import web_address
from firsthand.fetch.feeds import Entry, Listing, feed_in, listing_in
from firsthand.fetch.polite import Answer, Clock, Fetcher, Manners, Missed
from firsthand.records import Article, Unprocessed
from firsthand.settings import Settings
from firsthand.stages.read import read_bytes
from firsthand.stages.read.decode import is_encoding

Progress = Callable[[str, int, int], None]
# A list may name lists, which may name lists.
DEPTH = 3
# What else is had shows in the bytes: "text/plain" is what servers say when they do not know.
PAGES = {"text/html": "page", "application/xhtml+xml": "page", "text/markdown": "markdown"}
SCHEMES = ("http://", "https://")

Kind = Literal["page", "feed", "list"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What is to be kept of a visit at an address, to be given back the next time.

    `status` is the server's (304: unchanged since the last visit), None when there was no answer; `seen` is when (ISO
    8601, UTC). `again`: it could not be had whole this time, and the next update asks for it again.
    """

    url: str
    kind: Kind
    etag: str | None = None
    modified: str | None = None
    title: str | None = None
    status: int | None = None
    seen: str
    again: bool = False


Gathered = Article | Unprocessed | Visit


@dataclass(slots=True)
class _Trip:
    """One run: what it has with it, where it has been, and what lies before it (address, depth of lists)."""

    fetcher: Fetcher
    known: Mapping[str, Visit]
    settings: Settings
    clock: Clock
    progress: Progress | None
    been: set[str] = field(default_factory=set)
    ahead: deque[tuple[str, int]] = field(default_factory=deque)
    done: int = 0
    total: int = 0

    def told(self, done: int = 0, more: int = 0) -> None:
        self.done, self.total = self.done + done, self.total + more
        if self.progress:
            self.progress("fetching", self.done, self.total)


def gather(
    given: Iterable[str | Path],
    known: Mapping[str, Visit],
    settings: Settings,
    manners: Manners = Manners(),
    *,
    clock: Clock = Clock(),
    progress: Progress | None = None,
) -> Iterator[Gathered]:
    """Fetches addresses of pages, feeds and lists of feeds (or files that are feeds or lists) and gives their articles.

    A Visit comes after all that was had from its address: once it is stored, so is the rest, and a run that was cut
    off goes on where it stopped. `known` holds earlier visits by their `url`. A page that is known from a feed is asked
    for again only when its entry was updated since, or could not be had; what is `given` is always asked for, with the
    validators of its last visit. `progress` is told addresses done, of how many so far. Nothing is raised for what is
    on the other side: it comes as Unprocessed.
    """
    with Fetcher(manners, clock) as fetcher:
        trip = _Trip(fetcher, known, settings, clock, progress)
        for each in given:
            text = str(each)
            if text.lower().startswith(SCHEMES):
                trip.ahead.append((text, 0))
                trip.told(more=1)
            elif listing := feed_in(text):
                yield from _listed(trip, listing, text, text, 0)
            else:
                yield _missed(
                    text, Missed(why="no feed and no list of feeds", remedy="give an address, or add it as a file")
                )
            while trip.ahead:
                yield from _arrive(trip, *trip.ahead.popleft())
                trip.told(done=1)


def due(known: Mapping[str, Visit]) -> tuple[str, ...]:
    """The addresses for `gather` at an update: lists and feeds, then pages that could not be had."""
    order = {"list": 0, "feed": 1, "page": 2}
    asked = [visit for visit in known.values() if visit.kind != "page" or visit.again]
    return tuple(visit.url for visit in sorted(asked, key=lambda visit: order[visit.kind]))


def _arrive(trip: _Trip, given: str, depth: int) -> Iterator[Gathered]:
    """Whatever stands at an address; below a list, and where a feed was before, only a feed or list will do."""
    address = web_address(given) or given
    if address in trip.been:
        return
    trip.been.add(address)
    before = trip.known.get(address)
    kind: Kind = before.kind if before else "feed" if depth else "page"
    answer = _ask(trip, address, before)
    if isinstance(answer, Answer) and answer.status == 304:
        yield _visit(trip, address, before, answer)
        return
    listing = listing_in(answer.data, answer.final) if isinstance(answer, Answer) else None
    if isinstance(answer, Answer) and listing is None and kind != "page":
        answer = Missed(why="no feed stands there", remedy="check the address of the feed", status=answer.status)
    if isinstance(answer, Missed):
        yield _missed(address, answer)
        yield _visit(trip, address, before, answer, kind)
    elif listing is None:
        yield from _page(trip, address, answer)
    else:
        again = False
        for found in _listed(trip, listing, address, answer.final, depth):
            again = again or (isinstance(found, Visit) and found.again)
            yield found
        yield _visit(trip, address, None, answer, listing.kind, listing.title, again)


def _listed(trip: _Trip, listing: Listing, address: str, final: str, depth: int) -> Iterator[Gathered]:
    """The articles of a feed; the feeds of a list are put on the way."""
    count = len(listing.entries) + len(listing.feeds)
    what = "entries" if listing.kind == "feed" else "feeds"
    if not count:
        yield Unprocessed(path=address, why=f"no {what} in it", remedy="check the address", failed=False)
    if listing.left:
        why = f"only the first {count:,} {what} were taken"
        yield Unprocessed(path=address, why=why, remedy=f"add what is missing of {listing.left:,} others", failed=False)
    if listing.feeds and depth >= DEPTH:
        yield _missed(address, Missed(why="a list in a list in a list", remedy="add its feeds themselves"))
        return
    new = [feed.url for feed in listing.feeds if feed.url not in trip.been]
    trip.ahead.extend((url, depth + 1) for url in new)
    trip.told(more=len(new))
    due = [entry for entry in listing.entries if _is_due(trip, entry)]
    trip.told(more=len(due))
    for entry in due:
        yield from _enter(trip, entry, final)
        trip.told(done=1)


def _is_due(trip: _Trip, entry: Entry) -> bool:
    before = trip.known.get(entry.url)
    if entry.url in trip.been:
        return False
    if before is None or before.again:
        return True
    times = [_moment(time) for time in (entry.updated, entry.published) if time]
    return any(time > _moment(before.seen) for time in times)


def _moment(time: str) -> datetime:
    moment = datetime.fromisoformat(time)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _enter(trip: _Trip, entry: Entry, feed: str) -> Iterator[Gathered]:
    """The page of an entry; the content in the feed stands in where the page cannot be had or holds no article."""
    trip.been.add(entry.url)
    before = trip.known.get(entry.url)
    answer = _ask(trip, entry.url, before)
    if isinstance(answer, Answer) and answer.status == 304:
        yield _visit(trip, entry.url, before, answer)
        return
    if isinstance(answer, Answer) and listing_in(answer.data, answer.final):
        answer = Missed(why="a feed where a page should be", remedy="add it by itself", status=answer.status)
    if isinstance(answer, Missed):
        found: list[Gathered] = [_missed(entry.url, answer), _visit(trip, entry.url, before, answer)]
    else:
        found = list(_page(trip, entry.url, answer, entry))
    if not any(isinstance(item, Article) for item in found) and _vouches(feed, entry.url):
        if instead := _content(trip, entry):
            found = [*instead, found[-1]]
    yield from found


def _vouches(feed: str, entry: str) -> bool:
    """Whether a feed may speak for an entry's address: it is of the same site, or a file that the user gave.

    Else anybody's feed could put words into a newspaper's mouth.
    """
    if not feed.lower().startswith(SCHEMES):
        return True
    hosts = [(urlsplit(address).hostname or "").removeprefix("www.") for address in (feed, entry)]
    return any(f".{a}".endswith(f".{b}") for a, b in (hosts, reversed(hosts)))


def _page(trip: _Trip, address: str, answer: Answer, entry: Entry | None = None) -> Iterator[Gathered]:
    """The articles of what is no feed, and the visit. Only what the user gave may be an export of many sites."""
    kind = PAGES.get(answer.type) or ("json" if "json" in answer.type and not entry else None)
    if kind is None and "xml" in answer.type and b"<html" not in answer.data[:4096].lower():
        yield _missed(address, Missed(why="XML that is no feed", remedy="give the address of a page or a feed"))
        yield _visit(trip, address, None, answer)
        return
    title = None
    published = entry.published if entry else None
    today = trip.clock.now().date().isoformat()
    for found in read_bytes(
        _as_utf8(answer), answer.final, trip.settings, kind=kind, published=published, fetched=today
    ):
        title = title or (found.title if isinstance(found, Article) else None)
        yield found
    yield _visit(trip, address, None, answer, "page", title)


def _content(trip: _Trip, entry: Entry) -> list[Gathered]:
    """The article that a feed itself carries."""
    if not (entry.html or entry.text):
        return []
    text = f"<div>{entry.html}</div>" if entry.html else entry.text
    row = {
        "text": text,
        "title": entry.title,
        "url": entry.url,
        "authors": list(entry.authors),
        "published": entry.published,
    }
    today = trip.clock.now().date().isoformat()
    found = list(read_bytes(json.dumps(row).encode(), entry.url, trip.settings, kind="json", fetched=today))
    return [*found] if any(isinstance(item, Article) for item in found) else []


def _as_utf8(answer: Answer) -> bytes:
    """The data, in UTF-8 where the server names another encoding: the bytes need not tell it themselves."""
    charset = answer.charset
    if not charset or not is_encoding(charset) or codecs.lookup(charset).name in ("utf-8", "ascii"):
        return answer.data
    try:
        answer.data.decode("utf-8")
    except UnicodeDecodeError:
        return answer.data.decode(charset, "replace").encode("utf-8", "replace")
    return answer.data


def _ask(trip: _Trip, address: str, before: Visit | None) -> Answer | Missed:
    if before is None or before.again:
        return trip.fetcher.get(address)
    return trip.fetcher.get(address, before.etag, before.modified)


def _visit(
    trip: _Trip,
    address: str,
    before: Visit | None,
    answer: Answer | Missed,
    kind: Kind = "page",
    title: str | None = None,
    again: bool = False,
) -> Visit:
    """The record of a visit; what was known `before` stays known where nothing new was had."""
    seen = trip.clock.now().isoformat(timespec="seconds")
    if isinstance(answer, Missed):
        again = answer.again
    elif answer.status != 304:
        before = None
    if before:
        return replace(before, status=answer.status, seen=seen, again=again)
    etag, modified = (answer.etag, answer.modified) if isinstance(answer, Answer) else (None, None)
    return Visit(
        url=address, kind=kind, etag=etag, modified=modified, title=title, status=answer.status, seen=seen, again=again
    )


def _missed(address: str, missed: Missed) -> Unprocessed:
    path = address.encode("utf-8", "replace").decode("utf-8")
    return Unprocessed(path=path, why=missed.why, remedy=missed.remedy)
