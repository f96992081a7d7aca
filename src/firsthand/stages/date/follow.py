"""Statements that go on where a dated one of the same speaker left off."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from firsthand.records import Attribution, Parse, Period, Spans, Token
from firsthand.stages.date.calendar import first_day, last_day
from firsthand.stages.date.tell import Tense

RECENT = 24  # statements back to look for what one goes on from
WEEK = 7  # days
REACH = 3  # paragraphs after which a speaker may speak of another occasion


class Saying(NamedTuple):
    """An attribution that was dated, or not, its tense, and the paragraph it ends in."""

    attribution: Attribution
    said: Period | None
    paragraph: int
    tense: Tense


def follows(
    parse: Parse,
    attribution: Attribution,
    paragraph: int,
    tense: Tense,
    sayings: Sequence[Saying],
    words: dict[str, list[str]],
) -> tuple[Period | None, bool]:
    """The date of the statement that this one goes on from, and whether it goes on from one, dated or not.

    It goes on when it shares the cue (a split quote), or its source is the same name, a pronoun, or a role or document
    already spoken of, near enough.
    """
    for saying in sayings[-RECENT:]:
        if attribution.cue and saying.attribution.cue == attribution.cue:
            return saying.said, True
    source = tokens_of(parse, attribution.source)
    names = names_in(source)
    low = [t.text.lower() for t in source]
    if names and low[0] not in words["own"]:
        for saying in reversed(sayings[-RECENT:]):
            if paragraph - saying.paragraph > REACH or (tense == "other" and saying.paragraph < paragraph):
                break
            if names & names_in(tokens_of(parse, saying.attribution.source)):
                near = saying.paragraph == paragraph
                return (saying.said if near or _occasion(saying) else None), near or saying.said is not None
    written = _document_date(parse, source, sayings, words)
    open_end = (written, written is not None)
    previous = sayings[-1] if sayings else None
    if previous is None or paragraph - previous.paragraph > 1 or (tense == "other" and not _document(source, words)):
        return open_end
    near = previous.paragraph == paragraph
    refers = not source or low[0] in words["pronouns"] or low[0] in words["own"]
    if not near and not _occasion(previous):
        # Who goes on from what nothing dates is not dated by the news of the day.
        return written, refers or written is not None
    if _another(parse, previous.attribution, attribution):
        return None, False
    if refers:
        return previous.said, True
    if near and not names and low[0] in words["definite"]:
        return previous.said, previous.said is not None
    first = len(sayings) <= 2 and paragraph <= 3
    if first and names and attribution.quote == "direct" and _opens(parse, sayings, paragraph):
        return previous.said, previous.said is not None
    return open_end


def _another(parse: Parse, previous: Attribution, attribution: Attribution) -> bool:
    """Whether somebody else is named as a subject between two statements: a pronoun then is not the first's speaker."""
    if not attribution.source:
        return False
    start = max(end for _, end in (*previous.spans, *previous.cue, *previous.source))
    at = bisect_left(parse.tokens, start, key=lambda t: t.start)
    own = names_in(tokens_of(parse, previous.source))
    while at < len(parse.tokens) and parse.tokens[at].start < attribution.source[0][0]:
        token = parse.tokens[at]
        if token.pos == "PROPN" and token.dep in ("nsubj", "nsubjpass") and token.text.lower() not in own:
            return True
        at += 1
    return False


def _occasion(saying: Saying) -> bool:
    """Whether a statement was made on one occasion, some days at most, that later paragraphs may tell of."""
    said = saying.said
    if saying.tense == "before" or not said or not said.start or not said.end:
        return False
    return (last_day(said.end) - first_day(said.start)).days < WEEK


def _opens(parse: Parse, sayings: Sequence[Saying], paragraph: int) -> bool:
    """Whether all before is one opening paragraph, whose unnamed speaker the next one names and quotes."""
    first = sayings[0]
    if any(saying.paragraph != first.paragraph for saying in sayings) or paragraph - first.paragraph > 1:
        return False
    return not any(
        t.tag == "NNP" and t.dep != "poss" and t.text[0].isupper() for t in _persons(parse, first.attribution.source)
    )


def _persons(parse: Parse, spans: Spans) -> list[Token]:
    """The tokens of a source that stand in the name of a person."""
    people = [(n.start, n.end) for n in parse.names if n.label == "PERSON"]
    return [t for t in tokens_of(parse, spans) if any(a <= t.start < b for a, b in people)]


def cites_document(parse: Parse, attribution: Attribution, words: dict[str, list[str]]) -> bool:
    """Whether a statement stands in something written, whose date is not that of the article."""
    return _document(tokens_of(parse, attribution.source), words)


def _document(source: list[Token], words: dict[str, list[str]]) -> bool:
    return any(t.lemma in words["documents"] for t in source)


def _document_date(
    parse: Parse, source: list[Token], sayings: Sequence[Saying], words: dict[str, list[str]]
) -> Period | None:
    """The date of the statement whose report or letter is now quoted again ("the report says")."""
    named = {t.lemma for t in source if t.lemma in words["documents"]}
    if not named or not source or source[0].text.lower() not in words["definite"]:
        return None
    for saying in sayings[: -RECENT - 1 : -1]:
        cue = saying.attribution.cue
        if not cue or not saying.said:
            continue
        at = bisect_left(parse.tokens, cue[0][0], key=lambda t: t.start)
        if at >= len(parse.tokens):
            continue
        first, past = parse.sentences[parse.tokens[at].sentence]
        if named & {t.lemma for t in parse.tokens[first:past]}:
            return saying.said
    return None


def tokens_of(parse: Parse, spans: Spans) -> list[Token]:
    """The tokens of a source, given by its spans."""
    out = []
    for start, end in spans:
        at = bisect_left(parse.tokens, start, key=lambda t: t.start)
        while at < len(parse.tokens) and parse.tokens[at].start < end:
            out.append(parse.tokens[at])
            at += 1
    return out


def names_in(source: list[Token]) -> set[str]:
    """The names in a source, up to its first mark: what is after it tells who that is."""
    out = set()
    for n, token in enumerate(source):
        if token.pos == "PUNCT" and n and token.text == ",":
            break
        if token.pos == "PROPN" and token.dep not in ("poss", "pobj"):
            out.add(token.text.lower())
    return out
