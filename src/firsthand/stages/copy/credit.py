"""Whether an article names where its text is from, and where it names it."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from firsthand.language.frequency import idf
from firsthand.language.terms import fold
from firsthand.records import Article

_NAME = r"(?P<name>[^\W_][^\n()]{1,50}?)"
_DATELINE = re.compile(r"^[^\n()]{0,80}\(" + _NAME + r"\)\s*(?:--?|[–—:])", re.MULTILINE)
_LINE = re.compile(r"^[^\S\n]*\(" + _NAME + r"\)[^\S\n]*$", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ARTICLE = 0.1  # the idf of a word that stands in every article, as "the"


def names(article: Article) -> frozenset[str]:
    """The outlet of an article and the agency that its text credits, as spelled by `_spell`."""
    return outlet_names(article) | frozenset(spelled for spelled in map(_spell, credit_lines(article)) if spelled)


def outlet_names(article: Article) -> frozenset[str]:
    """What an outlet is called: its name, also without an article before it."""
    if article.outlet is None:
        return frozenset({_host(article).split(".")[0]} - {""})
    words = [fold(w) for w in _WORD.findall(article.outlet.name)]
    if len(words) > 1 and idf(article.language or "", words[0]) < _ARTICLE:
        words = words[1:]
    return frozenset({" ".join(words)} - {""})


def same_outlet(a: Article, b: Article) -> bool:
    """Whether two articles are of one outlet or one site."""
    return (a.outlet is not None and b.outlet is not None and a.outlet.name == b.outlet.name) or (
        _host(a) == _host(b) != ""
    )


def credit_lines(article: Article) -> list[str]:
    """The names in places that credit a text: brackets in a dateline, a line that is only brackets, the authors."""
    body = "".join(
        article.text[p.start : p.end] + "\n" for p in article.parts if p.kind not in ("caption", "furniture", "title")
    )
    return [m["name"] for pattern in (_DATELINE, _LINE) for m in pattern.finditer(body)]


def credits_text(article: Article, of: Article) -> bool:
    """Whether `article` names `of`'s outlet, or the initials of it, as the place its text is from."""
    wanted = names(of) - outlet_names(article)
    initials = {"".join(word[0] for word in name.split()) for name in wanted if " " in name}
    lines = {_spell(line) for line in credit_lines(article)} | {_spell(author) for author in article.authors}
    by = {_spell(article.text[p.start : p.end]) for p in article.parts if p.kind == "byline"}
    return bool(lines & (wanted | initials)) or any(
        f" {name} " in f" {line} " for name in wanted for line in lines | by
    )


def mentions(article: Article, of: Article) -> bool:
    """Whether `article` names `of`'s outlet or agency anywhere but in a caption."""
    text = " ".join(
        _spell(article.text[p.start : p.end]) for p in article.parts if p.kind not in ("caption", "furniture")
    )
    wanted = names(of) - outlet_names(article)
    return credits_text(article, of) or any(f" {name} " in f" {text} " for name in wanted)


def mentions_any(article: Article, phrases: Iterable[str]) -> bool:
    """Whether the body of an article holds one of some phrases (lower case, without punctuation)."""
    body = "".join(f" {_spell(article.text[p.start : p.end])} " for p in article.parts if p.kind == "body")
    return any(f" {phrase} " in body for phrase in phrases)


def _spell(text: str) -> str:
    """Words in lower case without accents, possessives and punctuation, joined by one space."""
    return " ".join(fold(w) for w in _WORD.findall(text))


def _host(article: Article) -> str:
    """The site of an article, "" when unknown; an address that cannot be read is unknown."""
    try:
        return (urlsplit(article.url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
