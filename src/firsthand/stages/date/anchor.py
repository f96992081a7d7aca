"""What an expression is read against: the reference days of an article, and whether its clause looks back or ahead."""

from datetime import date
from typing import Any

from firsthand.records import Article, Parse, Span, Token
from firsthand.stages.date.calendar import first_day, last_day

STATE = ("acomp", "attr", "oprd")  # what something is said to be: due, effective
MOVES = 12  # heads followed from an expression to the verb of its clause


def reference_days(article: Article) -> tuple[tuple[date, ...], bool]:
    """The first and last day the article can have been published on, and whether that is one known stretch.

    Nothing is known: no days. Only a bound: that day alone and False; it serves for months and days of months, which a
    bound soon before publication decides, never for weekdays or "last month".
    """
    start, end = _day(article.published.start, first=True), _day(article.published.end, first=False)
    if start and end:
        return ((start,) if start == end else (start, end)), True
    return ((start,), False) if start else ((), False)


def _day(value: str | None, *, first: bool) -> date | None:
    if not value:
        return None
    try:
        return first_day(value[:10]) if first else last_day(value[:10])
    except ValueError:
        return None


def direction(parse: Parse, span: Span, tense: dict[str, Any]) -> int:
    """-1 when the clause that an expression (token indices) stands in looks back, 1 when ahead, else 0."""
    tokens = parse.tokens
    first, past = span
    before = tokens[first - 1].text.lower() if first and tokens[first - 1].sentence == tokens[first].sentence else ""
    if before in tense["since"]:
        return -1
    if past < len(tokens) and tokens[past].tag == "POS":  # "Friday's vote" was, unless it is said to come
        return _of_noun(parse, first, past, before, tense)
    at = next((n for n in range(first, past) if not first <= tokens[n].head < past), first)
    for _ in range(MOVES):
        at = tokens[at].head
        token = tokens[at]
        if token.pos in ("VERB", "AUX") or token.head == at:
            break
        if token.pos != "ADP" and token.lemma in tense["pending"]:
            return -1 if _past_perfect(parse, at, tense) else 1
    found = verb_direction(parse, at, tense)
    return 1 if not found and before in tense["pending"] else found


def _of_noun(parse: Parse, first: int, past: int, before: str, tense: dict[str, Any]) -> int:
    """Whether what a time names ("Friday's vote", token indices) is past or to come."""
    tokens = parse.tokens
    start, end = parse.sentences[tokens[first].sentence]
    leading = tokens[first - 2].lemma if before == "of" and first - 2 >= start else before
    if leading in tense["awaiting"]:
        return 1
    at = past
    for _ in range(MOVES):
        at = tokens[at].head
        if tokens[at].pos in ("VERB", "AUX") or tokens[at].head == at:
            break
    helpers = [t for t in tokens[max(start, at - 8) : min(end, at + 9)] if t.head == at and t.dep[:3] == "aux"]
    coming = {t.text.lower() for t in helpers}
    return 1 if coming & set(tense["certain"]) else -1


def verb_direction(parse: Parse, at: int, tense: dict[str, Any]) -> int:
    """Whether the verb at a token index speaks of the past (-1), of the future (1), or neither (0)."""
    tokens = parse.tokens
    first, past = parse.sentences[tokens[at].sentence]
    for _ in range(MOVES):
        token = tokens[at]
        if token.pos not in ("VERB", "AUX"):
            return 1 if token.lemma in tense["pending"] else 0
        helpers = [t for t in tokens[max(first, at - 8) : min(past, at + 9)] if t.head == at and t.dep[:3] == "aux"]
        words = {t.text.lower() for t in helpers}
        if words & set(tense["future"]):
            return -1 if words & set(tense["perfect"]) and token.tag in ("VBN", "VBD") else 1
        if token.tag == "VBD" or any(t.tag in ("VBD", "VBN") for t in helpers):
            return -1
        if words & set(tense["have"]):
            return -1
        if token.tag == "VB" and any(t.tag == "TO" for t in helpers):
            above = tokens[token.head]
            if _past_perfect(parse, token.head, tense):  # "had been due to end on Friday"
                return -1
            if token.head == at or above.lemma in tense["ahead"] or above.pos not in ("VERB", "AUX"):
                return 1
            at = token.head
            continue
        if (token.tag == "VBG" and words & set(tense["being"])) or (
            token.tag in ("VBZ", "VBP") and _scheduled(token, tense)
        ):
            return 1
        if token.tag in ("VBZ", "VBP"):
            said = {t.lemma for t in tokens[at : min(past, at + 9)] if t.head == at and t.dep in STATE}
            return 1 if token.lemma in tense["pending"] or said & set(tense["pending"]) else 0
        if token.tag == "VBN":
            return 1 if token.text.lower() in tense["pending"] else -1
        if token.tag in ("VBG", "VB") and token.head != at:
            at = token.head
            while tokens[at].pos not in ("VERB", "AUX") and tokens[at].head != at:
                at = tokens[at].head
            continue
        return 0
    return 0


def _past_perfect(parse: Parse, at: int, tense: dict[str, Any]) -> bool:
    """Whether what was to happen is told with "had been": due, expected, scheduled."""
    tokens = parse.tokens
    if tokens[at].pos not in ("VERB", "AUX"):
        at = tokens[at].head
    near = [t for t in tokens[max(0, at - 8) : at + 1] if t.head == at]
    return any(t.tag == "VBD" and t.text.lower() in tense["have"] for t in near)


def _scheduled(token: Token, tense: dict[str, Any]) -> bool:
    """Whether a verb in the present can tell what is to come: "it opens on Friday"."""
    return token.lemma in tense["scheduled"]
