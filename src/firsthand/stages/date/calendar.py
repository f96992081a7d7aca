"""Calendar arithmetic on TIMEX3 values: what stretch of days a value stands for, and shifting it."""

import re
from calendar import monthrange
from datetime import date, timedelta

from firsthand.records import Precision

SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MONTH = re.compile(r"\d{4}-\d\d")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
QUARTER = re.compile(r"(\d{4})-([QH])([1-4])")
SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
YEAR = re.compile(r"\d{4}")
DECADE = re.compile(r"\d{3}")
CENTURY = re.compile(r"\d\d")


def stretch(value: str) -> tuple[str, str] | None:
    """First and last day, month or year (ISO) of a TIMEX3 date value; None when it is open or no date.

    A week is Monday to Sunday; a season is three whole months, a winter the one that begins in the year.

    >>> stretch("2024-W11"), stretch("2024-10"), stretch("2024-Q1")
    (('2024-03-11', '2024-03-17'), ('2024-10', '2024-10'), ('2024-01', '2024-03'))
    """
    value = value.partition("T")[0]
    if DAY.fullmatch(value) or MONTH.fullmatch(value) or YEAR.fullmatch(value):
        return value, value
    if found := WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        first = monday + timedelta(days=5) if found[3] else monday
        return first.isoformat(), (monday + timedelta(days=6)).isoformat()
    if found := QUARTER.fullmatch(value):
        year, kind, part = int(found[1]), found[2], int(found[3])
        length = 3 if kind == "Q" else 6
        return month_of(year, (part - 1) * length + 1), month_of(year, part * length)
    if found := SEASON.fullmatch(value):
        first_month, last_month = SEASON_MONTHS[found[2]]
        return month_of(int(found[1]), first_month), month_of(int(found[1]), last_month)
    if DECADE.fullmatch(value):
        return value + "0", value + "9"
    if CENTURY.fullmatch(value):
        return value + "00", value + "99"
    return None


def precision_of(start: str, end: str) -> Precision:
    """How finely two ISO dates, the first and last of a period, name it. Raises ValueError when one is no date.

    >>> precision_of("2024-05-06", "2024-05-12"), precision_of("2024-04", "2024-06"), precision_of("1990", "1999")
    ('week', 'quarter', 'decade')
    """
    if start == end:
        return {10: "day", 7: "month"}.get(len(start), "year")  # type: ignore[return-value]
    first, last = first_day(start), last_day(end)
    days, months = (last - first).days + 1, (last.year - first.year) * 12 + last.month - first.month + 1
    if len(start) == len(end) == 10:
        return {(2, 5): "weekend", (7, 0): "week"}.get((days, first.weekday()), "span")  # type: ignore[return-value]
    if len(start) == len(end) == 7:
        known = {3: "quarter" if first.month % 3 == 1 else "season", 6: "half" if first.month in (1, 7) else "span"}
        return known.get(months, "span")  # type: ignore[return-value]
    if len(start) == len(end) == 4:
        return {10: "decade", 100: "century"}.get(months // 12, "span")  # type: ignore[return-value]
    return "span"


def month_of(year: int, month: int) -> str:
    """The month as ISO, with months past December counted into the next years.

    >>> month_of(2024, 14)
    '2025-02'
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04d}-{month:02d}"


def first_day(value: str) -> date:
    """The first day of an ISO day, month or year. Raises ValueError when it is none."""
    parts = [int(p) for p in value.split("-")]
    return date(*[*parts, 1, 1][:3])


def last_day(value: str) -> date:
    """The last day of an ISO day, month or year. Raises ValueError when it is none."""
    parts = [int(p) for p in value.split("-")]
    if len(parts) == 3:
        return date(*parts)
    month = parts[1] if len(parts) == 2 else 12
    return date(parts[0], month, monthrange(parts[0], month)[1])


def week_of(day: date) -> str:
    """The ISO week of a day as TIMEX3 writes it."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def shift_months(day: date, months: int) -> date:
    """The day so many months on, kept inside its month. Raises ValueError outside the years 1 to 9999."""
    total = day.year * 12 + day.month - 1 + months
    year, month = total // 12, total % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def after(day: date, number: int, unit: str) -> date:
    """The day a number of days, weeks, months or years (D W M Y) on.

    Raises ValueError or OverflowError outside the calendar.
    """
    if unit in "DW":
        return day + timedelta(days=number * (7 if unit == "W" else 1))
    return shift_months(day, number * (12 if unit == "Y" else 1))


def shifted(day: date, unit: str, by: float) -> str | None:
    """The TIMEX3 value, at the unit's precision, of a day moved by so many units (D W F M Q Y E C).

    Raises ValueError or OverflowError outside the calendar.
    """
    if unit in ("D", "W", "F"):
        moved = day + timedelta(days=by * {"D": 1, "W": 7, "F": 14}[unit])
        return moved.isoformat() if unit == "D" else week_of(moved)
    if unit in ("TH", "TM", "TS"):
        return day.isoformat()
    if unit in ("M", "Q"):
        moved = shift_months(day, int(by * (3 if unit == "Q" else 1)))
        return month_of(moved.year, moved.month) if unit == "M" else f"{moved.year:04d}-Q{(moved.month + 2) // 3}"
    if unit == "Y":
        return f"{shift_months(day, int(by * 12)).year:04d}"
    years = int(by * (10 if unit == "E" else 100))
    moved = shift_months(day, years * 12)
    return f"{moved.year:04d}"[:3] if unit == "E" else f"{moved.year:04d}"[:2]


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous (Meeus, Jones, Butcher) computus."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def feast_day(rule: str, year: int) -> date:
    """The day of a feast in a year by its rule: "MM-DD", "MM/n/weekday" (n -1: the last) or "E+n"."""
    if rule[0] == "E":
        return easter(year) + timedelta(days=int(rule[1:]))
    if "/" in rule:
        month, nth, weekday = map(int, rule.split("/"))
        if nth < 0:
            last = last_day(month_of(year, month))
            return last - timedelta(days=(last.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    month, day = map(int, rule.split("-"))
    return date(year, month, day)
