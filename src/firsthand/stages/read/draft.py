"""What a reader of one file format finds, before it is made into an article."""

from dataclasses import dataclass

from firsthand.records import Unprocessed

# One article may hold this many characters: more than twice the longest pieces that newspapers print.
MAX_TEXT = 250_000
SPLIT = "split it into smaller files"

# Lone surrogates cannot be written as UTF-8, and NUL cannot be stored by databases or shown by browsers.
_UNSTORABLE = {0: "\ufffd"} | dict.fromkeys(range(55296, 57344), "�")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One article as its file gives it: texts as written, nothing worked out yet.

    `published` and `fetched` are dates as written; `page_date` is one that the page states in its text.
    """

    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    domain: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    fetched: str | None = None
    language: str | None = None
    markdown: bool = False


def clean(text: str) -> str:
    """`text` with what cannot be stored replaced, one code point for one, so that offsets stay.

    >>> clean("a\\x00b")
    'a\ufffdb'
    """
    return text if text.isascii() and "\0" not in text else text.translate(_UNSTORABLE)


def rejected(path: str, why: str, remedy: str) -> Unprocessed:
    """The record of input that could not be read."""
    return Unprocessed(path=clean(path), why=why, remedy=remedy)
