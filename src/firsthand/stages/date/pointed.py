"""Dates that are pointed to: from the day of publication ("last week") or from what the text tells ("that month")."""

from datetime import date, timedelta

from firsthand.stages.date.amount import amount, duration
from firsthand.stages.date.calendar import DAY, MONTH, QUARTER, first_day, shift_months, shifted, stretch, week_of
from firsthand.stages.date.setting import (
    Meaning,
    Setting,
    Slots,
    open_value,
    told_day,
    told_of,
    unit_of,
    with_time,
)

# How lengths are counted from a day: by days or months, how many.
WINDOWS = {"D": ("D", 1), "W": ("D", 7), "F": ("D", 14), "M": ("M", 1), "Q": ("M", 3), "Y": ("M", 12), "E": ("M", 120)}


def samequarter(slots: Slots, setting: Setting) -> Meaning | None:
    """The quarter, the latest quarter, the 1988 quarter: the one that the text speaks of."""
    at = told_of(setting, "Q")
    if at is None:
        at = shifted(setting.day, "Q", -1) if setting.day else None  # the last that is over
    if at is None:
        return None
    return "DATE", f"{slots['YEAR'][0]}{at[4:]}" if "YEAR" in slots else at


def yearago(slots: Slots, setting: Setting) -> Meaning | None:
    """The year-ago quarter: a year before the quarter that the text speaks of, else before the reference day."""
    at = told_of(setting, "Q")
    if "ORDWORD" in slots and setting.day:
        return "DATE", f"{setting.day.year - 1}-Q{slots['ORDWORD'][0]}"
    if at:
        return "DATE", f"{int(at[:4]) - 1}{at[4:]}"
    return "DATE", f"{setting.day.year - 1}" if setting.day else "XXXX"


def weekend(slots: Slots, setting: Setting) -> Meaning | None:
    """The weekend: the last when looking back on a weekday, else the one of this week."""
    if setting.day is None:
        return "DATE", "XXXX-WXX-WE"
    monday = setting.day - timedelta(days=setting.day.weekday())
    weekday, shift = setting.day.weekday(), slots["SHIFT"][0] if "SHIFT" in slots else None
    if shift == -1 or (
        shift is None and weekday < 5 and (setting.direction < 0 or (not setting.direction and weekday < 3))
    ):
        monday -= timedelta(days=7)
    elif shift == 1 and weekday >= 5:
        monday += timedelta(days=7)
    return "DATE", week_of(monday) + "-WE"


def weekday(slots: Slots, setting: Setting) -> Meaning | None:
    """A weekday: the latest when looking back (today included), the next when looking ahead."""
    wanted = int(slots["WEEKDAY"][0])
    ref = setting.day
    if "TOLD" in slots:
        ref = told_day(setting)
        shift: str | int | None = slots["TOLD"][0]
    else:
        shift = slots["SHIFT"][0] if "SHIFT" in slots else None
    if ref is None:
        return with_time(f"XXXX-WXX-{wanted + 1}", slots)
    back, ahead = (ref.weekday() - wanted) % 7, (wanted - ref.weekday()) % 7
    if shift == -1:
        day = ref - timedelta(days=back or 7)
    elif "NEXTDAY" in slots:  # next Friday is that of the next week
        day = ref + timedelta(days=7 - ref.weekday() + wanted)
    elif shift == 1:
        day = ref + timedelta(days=ahead or 7)
    elif shift == 0:
        day = ref + timedelta(days=ahead) if setting.direction >= 0 else ref + timedelta(days=wanted - ref.weekday())
    else:
        day = ref + timedelta(days=ahead) if setting.direction > 0 else ref - timedelta(days=back)
    return with_time(day.isoformat(), slots)


def deictic(slots: Slots, setting: Setting) -> Meaning | None:
    """Today, last night, this morning, overnight."""
    if "DAYWORD" in slots:
        by = int(slots["DAYWORD"][0]) + int((slots.get("BESIDE") or [0])[0])
    elif "TONIGHT" in slots:
        by, slots = 0, {**slots, "PART": ["NI"]}
    else:
        by = int(slots["SHIFT"][0])
        if by and "NI" not in slots["PART"]:  # "the last morning" is no deictic
            return None
    if setting.day is None:
        return with_time("XXXX-XX-XX", slots)
    return with_time((setting.day + timedelta(days=by)).isoformat(), slots)


def afternext(slots: Slots, setting: Setting) -> Meaning | None:
    """The week after next."""
    if "WEEKEND" in slots:
        return "DATE", week_of(setting.day + timedelta(days=14)) + "-WE" if setting.day else "XXXX-WXX-WE"
    unit = str(slots["UNIT"][0])
    return "DATE", (shifted(setting.day, unit, 2) if setting.day else None) or open_value(unit)


def rest(slots: Slots, setting: Setting) -> Meaning | None:
    """The rest of the year: the year of the reference day, of which what is left is meant."""
    if "SHIFT" in slots and slots["SHIFT"][0] != 0:
        return None
    if "WEEKEND" in slots:
        return "DATE", week_of(setting.day) + "-WE" if setting.day else "XXXX-WXX-WE"
    return shift({"UNIT": slots["UNIT"], "SHIFT": [0]}, setting)


def unit(slots: Slots, setting: Setting) -> Meaning | None:
    """For the year: that of the reference day. The year ended July 2: a length."""
    name = str(slots["UNIT"][0])
    if "ENDED" in slots:
        return "DURATION", duration(1, name)
    return (
        ("DATE", told_of(setting, name) or shifted(setting.day, name, 0) or "")
        if setting.day
        else ("DATE", open_value(name))
    )


def shift(slots: Slots, setting: Setting) -> Meaning | None:
    """Last month, this year, next week."""
    unit = str(slots["UNIT"][0]) if "UNIT" in slots else "Y"
    by = int((slots.get("SHIFT") or [0])[0])
    if unit in ("TH", "TM", "TS") or (unit == "D" and by == 0):
        return None
    if unit == "F" and by:
        return "DURATION", "P2W"
    if setting.day is None:
        return "DATE", open_value(unit)
    return "DATE", shifted(setting.day, unit, by) or open_value(unit)


def trailing(slots: Slots, setting: Setting) -> Meaning | None:
    """In the last week, over the past year: a length of time that ends on the reference day; else as without "in"."""
    return ("DURATION", f"P1{slots['UNIT'][0]}") if trails(slots) else shift(slots, setting)


def trails(slots: Slots) -> bool:
    """Whether "the last" week, month or year is the one up to now: of quarters, decades and hours it is not sure."""
    return slots["SHIFT"][0] == -1 and slots["UNIT"][0] in ("D", "W", "M", "Y")


def window(slots: Slots, day: date) -> tuple[str, str] | None:
    """The first and last day of a length of time that ends on a day, or begins after it ("the next three weeks").

    Raises ValueError outside the calendar.

    >>> window({"SHIFT": [-1], "UNIT": ["W"]}, date(2024, 5, 14))
    ('2024-05-08', '2024-05-14')
    """
    unit, number = unit_of(slots), amount(slots)
    sign = int((slots.get("SHIFT") or slots.get("TOLD") or [0])[0])
    if isinstance(number, str) or not sign or unit not in WINDOWS or number != int(number):
        return None
    by, scale = WINDOWS[unit]
    count = int(number) * scale
    if unit == "Q":  # whole quarters
        first = day.replace(day=1, month=(day.month - 1) // 3 * 3 + 1)
        first = shift_months(first, -count if sign < 0 else 3)
        return first.isoformat(), (shift_months(first, count) - timedelta(days=1)).isoformat()
    if sign > 0:
        end = day + timedelta(days=count) if by == "D" else shift_months(day, count)
        return (day + timedelta(days=1)).isoformat(), end.isoformat()
    start = day - timedelta(days=count) if by == "D" else shift_months(day, -count)
    if unit != "D":
        start += timedelta(days=1)
    return start.isoformat(), day.isoformat()


def within(slots: Slots, setting: Setting) -> Meaning | None:
    """In two weeks: what will be, counted from the reference day; of the past it is how long something took."""
    if setting.direction <= 0 or setting.day is None or unit_of(slots) in ("TH", "TM", "TS") or "SOME" in slots:
        return None
    return _moved(slots, setting.day, 1)


def told(slots: Slots, setting: Setting) -> Meaning | None:
    """The previous day, the following month, the same evening, the day before: from what the text speaks of."""
    if "PART" in slots:
        day, unit = told_day(setting), "D"
    else:
        unit = str(slots["UNIT"][0])
        at = told_of(setting, unit)
        whole = stretch(at) if at else None
        day = first_day(whole[0]) if whole else setting.day
    by = int(slots["TOLD"][0]) if "TOLD" in slots else (int(slots["BESIDE"][0]))
    if unit in ("TH", "TM", "TS"):
        return None
    if day is None:
        return with_time(open_value(unit), slots)
    return with_time(shifted(day, unit, by) or open_value(unit), slots)


def that(slots: Slots, setting: Setting) -> Meaning | None:
    """That month, the same day, at the time: what the text speaks of, nothing else."""
    if "TIMEWORD" in slots:
        return "DATE", setting.told[-1] if setting.told else "PAST_REF"
    if "PART" in slots:
        return with_time(told_of(setting, "D") or "XXXX-XX-XX", slots)
    if "WEEKEND" in slots:
        week = told_of(setting, "W")
        return "DATE", week[:8] + "-WE" if week else "XXXX-WXX-WE"
    if "UNIT" not in slots:
        return "DATE", "PAST_REF"
    unit = str(slots["UNIT"][0])
    if unit in ("TH", "TM", "TS"):
        return None
    return "DATE", told_of(setting, unit) or open_value(unit)


def clock(slots: Slots, setting: Setting) -> Meaning | None:
    """A time of day, on the day that the text speaks of."""
    day = told_day(setting)
    return with_time(day.isoformat() if day else "XXXX-XX-XX", slots)


def daypart(slots: Slots, setting: Setting) -> Meaning | None:
    """In the evening: of the day that the text speaks of."""
    day = told_day(setting)
    return with_time(day.isoformat() if day else "XXXX-XX-XX", slots)


def ago(slots: Slots, setting: Setting) -> Meaning | None:
    """Two days ago: counted from the reference day; a year ago beside a quarter is that quarter."""
    if unit_of(slots) == "Y" and setting.told and QUARTER.fullmatch(setting.told[-1]) and amount(slots) == 1:
        return yearago(slots, setting)
    return _moved(slots, setting.day, -1)


def ahead(slots: Slots, setting: Setting) -> Meaning | None:
    """A week from now: counted from the reference day."""
    return _moved(slots, setting.day, 1)


def relative(slots: Slots, setting: Setting) -> Meaning | None:
    """Two days earlier, a year later: counted from what the text speaks of, at its precision when that is finer."""
    unit, sign = str(unit_of(slots)), int(slots["EARLIER"][0])
    if unit in ("Y", "Q", "M") and setting.told:
        at = setting.told[-1].partition("T")[0]
        number = amount(slots)
        if isinstance(number, str):
            return "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF"
        by = sign * number
        if unit == "Y" and (DAY.fullmatch(at) or MONTH.fullmatch(at) or QUARTER.fullmatch(at)):
            if DAY.fullmatch(at):
                return "DATE", f"{shift_months(first_day(at), int(by * 12)).year}"
            return "DATE", f"{int(at[:4]) + int(by):04d}{at[4:]}"
        whole = stretch(at)
        return _moved(slots, first_day(whole[0]) if whole else setting.day, sign)
    return _moved(slots, told_day(setting), sign)


def _moved(slots: Slots, day: date | None, sign: int) -> Meaning:
    number, unit = amount(slots), unit_of(slots)
    if isinstance(number, str):
        return "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF"
    if day is None:
        return "DATE", open_value(unit)
    return "DATE", shifted(day, unit, sign * number) or open_value(unit)
