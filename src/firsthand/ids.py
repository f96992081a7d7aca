"""Ids derived from content: the same input always gets the same id."""

from hashlib import sha256

from firsthand.records import Spans


def digest(*fields: object) -> str:
    """The first 16 hex digits of the SHA-256 of `fields`.

    >>> digest("a", 1) == digest("a", 1) != digest("a1")
    True
    """
    return sha256("\x1f".join(map(str, fields)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def article_id(text: str, url: str | None) -> str:
    """Stable for the same text and URL."""
    return digest("article", url or "", text)


def statement_id(article: str, spans: Spans, source: Spans, cue: Spans) -> str:
    """Stable for the same words in the same article, whoever they turn out to be spoken by."""
    return "s" + digest("statement", article, spans, source, cue)


def actor_id(kind: str, name: str) -> str:
    """Stable for the same kind and name."""
    return "a" + digest("actor", kind, name)


def claim_id(statements: tuple[str, ...]) -> str:
    """Stable for the same statements, in any order."""
    return "c" + digest("claim", *sorted(statements))


def story_id(articles: tuple[str, ...]) -> str:
    """Stable for the same articles, in any order."""
    return "t" + digest("story", *sorted(articles))
