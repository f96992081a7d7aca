"""A matched time expression → its TIMEX3 type and value, against a reference day and what the text tells of."""

from collections.abc import Callable

from firsthand.stages.date import named, pointed
from firsthand.stages.date.amount import amount, duration
from firsthand.stages.date.setting import PART_OF, Meaning, Setting, Slots, unit_of


def normalise(op: str, slots: Slots, setting: Setting, fixed: str = "") -> Meaning | None:
    """TIMEX3 type and value of an expression; X stands for what is open, None says that it is no time expression.

    >>> from datetime import date
    >>> normalise("shift", {"SHIFT": [-1], "UNIT": ["M"]}, Setting(date(2024, 1, 9), -1, ()))
    ('DATE', '2023-12')
    """
    if op == "fixed":
        return "DATE", fixed or str(slots["NOWWORD"][0])
    try:
        return OPERATIONS[op](slots, setting)
    except (ValueError, OverflowError):  # a day that no calendar has (31 April, the year 0)
        return None


def every(slots: Slots, setting: Setting) -> Meaning | None:
    """Every day, each Thursday, daily, Saturdays."""
    if "OFTEN" in slots:
        return "SET", str(slots["OFTEN"][0])
    if day := slots.get("WEEKDAYS") or slots.get("WEEKDAY"):
        part = slots.get("PARTS") or slots.get("PART")
        return "SET", f"XXXX-WXX-{int(day[0]) + 1}" + (PART_OF[str(part[0])] if part else "")
    if "MONTH" in slots:
        return "SET", f"XXXX-{int(slots['MONTH'][0]):02d}"
    if "SEASON" in slots:
        return "SET", f"XXXX-{slots['SEASON'][0]}"
    if "PART" in slots:
        return "SET", "XXXX-XX-XX" + PART_OF[str(slots["PART"][0])]
    if "WEEKEND" in slots:
        return "SET", "XXXX-WXX-WE"
    return "SET", duration(2 if "OTHER" in slots else amount(slots, 1), unit_of(slots))


def length(slots: Slots, setting: Setting) -> Meaning | None:
    """Two years, several weeks, months."""
    unit = unit_of(slots)
    bare = not slots.keys() & {"INT", "DECIMAL", "SMALL", "TEEN", "TENS", "HUNDRED", "ONE", "COUPLE", "SOME"}
    return "DURATION", duration("X" if bare else amount(slots), unit)


OPERATIONS: dict[str, Callable[[Slots, Setting], Meaning | None]] = {
    "calendar": named.calendar,
    "numeric": named.numeric,
    "year": named.year,
    "spokenyear": named.spokenyear,
    "decade": named.decade,
    "century": named.century,
    "quarter": named.quarter,
    "half": named.half,
    "samequarter": pointed.samequarter,
    "yearago": pointed.yearago,
    "season": named.season,
    "weekend": pointed.weekend,
    "weekday": pointed.weekday,
    "deictic": pointed.deictic,
    "shift": pointed.shift,
    "trailing": pointed.trailing,
    "told": pointed.told,
    "that": pointed.that,
    "clock": pointed.clock,
    "daypart": pointed.daypart,
    "dayofmonth": pointed.dayofmonth,
    "none": lambda slots, setting: None,
    "ago": pointed.ago,
    "ahead": pointed.ahead,
    "relative": pointed.relative,
    "feast": named.feast,
    "set": every,
    "duration": length,
}
