"""Whether an article names where its text is from, and where it names it."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from firsthand.language import topic
from firsthand.language.frequency import idf
from firsthand.records import Article, PartKind

_NAME = r"(?P<name>[^\W_][^\n()]{1,50}?)"
_DATELINE = re.compile(r"^[^\n()]{0,80}\(" + _NAME + r"\)\s*(?:--?|[–—:])", re.MULTILINE)
_LINE = re.compile(r"^[^\S\n]*\(" + _NAME + r"\)[^\S\n]*$", re.MULTILINE)
_SECTION = re.compile(r"\s[-–|]\s|\s\(")
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s?(?![^\W_])")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_FOOT = 8  # words of a line of furniture that may be a credit; longer ones are menus
_RIGHTS = ("©", "(c)", "(C)")
_ARTICLE = 0.1  # the idf of a word that stands in every article, as "the"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Credits:
    """The names by which an article's text can be credited, and its own words, all as `spell` gives them.

    `outlet` is its publisher's name and `agency` says whether that is a known news agency; `names` also holds the
    agencies in its `lines`, the places that credit a text: brackets in a dateline, a line that is only brackets,
    bylines, authors and marks of copyright. `text` and `body` end and begin with a space; `text` is all but captions
    and furniture, of which it has short lines.
    """

    host: str
    outlet: str
    agency: bool
    names: frozenset[str]
    lines: frozenset[str]
    text: str
    body: str


def read_credits(article: Article) -> Credits:
    """What an article says about where it is from."""
    outlet = _outlet(article)
    places = _pieces(article, "body", "dateline", "byline", "correction")
    bracketed = {spell(m["name"]) for pattern in (_DATELINE, _LINE) for m in pattern.finditer(places)} - {""}
    bylines = {spell(line) for line in (*article.authors, *_pieces(article, "byline").splitlines())} - {""}
    feet = [line for line in _pieces(article, "furniture").splitlines() if len(_WORD.findall(line)) <= _FOOT]
    rights = {spell(line) for line in (*feet, *places.splitlines()) if line.lstrip().startswith(_RIGHTS)} - {""}
    return Credits(
        host=_host(article),
        outlet=outlet,
        agency=outlet in known_names(article.language or "", "agencies"),
        names=frozenset({outlet, *bracketed} - {""}),
        lines=frozenset(bracketed | bylines | rights),
        text=f" {spell(_pieces(article, 'title', 'body', 'dateline', 'byline', 'correction'))} "
        + "".join(f"{spell(line)} | " for line in feet),
        body=f" {spell(_pieces(article, 'body'))} ",
    )


def credits_text(article: Credits, of: Credits) -> bool:
    """Whether `article` names `of`'s outlet or agency, or the initials of it, as the place its text is from."""
    wanted = of.names - {article.outlet}
    initials = {"".join(word[0] for word in name.split()) for name in wanted if " " in name}
    return bool(article.lines & (wanted | initials)) or any(
        f" {name} " in f" {line} " for name in wanted for line in article.lines
    )


def mentions(article: Credits, of: Credits) -> bool:
    """Whether `article` names `of`'s outlet or agency anywhere but in a caption or a menu."""
    wanted = of.names - {article.outlet}
    return any(f" {name} " in article.text for name in wanted) or credits_text(article, of)


def holds(article: Credits, phrases: Iterable[str]) -> bool:
    """Whether the body of an article holds one of some phrases (as `spell` gives them)."""
    return any(f" {phrase} " in article.body for phrase in phrases)


def same_outlet(a: Credits, b: Credits) -> bool:
    """Whether two articles are of one outlet or one site."""
    return a.outlet == b.outlet != "" or a.host == b.host != ""


def spell(text: str) -> str:
    """Words in lower case without accents, possessives and punctuation, joined by one space.

    >>> spell("“Perú’s Press-Agency”, she said")
    'peru press agency she said'
    """
    text = text.casefold()
    if not text.isascii():
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return " ".join(_WORD.findall(_POSSESSIVE.sub("", text)))


@cache
def known_names(language: str, *topics: str) -> frozenset[str]:
    """The names of the known "agencies" or "outlets", as `spell` gives them, without an article before them."""
    rows = (names for kind in topics for names in topic(language, kind)["names"])
    return frozenset(without_article(language, spell(name)) for names in rows for name in names)


def without_article(language: str, name: str) -> str:
    """A name without a word before it that stands in every article ("the").

    >>> without_article("en", "the daily star")
    'daily star'
    """
    first, _, rest = name.partition(" ")
    return rest if rest and idf(language, first) < _ARTICLE else name


def _outlet(article: Article) -> str:
    """What an article's publisher is called, without its section or an article before it; else its site's first label.

    "The Douro Post - Sport" and "The Douro Post (Online)" are both "douro post".
    """
    if article.outlet is None:
        return _host(article).split(".")[0]
    name = _SECTION.split(article.outlet.name.strip())[0] or article.outlet.name
    return without_article(article.language or "", spell(name))


def _pieces(article: Article, *kinds: PartKind) -> str:
    """The text of an article's parts of some kinds, each on lines of its own."""
    return "\n".join(article.text[p.start : p.end] for p in article.parts if p.kind in kinds)


def _host(article: Article) -> str:
    """The site of an article, "" when unknown; an address that cannot be read is unknown."""
    try:
        return (urlsplit(article.url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
