"""When each statement was said, apart from the dates inside what it says."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from firsthand.language import topic
from firsthand.records import Article, Attribution, Parse, Period, Span, Spans, TimeExpression
from firsthand.stages.date.anchor import reference_days
from firsthand.stages.date.follow import Saying, cites_document, follows
from firsthand.stages.date.tell import spoken_of, tense_of, told_by

UNSPOKEN = ("belief", "intention", "perception")  # kinds of cue that no occasion of speaking need be behind
OPENING = 3  # the day of a report's news stands in its first paragraphs


class Frame(NamedTuple):
    """An article as the dating of its statements sees it."""

    article: Article
    parse: Parse
    times: Sequence[TimeExpression]
    contents: Spans  # of all statements, sorted
    day: str | None  # the day of publication, when known to the day


def date_statements(
    article: Article, parse: Parse, attributions: Sequence[Attribution], times: Sequence[TimeExpression]
) -> tuple[Period | None, ...]:
    """The period in which each attribution was said, None where the article does not fix it.

    Basis "expression": a time expression of its reporting clause, or of the same speaker's statement that it follows,
    or the day of what it tells, when that is the day of publication. Basis "published": told in the plain past by a
    report whose news is of its day of publication, by somebody who told it to no other outlet first. The outlet's own
    voice is dated only in a dated correction.
    """
    frame = _frame(article, parse, attributions, times)
    fresh = _is_fresh(frame)
    words = topic(article.language or "en", "dates")["said"]
    out: list[Period | None] = []
    sayings: list[Saying] = []
    for attribution in attributions:
        if attribution.quote == "none" and not attribution.source:
            out.append(_of_correction(frame, attribution, words))
            continue
        found = _said(frame, attribution, sayings, words, fresh)
        out.append(found)
        place, tense = _paragraphs(parse, attribution)[1], tense_of(parse, attribution)
        sayings.append(Saying(attribution=attribution, said=found, paragraph=place, tense=tense))
    return tuple(out)


def _frame(
    article: Article, parse: Parse, attributions: Sequence[Attribution], times: Sequence[TimeExpression]
) -> Frame:
    days, exact = reference_days(article)
    contents = tuple(sorted(span for a in attributions if a.quote != "none" for span in a.spans))
    day = days[0].isoformat() if exact and len(days) == 1 else None
    return Frame(article, parse, times, contents, day)


def _said(
    frame: Frame, attribution: Attribution, sayings: list[Saying], words: dict[str, list[str]], fresh: bool
) -> Period | None:
    own = told_by(frame.parse, attribution, frame.times, frame.contents, frame.day, words)
    if own or attribution.cue_kind in UNSPOKEN or _notice(frame, attribution, words) is not None:
        return own
    tense = tense_of(frame.parse, attribution)
    if tense == "before":  # "had told": an earlier occasion that nothing dates
        return None
    paragraph = _paragraphs(frame.parse, attribution)
    if before := follows(frame.parse, attribution, paragraph[0], tense, sayings, words):
        return before
    if frame.day and tense == "past":
        if frame.day in spoken_of(attribution, frame.times):
            return Period(start=frame.day, end=frame.day, basis="expression")
        if fresh and not attribution.via and not cites_document(frame.parse, attribution, words):
            return Period(start=frame.day, end=frame.day, basis="published")
    return None


def _is_fresh(frame: Frame) -> bool:
    """Whether the first paragraphs tell of something that happened, or was said, on the day of publication."""
    if not frame.day or not frame.parse.paragraphs:
        return False
    opening = frame.parse.paragraphs[: OPENING + 1]
    limit = frame.parse.tokens[opening[-1][1] - 1].end
    for time in frame.times:
        if time.start > limit or time.period is None:
            continue
        if time.type in ("DATE", "TIME") and time.period.start == time.period.end == frame.day:
            kinds = [p.kind for p in frame.article.parts if p.start <= time.start < p.end]
            if "body" in kinds:
                return True
    return False


def _of_correction(frame: Frame, attribution: Attribution, words: dict[str, list[str]]) -> Period | None:
    """The date that heads the correction notice a statement in the outlet's own voice stands in."""
    notice = _notice(frame, attribution, words)
    if notice is None:
        return None
    dated = [t for t in frame.times if notice <= t.start < attribution.spans[0][0] and t.period and t.type == "DATE"]
    return dated[0].period if dated else None


def _notice(frame: Frame, attribution: Attribution, words: dict[str, list[str]]) -> int | None:
    """Where the correction notice that a statement stands in begins (code points), None when it stands in none."""
    place = _paragraphs(frame.parse, attribution)[0]
    if place < 0:
        return None
    first = frame.parse.tokens[frame.parse.paragraphs[place][0]]
    return first.start if first.text.lower() in words["corrections"] else None


def _paragraphs(parse: Parse, attribution: Attribution) -> Span:
    """The first and last paragraphs (indices) that an attribution's content and cue stand in."""
    places = [start for start, _ in (*attribution.spans, *attribution.cue)]
    found = [bisect_right(parse.paragraphs, at, key=lambda p: parse.tokens[p[0]].start) - 1 for at in places]
    return min(found), max(found)
