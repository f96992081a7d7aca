"""One row of an export, whatever it calls its fields, as a draft.

The names are those that news-please, trafilatura, fundus, newspaper, NewsAPI, WordPress and this project's packs use.
"""

import re
from collections.abc import Mapping
from typing import Any

from firsthand.stages.read.authors import authors_of
from firsthand.stages.read.draft import Draft
from firsthand.stages.read.page import page_text

# Compared without case, spaces, "_" and "-"; the first that holds something counts.
TEXT = (
    "text", "maintext", "fulltext", "body", "content", "articlebody", "articletext", "article", "plaintext",
    "cleanedtext", "cleantext", "bodytext", "storytext", "rawtext", "story", "plain",
)  # fmt: skip
HTML = ("html", "rawhtml", "pagehtml", "bodyhtml", "contenthtml")
TITLE = ("title", "headline", "articletitle", "heading", "titlepage", "titlerss", "name")
URL = (
    "url", "link", "articleurl", "canonicalurl", "canonicallink", "weburl", "pageurl", "permalink",
    "requestedurl", "href", "mainentityofpage", "uri", "source",
)  # fmt: skip
OUTLET = (
    "outlet", "publisher", "sitename", "source", "sourcename", "newspaper", "publication", "outletname",
    "publishername", "provider", "medium", "sourcehostname", "hostname", "site", "sourcedomain", "domain",
)  # fmt: skip
DOMAIN = (
    "domain", "sourcedomain", "hostname", "sourcehostname", "sourceurl", "host", "site", "source",
)  # fmt: skip
AUTHORS = ("authors", "author", "byline", "creator", "writers", "by")
PUBLISHED = (
    "published", "datepublish", "datepublished", "publishdate", "publisheddate", "publishedat", "publishedon",
    "publishingdate", "publicationdate", "pubdate", "webpublicationdate", "firstpublished", "date", "datetime",
    "timestamp", "posted", "created", "createdat", "dategmt", "time",
)  # fmt: skip
FETCHED = (
    "datedownload", "downloaddate", "crawldate", "datecrawled", "filedate", "retrieved", "retrievedat",
    "scrapedat", "scrapeddate", "fetchedat", "fetched",
)  # fmt: skip
LANGUAGE = ("language", "lang", "inlanguage", "metalang", "languagecode", "locale")
NOTHING = frozenset({"", "none", "null", "nan", "nat", "n/a", "[]", "{}"})
_KEY = re.compile(r"[\s_\-]+")
_MARKUP = re.compile(r"\s*<(?:p|div|html|body|article|h[1-6]|section|figure|span|!doctype)\b", re.IGNORECASE)
_HOST = re.compile(
    r"(?:[a-z][a-z0-9+.-]{0,10}://)?(?:[^/@\s]{0,99}@)?((?:[\w-]{1,63}\.){1,20}[a-z]{2,24})(?::\d+)?(?:[/?#]|$)",
    re.IGNORECASE,
)


def draft_of(row: Mapping[str, Any]) -> Draft | None:
    """The article of a row, or None when no field holds text."""
    fields = {_key(str(key).lstrip("@")): value for key, value in row.items()}
    for nested in ("html", "source_", "metadata", "meta"):
        if isinstance(inner := fields.get(nested.strip("_")), Mapping):
            fields = {_key(str(key)): value for key, value in inner.items()} | fields
    text = _first(fields, TEXT, text_of)
    if text is None and (html := _first(fields, HTML, _string)):
        text = page_text(html)
    if text is None:
        return None
    url = _first(fields, URL, _url)
    outlet = _first(fields, OUTLET, _outlet)
    return Draft(
        text=text,
        title=_first(fields, TITLE, _string),
        url=url,
        outlet=outlet,
        domain=domain_of(url) or _first(fields, DOMAIN, _domain),
        authors=_first(fields, AUTHORS, authors_of) or (),
        published=_first(fields, PUBLISHED, _scalar),
        fetched=_first(fields, FETCHED, _scalar),
        language=_first(fields, LANGUAGE, _string),
    )


def has_text(row: Mapping[str, Any]) -> bool:
    """Whether a row holds the text of an article, and something that says which."""
    keys = {_key(str(key)) for key, value in row.items() if value not in (None, "", [], {})}
    return bool(keys & {*TEXT, *HTML}) and bool(keys & {*TITLE, *URL, *PUBLISHED, *AUTHORS} - {"name", "time"})


def _key(name: str) -> str:
    """A field's name without what its writer was free to choose."""
    return _KEY.sub("", name.lower())


def _first(fields: Mapping[str, Any], names: tuple[str, ...], read: Any) -> Any:
    for name in names:
        if (value := fields.get(name)) is not None and (found := read(value)) is not None:
            return found
    return None


def _string(value: object) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("rendered") or value.get("name") or value.get("@value")
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, str) or value.strip().lower() in NOTHING:
        return None
    return value.strip()


def _scalar(value: object) -> str | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value) if value == value else None
    return _string(value)


def text_of(value: object) -> str | None:
    """The text of a field: a string as it stands, a list of paragraphs, or fundus' summary and sections."""
    if isinstance(value, str):
        if value.strip().lower() in NOTHING:
            return None
        return (page_text(value) or value) if _MARKUP.match(value) and "</" in value else value
    if isinstance(value, Mapping):
        if isinstance(value.get("rendered"), str):
            return text_of(value["rendered"])
        pieces = [
            value.get("headline"),
            value.get("summary"),
            value.get("paragraphs"),
            value.get("sections"),
            value.get("text"),
        ]
        return _joined(pieces)
    return _joined(value) if isinstance(value, list) else None


def _joined(pieces: list[Any]) -> str | None:
    texts = [text for piece in pieces if piece and (text := text_of(piece))]
    return "\n\n".join(texts) or None


def _url(value: object) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("@id") or value.get("url")
    text = _string(value)
    return text if text and text.lower().startswith(("http://", "https://")) and not re.search(r"\s", text) else None


def _outlet(value: object) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title") or value.get("publisher") or value.get("id")
    text = _string(value)
    return None if text is None or text.lower().startswith(("http://", "https://")) else text


def _domain(value: object) -> str | None:
    return domain_of(_string(value))


def domain_of(url: str | None) -> str | None:
    """The host of a URL, or a bare host name, without "www.".

    >>> domain_of("https://www.adriawire.example/en/1"), domain_of("Adria Wire")
    ('adriawire.example', None)
    """
    match = _HOST.match(url.strip()) if url else None
    return match[1].lower().removeprefix("www.") if match else None
