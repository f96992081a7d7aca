"""Neighbouring expressions that make one: "from August to March", "two days before Christmas"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from firsthand.language import topic
from firsthand.records import Article, Period, TimeExpression
from firsthand.stages.date.amount import UNIT_ORDER
from firsthand.stages.date.calendar import (
    DAY,
    WEEK,
    after,
    first_day,
    last_day,
    month_of,
    precision_of,
    shifted,
    stretch,
)

LOOK_BACK = 12  # code points in which the word that opens a range stands
APART = 20  # code points that the words between two expressions take at most
LENGTH = re.compile(r"P(T?)(\d+)([A-Z])")
UNIT_OF = {"day": "D", "week": "W", "month": "M", "year": "Y"}  # of a precision
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


class _Context(NamedTuple):
    """What joining looks at: the text, the day of publication, the words of the language."""

    text: str
    day: date | None
    words: dict[str, Any]
    weekdays: dict[str, int]
    shifts: dict[str, int]


_Join = Callable[[_Context, TimeExpression, TimeExpression], TimeExpression | None]


def join_times(article: Article, times: Sequence[TimeExpression], day: date | None) -> tuple[TimeExpression, ...]:
    """The expressions with neighbours that are one expression joined; `day` is the day of publication, if known.

    A range "from X to Y" gets type DURATION and the value "start/end".
    """
    data = topic(article.language or "en", "dates")
    context = _Context(article.text, day, data["range"], data["classes"]["WEEKDAY"], data["classes"]["SHIFT"])
    out: list[TimeExpression] = []
    for time in times:
        while out and (joined := _joined(context, out[-1], time)):
            out.pop()
            time = joined
        out.append(time)
    return tuple(out)


def _joined(context: _Context, a: TimeExpression, b: TimeExpression) -> TimeExpression | None:
    if b.start - a.end > APART:
        return None
    return next((found for join in JOINS if (found := join(context, a, b))), None)


def _between(context: _Context, a: TimeExpression, b: TimeExpression) -> str:
    return " ".join(context.text[a.end : b.start].lower().split())


def _one(context: _Context, start: int, end: int, like: TimeExpression, value: str) -> TimeExpression:
    """A date of this value over a stretch of the text."""
    found = stretch(value)
    basis = like.period.basis if like.period else "expression"
    period = Period(start=found[0], end=found[1], basis=basis) if found else None
    return replace(
        like,
        start=start,
        end=end,
        text=context.text[start:end],
        value=value,
        period=period,
        precision=like.precision if "T" in value else precision_of(*found) if found else None,
    )


def _sum(context: _Context, a: TimeExpression, b: TimeExpression) -> TimeExpression | None:
    """One hour and 30 minutes."""
    if a.type != "DURATION" or b.type != "DURATION" or _between(context, a, b) not in context.words["summing"]:
        return None
    last, first = _units(a.value)[-1:], _units(b.value)[:1]
    if b.mod or a.period or b.period or not last or not first:
        return None
    if UNIT_ORDER.index(last[0]) <= UNIT_ORDER.index(first[0]):
        return None
    value = a.value + (b.value[2:] if "T" in a.value else b.value[1:])
    return replace(a, end=b.end, text=context.text[a.start : b.end], value=value)


def _units(value: str) -> list[str]:
    """The units of a TIMEX3 length in definite figures, in order.

    >>> _units("P1DT2H"), _units("PXD")
    (['D', 'TH'], [])
    """
    days, _, clock = value[1:].partition("T")
    return [*re.findall(r"\d([A-Z])", days), *("T" + unit for unit in re.findall(r"\d([A-Z])", clock))]


def _run(context: _Context, a: TimeExpression, b: TimeExpression, first: date, last: date) -> TimeExpression:
    """A stretch of days with two ends over a text of two expressions."""
    start, end = first.isoformat(), last.isoformat()
    return replace(
        a,
        end=b.end,
        text=context.text[a.start : b.end],
        type="DURATION",
        value=f"{start}/{end}",
        period=Period(start=start, end=end, basis=b.period.basis if b.period else "expression"),
        precision=precision_of(start, end),
    )


def _from_day(context: _Context, a: TimeExpression, b: TimeExpression) -> TimeExpression | None:
    """Three days starting on Monday."""
    length = LENGTH.fullmatch(a.value)
    between, words = _between(context, a, b), context.words
    if between not in words["starting"] and not (between in words["lasting"] and _lasts(context, a)):
        return None
    if (
        not length
        or length[1]
        or a.type != "DURATION"
        or a.period
        or a.mod
        or b.type != "DATE"
        or not b.period
        or length[3] not in "DWMY"
    ):
        return None
    try:
        day = first_day(b.period.start or "")
        return _run(context, a, b, day, after(day, int(length[2]), length[3]) - timedelta(days=1))
    except (ValueError, OverflowError):
        return None


def _lasts(context: _Context, a: TimeExpression) -> bool:
    """Whether a length is how long something takes: "for 18 months from October"."""
    return bool(
        set(context.text[max(0, a.start - LOOK_BACK) : a.start].lower().split()[-1:]) & set(context.words["for"])
    )


def _part_of(context: _Context, a: TimeExpression, b: TimeExpression) -> TimeExpression | None:
    """The first three months of 2019, the last two weeks of May."""
    length, words = LENGTH.fullmatch(a.value), a.text.lower().split()
    if (
        _between(context, a, b) not in context.words["part"]
        or not length
        or length[1]
        or a.type != "DURATION"
        or b.type != "DATE"
    ):
        return None
    if not b.period or not b.period.start or not b.period.end or length[3] not in "DWMY":
        return None
    whole, count = (first_day(b.period.start), last_day(b.period.end)), int(length[2])
    opening = set(words[:2])
    try:
        if opening & set(context.words["first"]):
            first, last = whole[0], after(whole[0], count, length[3]) - timedelta(days=1)
        elif opening & set(context.words["last"]):
            past = whole[1] + timedelta(days=1)
            first, last = after(past, -count, length[3]), whole[1]
        else:
            return None
    except (ValueError, OverflowError):
        return None
    return _run(context, a, b, first, last) if whole[0] <= first and last <= whole[1] else None


def _offset(context: _Context, a: TimeExpression, b: TimeExpression) -> TimeExpression | None:
    """Two days before Christmas."""
    between = _between(context, a, b)
    sign = context.words["offset"].get(between)
    length = LENGTH.fullmatch(a.value)
    if sign is None or not length or length[1] or a.type != "DURATION" or a.period:
        return None
    if b.type != "DATE" or not b.period or not b.period.start:
        return None
    unit, number = length[3], int(length[2])
    if unit not in "DWMY" or b.precision not in ("day", "weekend"):
        return None
    if between in context.words["lasting"] and _lasts(context, a):
        return None
    try:
        value = shifted(first_day(b.period.start), unit, sign * number)
    except (ValueError, OverflowError):
        return None
    return replace(_one(context, a.start, b.end, b, value), mod=a.mod) if value else None


def _further(context: _Context, a: TimeExpression, b: TimeExpression) -> TimeExpression | None:
    """Two weeks and two days ago."""
    unit, lengths = UNIT_OF.get(b.precision or ""), re.findall(r"(\d+)([DWMY])", a.value)
    sign = context.words["counting"].get(b.text.lower().split()[-1])
    if (
        sign is None
        or not lengths
        or not unit
        or a.period
        or a.type != "DURATION"
        or b.type != "DATE"
        or set(a.value) & {*"TX"}
    ):
        return None
    if _between(context, a, b) not in context.words["summing"] or not b.period or not b.period.start:
        return None
    try:
        day = first_day(b.period.start)
        for number, length in lengths:
            day = after(day, sign * int(number), length)
        value = shifted(day, unit, 0)
    except (ValueError, OverflowError):
        return None
    return _one(context, a.start, b.end, b, value) if value else None


def _of_week(context: _Context, a: TimeExpression, b: TimeExpression) -> TimeExpression | None:
    """Tuesday of next week; next week on Tuesday."""
    if _between(context, a, b) not in context.words["within"]:
        return None
    for day, week in ((a, b), (b, a)):
        weekday = context.weekdays.get(day.text.split()[0].lower())
        found = WEEK.fullmatch(week.value)
        if weekday is not None and found and not found[3] and DAY.match(day.value):
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
            value = (monday + timedelta(days=weekday)).isoformat() + day.value[len("2024-05-14") :]
            return _one(context, a.start, b.end, day, value)
    return None


def _range(context: _Context, a: TimeExpression, b: TimeExpression) -> TimeExpression | None:
    """From August to March."""
    between, words = _between(context, a, b), context.words
    if between not in words["joining"] or not (_can_end(a) and _can_end(b)):
        return None
    opening, start = _opening(context, a)
    if not opening and not (between in words["plain"] and _plainly(context, a, b, between)):
        return None
    first = _with_year_of(context, a, b)
    period = _period(context, first, b)
    text = context.text[start : b.end]
    value = f"{period.start}/{period.end}" if period else f"{first.value}/{b.value}"
    return replace(
        a,
        start=start,
        end=b.end,
        text=text,
        type="DURATION",
        value=value,
        mod=None,
        period=period,
        precision=precision_of(period.start or "", period.end or "") if period else None,
    )


def _plainly(context: _Context, a: TimeExpression, b: TimeExpression, between: str) -> bool:
    """Whether no opening word is needed: "2014-18", "May 3 through June", "3 May to 5 May"."""
    return context.text[a.end] != " " or len(between) > len("to") or len(a.value) == len(b.value)


def _opening(context: _Context, a: TimeExpression) -> tuple[bool, int]:
    """Whether a word such as "from" stands before an expression, and where the range then begins."""
    before = context.text[max(0, a.start - LOOK_BACK) : a.start].split()
    word = before[-1].lower() if before else ""
    if word not in context.words["opening"]:
        return False, a.start
    return True, context.text.lower().rindex(word, 0, a.start)


def _can_end(time: TimeExpression) -> bool:
    """Whether a time is a date that can begin or end a period, known or open."""
    known = stretch(time.value) is not None or time.value.startswith("XXXX-") or time.value == "PRESENT_REF"
    return time.type == "DATE" and known


def _with_year_of(context: _Context, a: TimeExpression, b: TimeExpression) -> TimeExpression:
    """June in "June to August 1992": a month or day of a month without year takes the year of the other end."""
    named = YEAR.search(a.text) or a.text.lower().split()[0] in context.shifts
    if named or not YEAR.search(b.text) or not re.match(r"(\d{4}|XXXX)-\d\d", a.value):
        return a
    end, year = b.value, int(b.value[:4]) if b.value[:4].isdigit() else 0
    value = f"{year}{a.value[4:]}"
    if value[5:] > end[5:] != "":
        value = f"{year - 1}{a.value[4:]}"
    found = stretch(value)
    return replace(a, value=value, period=Period(start=found[0], end=found[1], basis="expression") if found else None)


def _period(context: _Context, a: TimeExpression, b: TimeExpression) -> Period | None:
    """From the start of a to the end of b; a month without year after its end is taken a year earlier."""
    if context.day:
        now = Period(start=context.day.isoformat(), end=context.day.isoformat(), basis="expression")
        a, b = (replace(time, period=now) if time.value == "PRESENT_REF" else time for time in (a, b))
    if not (a.period and b.period and a.period.start and b.period.end):
        return None
    start, end = a.period.start, b.period.end
    if first_day(start) > last_day(end) and len(start) == 7 and not any(c.isdigit() for c in a.text):
        start = month_of(int(start[:4]) - 1, int(start[5:7]))
    if first_day(start) > last_day(end):
        return None
    return Period(start=start, end=end, basis=b.period.basis)


JOINS: tuple[_Join, ...] = (_range, _of_week, _part_of, _from_day, _offset, _further, _sum)
