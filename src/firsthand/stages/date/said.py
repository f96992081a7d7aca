"""When each statement was said, apart from the dates inside what it says."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

from firsthand.language import topic
from firsthand.records import Article, Attribution, Parse, Period, Span, Spans, TimeExpression
from firsthand.stages.date.anchor import reference_days
from firsthand.stages.date.event import Event, event_of, speaks_of
from firsthand.stages.date.follow import Saying, cites_document, follows
from firsthand.stages.date.live import live_from
from firsthand.stages.date.scene import Scene, scene_before
from firsthand.stages.date.tell import cue_verb, loosely, spoken_of, tense_of, told_by

UNSPOKEN = ("belief", "intention", "perception")  # kinds of cue that no occasion of speaking need be behind


class Frame(NamedTuple):
    """An article as the dating of its statements sees it."""

    article: Article
    parse: Parse
    times: Sequence[TimeExpression]
    contents: Spans  # of all statements, sorted
    day: str | None  # the day of publication, when known to the day
    live: int | None  # where the entries of a live page start


def date_statements(
    article: Article, parse: Parse, attributions: Sequence[Attribution], times: Sequence[TimeExpression]
) -> tuple[Period | None, ...]:
    """The period in which each attribution was said, None where the article does not fix it.

    Basis "expression": a time expression of its reporting clause, of the same speaker's statement that it follows, of
    a sentence before that shows the speaker speaking, or the day of what it tells, when that is the day of publication.
    Basis "published": told in the plain past, where a report tells of an event of its day of publication, by somebody
    who told it to no other outlet first; of the day before, by the expression that says so; or told in an entry of a
    live page. The outlet's own voice is dated only in a dated correction. When in doubt there is no date.
    """
    frame = _frame(article, parse, attributions, times)
    data = topic(article.language or "en", "dates")
    event, words = event_of(article, parse, attributions, times, frame.day, data), data["said"]
    out: list[Period | None] = []
    sayings: list[Saying] = []
    for attribution in attributions:
        if attribution.quote == "none" and not attribution.source:
            out.append(_of_correction(frame, attribution, words))
            continue
        found = _said(frame, attribution, sayings, data, event)
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
    return Frame(article, parse, times, contents, day, live_from(article.text))


def _said(
    frame: Frame, attribution: Attribution, sayings: list[Saying], data: dict[str, Any], event: Event | None
) -> Period | None:
    parse, words = frame.parse, data["said"]
    own, shut = told_by(parse, attribution, frame.times, frame.contents, frame.day, words)
    if own or shut or attribution.cue_kind in UNSPOKEN or _notice(frame, attribution, words) is not None:
        return own
    tense = tense_of(parse, attribution)
    if tense == "before" or loosely(parse, attribution, words):  # an earlier occasion that nothing dates
        return None
    place = _paragraphs(parse, attribution)[0]
    scene = scene_before(parse, attribution, place, frame.times, frame.contents, frame.day, words)
    if scene and scene.said and not _since(sayings, scene):
        return scene.said
    if frame.day and frame.live is not None and attribution.spans[0][0] >= frame.live:
        return Period(start=frame.day, end=frame.day, basis="published")
    plain = event is not None and speaks_of(parse, attribution, place, event, words)
    before, goes_on = follows(parse, attribution, place, tense, sayings, words)
    if goes_on:
        return None if event and before is event.period and not _plain(parse, attribution) else before
    if not frame.day or tense != "past":
        return None
    if frame.day in spoken_of(parse, attribution, frame.times, data["tense"]):
        return Period(start=frame.day, end=frame.day, basis="expression")
    if not event or not plain or cites_document(parse, attribution, words):
        return None
    return None if scene and scene.period != event.period and not _same_day(scene, event) else event.period


def _plain(parse: Parse, attribution: Attribution) -> bool:
    """Whether a statement is reported in the plain past; no participle is."""
    verb = cue_verb(parse, attribution)
    return verb is not None and parse.tokens[verb].tag == "VBD"


def _same_day(scene: Scene, event: Event) -> bool:
    return scene.period is not None and scene.period.start == scene.period.end == event.period.start


def _since(sayings: Sequence[Saying], scene: Scene) -> bool:
    """Whether somebody was quoted after the sentence that sets a scene."""
    return bool(sayings) and min(start for start, _ in sayings[-1].attribution.spans) > scene.start


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
