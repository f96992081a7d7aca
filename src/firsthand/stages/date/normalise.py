"""A matched time expression → its TIMEX3 type and value, against a reference day and what the text tells of."""

from collections.abc import Callable
from typing import cast

from firsthand.records import Mod, Period, Precision
from firsthand.stages.date import named, nth, pointed
from firsthand.stages.date.amount import amount, duration, with_half
from firsthand.stages.date.calendar import precision_of
from firsthand.stages.date.setting import PART_OF, Meaning, Setting, Slots, ordinal, unit_of, with_time

CLOCKED = {"CLOCK", "CLOCKAM", "CLOCKPM", "AMPM", "NOON", "o"}  # slots of a time of day
OFTENS = {"once", "twice", "times"}
WHOLE = {"half", "another", "all", "full", "whole", "entire"}
COUNTED = {"INT", "DECIMAL", "SMALL", "TEEN", "TENS", "HUNDRED", "ONE", "COUPLE", "SOME"} | WHOLE


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


def mod_of(slots: Slots, mods: dict[str, Mod]) -> Mod | None:
    """The TIMEX3 mod that an expression's words give it: "early" is START, "more than" MORE_THAN.

    >>> mod_of({"WORDS": ["more", "than", "two", "years"]}, {"more than": "MORE_THAN"})
    'MORE_THAN'
    """
    if "EDGE" in slots:
        return cast(Mod, slots["EDGE"][0])
    words = [str(word) for word in slots["WORDS"][:2]]
    return mods.get(" ".join(words)) or mods.get(words[0])


def precision(kind: str, value: str, period: Period | None) -> Precision | None:
    """How finely an expression of a TIMEX3 type and value names its period; None for an open one.

    >>> precision("TIME", "2024-05-14TEV", Period(start="2024-05-14", end="2024-05-14", basis="expression"))
    'part'
    """
    if period is None or not period.start or not period.end:
        return None
    if kind == "TIME":
        return "time" if value[11:12].isdigit() else "part"
    return precision_of(period.start, period.end)


def every(slots: Slots, setting: Setting) -> Meaning | None:
    """Every day, each Thursday, daily, Saturdays."""
    if "OFTEN" in slots:
        often = str(slots["OFTEN"][0])
        return "SET", f"P2{often[-1]}" if "bi" in slots else duration(0.5, often[-1]) if "semi" in slots else often
    if "WEEKENDS" in slots and slots.keys() & COUNTED:
        return "SET", duration(amount(slots), "W") + "E"
    if ordinal(slots):
        return "SET", f"XXXX-XX-{ordinal(slots):02d}"
    clock = with_time("", slots)[1] if CLOCKED & slots.keys() else ""
    if day := slots.get("WEEKDAYS") or slots.get("WEEKDAY"):
        part = slots.get("PARTS") or slots.get("PART")
        return "SET", f"XXXX-WXX-{int(day[0]) + 1}" + (clock or (PART_OF[str(part[0])] if part else ""))
    if clock and ("PART" in slots or unit_of(slots) == "D"):
        return "SET", "XXXX-XX-XX" + clock
    if "MONTH" in slots:
        return "SET", f"XXXX-{int(slots['MONTH'][0]):02d}"
    if "SEASON" in slots:
        return "SET", f"XXXX-{slots['SEASON'][0]}"
    if "PART" in slots:
        return "SET", "XXXX-XX-XX" + PART_OF[str(slots["PART"][0])]
    if "WEEKEND" in slots or "WEEKENDS" in slots:
        return "SET", "XXXX-WXX-WE"
    number = 1 if clock or OFTENS & slots.keys() else 2 if "OTHER" in slots else amount(slots, 1)
    return "SET", duration(number, unit_of(slots))


def length(slots: Slots, setting: Setting) -> Meaning | None:
    """Two years, several weeks, months."""
    if "WEEKENDS" in slots:
        return "DURATION", duration(amount(slots), "W") + "E"
    unit = unit_of(slots)
    bare = not slots.keys() & COUNTED
    number = "X" if bare else amount(slots)
    if "FRACTION" in slots and not isinstance(number, str):
        return "DURATION", with_half(number, unit)
    return "DURATION", duration(number, unit)


OPERATIONS: dict[str, Callable[[Slots, Setting], Meaning | None]] = {
    "calendar": named.calendar,
    "days": named.dayrange,
    "weekof": nth.weekof,
    "weekno": nth.weekno,
    "nthof": nth.nthof,
    "feastweekend": named.feastweekend,
    "monthday": nth.monthday,
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
    "afternext": pointed.afternext,
    "rest": pointed.rest,
    "unit": pointed.unit,
    "shift": pointed.shift,
    "trailing": pointed.trailing,
    "told": pointed.told,
    "that": pointed.that,
    "clock": pointed.clock,
    "daypart": pointed.daypart,
    "dayofmonth": nth.dayofmonth,
    "none": lambda slots, setting: None,
    "ago": pointed.ago,
    "ahead": pointed.ahead,
    "relative": pointed.relative,
    "feast": named.feast,
    "set": every,
    "duration": length,
    "window": length,
    "within": lambda slots, setting: pointed.within(slots, setting) or length(slots, setting),
}
