"""What the words of a source say: who is named, which noun, definite or not."""

from bisect import bisect_left
from dataclasses import dataclass

from firsthand.records import Spans, Token
from firsthand.stages.resolve.lexicon import Lexicon
from firsthand.stages.resolve.mentions import Mention
from firsthand.stages.resolve.names import words

NOUNS = ("NOUN", "PROPN", "PRON", "NUM")


@dataclass(slots=True)
class Phrase:
    """A source's words, [first, last) in tokens; `core_end` ends its head phrase, without clauses and appositives."""

    first: int
    last: int
    core_end: int
    head: int
    head_word: str  # folded, singular where known
    mention: Mention | None  # the name that is the head
    apposed: Mention | None  # the name beside it, after a comma
    inside: list[Mention]  # names in the head phrase
    determiner: str
    possessor: int | None  # token of "its", "Velmar" … before the head
    plural: bool


def read(
    spans: Spans, tokens: tuple[Token, ...], starts: list[int], found: list[Mention], lex: Lexicon
) -> Phrase | None:
    """Analyse a source's words; None when there are none.

    `starts` are the start offsets of the tokens, `found` the names of the article in order.
    """
    if not spans:
        return None
    first = bisect_left(starts, spans[0][0])
    last = bisect_left(starts, spans[-1][1])
    if first and tokens[first - 1].end > spans[0][0]:
        first -= 1
    while first < last and (tokens[first].pos in ("PUNCT", "ADP", "CCONJ") or tokens[first].lemma in lex.correlative):
        first += 1
    while last > first and tokens[last - 1].pos == "PUNCT":
        last -= 1
    if first >= last:
        return None
    inside = _between(found, first, last)
    core_end = _core(tokens, first, last, inside, lex)
    head = _head(tokens, first, core_end, inside, lex)
    mention = next((m for m in inside if m.first <= head < m.last), None)
    word = _word(tokens, first, head, lex)
    return Phrase(
        first=first,
        last=last,
        core_end=core_end,
        head=head,
        head_word=word,
        mention=mention,
        apposed=_apposed(tokens, core_end, last, inside, head, lex),
        inside=[m for m in inside if m.first < core_end],
        determiner=tokens[first].text.lower() if tokens[first].pos in ("DET", "PRON", "NUM", "ADJ") else "",
        possessor=_possessor(tokens, first, head, lex),
        plural=tokens[head].tag in ("NNS", "NNPS"),
    )


def _between(found: list[Mention], first: int, last: int) -> list[Mention]:
    at = bisect_left(found, first, key=lambda m: m.last - 1)
    out = []
    while at < len(found) and found[at].first < last:
        out.append(found[at])
        at += 1
    return out


def _core(tokens: tuple[Token, ...], first: int, last: int, inside: list[Mention], lex: Lexicon) -> int:
    """Where the head phrase ends: before a comma, bracket, dash or relative clause."""
    for n in range(first + 1, last):
        token = tokens[n]
        within = any(m.first < n < m.last for m in inside)
        if within:
            continue
        if token.pos == "PUNCT" and token.text not in ("-", "'", "’", ".", "“", "”", '"', "‘"):
            return n
        if token.tag in ("WP", "WDT", "WP$", "WRB"):
            return n
        if token.lemma in lex.correlative and token.dep == "cc":
            if any(t.pos in ("NOUN", "PROPN", "PRON") for t in tokens[first:n]):
                return n
    return last


def _head(tokens: tuple[Token, ...], first: int, end: int, inside: list[Mention], lex: Lexicon) -> int:
    """The last noun before the first preposition or verb."""
    head, n = first, first
    while n < end:
        mention = next((m for m in inside if m.begin <= n < m.last), None)
        if mention:
            head, n = min(mention.last, end) - 1, mention.last
            continue
        token = tokens[n]
        if (token.pos in NOUNS and not (token.pos == "PRON" and n > first)) or (
            token.pos in ("ADJ", "DET") and n == end - 1 and n == first
        ):
            head = n
        elif (
            n > first
            and (token.pos in ("ADP", "VERB", "AUX", "SCONJ") or token.tag in ("VBN", "VBG"))
            and tokens[head].pos in NOUNS
        ):
            if _hyphened(tokens, n, inside):
                n += 1
                continue
            if token.pos == "ADP" or token.dep in ("acl", "relcl", "prep") or token.pos != "VERB":
                break
        n += 1
    return head


def _hyphened(tokens: tuple[Token, ...], n: int, inside: list[Mention]) -> bool:
    """Whether a preposition ties together what stands before a name: “father-of-four Karl Holt”."""
    named = any(m.first == n + 3 for m in inside)
    return named and tokens[n].pos == "ADP" and tokens[n - 1].text == tokens[n + 1].text == "-"


def _word(tokens: tuple[Token, ...], first: int, head: int, lex: Lexicon) -> str:
    """The head noun, with the word before it where the two are one term (coast guard)."""
    word = " ".join(words(tokens[head].lemma))
    if head > first:
        two = " ".join(words(tokens[head - 1].lemma)) + " " + word
        if two in lex.bodies or two in lex.persons or two in lex.documents or two in lex.spokes:
            return two
    return word


def _apposed(
    tokens: tuple[Token, ...], core_end: int, last: int, inside: list[Mention], head: int, lex: Lexicon
) -> Mention | None:
    """The name that follows the head phrase after a comma: "its president, Stojan Dimov"."""
    n = core_end
    if n >= last or tokens[n].pos != "PUNCT":
        return None
    n += 1
    listed = n < last and " ".join(words(tokens[n].text)) in lex.including
    if listed:
        people = [m for m in inside if m.first > n and m.label == "person"]
        return people[0] if people else next((m for m in inside if m.first > n and m.label != "place"), None)
    if tokens[head].tag in ("NNS", "NNPS"):
        return None
    for mention in inside:
        if mention.first < n or mention.label in ("place", "people"):
            continue
        between = tokens[n : mention.first]
        if all(t.pos in ("DET", "ADJ", "NOUN", "PROPN") for t in between[:6]) and len(between) <= 6:
            after = tokens[mention.last].text if mention.last < last else ""
            return None if after in ("'s", "’s", "’", "'") else mention
        return None
    return None


def _possessor(tokens: tuple[Token, ...], first: int, head: int, lex: Lexicon) -> int | None:
    """The token that owns the head: "its" or the noun before "'s"."""
    for n in range(first, head):
        if tokens[n].tag == "POS" and n > first:
            return n - 1
        if tokens[n].lemma in lex.possessive or tokens[n].text.lower() in lex.possessive:
            return n
    return None
