"""The dated sentence that sets the scene of the quotations after it: "In September Lind spoke to Radio Nord."."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from firsthand.records import Attribution, Parse, Period, Spans, TimeExpression
from firsthand.stages.date.follow import names_in, tokens_of
from firsthand.stages.date.tell import VERBS, aside, inside, possible, verbs_above

SENTENCES = 4  # sentences back that may set the scene
SUBJECTS = ("nsubj", "nsubjpass")


class Scene(NamedTuple):
    """A dated sentence before a statement; `said` is its time when somebody is shown speaking in it."""

    start: int  # code point
    period: Period | None
    said: Period | None


def scene_before(
    parse: Parse,
    attribution: Attribution,
    paragraph: int,
    times: Sequence[TimeExpression],
    contents: Spans,
    day: str | None,
    words: dict[str, list[str]],
) -> Scene | None:
    """The nearest dated sentence before a statement, None when there is none.

    It stands in the statement's paragraph; for a pronoun, or a quotation without source, also in the one before.
    """
    source = tokens_of(parse, attribution.source)
    low = source[0].text.lower() if source else ""
    free = not source or low in words["pronouns"] or low in words["own"]
    places = [at for at, _ in (*attribution.spans, *attribution.cue, *attribution.source)]
    first = bisect_right(parse.tokens, min(places), key=lambda t: t.start) - 1
    if first < 0 or paragraph < 0:
        return None
    lowest = parse.paragraphs[max(0, paragraph - 1) if free else paragraph][0]
    here = parse.tokens[first].sentence
    for n in range(here - 1, max(-1, here - 1 - SENTENCES), -1):
        if parse.sentences[n][0] < lowest:
            break
        found = list(_dated(parse, n, times, contents, words))
        if not found:
            continue
        verb, time = found[0]
        speaks = _speaks(parse, verb, words) and _same(parse, verb, names_in(source), low, free, words)
        said = time.period if speaks and time.period and possible(time.period, day) else None
        return Scene(parse.tokens[parse.sentences[n][0]].start, time.period, said)
    return None


def _dated(
    parse: Parse, n: int, times: Sequence[TimeExpression], contents: Spans, words: dict[str, list[str]]
) -> Iterator[tuple[int, TimeExpression]]:
    """The times of a sentence that are not in what somebody says, with the verb that each belongs to."""
    first, past = parse.sentences[n]
    start, end = parse.tokens[first].start, parse.tokens[past - 1].end
    for time in times[bisect_left(times, start, key=lambda t: t.start) :]:
        if time.start >= end:
            return
        if time.type not in ("DATE", "TIME") or inside(contents, time):
            continue
        at = bisect_right(parse.tokens, time.start, key=lambda t: t.start) - 1
        above = verbs_above(parse, at, words)
        # An open date ("in those years") closes as one that is known does.
        if above and parse.tokens[above[0]].pos in VERBS and not aside(parse, at, time, words):
            yield above[0], time


def _speaks(parse: Parse, verb: int, words: dict[str, list[str]]) -> bool:
    return parse.tokens[verb].lemma in words["scenes"] and parse.tokens[verb].tag in ("VBD", "VBN")


def _same(parse: Parse, verb: int, names: set[str], low: str, free: bool, words: dict[str, list[str]]) -> bool:
    """Whether the subject of a verb can be the speaker."""
    first, past = parse.sentences[parse.tokens[verb].sentence]
    for at in range(first, past):
        token = parse.tokens[at]
        if token.head != verb or token.dep not in SUBJECTS:
            continue
        if token.pos == "PRON":
            return token.text.lower() == low or not low
        if free:
            return token.pos == "PROPN" or any(n.start <= token.start < n.end for n in parse.names)
        return token.text.lower() in names
    return False
