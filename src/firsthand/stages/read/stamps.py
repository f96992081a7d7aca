"""Dates as pages write them: time stamps, labels, numbers in metadata and in addresses."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache

from firsthand.language import supported, topic
from firsthand.language.months import months
from firsthand.stages.read.chrome import FALLBACK

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_ISO = re.compile(r"\s{0,9}(\d{4})(?:-(\d{2})(?:-(\d{2})(?!\d))?)?(?:[T\s].{0,40})?$")
_COMPACT = re.compile(r"(19|20)(\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2})(?!\d)")
_ISO_INSIDE = re.compile(r"(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)")
_IN_URL = re.compile(
    r"(?<![\d])((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)|(?<!\d)((?:19|20)\d{2})([01]\d)([0-3]\d)(?!\d)"
)
_YEAR_IN_URL = re.compile(r"/((?:19|20)\d{2})(?=/)")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?$|\d{12,13}(?:\.\d+)?$")


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Day month year, month day year, and month and day without a year."""
    words = topic(language, "published")
    month = "|".join(sorted(months(language), key=len, reverse=True))
    day, year = rf"(\d{{1,2}}){words['day_endings']}?", r"((?:19|20)\d{2})\b"
    return (
        re.compile(rf"(?<![\d.]){day}\.?{words['day_links']}?[ -]({month})\b\.?,?[ -]{year}", re.IGNORECASE),
        re.compile(rf"\b({month})\b\.?[ -]{day},?[ -]{year}", re.IGNORECASE),
        re.compile(rf"\b({month})\b\.? (\d{{1,2}})\b|\b(\d{{1,2}}) ({month})\b", re.IGNORECASE),
    )


def language_or_fallback(language: str | None) -> str:
    """The language when there are words for it, else the one whose words are used for any."""
    return language if language in supported() and language is not None else FALLBACK


def is_stamp(line: str, language: str | None, bare: bool) -> bool:
    """Whether a line is a time stamp or a reading time; one without a label ("3 May 2024") only when `bare` ones count.

    >>> is_stamp("Published 3 May 2024, 10:30", "en", False), is_stamp("7 p.m.", "en", True)
    (True, False)
    """
    if len(line) > 120:
        return False
    code = language_or_fallback(language)
    words = topic(code, "published")
    tokens = [token.casefold() for token in _TOKEN.findall(line)]
    if not any(token.isdigit() for token in tokens):
        return False
    known = {*words["weekdays"], *words["stamp_words"], *months(code)}
    if any(not token.isdigit() and token not in known for token in tokens):
        return False
    labelled = any(token in words["stamp_labels"] for token in tokens)
    return labelled or (bare and next(full_dates(line, code), None) is not None)


def is_place_and_date(line: str, language: str | None) -> bool:
    """Whether a line is a place or two and a full date ("Kiruna, 3 May 2024").

    >>> is_place_and_date("Kiruna, Sweden, 3 May 2024", "en"), is_place_and_date("Kiruna voted on 3 May 2024", "en")
    (True, False)
    """
    code = language_or_fallback(language)
    known = {*topic(code, "published")["weekdays"], *months(code)}
    words = [token for token in _TOKEN.findall(line) if not token.isdigit() and token.casefold() not in known]
    if len(line) > 80 or not 0 < len(words) <= 5 or not all(word[0].isupper() for word in words):
        return False
    return not line.endswith((".", "!", "?")) and "," in line and next(full_dates(line, code), None) is not None


def full_dates(text: str, language: str | None) -> Iterator[str]:
    """The full dates in a text, in no order, as YYYY-MM-DD; numbers that could be read two ways are left out.

    >>> sorted(full_dates("9 May 2025, May 10, 2025, 11.05.2025, 31/12/2025", "en"))
    ['2025-05-09', '2025-05-10', '2025-05-11', '2025-12-31']
    """
    code = language_or_fallback(language)
    number = months(code)
    day_first, month_first, _ = _patterns(code)
    found = [(m[3], number[m[2].lower()], m[1]) for m in day_first.finditer(text)]
    found += [(m[3], number[m[1].lower()], m[2]) for m in month_first.finditer(text)]
    found += [(m[1], int(m[2]), m[3]) for m in _ISO_INSIDE.finditer(text)]
    for m in _NUMERIC.finditer(text):
        a, b = int(m[1]), int(m[3])
        # Dots mean day first everywhere; slashes and dashes mean it only where the second number is no month.
        if m[2] == "." or a > 12 or a == b:
            found.append((m[4], b, m[1]))
        elif b > 12:
            found.append((m[4], a, m[3]))
    for year, month, day in found:
        if day := _day(year, month, day):
            yield day


def _day(year: str | int, month: str | int, day: str | int) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def month_and_day(text: str, year: str, language: str | None) -> str | None:
    """The one date "Oct 14" or "14 October" in a text, in a known year."""
    code = language_or_fallback(language)
    found = {_day(year, months(code)[(m[1] or m[4]).lower()], m[2] or m[3]) for m in _patterns(code)[2].finditer(text)}
    return found.pop() if len(found) == 1 else None


def written_date(value: str, language: str | None = None) -> str | None:
    """A date in metadata as YYYY-MM-DD, YYYY-MM or YYYY: the day in the zone in which it is written.

    Numbers that could be read two ways ("03/04/2024") give None.

    >>> written_date("2025-10-14T23:30:00-05:00"), written_date("Tue, 14 Oct 2025 07:20:00 GMT"), written_date("2024")
    ('2025-10-14', '2025-10-14', '2024')
    """
    value = value.strip()
    if match := _ISO.match(value):
        year, month, day = match.groups()
        if day:
            return _day(year, month, day)
        if match.end() <= 7 or not month:
            return (
                f"{year}-{month}"
                if month and 1 <= int(month) <= 12
                else year
                if not month and len(value) == 4
                else None
            )
    if _COMPACT.match(value):
        return _day(value[:4], value[4:6], value[6:8])
    if _EPOCH.match(value):
        seconds = float(value) / (1000 if len(value.partition(".")[0]) > 10 else 1)
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    days = set(full_dates(value, language))
    return days.pop() if len(days) == 1 else None


def url_date(url: str | None) -> str | None:
    """The full date in a URL's path ("/2025/10/14/", "2025-10-14"), else None."""
    match = _IN_URL.search(url.partition("?")[0]) if url else None
    return _day(match[1] or match[4], match[2] or match[5], match[3] or match[6]) if match else None


def url_year(url: str | None) -> str | None:
    """The year that stands as a piece of a URL's path, when there is one only."""
    years = set(_YEAR_IN_URL.findall(url or ""))
    return years.pop() if len(years) == 1 else None
