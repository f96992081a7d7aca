"""A matched time expression → its TIMEX3 type and value, against a reference day and what the text speaks of."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from firsthand.stages.date.amount import amount, duration
from firsthand.stages.date.calendar import (
    DAY,
    MONTH,
    QUARTER,
    SEASON_MONTHS,
    feast_day,
    first_day,
    last_day,
    month_of,
    shift_months,
    shifted,
    stretch,
    week_of,
)

Slots = dict[str, list[str | int]]
Meaning = tuple[str, str]  # TIMEX3 type and value
YEARLESS = "XXXX"
SOON = 60  # days in which a day of a month without year is still to come
REPORTED = 4  # months in which a quarter that is over is still being reported
PART_OF = {"MO": "TMO", "AF": "TAF", "EV": "TEV", "NI": "TNI", "MI": "TMI"}


class Setting(NamedTuple):
    """What an expression is read against.

    `day` is the reference day, None when there is none; `direction` is -1 when the text looks back, 1 when it looks
    ahead, 0 when it does not tell; `told` are the values the text has spoken of, the latest last.
    """

    day: date | None
    direction: int
    told: tuple[str, ...]


def normalise(op: str, slots: Slots, setting: Setting, fixed: str = "") -> Meaning | None:
    """TIMEX3 type and value of an expression; X stands for what is open, None says that it is no time expression.

    >>> normalise("shift", {"SHIFT": [-1], "UNIT": ["M"]}, Setting(date(2024, 1, 9), -1, ()))
    ('DATE', '2023-12')
    """
    if op == "fixed":
        return "DATE", fixed or str(slots["NOWWORD"][0])
    try:
        return OPERATIONS[op](slots, setting)
    except (ValueError, OverflowError):  # a day that no calendar has (31 April, the year 0)
        return None


def calendar(slots: Slots, setting: Setting) -> Meaning | None:
    """A month, with or without a day, a year, a weekday, a time of day."""
    month = int(slots["MONTH"][0])
    day = _ordinal(slots) or int((slots.get("DAY") or [0])[0])
    year = _year_of(slots, setting, month, day)
    value = f"{year:04d}-{month:02d}" if year else f"{YEARLESS}-{month:02d}"
    if day:
        date(year or 2000, month, day)
        value += f"-{day:02d}"
    return _with_time(value, slots)


def _year_of(slots: Slots, setting: Setting, month: int, day: int) -> int | None:
    if "YEAR" in slots:
        return int(slots["YEAR"][0])
    if "SHORTYEAR" in slots:
        short = int(slots["SHORTYEAR"][0])
        return short + (2000 if short < 50 else 1900)
    if setting.day is None:
        return None
    ref = setting.day
    if "yearword" in slots:
        return ref.year + int(slots["SHIFT"][0])
    shift = slots["SHIFT"][0] if "SHIFT" in slots else None
    if shift == 0:
        return ref.year
    first = {y: date(y, month, day or 1) for y in range(ref.year - 8, ref.year + 9) if _exists(y, month, day or 1)}
    ends = {y: start if day else last_day(month_of(y, month)) for y, start in first.items()}
    if shift == -1:
        return max(y for y in ends if ends[y] < ref)
    if shift == 1:
        return min(y for y in first if first[y] > ref)
    if setting.direction < 0:
        # "Payable Dec. 7", "extended to Nov. 16": a day soon to come is meant, not the one eleven months ago.
        soon = [y for y in first if day and 0 < (first[y] - ref).days <= SOON]
        return soon[0] if soon else max(y for y in first if first[y] <= ref)
    if setting.direction > 0:
        return min(y for y in ends if ends[y] >= ref)
    return min(first, key=lambda y: abs((first[y] - ref).days + (0 if day else 15)))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _ordinal(slots: Slots) -> int:
    if "ORDFIG" in slots:
        return int(slots["ORDFIG"][0])
    return int(slots["ORDWORD"][0]) + int((slots.get("TENS") or [0])[0]) if "ORDWORD" in slots else 0


def _with_time(value: str, slots: Slots) -> Meaning:
    """The value with the clock or part of day of the slots, and its type."""
    if (clock := _clock(slots)) is not None:
        return "TIME", value + "T" + clock
    if "PART" in slots:
        return "TIME", value + PART_OF[str(slots["PART"][0])]
    return "DATE", value


def _clock(slots: Slots) -> str | None:
    if "NOON" in slots:
        return str(slots["NOON"][0])
    half = slots["AMPM"][0] if "AMPM" in slots else None
    if "CLOCKAMPM" in slots:
        text = str(slots["CLOCKAMPM"][0])
        digits = re.match(r"[\d:.]+", text)
        half = 12 if text[digits.end() :].startswith("p") else 0  # type: ignore[union-attr]
        hour, _, minute = digits.group().replace(".", ":").partition(":")  # type: ignore[union-attr]
    elif "CLOCK" in slots or "DOTTED" in slots:
        hour, minute = str((slots.get("CLOCK") or slots["DOTTED"])[0]).replace(".", ":").split(":")[:2]
    else:
        hours = slots.get("HOUR") or slots.get("SMALL") or slots.get("TEEN")
        if not hours:
            return None
        hour, minute = str(hours[0]), ""
    part = slots["PART"][0] if "PART" in slots else None
    number = int(hour)
    if number <= 12 and half is not None:
        number = number % 12 + int(half)
    elif number < 12 and part in ("AF", "EV"):
        number += 12
    return f"{number:02d}:{minute or '00'}"


def numeric(slots: Slots, setting: Setting) -> Meaning | None:
    """2024-06-21, and month/day/year or, when only that can be, day/month/year."""
    if "SLASHED" in slots:
        a, b, year = map(int, str(slots["SLASHED"][0]).split("/"))
        year += (2000 if year < 50 else 1900) if year < 100 else 0
        month, day = (b, a) if a > 12 else (a, b)
        return "DATE", date(year, month, day).isoformat()
    year, rest = int(slots["YEAR"][0]), [int(n) for n in slots["DAY"]]
    if len(rest) == 1:
        return ("DATE", f"{year}-{rest[0]:02d}") if rest[0] <= 12 else None
    return "DATE", date(year, *rest).isoformat()


def year(slots: Slots, setting: Setting) -> Meaning | None:
    return "DATE", str(slots["YEAR"][0])


def spokenyear(slots: Slots, setting: Setting) -> Meaning | None:
    century, rest = int(slots["TEEN"][0]), int(slots["TENS"][0]) + int((slots.get("SMALL") or [0])[0])
    return ("DATE", f"{century}{rest:02d}") if century >= 15 else None


def decade(slots: Slots, setting: Setting) -> Meaning | None:
    if "DECADE" in slots:
        return "DATE", str(slots["DECADE"][0])[:3]
    ten = int(slots["NINETIES"][0]) if "NINETIES" in slots else int(str(slots["SHORTDECADE"][0])[0])
    return "DATE", f"19{ten}" if ten > 2 or setting.day is None or setting.day.year < 2020 else f"XX{ten}"


def century(slots: Slots, setting: Setting) -> Meaning | None:
    number = _ordinal(slots)
    if "BC" in slots.get("ERA", ()):
        return "DATE", f"BC{number - 1:02d}"
    return "DATE", f"{number - 1:02d}"


def quarter(slots: Slots, setting: Setting) -> Meaning | None:
    if "QUARTERFIG" in slots:
        part = int(str(slots["QUARTERFIG"][0])[1])
    elif (part := int(slots["ORDWORD"][0])) > 4:
        return None
    if "YEAR" in slots:
        return "DATE", f"{slots['YEAR'][0]}-Q{part}"
    ref = setting.day
    if ref is None:
        return "DATE", f"{YEARLESS}-Q{part}"
    if "SHIFT" in slots:
        return "DATE", f"{ref.year + int(slots['SHIFT'][0])}-Q{part}"
    begun = (part - 1) * 3 + 1 <= ref.month
    over = part * 3 + REPORTED <= ref.month
    by = (1 if over else 0) if setting.direction > 0 else (0 if begun else -1)
    return "DATE", f"{ref.year + by}-Q{part}"


def samequarter(slots: Slots, setting: Setting) -> Meaning | None:
    """The quarter, the latest quarter, the 1988 quarter: the one that the text speaks of."""
    at = _told_of(setting, "Q")
    if at is None:
        return None
    return "DATE", f"{slots['YEAR'][0]}{at[4:]}" if "YEAR" in slots else at


def yearago(slots: Slots, setting: Setting) -> Meaning | None:
    """The year-ago quarter: a year before the quarter that the text speaks of, else before the reference day."""
    at = _told_of(setting, "Q")
    if "ORDWORD" in slots and setting.day:
        return "DATE", f"{setting.day.year - 1}-Q{slots['ORDWORD'][0]}"
    if at:
        return "DATE", f"{int(at[:4]) - 1}{at[4:]}"
    return "DATE", f"{setting.day.year - 1}" if setting.day else YEARLESS


def half(slots: Slots, setting: Setting) -> Meaning | None:
    part = int(slots["ORDWORD"][0])
    if part > 2:
        return None
    if "YEAR" in slots:
        return "DATE", f"{slots['YEAR'][0]}-H{part}"
    if setting.day is None:
        return "DATE", f"{YEARLESS}-H{part}"
    return "DATE", f"{setting.day.year + int((slots.get('SHIFT') or [0])[0])}-H{part}"


def season(slots: Slots, setting: Setting) -> Meaning | None:
    """A season; its year by the tense: the latest begun when looking back, the next not over when looking ahead."""
    name = str(slots["SEASON"][0])
    if "YEAR" in slots:
        return "DATE", f"{slots['YEAR'][0]}-{name}"
    ref = setting.day
    if ref is None:
        return "DATE", f"{YEARLESS}-{name}"
    if "yearword" in slots:
        return "DATE", f"{ref.year + int(slots['SHIFT'][-1])}-{name}"
    spans = {}
    for y in range(ref.year - 2, ref.year + 3):
        first, last = SEASON_MONTHS[name]
        spans[y] = (first_day(month_of(y, first)), last_day(month_of(y, last)))
    shift = slots["SHIFT"][-1] if "SHIFT" in slots else None
    if shift == -1:
        found = max(y for y, (_, end) in spans.items() if end < ref)
    elif shift == 1:
        found = min(y for y, (start, _) in spans.items() if start > ref)
    elif shift == 0:
        found = min(spans, key=lambda y: abs((spans[y][0] - ref).days + 45))
    elif setting.direction > 0:
        found = min(y for y, (_, end) in spans.items() if end >= ref)
    else:
        found = max(y for y, (start, _) in spans.items() if start <= ref)
    return "DATE", f"{found}-{name}"


def weekend(slots: Slots, setting: Setting) -> Meaning | None:
    if setting.day is None:
        return "DATE", "XXXX-WXX-WE"
    monday = setting.day - timedelta(days=setting.day.weekday())
    weekday, shift = setting.day.weekday(), slots["SHIFT"][0] if "SHIFT" in slots else None
    if shift == -1 or (shift is None and setting.direction <= 0 and weekday < 5):
        monday -= timedelta(days=7)
    elif shift == 1 and weekday >= 5:
        monday += timedelta(days=7)
    return "DATE", week_of(monday) + "-WE"


def weekday(slots: Slots, setting: Setting) -> Meaning | None:
    """A weekday: the latest when looking back (today included), the next when looking ahead."""
    wanted = int(slots["WEEKDAY"][0])
    ref = setting.day
    if "TOLD" in slots:
        ref = _told_day(setting)
        shift: str | int | None = slots["TOLD"][0]
    else:
        shift = slots["SHIFT"][0] if "SHIFT" in slots else None
    if ref is None:
        return _with_time(f"XXXX-WXX-{wanted + 1}", slots)
    back, ahead = (ref.weekday() - wanted) % 7, (wanted - ref.weekday()) % 7
    if shift == -1:
        day = ref - timedelta(days=back or 7)
    elif shift == 1:
        day = ref + timedelta(days=ahead or 7)
    elif shift == 0:
        day = ref + timedelta(days=ahead) if setting.direction >= 0 else ref + timedelta(days=wanted - ref.weekday())
    else:
        day = ref + timedelta(days=ahead) if setting.direction > 0 else ref - timedelta(days=back)
    return _with_time(day.isoformat(), slots)


def deictic(slots: Slots, setting: Setting) -> Meaning | None:
    """Today, last night, this morning, overnight."""
    if "DAYWORD" in slots:
        by = int(slots["DAYWORD"][0])
        if "tonight" in slots["WORDS"]:
            slots = {**slots, "PART": ["NI"]}
    elif "overnight" in slots:
        by, slots = 0, {**slots, "PART": ["NI"]}
    else:
        by = int(slots["SHIFT"][0])
        if by and "NI" not in slots["PART"]:  # "the last morning" is no deictic
            return None
    if setting.day is None:
        return _with_time("XXXX-XX-XX", slots)
    return _with_time((setting.day + timedelta(days=by)).isoformat(), slots)


def shift(slots: Slots, setting: Setting) -> Meaning | None:
    """Last month, this year, next week."""
    unit = str(slots["UNIT"][0]) if "UNIT" in slots else "Y"
    by = int((slots.get("SHIFT") or [0])[0])
    if unit in ("TH", "TM", "TS") or (unit == "D" and by == 0):
        return None
    if setting.day is None:
        return "DATE", open_value(unit)
    return "DATE", shifted(setting.day, unit, by) or open_value(unit)


def open_value(unit: str) -> str:
    """A date of this precision that nothing fixes."""
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX")


def _told_day(setting: Setting) -> date | None:
    """The day that the text speaks of, else the reference day."""
    for value in reversed(setting.told):
        if DAY.match(value):
            return date.fromisoformat(value[:10])
    return setting.day


def _told_of(setting: Setting, unit: str) -> str | None:
    """What the text speaks of, at the precision of the unit; None when it speaks of nothing so precise."""
    for value in reversed(setting.told):
        if unit == "Y" and value[:4].isdigit():
            return value[:4]
        if unit == "M" and MONTH.match(value):
            return value[:7]
        if unit in ("D", "W") and DAY.match(value):
            return value[:10] if unit == "D" else week_of(date.fromisoformat(value[:10]))
        if (unit == "W" and "-W" in value) or (unit == "Q" and QUARTER.match(value)):
            return value
    return None


def told(slots: Slots, setting: Setting) -> Meaning | None:
    """The previous day, the following month, the same evening, the day before: from what the text speaks of."""
    if "PART" in slots:
        day, unit = _told_day(setting), "D"
    else:
        unit = str(slots["UNIT"][0])
        at = _told_of(setting, unit)
        whole = stretch(at) if at else None
        day = first_day(whole[0]) if whole else setting.day
    by = int(slots["TOLD"][0]) if "TOLD" in slots else (-1 if "before" in slots else 1)
    if unit in ("TH", "TM", "TS"):
        return None
    if day is None:
        return _with_time(open_value(unit), slots)
    return _with_time(shifted(day, unit, by) or open_value(unit), slots)


def that(slots: Slots, setting: Setting) -> Meaning | None:
    """That month, the same day, at the time: what the text speaks of, nothing else."""
    if "timeword" in slots:
        return "DATE", setting.told[-1] if setting.told else "PAST_REF"
    if "PART" in slots:
        day = _told_day(setting)
        return _with_time(day.isoformat() if day else "XXXX-XX-XX", slots)
    if "UNIT" not in slots:
        return "DATE", "PAST_REF"
    unit = str(slots["UNIT"][0])
    if unit in ("TH", "TM", "TS"):
        return None
    return "DATE", _told_of(setting, unit) or open_value(unit)


def clock(slots: Slots, setting: Setting) -> Meaning | None:
    """A time of day, on the day that the text speaks of."""
    day = _told_day(setting)
    return _with_time(day.isoformat() if day else "XXXX-XX-XX", slots)


def daypart(slots: Slots, setting: Setting) -> Meaning | None:
    """In the evening: of the day that the text speaks of."""
    day = _told_day(setting)
    return _with_time(day.isoformat() if day else "XXXX-XX-XX", slots)


def dayofmonth(slots: Slots, setting: Setting) -> Meaning | None:
    """The 12th: of the month that the text speaks of, else of the reference month by the tense."""
    day = _ordinal(slots)
    at = _told_of(setting, "M")
    if at:
        return "DATE", date.fromisoformat(f"{at}-{day:02d}").isoformat()
    if setting.day is None:
        return "DATE", f"XXXX-XX-{day:02d}"
    found = setting.day.replace(day=day)
    if setting.direction <= 0 and found > setting.day:
        found = shift_months(found, -1)
    elif setting.direction > 0 and found < setting.day:
        found = shift_months(found, 1)
    return "DATE", found.isoformat()


def ago(slots: Slots, setting: Setting) -> Meaning | None:
    """Two days ago: counted from the reference day; a year ago beside a quarter is that quarter."""
    if _unit(slots) == "Y" and setting.told and QUARTER.fullmatch(setting.told[-1]) and amount(slots) == 1:
        return yearago(slots, setting)
    return _moved(slots, setting.day, -1, ())


def ahead(slots: Slots, setting: Setting) -> Meaning | None:
    """A week from now: counted from the reference day."""
    return _moved(slots, setting.day, 1, ())


def relative(slots: Slots, setting: Setting) -> Meaning | None:
    """Two days earlier, a year later: counted from what the text speaks of, at its precision when that is finer."""
    unit, sign = str(_unit(slots)), int(slots["EARLIER"][0])
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
        return _moved(slots, first_day(whole[0]) if whole else setting.day, sign, ())
    return _moved(slots, _told_day(setting), sign, ())


def _unit(slots: Slots) -> str:
    return str((slots.get("UNIT") or slots.get("UNITS") or [""])[0])


def _moved(slots: Slots, day: date | None, sign: int, _: tuple[()]) -> Meaning:
    number, unit = amount(slots), _unit(slots)
    if isinstance(number, str):
        return "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF"
    if day is None:
        return "DATE", open_value(unit)
    return "DATE", shifted(day, unit, sign * number) or open_value(unit)


def feast(slots: Slots, setting: Setting) -> Meaning | None:
    """A feast: its year by the tense."""
    rule = str(slots["FEAST"][0])
    if "YEAR" in slots:
        return "DATE", feast_day(rule, int(slots["YEAR"][0])).isoformat()
    ref = setting.day
    if ref is None:
        return "DATE", YEARLESS + (f"-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else "-XX-XX")
    days = [feast_day(rule, y) for y in range(ref.year - 1, ref.year + 2)]
    shift = slots["SHIFT"][0] if "SHIFT" in slots else None
    if shift == -1 or (shift is None and setting.direction < 0):
        found = max(d for d in days if d < ref or (d == ref and shift is None))
    elif shift == 1 or (shift is None and setting.direction > 0):
        found = min(d for d in days if d >= ref)
    else:
        found = min(days, key=lambda d: abs((d - ref).days))
    return "DATE", found.isoformat()


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
    if "weekend" in slots:
        return "SET", "XXXX-WXX-WE"
    return "SET", duration(2 if "other" in slots else amount(slots, 1), _unit(slots))


def length(slots: Slots, setting: Setting) -> Meaning | None:
    """Two years, several weeks, months."""
    unit = _unit(slots)
    bare = not slots.keys() & {"INT", "DECIMAL", "SMALL", "TEEN", "TENS", "HUNDRED", "ONE", "COUPLE", "SOME"}
    return "DURATION", duration("X" if bare else amount(slots), unit)


OPERATIONS: dict[str, Callable[[Slots, Setting], Meaning | None]] = {
    "calendar": calendar,
    "numeric": numeric,
    "year": year,
    "spokenyear": spokenyear,
    "decade": decade,
    "century": century,
    "quarter": quarter,
    "half": half,
    "samequarter": samequarter,
    "yearago": yearago,
    "season": season,
    "weekend": weekend,
    "weekday": weekday,
    "deictic": deictic,
    "shift": shift,
    "told": told,
    "that": that,
    "clock": clock,
    "daypart": daypart,
    "dayofmonth": dayofmonth,
    "none": lambda slots, setting: None,
    "ago": ago,
    "ahead": ahead,
    "relative": relative,
    "feast": feast,
    "set": every,
    "duration": length,
}
