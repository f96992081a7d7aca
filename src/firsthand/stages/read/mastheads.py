"""The name of the outlet that the footer of an article gives."""

import re
from collections.abc import Sequence
from functools import cache

from firsthand.language import topic
from firsthand.records import Part
from firsthand.stages.read.authors import authors_of
from firsthand.stages.read.chrome import FALLBACK, Chrome, chrome
from firsthand.stages.read.heads import same_words

_YEAR = r"(?:19|20)\d{2}(?:\s?[–—-]\s?(?:(?:19|20)?\d{2}))?"
_FIRST = r"[^\W\d_a-zà-öø-ÿ](?:[\w'’&.-]{0,28}[\w'’])?"
_NEXT = r"(?:[\w'’](?:[\w'’.-]{0,28}[\w'’])?|&)"
# A name has no more words than this; the footer is among so many last parts.
WORDS, LAST = 6, 6
# Small words inside a name ("of", "de", "della") are no longer than this (code points).
PARTICLE = 5


@cache
def _mark() -> re.Pattern[str]:
    """A mark of copyright, a year before or after a name, and the name."""
    patterns = topic(FALLBACK, "page")["patterns"]
    return re.compile(
        rf"(?:{patterns['copyright']})\s{{0,2}}(?P<before>{_YEAR})?[,:]?\s{{0,2}}(?:{patterns['copyright_by']})?"
        rf"(?P<name>(?-i:{_FIRST})(?: (?!{_YEAR}){_NEXT}){{0,6}}?)"
        rf"(?:,? (?P<after>{_YEAR}))?(?:[.,;|·•–—]|$| [|·•–—-] )",
        re.IGNORECASE,
    )


@cache
def _agencies() -> tuple[frozenset[str], tuple[str, ...]]:
    """The names of news agencies, and how such names end (lower case)."""
    table = topic(FALLBACK, "agencies")
    return frozenset(name for names in table["names"] for name in names), tuple(table["endings"])


def footer_outlet(text: str, parts: Sequence[Part], language: str | None, people: Sequence[str] = ()) -> str | None:
    """The outlet that owns the copyright by the footer, when all marks there name the same one, else None.

    `people` are authors beside those in the byline: a name of theirs is no outlet.
    Agencies own what they wire, so they are none either.

    >>> from firsthand.records import Part
    >>> line = "© 2025 The Dalmatian Post. All rights reserved."
    >>> footer_outlet(line, [Part(start=0, end=len(line), kind="furniture")], "en")
    'The Dalmatian Post'
    """
    words = chrome(language)
    signed = [text[part.start : part.end] for part in parts if part.kind == "byline"]
    people = [*people, *(name for line in signed for name in authors_of(line) or ())]
    names: dict[str, str] = {}
    for part in parts[-LAST:]:
        # "© Harbour Post." alone on its line looks like the credit of a picture.
        if part.kind not in ("furniture", "caption"):
            continue
        for match in _mark().finditer(text[part.start : min(part.end, part.start + 400)]):
            if part.kind == "caption" and match.start() > 0:
                continue
            if (name := _name(match, words, people)) is None:
                return None
            names.setdefault(name.casefold(), name)
    return next(iter(names.values())) if len(names) == 1 else None


def _name(match: re.Match[str], words: Chrome, people: Sequence[str]) -> str | None:
    """The name in a copyright mark; without a year it must hold a word that papers are called by."""
    name = match["name"]
    if rest := words.footer_phrase.search(name.lower()):
        name = name[: rest.start()]
    name = name.rstrip(" .")
    tokens = name.split()
    folded = [token.casefold().rstrip(",.") for token in tokens]
    agencies, endings = _agencies()
    if not 0 < len(tokens) <= WORDS or any(same_words(name, person) for person in people):
        return None
    if name in agencies | words.agencies | words.picture_agencies or name.casefold().endswith(endings):
        return None
    if any(word in topic(FALLBACK, "page")["company_words"] for word in folded):
        return None
    # "El Muelle de Caleta", "Valpo en Línea", and no words of a sentence
    if any(token[0].islower() and len(token) > PARTICLE for token in tokens):
        return None
    dated = match["before"] or match["after"]
    return name if dated or any(word in topic(FALLBACK, "outlets")["name_words"] for word in folded) else None
