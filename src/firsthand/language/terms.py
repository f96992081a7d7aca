"""Text → terms: words cut to stems and numbers brought to one form, with their places.

Two texts that say the same in other inflections, spellings or number forms share terms:
"nine hundred ballots" and "900 ballot" are both `900 ballot`.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from firsthand.language import topic

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
# Translations keep the points of other languages: “1.250.000”, “11.400”, which nobody writes for a fraction.
_POINTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,}|[1-9]\d{1,2}\.\d\d0")
_POSSESSIVE = re.compile(r"['’]s?$")
_LARGEST = 10**18  # beyond this a run of number words is no number


class Term(NamedTuple):
    """A stem or number and where it stands (code points, end exclusive)."""

    start: int
    end: int
    stem: str
    capital: bool


def terms(language: str, text: str) -> list[Term]:
    """The words and numbers of `text` in order; neighbouring number words make one term.

    >>> [t.stem for t in terms("en", "Nine hundred ballots were counted, not 1,100.")]
    ['900', 'ballot', 'be', 'count', 'not', '1100']
    """
    out: list[Term] = []
    run: list[tuple[int, int, str]] = []
    for match in _WORD.finditer(text):
        word = match.group()
        stem, kind, capital = _form(language, word)
        start, end = match.span()
        if run and not _joined(text, run[-1][1], start):
            out.append(_number(language, run))
            run = []
        if kind == "number" or (run and kind in ("scale", "mark")):
            run.append((start, end, stem))
            continue
        if run:
            out.append(_number(language, run))
            run = []
        out.append(Term(start, end, stem, capital))
    if run:
        out.append(_number(language, run))
    return out


@lru_cache(maxsize=1 << 17)
def stem(language: str, word: str) -> str:
    """A word without case, accents, possessive and endings (steps in the language's stems.toml).

    >>> stem("en", "Closing"), stem("en", "closed"), stem("en", "Bartulović’s")
    ('clos', 'clos', 'bartulovic')
    """
    rules = topic(language, "stems")
    word = fold(word)
    word = rules["irregular"].get(word, word)
    for step in rules["steps"]:
        for suffix, replacement, least in step:
            if word.endswith(suffix) and len(word) - len(suffix) >= least:
                word = word[: len(word) - len(suffix)] + replacement
                break
    return word


def fold(word: str) -> str:
    """A word in lower case, without accents and possessive.

    >>> fold("Marasović's")
    'marasovic'
    """
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return _POSSESSIVE.sub("", word.casefold())


@lru_cache(maxsize=1 << 17)
def _form(language: str, word: str) -> tuple[str, str, bool]:
    """Stem, kind ("number", "scale", "mark" or "word") and whether the word begins with a capital."""
    numerals = topic(language, "numerals")
    if word[0].isdigit():
        grouped = "," if _THOUSANDS.fullmatch(word) else "." if _POINTED.fullmatch(word) else None
        return (word.replace(grouped, "") if grouped else word), "number", False
    folded = fold(word)
    if folded in numerals["units"]:
        return str(numerals["units"][folded]), "number", False
    if folded in numerals["scales"]:
        return folded, "scale", False
    if folded in numerals["marks"]:
        return folded, "mark", False
    return stem(language, word), "word", word[0].isupper()


def _joined(text: str, end: int, start: int) -> bool:
    """Whether nothing but a space or a hyphen stands between two words."""
    return start - end <= 1 and text[end:start] in ("", " ", "-", "\u00a0")


def _number(language: str, run: list[tuple[int, int, str]]) -> Term:
    """One term for a run of number words and marks; a run that is no plain number keeps its words."""
    numerals = topic(language, "numerals")
    scales = {**numerals["scales"], **numerals["marks"]}
    start, end = run[0][0], run[-1][1]
    total, current = 0.0, 0.0
    for _, _, word in run:
        if word in scales:
            current = max(current, 1.0) * scales[word]
            if scales[word] >= 1000:
                total, current = total + current, 0.0
        elif _plain(word) and (current % 100 == 0 or (current % 10 == 0 and float(word) < 10)):
            current += float(word)
        else:
            return Term(start, end, " ".join(w for _, _, w in run), False)
    value = total + current
    if len(run) == 1 or value >= _LARGEST:
        return Term(start, end, " ".join(w for _, _, w in run), False)
    return Term(start, end, f"{value:.10g}" if value % 1 else str(int(value)), False)


def _plain(word: str) -> bool:
    return word.replace(".", "", 1).isdecimal() and word.isascii() and len(word) < 19
