"""Text → words with their codes in the time grammar."""

from functools import cache
from typing import NamedTuple

from firsthand.records import Token
from firsthand.stages.date.grammar import ATOM, FEAST, UNKNOWN, Grammar, grammar


class Atom(NamedTuple):
    """A word or mark: code points, end exclusive, and its text in small letters."""

    start: int
    end: int
    low: str


def read_atoms(text: str, start: int, end: int, language: str, tags: dict[int, Token]) -> tuple[list[Atom], str]:
    """The words of a stretch of text, and their codes in the grammar, one character a word.

    `tags` leads from the start of a token to it, where the text was parsed: ambiguous words are judged by their tags.
    Feasts of several words become one, abbreviations take their point.
    """
    rules = grammar(language)
    get, special = rules.codes.get, rules.special
    out: list[Atom] = []
    codes: list[str] = []
    skip = start
    for match in ATOM.finditer(text, start, end):
        low = match.group().lower()
        at = match.start()
        if at < skip:  # swallowed by a feast or an abbreviation
            continue
        code, past = get(low), match.end()
        if code is None:
            code = figure(language, low) if low[0].isdigit() or low[-1].isdigit() else UNKNOWN
        elif low in special:
            code, low, past = _judge(text, at, low, past, rules, tags)
            skip = past
        out.append(Atom(at, past, low))
        codes.append(code)
    return out, "".join(codes)


@cache
def figure(language: str, text: str) -> str:
    """The code of a figure by all the shapes it has."""
    rules = grammar(language)
    if len(text) > 12:
        return UNKNOWN
    names = frozenset(name for name, shape in rules.shapes if shape.fullmatch(text))
    return rules.shape_codes.get(names, UNKNOWN)


def _judge(text: str, at: int, low: str, past: int, rules: Grammar, tags: dict[int, Token]) -> tuple[str, str, int]:
    """Code, text and end of a word that is ambiguous, abbreviated, or may begin a feast."""
    capital = text[at].isupper()
    for words, _ in rules.feasts.get(low, ()) if capital else ():
        if (end := _runs(text, at, words)) is not None:
            return rules.codes[FEAST], " ".join(words), end
    code = rules.codes.get(low, UNKNOWN)
    if text[past : past + 1] == "." and low + "." in rules.codes:
        code, past = rules.codes[low + "."], past + 1
    guards = rules.data["guards"]
    tag = tags[at].tag if at in tags else ""
    if low in guards["capital"]:
        allowed = capital and not (low in guards["verbs"] and tag[:2] in ("MD", "VB"))
    elif low in guards["noun"]:
        allowed = tag[:2] in ("NN", "JJ", "RB", "")
    else:
        allowed = not (low in guards["unverbed"] and tag[:2] == "VB")
    return (code if allowed else UNKNOWN), low, past


def _runs(text: str, at: int, words: tuple[str, ...]) -> int | None:
    """Where a run of words that begins here ends; None when other words follow."""
    for word in words:
        match = ATOM.search(text, at, at + len(word) + 3)
        if not match or match.group().lower().replace("’", "'") != word:
            return None
        at = match.end()
    return at


def feast_rule(rules: Grammar, name: str) -> str:
    """The rule for the day of a feast named by its words. Raises KeyError for other names."""
    return {" ".join(words): rule for words, rule in rules.feasts[name.split(" ", 1)[0]]}[name]
