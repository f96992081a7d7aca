"""A web page: its reading text and its metadata.

The text is trafilatura's; dates are read here, because its date finder asks the machine's clock.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import lxml.html
import trafilatura
from lxml.etree import ParserError, XMLSyntaxError
from trafilatura.metadata import extract_metadata

from firsthand.stages.read.authors import authors_of
from firsthand.stages.read.draft import Draft

ARTICLE_TYPES = (
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle", "BlogPosting", "Report", "LiveBlogPosting", "ReviewNewsArticle", "TechArticle",
    "WebPage",
)  # fmt: skip
# Without an end htmldate takes today for one; its date is not used, for it may be a guess from the text.
NO_CLOCK = {"original_date": True, "extensive_search": False, "max_date": "2200-01-01"}
# In the order in which they are believed.
DATE_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "date.published", "dc.date.issued", "dcterms.issued", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "publication_date", "publish-date", "publishdate", "pubdate", "published",
    "article.published", "originalpublicationdate", "dcterms.created", "dc.date.created", "dcterms.date",
    "dc.date", "date", "article_date_original",
)  # fmt: skip
TITLE_METAS = ("og:title", "twitter:title", "dc.title", "headline", "title")
SITE_METAS = ("og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher", "twitter:site")
AUTHOR_METAS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "article:author_name",
)
# Where a page says that it is one (code points).
HEAD = 5000
# A page is no longer (code points) and has no more elements: twice and three times what the heaviest news pages have.
# Reading one at the limit takes some four seconds.
MAX_PAGE, MAX_ELEMENTS = 6_000_000, 15_000
_LETTERS = re.compile(r"\W+")


class TooLarge(Exception):
    """A page that is longer, or has more elements, than any page of news."""


def read_page(html: str) -> Draft | None:
    """The article of a page, or None when it has no text that reads like one. Raises TooLarge."""
    tree = _tree(html)
    if tree is None:
        return None
    text = _text_of(html)
    linked, metas = _json_ld(tree), _metas(tree)
    if text is None:
        text = _text(linked.get("articleBody"))
    if text is None:
        return None
    found = extract_metadata(tree, date_config=NO_CLOCK, extensive=False)
    title = _text(linked.get("headline")) or _pick(metas, TITLE_METAS) or _heading(tree)
    publisher = linked.get("publisher")
    site = _text(publisher.get("name")) if isinstance(publisher, Mapping) else _text(publisher)
    return Draft(
        text=_without_title(text, title),
        title=title,
        url=_page_url(tree, linked, metas),
        outlet=site or _site(metas) or found.sitename,
        authors=_authors(linked.get("author")) or _authors(_pick(metas, AUTHOR_METAS)) or _authors(found.author),
        published=_text(linked.get("datePublished")) or _pick(metas, DATE_METAS) or _time(tree),
        language=_text(linked.get("inLanguage")) or tree.get("lang") or metas.get("og:locale"),
    )


def page_text(html: str) -> str | None:
    """The reading text of a page or fragment of one, paragraphs separated by a blank line. Raises TooLarge."""
    return None if _tree(html) is None else _text_of(html)


def _text_of(html: str) -> str | None:
    text = _extracted(html)
    if not text and "<html" not in html[:HEAD].lower():
        # Of one lone paragraph trafilatura makes no page itself.
        text = _extracted(f"<html><body><article>{html}</article></body></html>")
    lines = [line.strip() for line in (text or "").split("\n")]
    return "\n\n".join(line for line in lines if line) or None


def _extracted(html: str) -> str | None:
    options: dict[str, Any] = {"include_comments": False, "favor_recall": True, "date_extraction_params": NO_CLOCK}
    return trafilatura.extract(html, **options)


def _tree(html: str) -> Any:
    """The page as lxml reads it, or None; raises TooLarge."""
    if len(html) > MAX_PAGE:
        raise TooLarge
    # lxml refuses a string that declares an encoding, so it gets bytes.
    try:
        tree = lxml.html.document_fromstring(
            html.encode("utf-8", "replace"), parser=lxml.html.HTMLParser(encoding="utf-8")
        )
    except (ParserError, XMLSyntaxError, ValueError):
        return None
    if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
        raise TooLarge
    return tree


def _metas(tree: Any) -> dict[str, str]:
    out: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and (content := (meta.get("content") or "").strip()):
            out.setdefault(name.strip().lower(), content)
    return out


def _pick(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _json_ld(tree: Any) -> Mapping[str, Any]:
    found: list[Mapping[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text:
            try:
                found += _objects(json.loads(script.text, strict=False), 0)
            except (ValueError, RecursionError):
                continue
    kinds = [(_kinds(item), item) for item in found]
    for wanted in ARTICLE_TYPES:
        for kind, item in kinds:
            if wanted in kind:
                return item
    return {}


def _objects(value: object, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, Mapping):
        yield value
        yield from _objects(value.get("@graph"), depth + 1)
        yield from _objects(value.get("mainEntity"), depth + 1)


def _kinds(item: Mapping[str, Any]) -> list[str]:
    kind = item.get("@type")
    return [str(k) for k in kind] if isinstance(kind, list) else [str(kind)]


def _text(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("@value")
    return value.strip() or None if isinstance(value, str) else None


def _authors(value: object) -> tuple[str, ...]:
    return authors_of(value) or ()


def _site(metas: dict[str, str]) -> str | None:
    site = _pick(metas, SITE_METAS)
    return None if site is None or site.lower().startswith("http") else site.lstrip("@")


def _heading(tree: Any) -> str | None:
    for tag in ("h1", "title"):
        found = [" ".join(node.text_content().split()) for node in tree.iter(tag)]
        if len(found := [text for text in found if text]) == 1:
            return found[0]
    return None


def _page_url(tree: Any, linked: Mapping[str, Any], metas: dict[str, str]) -> str | None:
    canonical = [link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "")]
    entity = linked.get("mainEntityOfPage")
    entity = entity.get("@id") if isinstance(entity, Mapping) else entity
    for url in (*canonical, metas.get("og:url"), linked.get("url"), entity):
        if isinstance(url, str) and url.strip().lower().startswith(("http://", "https://")):
            return url.strip()
    return None


def _time(tree: Any) -> str | None:
    """The page's `time` element, when it is marked as the publication date or the only date there is."""
    times = [node for node in tree.iter("time") if node.get("datetime")]
    marked = [
        node
        for node in times
        if node.get("pubdate") is not None or (node.get("itemprop") or "").lower() == "datepublished"
    ]
    days = {str(node.get("datetime"))[:10] for node in (marked or times)}
    return str((marked or times)[0].get("datetime")) if len(days) == 1 else None


def _without_title(text: str, title: str | None) -> str:
    first, _, rest = text.partition("\n\n")
    same = title and _LETTERS.sub("", first).casefold() == _LETTERS.sub("", title).casefold()
    return rest if same and rest else text
