"""Feeds (RSS, Atom, JSON Feed) and lists of feeds (OPML): what they list, and whether some bytes are one.

Read with lxml: it forgives what feeds get wrong, expands no entities, loads nothing, and takes milliseconds where a
feed library takes seconds, which matters with input from strangers.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import unescape
from html.entities import html5
from pathlib import Path
from typing import Any, Literal

from lxml import etree

from firsthand.fetch.addresses import web_address

# Taken of one feed and of one list, and bytes looked at of a file.
MAX_ENTRIES, MAX_FEEDS, MAX_FILE = 1000, 10_000, 30_000_000
HEAD = 4096
# An author's name is no longer (code points).
LINE = 500
_XML = re.compile(rb"<(?:[\w.-]{1,40}:)?(?:rss|rdf|feed|opml)[\s>/]", re.IGNORECASE)
_JSON = re.compile(rb"\s*\{.*?jsonfeed\.org\\?/version\\?/", re.DOTALL)
_REFERENCE = re.compile(rb"&(?:#([0-9]{1,8}|[xX][0-9a-fA-F]{1,8})|([A-Za-z][A-Za-z0-9]{1,31}));")
# Halves of characters in UTF-8, which libxml2 lets through and lxml then fails on.
_HALVES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_TAG = re.compile(r"<[A-Za-z/!][^<>]{0,500}>")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
PUBLISHED = ("published", "pubdate", "issued", "date", "created")
UPDATED = ("updated", "modified")
# Their titles and authors are those of pictures, sounds and shows.
MEDIA = ("{http://search.yahoo.com/mrss/}", "{http://www.itunes.com/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed that a list names."""

    url: str
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article that a feed names. Times are ISO 8601 in the zone in which they are written.

    `html` or `text` is its content where the feed carries it; a summary is none.
    """

    url: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    html: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a feed ("feed": entries) or a list of feeds ("list": feeds) holds, in its order and each address once.

    `left` is how many more there are than were taken.
    """

    kind: Literal["feed", "list"]
    title: str | None = None
    entries: tuple[Entry, ...] = ()
    feeds: tuple[Feed, ...] = ()
    left: int = 0


def listing_in(data: bytes, address: str = "") -> Listing | None:
    """What some bytes list, or None when they are no feed and no list of feeds; `address` makes links absolute.

    Of a broken feed what can be read counts.
    """
    if _JSON.match(data[:HEAD]):
        return _json_feed(data, address)
    try:
        root = _root(data, address)
        kind = _name(root) if root is not None else ""
        if kind == "opml":
            return _opml(root, address)
        return _xml_feed(root, address) if kind in ("rss", "rdf", "feed") else None
    except UnicodeDecodeError:  # characters that no parser should have let through
        return None


def feed_in(path: str | Path) -> Listing | None:
    """What a file lists, or None when it is no feed, no list of feeds, or cannot be read."""
    try:
        if not os.path.isfile(path) or os.path.getsize(path) > MAX_FILE:
            return None
        with open(path, "rb") as stream:
            head = stream.read(HEAD)
            if not (_JSON.match(head) or _is_xml(head)):
                return None
            return listing_in(head + stream.read(MAX_FILE))
    except (OSError, ValueError):
        return None


def _is_xml(data: bytes) -> bool:
    head = data[:HEAD]
    return _XML.search(head.replace(b"\0", b"") if head.startswith(_UTF_16) else head) is not None


def _root(data: bytes, address: str) -> Any:
    if not _is_xml(data):
        return None
    if not data.startswith(_UTF_16):
        data = _REFERENCE.sub(_numbered, _HALVES.sub(b"?", data.lstrip()))
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True, strip_cdata=True,
    )  # fmt: skip
    try:
        return etree.fromstring(data, parser, base_url=address or None)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _numbered(match: re.Match[bytes]) -> bytes:
    """Names of HTML characters, which XML does not know, as numbers, which it does; halves of characters as U+FFFD."""
    number, name = (found and found.decode("ascii") for found in match.groups())
    if number:
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        return b"&#65533;" if 0xD800 <= code < 0xE000 else match[0]
    found = html5.get(f"{name};") if name not in _OF_XML else None
    return "".join(f"&#{ord(char)};" for char in found).encode("ascii") if found else match[0]


def _name(node: Any) -> str:
    """An element's name without its namespace, in lower case; "" for what is no element or describes a picture."""
    if not isinstance(node.tag, str) or node.tag.startswith(MEDIA):
        return ""
    return str(node.tag).rpartition("}")[2].rpartition(":")[2].lower()


def _xml_feed(root: Any, address: str) -> Listing:
    head = root if _name(root) == "feed" else next((node for node in root if _name(node) == "channel"), root)
    # RSS 1.0 has its items beside the channel.
    nodes = [node for node in root.iter() if _name(node) in ("item", "entry")]
    found: dict[str, Entry] = {}
    for node in nodes:
        if len(found) >= MAX_ENTRIES:
            break
        if entry := _entry(node, address):
            found.setdefault(entry.url, entry)
    title = _line(next((node for node in head if _name(node) == "title"), None))
    return Listing(kind="feed", title=title, entries=tuple(found.values()), left=_left(nodes, found, MAX_ENTRIES))


def _left(all_: list[Any], found: Mapping[str, Any], limit: int) -> int:
    return len(all_) - limit if len(found) >= limit else 0


def _entry(node: Any, address: str) -> Entry | None:
    fields: dict[str, list[Any]] = {}
    for child in node:
        fields.setdefault(_name(child), []).append(child)
    url = next((link for link in _links(fields, address) if link), None)
    if url is None:
        return None
    content, is_html = _content(fields)
    return Entry(
        url=url,
        title=_line(fields.get("title", [None])[0]),
        authors=tuple(name for author in fields.get("creator", fields.get("author", [])) if (name := _author(author))),
        published=_first_time(fields, PUBLISHED),
        updated=_first_time(fields, UPDATED),
        html=content if is_html else None,
        text=None if is_html else content,
    )


def _links(fields: Mapping[str, list[Any]], address: str) -> Iterator[str | None]:
    """Addresses of the entry's page, the best first."""
    links = fields.get("link", [])
    pages = [link for link in links if link.get("href") and link.get("rel", "alternate") == "alternate"]
    for link in sorted(pages, key=lambda link: "html" not in link.get("type", "html")):
        yield web_address(link.get("href"), link.base or address)
    for link in links:
        yield web_address(_text(link), link.base or address)
    for guid in fields.get("guid", []):
        if guid.get("isPermaLink", "true").lower() == "true":
            yield web_address(_text(guid))
    for name in fields.get("id", []):
        yield web_address(_text(name))


def _content(fields: Mapping[str, list[Any]]) -> tuple[str | None, bool]:
    """The full content and whether it is HTML: `content:encoded` of RSS, `content` of Atom."""
    for node in fields.get("encoded", []):
        return _text(node) or None, True
    for node in fields.get("content", []):
        kind = node.get("type", "text").lower()
        if node.get("src") or node.get("url"):  # elsewhere, or a picture (media:content)
            continue
        if kind in ("xhtml", "application/xhtml+xml"):
            return "".join(etree.tostring(child, encoding="unicode", method="html") for child in node) or None, True
        return _text(node) or None, "html" in kind
    return None, False


def _text(node: Any) -> str:
    """The text in an element; entities that the feed made up stay unread."""
    return "".join(node.itertext(etree.Element)).strip() if len(node) else (node.text or "").strip()


def _line(node: Any) -> str | None:
    """A title as one line without markup."""
    if node is None:
        return None
    text = _text(node)
    # Atom tells whether there is markup; in RSS there often is.
    if node.get("type", "html") != "text":
        text = unescape(_TAG.sub("", text))
    return " ".join(text.split()) or None


def _author(node: Any) -> str | None:
    name = next((child for child in node if _name(child) == "name"), node)
    text = " ".join(_text(name)[:LINE].split())
    # RSS: "editor@wire.example (Ana Kos)"
    inside = re.fullmatch(r"\S{1,80}@\S{1,80} \((.+)\)", text)
    return (inside[1] if inside else text if "@" not in text else "") or None


def _first_time(fields: Mapping[str, list[Any]], names: tuple[str, ...]) -> str | None:
    times = (iso_time(_text(node)) for name in names for node in fields.get(name, []))
    return next((time for time in times if time), None)


def iso_time(written: str) -> str | None:
    """A time as feeds write it, in ISO 8601; None when it is neither that nor the mail form (RFC 822).

    >>> iso_time("Tue, 14 Oct 2025 07:20:00 +0200"), iso_time("2025-10-14T07:20:00Z"), iso_time("yesterday")
    ('2025-10-14T07:20:00+02:00', '2025-10-14T07:20:00+00:00', None)
    """
    written = written.strip()[:64]
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(written).isoformat(timespec="seconds")
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _opml(root: Any, address: str) -> Listing:
    found: dict[str, Feed] = {}
    nodes = [node for node in root.iter() if _name(node) == "outline"]
    for node in nodes:
        if len(found) >= MAX_FEEDS:
            break
        fields = {key.lower(): value for key, value in node.items()}
        # An outline of type "include" names another list.
        given = fields.get("xmlurl") or (fields.get("url") if fields.get("type", "").lower() == "include" else None)
        if given and (url := web_address(given, address)):
            title = " ".join((fields.get("title") or fields.get("text") or "").split())
            found.setdefault(url, Feed(url=url, title=title or None))
    named = next((node for head in root if _name(head) == "head" for node in head if _name(node) == "title"), None)
    return Listing(kind="list", title=_line(named), feeds=tuple(found.values()), left=_left(nodes, found, MAX_FEEDS))


def _json_feed(data: bytes, address: str) -> Listing | None:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    items = value.get("items") if isinstance(value, dict) else None
    if not isinstance(items, list):
        return None
    found: dict[str, Entry] = {}
    for item in items:
        if len(found) >= MAX_ENTRIES:
            break
        if isinstance(item, dict) and (entry := _json_entry(item, address)):
            found.setdefault(entry.url, entry)
    left = _left(items, found, MAX_ENTRIES)
    return Listing(kind="feed", title=_string(value.get("title")), entries=tuple(found.values()), left=left)


def _json_entry(item: Mapping[str, Any], address: str) -> Entry | None:
    named = (("url", address), ("external_url", address), ("id", ""))
    links = (web_address(link, base) for key, base in named if (link := _string(item.get(key))))
    url = next((link for link in links if link), None)
    if url is None:
        return None
    authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    names = [_string(author.get("name")) for author in authors or () if isinstance(author, dict)]
    return Entry(
        url=url,
        title=_string(item.get("title")),
        authors=tuple(name for name in names if name),
        published=iso_time(_string(item.get("date_published")) or ""),
        updated=iso_time(_string(item.get("date_modified")) or ""),
        html=_string(item.get("content_html")),
        text=_string(item.get("content_text")),
    )


def _string(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    # JSON can hold what cannot be stored: halves of characters, and NUL.
    return value.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd").strip() or None
