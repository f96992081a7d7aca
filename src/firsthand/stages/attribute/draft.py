"""An attribution in the making, and the small questions asked of spans."""

import re
from dataclasses import dataclass

from firsthand.records import CueKind, Quote, Span, Spans, Stance

# Capitals, then perhaps a date or an agency, then a dash before a capital or quotation mark: “HOLM, 3 May (AP) — The …”
DATELINE = re.compile(
    r"[^\W\d_a-z]{3,40}(?:[ .'’/-][^\W\d_a-z]{1,40}){0,3}"
    r"(?:[,(/ ][^\n—–:“\"]{1,50})? (?:—|–|--?) (?=[^\W\d_a-z]|[“\"‘'])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a construction gives: code points of source, cue and content, still without stance and chain.

    `agentless` is a passive that names nobody (“it was alleged that …”), where no source is right.
    `how` names the construction or, for quotations, how the owner was found. `verb` is the token index of the cue.
    `stance` is set where it cannot be told from verb and content any more.
    `share` is the probability that the tagger gives it, None where it saw nothing; `agreed` where the rules found the
    same. A `faint` draft attributes, but to nobody who can be asked (“you think …”).
    """

    how: str
    lemma: str
    verb: int
    spans: Spans
    source: Spans
    cue: Spans
    kind: CueKind
    quote: Quote = "indirect"
    addressee: Spans = ()
    via: tuple[Spans, ...] = ()
    negated: bool = False
    agentless: bool = False
    stance: Stance | None = None
    share: float | None = None
    agreed: bool = False
    faint: bool = False


def past_dateline(text: str, start: int) -> int:
    """Where a paragraph's words start that begins with a dateline at code point `start`; `start` when it has none.

    >>> past_dateline("HOLM, March 4 — The road is closed.", 0), past_dateline("NATO – or the rest of it", 0)
    (16, 0)
    """
    found = DATELINE.match(text, start)
    return found.end() if found else start


def length(spans: Spans) -> int:
    """How many code points some spans hold."""
    return sum(end - start for start, end in spans)


def overlap(a: Spans, b: Spans) -> int:
    """How many code points two sets of spans share."""
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)


def within(inner: Spans, outer: Span) -> bool:
    """Whether all spans lie inside another, and there are any."""
    return bool(inner) and all(outer[0] <= start and end <= outer[1] for start, end in inner)


def minus(spans: Spans, hole: Span) -> Spans:
    """The spans without the code points of `hole`."""
    out = []
    for start, end in spans:
        if hole[1] <= start or end <= hole[0]:
            out.append((start, end))
            continue
        if start < hole[0]:
            out.append((start, hole[0]))
        if hole[1] < end:
            out.append((hole[1], end))
    return tuple(out)


def tidy(text: str, spans: Spans) -> Spans:
    """The spans without blanks, commas, dashes and a full stop at their edges, and with whole owners.

    Empty ones fall away.
    """
    out = []
    for start, end in spans:
        while start < end and (text[start].isspace() or text[start] in ",;:.–—-"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-"):
            end -= 1
        letter = text[end - 2 : end - 1].isalpha() and not text[end - 3 : end - 2].isalnum()  # “U.S.”, “a.m.”
        if end > start + 1 and text[end - 1] == "." and not letter:
            end -= 1
            while end > start and text[end - 1].isspace():
                end -= 1
        if text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end):
            end += 1
        if 0 < start < end and text[start] in "'’":  # a word cut before its mark: “Norway” of “Norway's ministry”
            while start and text[start - 1].isalnum():
                start -= 1
        if start < end:
            out.append((start, end))
    return tuple(out)
