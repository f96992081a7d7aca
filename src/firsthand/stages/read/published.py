"""When an article was published, and what that rests on: metadata, its text, bounds, or nothing."""

import re
from collections.abc import Iterable, Sequence

from firsthand.language import topic
from firsthand.records import Part, Period
from firsthand.stages.read.stamps import (
    full_dates,
    is_stamp,
    language_or_fallback,
    month_and_day,
    url_date,
    url_year,
    written_date,
)

_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’')]*\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+")
# A line that may carry the date is no longer than this (code points).
STAMP = 200


def find_published(
    text: str, parts: Sequence[Part], language: str | None, stated: str | None, fetched: str | None, url: str | None
) -> Period:
    """The publication date: `stated` in metadata, else in the text or URL, else the bounds that dates in the text set.

    `fetched` is when the page was downloaded: it was published by then.
    """
    if stated and (day := written_date(stated, language)):
        return Period(start=day, end=day, basis="metadata")
    day = (
        _stamped(text, parts, language, updated=False)
        or url_date(url)
        or _datelined(text, parts, language, url_year(url))
    )
    if day:
        return Period(start=day, end=day, basis="text")
    start = max(_past_dates(text, parts, language), default=None)
    ends = [_stamped(text, parts, language, updated=True), written_date(fetched, language) if fetched else None]
    end = min((e for e in ends if e), default=None)
    if start and end and start > end:
        return Period(start=None, end=None, basis="unknown")
    return Period(start=start, end=end, basis="bounds" if start or end else "unknown")


def _stamped(text: str, parts: Sequence[Part], language: str | None, updated: bool) -> str | None:
    """The one date of the lines that state when the article was published (or last updated)."""
    words = topic(language_or_fallback(language), "published")
    wanted, other = (
        (words["updated_labels"], words["published_labels"])
        if updated
        else (words["published_labels"], words["updated_labels"])
    )
    found = []
    for part in parts:
        line = text[part.start : part.end]
        if part.kind not in ("furniture", "byline") or len(line) > STAMP:
            continue
        # "Published 3 May 2024 | Updated 4 May 2024": each date goes with the label before it.
        label = None if part.kind == "byline" or is_stamp(line, language, bare=True) else ""
        for piece in re.split(rf"(?i)\b(?=(?:{'|'.join([*wanted, *other])})\b)", line):
            word = next(iter(_WORD.findall(piece)), "").casefold()
            label = "wanted" if word in wanted else "other" if word in other else label
            if label == "wanted" or (label is None and not updated):
                found += [(label is None, day) for day in full_dates(piece, language)]
    labelled = {day for bare, day in found if not bare}
    days = labelled or {day for bare, day in found}
    return days.pop() if len(days) == 1 else None


def _datelined(text: str, parts: Sequence[Part], language: str | None, year: str | None) -> str | None:
    lines = [text[part.start : part.end] for part in parts if part.kind == "dateline"]
    for line in lines[:1]:
        days = set(full_dates(line, language))
        if len(days) == 1:
            return days.pop()
        return month_and_day(line, year, language) if year else None
    return None


def _past_dates(text: str, parts: Sequence[Part], language: str | None) -> Iterable[str]:
    """Full dates that lie before publication: of photographs, and in sentences that tell of the past."""
    words = topic(language_or_fallback(language), "published")
    future, past = set(words["future_words"]), set(words["past_words"])
    for part in parts:
        piece = text[part.start : part.end]
        if part.kind == "caption":
            yield from full_dates(piece, language)
        elif part.kind == "body" and re.search(r"(?:19|20)\d\d", piece):
            for sentence in _SENTENCE.split(piece):
                tokens = {token.casefold() for token in _WORD.findall(sentence)}
                if tokens & past and not tokens & future:
                    yield from full_dates(sentence, language)
