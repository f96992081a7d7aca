"""What makes a correction unusable, told before it is kept."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import get_args

from firsthand.corrections.anchor import ordered, quotes
from firsthand.corrections.records import ACTORS, APART, COPIES, OF_STATEMENTS, STORIES, Anchor, Correction, Kind
from firsthand.records import Period, Spans, Stance

HASH = re.compile(r"[0-9a-f]{64}")
DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
LARGEST = 2**31  # code points; no article is that long


def period_of(said: str) -> Period:
    """What `said` tells: an ISO date that may stop at the month or year, or two with a stroke between.

    The basis is "expression", the one of the schema that stands for a date somebody gave. Raises ValueError for others.

    >>> period_of("2024-05/2024-06-02")
    Period(start='2024-05', end='2024-06-02', basis='expression')
    """
    start, _, end = said.partition("/")
    end = end if "/" in said else start
    for each in (start, end):
        if not DAY.fullmatch(each) or not each.isascii():
            raise ValueError(f"{said!r} is no date such as 2024-05-06, 2024-05, 2024 or 2024-05/2024-06")
        date.fromisoformat(each + "-01-01"[len(each) - 4 :])
    if start[: len(end)] > end[: len(start)]:
        raise ValueError(f"{said!r} ends before it starts")
    return Period(start=start, end=end, basis="expression")


def flaw(correction: Correction) -> str | None:
    """What is wrong with a correction, in a few words, or None when it can be kept.

    It looks at the record alone; whether its anchors hold in a pile is for `find` and `match` to say.
    """
    rules: list[Callable[[Correction], str | None]] = [_signed, _anchors, _names, _told]
    return next((wrong for rule in rules if (wrong := rule(correction))), None)


def _signed(correction: Correction) -> str | None:
    if correction.kind not in get_args(Kind):
        return f"there is no kind {correction.kind!r}; it may be {', '.join(get_args(Kind))}"
    if not correction.id or not correction.by:
        return "it needs an id, and a name of who decided"
    for when in (correction.made, correction.undone):
        if when is not None and not _moment(when):
            return f"{when!r} is no moment in UTC such as 2025-03-04T10:00:00Z"
    return None


def _moment(text: str) -> bool:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return False
    return "T" in text and found.utcoffset() == timedelta(0)


def _anchors(correction: Correction) -> str | None:
    kind, at = correction.kind, correction.at
    if kind in ACTORS:
        return "it is about names, and has anchors" if at else None
    least = 1 if kind in OF_STATEMENTS else 2
    if len(at) < least or (len(at) > least and (kind == "spans" or kind in COPIES)):
        return f"{kind!r} cannot be of {len(at)} anchors"
    if kind in APART and not 0 < correction.first < len(at):
        return f"first is {correction.first}: each of the two groups needs an anchor"
    whole = kind in COPIES | STORIES
    return next((wrong for each in at if (wrong := _anchor(each, whole))), None)


def _anchor(at: Anchor, whole: bool) -> str | None:
    if not at.article or not HASH.fullmatch(at.text):
        return "an anchor needs an article and the SHA-256 of its text"
    if not at.spans:
        return None if whole and not at.quote + at.before + at.after else "an anchor of a statement needs spans"
    if not _sound(at.spans):
        return "the offsets of an anchor are not in order, or hold nothing"
    if " ".join(quotes(at)) != at.quote:
        return "the quote of an anchor is not as long as its offsets say"
    return None


def _sound(spans: Spans) -> bool:
    return ordered(spans) and all(end <= LARGEST for _, end in spans)


def _names(correction: Correction) -> str | None:
    if correction.kind not in ACTORS:
        return None
    if len(set(correction.names)) < 2 or not all(name.strip() for name in correction.names):
        return "it needs two names or more"
    return None


def _told(correction: Correction) -> str | None:
    if (correction.kind == "spans") != bool(correction.spans) or not _sound(correction.spans):
        return "new spans, in order, are for the kind 'spans', which needs them"
    if correction.stance is None and correction.kind == "stance":
        return "it needs a stance"
    if correction.stance is not None and correction.stance not in get_args(Stance):
        return f"there is no stance {correction.stance!r}; it may be {', '.join(get_args(Stance))}"
    if correction.speaker is not None and not correction.speaker.strip():
        return "the speaker has no name"
    if correction.said is None:
        return None
    try:
        period_of(correction.said)
    except ValueError as error:
        return str(error)
    return None
