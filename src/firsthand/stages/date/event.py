"""The fresh event that a report tells of, and who speaks of it on its day."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from firsthand.records import Article, Attribution, Parse, Period, TimeExpression, Token
from firsthand.stages.date.anchor import direction
from firsthand.stages.date.follow import names_in, tokens_of
from firsthand.stages.date.tell import cue_verb

OPENING = 2  # the day of a report's news stands in its first paragraphs
HEADING = 8  # tokens that a paragraph of prose has at least
NEAR = 1  # paragraphs from one that tells of the event to one where its speakers are met
STRETCH = 4  # paragraphs that may go on with the event, as long as none tells of another time
PRESENT = 3  # a report has fewer verbs of saying in the present than one in so many
OBJECTS = ("dobj", "dative", "iobj")
ASIDE = ("relcl", "advcl", "acl")  # clauses that tell what lies behind
BODY = "body"


class Event(NamedTuple):
    """What a report's lede tells of: its day, what a date by it rests on, and the paragraphs that speak of the day."""

    period: Period
    paragraphs: tuple[int, ...]
    stretch: frozenset[int]  # those and the next ones, up to one that tells of another time


def event_of(
    article: Article,
    parse: Parse,
    attributions: Sequence[Attribution],
    times: Sequence[TimeExpression],
    day: str | None,
    data: dict[str, Any],
) -> Event | None:
    """The event of the day of publication, or the day before, that a report opens with.

    None for features, round-ups, interviews, and articles on something written.
    """
    words = data["said"]
    if not day or _unfit(article, parse, attributions, words):
        return None
    prose = [n for n, (a, b) in enumerate(parse.paragraphs) if b - a >= HEADING and _is_body(article, parse, a)]
    opening = set(prose[:OPENING])
    eve = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    told = _days_told(article, parse, attributions, times, (day, eve), data["tense"])
    for wanted in (day, eve):
        places = sorted({place for place, when in told if when == wanted})
        if opening.intersection(places):
            basis: Literal["published", "expression"] = "published" if wanted == day else "expression"
            period = Period(start=wanted, end=wanted, basis=basis)
            return Event(period, tuple(places), _stretch(places, {place for place, when in told if when != wanted}))
    return None


def _stretch(places: Sequence[int], others: set[int]) -> frozenset[int]:
    out = set(places)
    for place in places:
        for n in range(place + 1, place + 1 + STRETCH):
            if n in others:
                break
            out.add(n)
    return frozenset(out)


def _is_body(article: Article, parse: Parse, token: int) -> bool:
    at = parse.tokens[token].start
    return any(part.start <= at < part.end and part.kind == BODY for part in article.parts)


def _unfit(article: Article, parse: Parse, attributions: Sequence[Attribution], words: dict[str, list[str]]) -> bool:
    """Whether an article is no report of an event by its title, or by telling what people say in the present."""
    title = {word.strip(".,:;?!'’‘“”\"()").lower() for word in (article.title or "").split()}
    if title & set(words["unfit"]):
        return True
    tags = Counter(
        parse.tokens[verb].tag for a in attributions if (verb := cue_verb(parse, a)) is not None and a.source
    )
    return (tags["VBZ"] + tags["VBP"]) * PRESENT > sum(tags[t] for t in ("VBZ", "VBP", "VBD"))


def _days_told(
    article: Article,
    parse: Parse,
    attributions: Sequence[Attribution],
    times: Sequence[TimeExpression],
    fresh: tuple[str, str],
    tense: dict[str, Any],
) -> list[tuple[int, str]]:
    """The paragraphs and days of what the article tells as past, outside what it quotes."""
    said = sorted((*span, a.quote == "direct") for a in attributions if a.quote != "none" for span in a.spans)
    out = []
    for time in times:
        period = time.period
        if time.type not in ("DATE", "TIME") or period is None or not period.start or not period.end:
            continue
        n = bisect_right(said, time.start, key=lambda span: span[0]) - 1
        at = bisect_right(parse.tokens, time.start, key=lambda t: t.start) - 1
        inside = n >= 0 and time.start < said[n][1]
        # What somebody says of another time is no other time of the telling.
        if at < 0 or (inside and (said[n][2] or period.start not in fresh)) or not _is_body(article, parse, at):
            continue
        past = bisect_left(parse.tokens, time.end, key=lambda t: t.start)
        if direction(parse, (at, max(past, at + 1)), tense) < 0:
            out.append((paragraph_of(parse, at), period.start if period.start == period.end else ""))
    return out


def paragraph_of(parse: Parse, token: int) -> int:
    """The paragraph that a token stands in, -1 when it is before all."""
    return bisect_right(parse.paragraphs, token, key=lambda p: p[0]) - 1


def speaks_of(
    parse: Parse, attribution: Attribution, paragraph: int, event: Event, words: dict[str, list[str]]
) -> bool:
    """Whether a statement belongs to the event: told plainly, by somebody met where the event is told."""
    verb = cue_verb(parse, attribution)
    if verb is None or parse.tokens[verb].tag != "VBD" or parse.tokens[verb].dep in ASIDE or attribution.via:
        return False
    if set(words["elsewhere"]) & _around(parse, attribution, verb) or _to_another(parse, attribution, verb):
        return False
    if paragraph in event.stretch:
        return True
    if event.period.basis != "published":
        return False
    source = tokens_of(parse, attribution.source)
    names = names_in(source)
    if not names:
        return False
    met = next((n for n, t in enumerate(parse.tokens) if t.text.lower() in names and _in_body(parse, t)), None)
    return met is not None and _close(paragraph_of(parse, met), event)


def _to_another(parse: Parse, attribution: Attribution, verb: int) -> bool:
    """Whether somebody with a name is told, such as another outlet, whose day is its own."""
    first, past = parse.sentences[parse.tokens[verb].sentence]
    apart = (*attribution.spans, *attribution.source)
    return any(
        t.head == verb and t.dep in OBJECTS and t.pos == "PROPN" and not any(a <= t.start < b for a, b in apart)
        for t in parse.tokens[first:past]
    )


def _in_body(parse: Parse, token: Token) -> bool:
    return token.pos == "PROPN"


def _close(paragraph: int, event: Event) -> bool:
    return any(0 <= paragraph - place <= NEAR or place - paragraph == NEAR for place in event.paragraphs)


def _around(parse: Parse, attribution: Attribution, verb: int) -> set[str]:
    """The words of the sentence that reports a statement, without the statement and its source."""
    first, past = parse.sentences[parse.tokens[verb].sentence]
    apart = (*attribution.spans, *attribution.source)
    return {
        word
        for t in parse.tokens[first:past]
        if not any(a <= t.start < b for a, b in apart)
        for word in (t.lemma.lower(), t.text.lower())
    }
