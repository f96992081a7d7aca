"""The reporting clause of a statement: its own time expression, and its tense."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from firsthand.records import Attribution, Parse, Period, Spans, TimeExpression
from firsthand.stages.date.anchor import direction
from firsthand.stages.date.calendar import first_day, last_day

Tense = Literal["past", "before", "other"]
MOVES = 14  # heads followed from a time expression to the verbs above it
OVERLAPPING = 4  # contents that may lie in one another
NEAR = 6  # tokens between a cue and a time expression that stand together whatever the parser made of them
VERBS = ("VERB", "AUX")
PARTICIPLE = ("VBN", "VBD")  # the tagger takes some participles for past forms


def told_by(
    parse: Parse,
    attribution: Attribution,
    times: Sequence[TimeExpression],
    contents: Spans,
    day: str | None,
    words: dict[str, list[str]],
) -> tuple[Period | None, bool]:
    """The period of the time expression in the clause that reports a statement, and whether the clause has one.

    `contents` are the spans of all contents, sorted: what is said in them does not date the saying. An expression
    after the day of publication, wider than a year, or open ("years ago") gives no period, but shuts out others.
    """
    cue = cue_tokens(parse, attribution.cue)
    if not cue:
        return None, False
    sentence = parse.sentences[parse.tokens[cue[0]].sentence]
    start, end = parse.tokens[sentence[0]].start, parse.tokens[sentence[1] - 1].end
    best: tuple[int, int, Period] | None = None
    shut = False
    for time in times[bisect_left(times, start, key=lambda t: t.start) :]:
        if time.start >= end:
            break
        if time.type == "SET" or inside(contents, time):
            continue
        rank = _rank(parse, cue, time, words)
        # "Katz, who a year ago said": a time in the words for the source may be that of the saying.
        if rank is None or (rank and any(a <= time.start < b for a, b in attribution.source)):
            continue
        if time.period is None or not possible(time.period, day):
            shut = shut or not rank
            continue
        distance = min(abs(time.start - parse.tokens[n].start) for n in cue)
        if best is None or (rank, distance) < best[:2]:
            best = (rank, distance, time.period)
    return (best[2] if best else None), shut or best is not None


def possible(period: Period, day: str | None) -> bool:
    """Whether somebody can have spoken in a period: it begins by the day of publication and is a year at most."""
    if not period.start or not period.end:
        return False
    if day and period.start > day:
        return False
    try:
        return (last_day(period.end) - first_day(period.start)).days < 367
    except ValueError:
        return False


def inside(spans: Spans, time: TimeExpression) -> bool:
    """Whether one of the spans (sorted, seldom overlapping) holds a time."""
    n = bisect_right(spans, time.start, key=lambda span: span[0])
    return any(time.start < b for _, b in spans[max(0, n - OVERLAPPING) : n])


def cue_tokens(parse: Parse, cue: Spans) -> list[int]:
    """The tokens of a cue."""
    out = []
    for start, end in cue:
        at = bisect_right(parse.tokens, start, key=lambda t: t.start) - 1
        while 0 <= at < len(parse.tokens) and parse.tokens[at].start < end:
            if parse.tokens[at].end > start:
                out.append(at)
            at += 1
    return out


def _rank(parse: Parse, cue: list[int], time: TimeExpression, words: dict[str, list[str]]) -> int | None:
    """How closely a time expression belongs to the cue: 0 to it, 1 beside it, 2 to a verb over it; else None."""
    tokens = parse.tokens
    at = bisect_right(tokens, time.start, key=lambda t: t.start) - 1
    if at < 0:
        return None
    if aside(parse, at, time, words):
        return None
    above = verbs_above(parse, at, words)
    if any(n in cue for n in above[:1]):
        return 0
    # "Was quoted as saying on Monday": what hangs from the cue and is no content reports too.
    if any(n in cue for n in above) or _beside(parse, cue, at):
        return 1
    if above and cue_tense(parse, cue) != "before":
        ancestors = verbs_above(parse, cue[0], words, every=True)
        if above[0] in ancestors and not _relative(parse, cue[0], above[0]):
            return 2
    return None


def aside(parse: Parse, at: int, time: TimeExpression, words: dict[str, list[str]]) -> bool:
    """Whether a time only bounds or names something: "after Friday's vote", "the 2015 fees"."""
    tokens = parse.tokens
    if time.period and time.period.start and len(time.period.start) == 4 and tokens[at].dep in ("nummod", "compound"):
        return True
    for _ in range(MOVES):
        if tokens[at].pos in VERBS or tokens[at].head == at:
            return False
        if tokens[at].pos in ("ADP", "SCONJ"):
            return tokens[at].lemma in words["aside"]
        at = tokens[at].head
    return False


def verbs_above(parse: Parse, at: int, words: dict[str, list[str]], *, every: bool = False) -> list[int]:
    """The verbs over a token, nearest first; participles of publishing ("released on Friday") are passed through."""
    tokens, out = parse.tokens, []
    for _ in range(MOVES):
        token = tokens[at]
        if token.head == at:
            break
        if token.dep == "relcl" and not every:
            break
        at = token.head
        if tokens[at].pos in VERBS or tokens[at].head == at:
            if not every and tokens[at].dep in ("acl", "advcl") and tokens[at].lemma in words["published"]:
                continue
            out.append(at)
    return out


def _relative(parse: Parse, below: int, above: int) -> bool:
    """Whether a relative clause or a content lies between a verb and one over it."""
    at = below
    for _ in range(MOVES):
        if at == above:
            return False
        if parse.tokens[at].dep == "relcl":
            return True
        at = parse.tokens[at].head
    return True


def _beside(parse: Parse, cue: list[int], at: int) -> bool:
    """Whether only plain words, no verb and no mark, stand between the cue and a token."""
    low, high = (cue[-1] + 1, at) if at > cue[-1] else (at + 1, cue[0])
    if high - low > NEAR or high < low:
        return False
    between = parse.tokens[low:high]
    return not any(t.pos in ("VERB", "PUNCT", "SCONJ", "PRON") or t.tag in ("WDT", "WP", "WRB") for t in between)


def cue_tense(parse: Parse, cue: list[int]) -> Tense:
    """ "past" for a plain past or a cue without verb, "before" for a perfect or what may be, else "other"."""
    tokens = parse.tokens
    verbs = [n for n in cue if tokens[n].pos in VERBS]
    if not verbs:
        return "past"
    verb = next((n for n in verbs if tokens[n].pos == "VERB"), verbs[-1])
    first, past = parse.sentences[tokens[verb].sentence]
    helpers = [t for t in tokens[max(first, verb - 8) : min(past, verb + 9)] if t.head == verb and t.dep[:3] == "aux"]
    perfect = [
        t for t in helpers if t.dep == "aux" and t.tag in ("VBD", "VBZ", "VBP") and tokens[verb].tag in PARTICIPLE
    ]
    if perfect:
        return "before"
    tags = {tokens[verb].tag, *(t.tag for t in helpers)}
    negated = any(t.head == verb and t.dep == "neg" for t in tokens[max(first, verb - 8) : verb])
    if "VBD" in tags or (tokens[verb].tag == "VBN" and tokens[verb].dep == "acl"):
        return "past"
    if "MD" in tags:
        return "past" if negated else "before"
    if tokens[verb].tag in ("VBG", "VB") and tokens[verb].head != verb:
        above = next((n for n in _chain(parse, verb) if tokens[n].pos == "VERB"), None)
        return cue_tense(parse, [above]) if above is not None else "other"
    return "other"


def _chain(parse: Parse, at: int) -> list[int]:
    out = []
    for _ in range(MOVES):
        if parse.tokens[at].head == at:
            break
        at = parse.tokens[at].head
        out.append(at)
    return out


def cue_verb(parse: Parse, attribution: Attribution) -> int | None:
    """The token of the verb of a cue, None when it has none."""
    verbs = [n for n in cue_tokens(parse, attribution.cue) if parse.tokens[n].pos in VERBS]
    return next((n for n in verbs if parse.tokens[n].pos == "VERB"), verbs[-1] if verbs else None)


def tense_of(parse: Parse, attribution: Attribution) -> Tense:
    """The tense in which a statement is reported."""
    return cue_tense(parse, cue_tokens(parse, attribution.cue))


def loosely(parse: Parse, attribution: Attribution, words: dict[str, list[str]]) -> bool:
    """Whether the reporting clause puts it at some other time, or at many: "once said", "when it burned, he said"."""
    cue = cue_tokens(parse, attribution.cue)
    tokens = parse.tokens
    if not cue:
        return False
    first, past = parse.sentences[tokens[cue[0]].sentence]
    heads = set(cue)
    for at in cue:  # "earlier he came and said": the adverb hangs from the first of the verbs
        while tokens[at].dep == "conj" and tokens[at].head not in heads:
            at = tokens[at].head
            heads.add(at)
    for n in range(first, past):
        token = tokens[n]
        if _held(attribution.spans, token.start):
            continue
        low = token.text.lower()
        if token.head in heads and low in words["loosely"]:
            return True
        clause = tokens[token.head]
        if low in words["subordinate"] and clause.dep == "advcl" and clause.tag == "VBD" and clause.head in heads:
            return True
    return False


def _held(spans: Spans, at: int) -> bool:
    return any(a <= at < b for a, b in spans)


def spoken_of(
    parse: Parse, attribution: Attribution, times: Sequence[TimeExpression], tense: dict[str, list[str]]
) -> set[str]:
    """The days that a statement's content speaks of as past, in the words of the outlet.

    The "today" of a quotation may be any time, and what is announced for a day was said before.
    """
    out: set[str] = set()
    if attribution.quote == "direct":
        return out
    for first, past in attribution.spans:
        for time in times[bisect_left(times, first, key=lambda t: t.start) :]:
            if time.start >= past:
                break
            at = bisect_right(parse.tokens, time.start, key=lambda t: t.start) - 1
            end = bisect_left(parse.tokens, time.end, key=lambda t: t.start)
            if not time.period or not time.period.start or time.period.start != time.period.end or at < 0:
                continue
            if direction(parse, (at, max(end, at + 1)), tense) < 0:
                out.add(time.period.start)
    return out
