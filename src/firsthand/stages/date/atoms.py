"""Text → words with their codes in the time grammar."""

from functools import cache
from typing import NamedTuple

from firsthand.records import Span, Token
from firsthand.stages.date.grammar import ATOM, FEAST, UNKNOWN, Grammar, grammar


class Atom(NamedTuple):
    """A word or mark: code points, end exclusive, and its text in small letters."""

    start: int
    end: int
    low: str


class Words(NamedTuple):
    """The words of a stretch of text in small letters, their places in the text, and their codes (a character each)."""

    low: list[str]
    spans: list[Span]
    codes: str

    def atoms(self) -> list[Atom]:
        """The words with their places."""
        return [Atom(start, end, word) for (start, end), word in zip(self.spans, self.low, strict=True)]


def read_words(text: str, small: str, span: Span, language: str, tags: dict[int, Token]) -> Words:
    """The words of a stretch of a text (`small`: the same in small letters) with their codes in the grammar.

    `tags` leads from the start of a token to it, where the text was parsed: ambiguous words are judged by their tags.
    Feasts of several words become one, abbreviations take their point.
    """
    rules = grammar(language)
    words, spans = [], []
    for match in ATOM.finditer(small, *span):
        words.append(match.group())
        spans.append(match.span())
    get, special = rules.codes.get, rules.special
    codes = [get(word, UNKNOWN) for word in words]
    odd = [n for n, word in enumerate(words) if "/" < word < ":" or word in special]  # "/" < any figure < ":"
    swallowed: list[int] = []
    for n in odd:
        first, past = spans[n]
        if codes[n] == UNKNOWN and words[n][0].isdigit():
            codes[n] = figure(language, words[n])
            continue
        if swallowed and n <= swallowed[-1]:
            continue
        codes[n], words[n], past = _judge(text, first, words[n], past, rules, tags)
        after = n + 1
        while after < len(spans) and spans[after][0] < past:
            swallowed.append(after)
            after += 1
        spans[n] = (first, past)
    for n in reversed(swallowed):
        del codes[n], words[n], spans[n]
    return Words(words, spans, "".join(codes))


def small(text: str) -> str:
    """A text in small letters, of the same length."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


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
    elif low in guards["unnoun"]:
        allowed = tag[:2] != "NN"
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
