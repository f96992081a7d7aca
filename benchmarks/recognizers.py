"""Date-time cases of Microsoft's Recognizers-Text (MIT) that make sense in news.

    python benchmarks/recognizers.py DateTimeModel.json [--errors] [--left-out]

A case is one sentence, a reference date (here: the date of publication) and the expressions in it with what they stand
for. It passes when all of them are found, each with the right type and meaning, and nothing else is. The cases were
written for an assistant that keeps a calendar; those of the kinds in `LEFT_OUT` are left out, whether we pass them or
not. Where the suite lists several readings ("on Friday": the last, the next), each is right. Every fifth case of the
file is held out: nothing is tuned on it.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from firsthand.records import Period, TimeExpression
from firsthand.stages.date import find_times
from firsthand.stages.date.calendar import first_day, last_day
from firsthand.stages.parse import parse
from tempeval import HELD, article_of, pairs

NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundred|thousand|\w+ty-?\w+(?:th|st|nd|rd)|twent(?:y|ieth)|thirtieth)"
)
# Names that news writes with a capital; "may", "march" and "sun" are words of other meanings too.
NAMES = (
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug"
    "|sept?|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun"
    "|easter|christmas|halloween|thanksgiving|earth day|labor day|new year|saint patrick"
)
BOUND, HOURS = "bound (after 2018)", "hours"
CLOCK_UNIT = r"(?:hours?|hrs?|h|minutes?|mins?|min|seconds?|secs?|s)"
# The suite's own measures, in days.
DAYS = {
    "D": 1,
    "W": 7,
    "WE": 2,
    "M": 30,
    "Y": 365,
    "Q": 90,
    "H": 1 / 24,
    "TM": 1 / 1440,
    "S": 1 / 86400,
}
SEASONS = ("SP", "SU", "FA", "WI")  # those without a year may be of any
CLOCKED = ("time", "datetime", "timerange", "datetimerange")


class Expected(NamedTuple):
    """An expression of a case: code points, end exclusive; the suite's type and the readings it lists."""

    start: int
    end: int
    text: str
    type: str
    readings: tuple[dict[str, str], ...]


class Case(NamedTuple):
    """One case; `kind` is that of its first expression, or why the case is left out."""

    text: str
    day: str
    expected: tuple[Expected, ...]
    kind: str
    left_out: str


def read(path: Path) -> list[Case]:
    """The cases of a file of the suite, those that are left out too. Raises OSError, ValueError for other files."""
    return [_case(row) for row in json.loads(path.read_text("utf-8-sig"))]


def _case(row: dict[str, Any]) -> Case:
    day = (row.get("Context") or {}).get("ReferenceDateTime", "")[:10]
    expected = tuple(_expected(each) for each in row["Results"])
    kind = kind_of(expected[0]) if expected else "nothing to find"
    return Case(row["Input"], day, expected, kind, left_out(row, expected))


def _expected(row: dict[str, Any]) -> Expected:
    kind = (row.get("TypeName") or row.get("Typename") or "").rpartition(".")[2]
    readings = (row.get("Resolution") or {}).get("values") or ()
    return Expected(row.get("Start", 0), row.get("End", -1) + 1, row["Text"], kind, tuple(readings))


def kind_of(one: Expected) -> str:
    """The kind of an expression, by the suite's type and value."""
    timex = one.readings[0].get("timex", "") if one.readings else ""
    mod = one.readings[0].get("Mod", "") if one.readings else ""
    if mod in ("before", "after", "since", "until") or mod.endswith(("-since", "-until", "-before", "-after")):
        return BOUND
    if one.type == "daterange":
        return "period with two ends" if timex.startswith("(") else "month, year, week, season"
    if one.type in ("timerange", "datetimerange"):
        return HOURS if timex.startswith("(") else "part of a day"
    return {"date": "day", "time": "time of day", "datetime": "day and time"}.get(one.type, one.type)


def _any(row: dict[str, Any], expected: Sequence[Expected], pattern: str, types: Sequence[str] = ()) -> bool:
    """Whether an expression of these types, as the sentence writes it, holds a pattern."""
    texts = [row["Input"][one.start : one.end] for one in expected if not types or one.type in types]
    return any(re.search(pattern, text) for text in texts)


def _timex(expected: Sequence[Expected], pattern: str) -> bool:
    return any(re.search(pattern, reading.get("timex", "")) for one in expected for reading in one.readings)


# Why a case is left out → whether it is, by its row and expressions. The first that fits is counted.
LEFT_OUT: dict[str, Callable[[dict[str, Any], Sequence[Expected]], bool]] = {
    "of another mode, or without a reference date or an answer": lambda row, expected: (
        not (row.get("Context") or {}).get("ReferenceDateTime")
        or "mode" in row.get("Comment", "").lower()
        or any(not one.readings for one in expected)
    ),
    # TIMEX3 has no value for a stretch of hours, and no timeline needs one.
    "hours from and to, or bounded (from 2 to 4 p.m.)": lambda row, expected: any(
        one.type == "timezone" or (one.type in CLOCKED and kind_of(one) in (HOURS, BOUND)) for one in expected
    ),
    # An article has a day of publication, no minute at which it is read.
    "counted from the minute of asking (in 5 minutes)": lambda row, expected: _any(
        row, expected, rf"(?i)\b{CLOCK_UNIT}\b", CLOCKED
    ),
    # A range of an assistant ends before the last second of a day; TIMEX3 has the mod END for it.
    "the last second of a day (end of day)": lambda row, expected: _timex(expected, "T23:59:59"),
    "a day that no calendar has (30 February)": lambda row, expected: any(
        one.type in ("date", "daterange") and reading.get("value") == "not resolved" and reading["timex"][-2:].isdigit()
        for one in expected
        for reading in one.readings
    ),
    # TIMEX3 has no value for them.
    "meals, nights as lengths, business days": lambda row, expected: (
        _timex(expected, r"TME|TNT|\dBD|P1WD") or _any(row, expected, r"(?i)\bnights\b", ("duration",))
    ),
    "a part of a day of no day (night markets)": lambda row, expected: any(
        one.type == "timerange" and " " not in one.text for one in expected
    ),
    # English news names no week of the year by its number; it means a season's or a pregnancy's.
    "a week by its number (week 31)": lambda row, expected: _any(row, expected, r"(?i)\bweek \d"),
    # TIMEX3 has X for what is not said; the suite takes "several" and "a few" for three.
    "a vague number (several weeks)": lambda row, expected: _any(row, expected, r"(?i)\b(few|some|several|couple)\b"),
    "a dictated number (may twenty nine, nineteen eighty six)": lambda row, expected: (
        _any(row, expected, rf"(?i)\b{NUMBER}\b", ("date", *CLOCKED))
        or _any(row, expected, r"(?i)\b(two thousand|nineteen (hundred|\w+ty)|\d+ and \w+ hours|\w+ty and \w+ )")
    ),
    "shorthand of chats and calendars (9p, 5/12, mar3, 0730, eod)": lambda row, expected: _any(
        row,
        expected,
        r"(?i)\b\d+(?:p|a|ampm|w|d|h|y|m|mo|min|years|days)\b|\b(?:eod|eoy|otd|tonite|w/c|\w+ish)\b|\b[a-z]{3,}\d"
        r"|\b[\d.]+ ?(?:hrs?|mins?|secs?)\b|\b[cfs]y\d|[~=@]|[ap] \. ?m|\d\.[ap]m|\b\d{4} [ap]\.?m"
        r"|(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])|(?<![\d/.-])\d{1,2}[.-]\d{1,2}(?![\d/.-])(?! ?[ap]\.?m)|[a-z]/\d|\d/[a-z]"
        r"|\b(?<!\d[/-])\d{1,2} ?[/-] ?\d{4}\b|\b\d{4} ?[/-] ?\d{1,2}\b(?! ?[/-])"
        r"|\d-[a-z]{3}\w*-\d|[a-z]{3}-\d{4}-\d|\b\d{2} s\b",
    ),
    "a bare hour (on Sat at 5)": lambda row, expected: _any(
        row, expected, r"(?:at|around|,|^)\s*\d{1,2}$|^\d{1,2}, ", ("time", "datetime")
    ),
    # News writes them with a capital, which tells "may" and "march" from May and March.
    "a month, weekday or feast in small letters": lambda row, expected: _any(row, expected, rf"\b(?:{NAMES})\b"),
    # Their days differ by country and company.
    "a school or fiscal year, a national day": lambda row, expected: (
        _timex(expected, "^[SF]Y") or _any(row, expected, "(?i)independence day|eid ")
    ),
}


def left_out(row: dict[str, Any], expected: Sequence[Expected]) -> str:
    """Why a case is left out, "" when it is not."""
    return next((why for why, fits in LEFT_OUT.items() if fits(row, expected)), "")


def passes(case: Case, ours: Sequence[TimeExpression]) -> bool:
    """Whether all of a case is found and right, and nothing else is found."""
    met = list(pairs(case.expected, ours))
    return len(met) == len(case.expected) == len(ours) and all(right(a, b) for a, b in met)


def right(one: Expected, found: TimeExpression) -> bool:
    """Whether an expression has the type and meaning of one of the readings that the suite lists."""
    return any(_same(one.type, reading, found) for reading in one.readings)


def _same(kind: str, reading: dict[str, str], found: TimeExpression) -> bool:
    timex = reading.get("timex", "")
    if timex.endswith("_REF") or (kind not in ("set", "duration") and found.value == timex):
        return found.value == timex
    if kind == "set":
        if timex == "P1WE":
            timex = "XXXX-WXX-WE"
        return found.type == "SET" and (like(timex, found.value) or 0 < length(timex) == length(found.value))
    if kind == "duration":
        return found.type == "DURATION" and _near(length(found.value), float(reading["value"]))
    if kind in CLOCKED:
        return found.type == "TIME" and _clock(kind, timex, reading, found.value)
    if found.type not in ("DATE", "DURATION"):
        return False
    if timex in SEASONS:
        return found.value.endswith("-" + timex)
    if "value" in reading and reading["value"][:2].isdigit():
        return found.value == reading["value"] or _unit_of(found, reading["value"])
    if reading.get("Mod") or "start" not in reading or "end" not in reading:
        ends = [reading[name] for name in ("start", "end") if name in reading]
        named = like(timex, found.value) or (timex[:1].isdigit() and len(timex) == 10 and _unit_of(found, timex))
        return named and all(_touches(found.period, end) for end in ends)
    if like(timex, found.value) and not timex.startswith("("):  # "later this week": TIMEX3 says "later" by its mod
        return _touches(found.period, reading["start"]) and _touches(found.period, reading["end"])
    return _covers(timex, reading["start"], reading["end"], found)


def like(timex: str, value: str) -> bool:
    """Whether a value is the suite's, in which every X is open and a full hour needs no minutes.

    >>> like("XXXX-10-02", "2016-10-02"), like("T08", "T08:00"), like("2016", "2017")
    (True, True, False)
    """
    wanted, value = (re.sub(r"T(\d\d)$", r"T\1:00", text) for text in (timex, value))
    if wanted.startswith("T"):
        value = value[value.find("T") :] if "T" in value else value
    return len(wanted) == len(value) and all(a in ("X", b) for a, b in zip(wanted, value, strict=True))


def length(value: str) -> float:
    """The days of a TIMEX3 duration, by the suite's measures; -1 for a vague one.

    >>> length("P1Y6M"), length("PT12H"), length("PXD")
    (545.0, 0.5, -1)
    """
    dates, _, clock = value[1:].partition("T")
    pattern = r"([\d.]+|X)(WE|[A-Z])"
    rows = re.findall(pattern, dates)
    rows += [(number, "TM" if unit == "M" else unit) for number, unit in re.findall(pattern, clock)]
    if not rows or any(number == "X" for number, _ in rows):
        return -1
    return sum(float(number) * DAYS.get(unit, 3650) for number, unit in rows)


def _unit_of(found: TimeExpression, day: str) -> bool:
    """Whether a period of the unit that an expression counts by holds a day: "two weeks ago" is a week in TIMEX3."""
    period, precision = found.period, found.precision
    if period is None or not period.start or not period.end or precision not in ("week", "month", "year", "decade"):
        return False
    if not re.search(rf"\b{precision}s?\b|\bfortnight", found.text, re.IGNORECASE):
        return False
    return first_day(period.start) <= date.fromisoformat(day) <= last_day(period.end)


def _near(days: float, seconds: float) -> bool:
    """Whether two lengths are the same, but for the 365 days of a year of twelve months of 30."""
    return abs(days - seconds / 86400) <= 0.01 * seconds / 86400


def _clock(kind: str, timex: str, reading: dict[str, str], value: str) -> bool:
    day, _, hour = value.partition("T")
    if kind in ("timerange", "datetimerange"):
        at = reading.get("start", "").partition(" ")[0]
        return hour == timex.partition("T")[2] and (kind == "timerange" or day == at)
    wanted_day, _, wanted = reading.get("value", "").rpartition(" ")
    return (hour.replace("24:", "00:") + ":00:00")[:8] == wanted and (kind == "time" or day == wanted_day)


def _touches(period: Period | None, day: str) -> bool:
    """Whether a day, or the one before it (the suite's ends are exclusive), lies in a period (any in an open one)."""
    if period is None or not period.start or not period.end:
        return True
    at = date.fromisoformat(day[:10])
    return first_day(period.start) - timedelta(1) <= at <= last_day(period.end) + timedelta(1)


def _covers(timex: str, start: str, end: str, found: TimeExpression) -> bool:
    """Whether a period has the suite's ends.

    "To May" is up to its first day there, and through its last here; "the last three weeks" may count today or not.
    """
    period = found.period
    if period is None or not period.start or not period.end:
        return False
    first, past = date.fromisoformat(start), date.fromisoformat(end)
    ours = (first_day(period.start), last_day(period.end) + timedelta(1))
    if found.type == "DURATION" and timex.endswith(f",{found.value})"):
        return abs((ours[0] - first).days) <= 1 and abs((ours[1] - past).days) <= 1
    last = first_day(period.end)
    if re.search(r"\bq[1-4]|quarter", found.text, re.IGNORECASE):
        last = last.replace(month=(last.month - 1) // 3 * 3 + 1)
    return first == ours[0] and past in (ours[1], last)


def main() -> None:
    """Score the file named on the command line."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("file", type=Path)
    reader.add_argument("--errors", action="store_true", help="print the cases that fail and are not held out")
    reader.add_argument("--left-out", action="store_true", help="print the cases that are left out, and why")
    asked = reader.parse_args()
    cases = read(asked.file)
    inside = [(n, case) for n, case in enumerate(cases) if not case.left_out]
    passed: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for n, case in inside:
        part = "held out" if n % HELD == HELD - 1 else "tuned"
        article = article_of("case", case.text, case.day)
        ours = find_times(article, next(parse([article])))
        good = passes(case, ours)
        for name in (part, "all", case.kind, f"{case.kind}, {part}"):
            of[name] += 1
            passed[name] += good
        if asked.errors and part == "tuned" and not good:
            for line in _difference(n, case, ours):
                print(line)
    why = Counter(case.left_out for case in cases if case.left_out)
    if asked.left_out:
        for n, case in enumerate(cases):
            if case.left_out and n % HELD != HELD - 1:
                print(f"{case.left_out}\t{n}\t{case.text!r}\t{[one.text for one in case.expected]}")
    for name in ("tuned", "held out", "all"):
        print(f"{name:30} {100 * passed[name] / (of[name] or 1):5.1f} % of {of[name]}")
    for kind in sorted({case.kind for _, case in inside}):
        parts = (f"{kind}, tuned", f"{kind}, held out", kind)
        shares = "  ".join(f"{100 * passed[name] / (of[name] or 1):5.1f} % of {of[name]:3}" for name in parts)
        print(f"  {kind:28} {shares}")
    print(f"left out {sum(why.values())} of {len(cases)}")
    for name in LEFT_OUT:
        print(f"  {why[name]:4}  {name}")


def _difference(n: int, case: Case, ours: Sequence[TimeExpression]) -> Iterator[str]:
    met = list(pairs(case.expected, ours))
    yield f"{n} {case.day} {case.text!r}"
    for one in case.expected:
        found = next((b for a, b in met if a is one), None)
        if found is None or not right(one, found):
            readings = [
                (r.get("timex"), r.get("Mod"), r.get("value") or (r.get("start"), r.get("end"))) for r in one.readings
            ]
            got = found and (
                found.text,
                found.type,
                found.value,
                found.period and (found.period.start, found.period.end),
            )
            yield f"    {one.text!r} {one.type} {readings}\n      ours {got}"
    for found in ours:
        if not any(found is b for _, b in met):
            yield f"    extra {found.text!r} {found.type} {found.value}"


if __name__ == "__main__":
    main()
