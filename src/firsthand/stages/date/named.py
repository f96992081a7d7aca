"""Dates that are named: months and their days, years, decades, quarters, seasons, feasts."""

import re
from datetime import date, timedelta

from firsthand.stages.date.calendar import (
    DAY,
    SEASON_MONTHS,
    feast_day,
    first_day,
    last_day,
    month_of,
    shift_months,
    week_of,
)
from firsthand.stages.date.setting import Meaning, Setting, Slots, ordinal, with_time

YEARLESS = "XXXX"
DAYS = ("DAY", "ORDFIG", "ORDWORD", "TENS")  # classes that tell a day of a month
SOON = 60  # days in which a day of a month without year is still to come
REPORTED = 4  # months in which a quarter that is over is still being reported


def calendar(slots: Slots, setting: Setting) -> Meaning | None:
    """A month, with or without a day, a year, a weekday, a time of day."""
    month = int(slots["MONTH"][0])
    day = ordinal(slots) or int((slots.get("DAY") or [0])[0])
    year = year_of(slots, setting, month, day)
    value = f"{year:04d}-{month:02d}" if year else f"{YEARLESS}-{month:02d}"
    if day:
        date(year or 2000, month, day)
        value += f"-{day:02d}"
    return with_time(value, slots)


def year_of(slots: Slots, setting: Setting, month: int, day: int) -> int | None:
    """The year of a month, or of a day of it, by the words, else by the tense; None when nothing tells."""
    if "YEAR" in slots:
        return int(slots["YEAR"][0])
    if "SHORTYEAR" in slots:
        short = int(slots["SHORTYEAR"][0])
        return short + (2000 if short < 50 else 1900)
    if setting.day is None:
        return None
    ref = setting.day
    if "YEARWORD" in slots:
        return ref.year + int(slots["SHIFT"][0])
    shift = slots["SHIFT"][0] if "SHIFT" in slots and not {"WEEKDAY", "SHORTDAY"} & slots.keys() else None
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


def dayrange(slots: Slots, setting: Setting) -> Meaning | None:
    """June 3 to 5, the 3rd to the 5th of June: the first and the last day, past the month's end when it is lower."""
    ends = _in_order(slots)
    if len(ends) != 2:
        return None
    first, last = ends
    month = int(slots["MONTH"][0])
    year = year_of(slots, setting, month, first)
    start = date(year or 2000, month, first)
    end = date(year or 2000, month, last) if last > first else shift_months(start.replace(day=1), 1).replace(day=last)
    days = (day.isoformat() if year else YEARLESS + day.isoformat()[4:] for day in (start, end))
    return "DURATION", "/".join(days)


def _in_order(slots: Slots) -> list[int]:
    """The days of the month that an expression names, in figures or words, as they stand."""
    left = {name: iter(numbers) for name, numbers in slots.items() if name in DAYS}
    out: list[int] = []
    tens = 0
    for name in map(str, slots["CLASSES"]):
        if name in left:
            number = int(next(left[name]))
            if name == "TENS":
                tens = number
            else:
                out.append(tens + number)
                tens = 0
    return out


def numeric(slots: Slots, setting: Setting) -> Meaning | None:
    """2024-06-21, 20240621, 21.06.2024, and month/day/year or, when only that can be, day/month/year."""
    if "ISODAY" in slots:
        return "DATE", date.fromisoformat(str(slots["ISODAY"][0])).isoformat()
    if "YEARSLASHED" in slots:
        return "DATE", date(*map(int, str(slots["YEARSLASHED"][0]).split("/"))).isoformat()
    if "POINTED" in slots:
        day, month, year = map(int, str(slots["POINTED"][0]).split("."))
        return with_time(date(year, month, day).isoformat(), slots)
    if "SLASHED" in slots:
        a, b, year = map(int, str(slots["SLASHED"][0]).split("/"))
        year += (2000 if year < 50 else 1900) if year < 100 else 0
        month, day = (b, a) if a > 12 else (a, b)
        return with_time(date(year, month, day).isoformat(), slots)
    year, rest = int(slots["YEAR"][0]), [int(n) for n in slots["DAY"]]
    if slots["CLASSES"][0] == "DAY":  # 14-05-2024
        day, month = rest if rest[0] > 12 else rest[::-1]
        return "DATE", date(year, month, day).isoformat()
    if len(rest) == 1:
        return ("DATE", f"{year}-{rest[0]:02d}") if rest[0] <= 12 else None
    return "DATE", date(year, *rest).isoformat()


def year(slots: Slots, setting: Setting) -> Meaning | None:
    """A year in figures."""
    return "DATE", str(slots["YEAR"][0])


def spokenyear(slots: Slots, setting: Setting) -> Meaning | None:
    """A year as it is spoken: nineteen ninety-six."""
    century, rest = int(slots["TEEN"][0]), int(slots["TENS"][0]) + int((slots.get("SMALL") or [0])[0])
    return ("DATE", f"{century}{rest:02d}") if century >= 15 else None


def decade(slots: Slots, setting: Setting) -> Meaning | None:
    """The 1990s, the nineties."""
    if "DECADE" in slots:
        return "DATE", str(slots["DECADE"][0])[:3]
    if "DECADEYEAR" in slots:
        figure = str(slots["DECADEYEAR"][0])
        return "DATE", figure[:3] if len(figure) == 4 else f"19{figure[0]}"
    if slots.get("NINETIES") == [0]:
        return "DATE", "200"
    ten = int(slots["NINETIES"][0]) if "NINETIES" in slots else int(str(slots["SHORTDECADE"][0])[0])
    return "DATE", f"19{ten}" if ten > 2 or setting.day is None or setting.day.year < 2020 else f"XX{ten}"


def century(slots: Slots, setting: Setting) -> Meaning | None:
    """The 19th century, the fourth century BC."""
    number = ordinal(slots)
    if "BC" in slots.get("ERA", ()):
        return "DATE", f"BC{number - 1:02d}"
    return "DATE", f"{number - 1:02d}"


def quarter(slots: Slots, setting: Setting) -> Meaning | None:
    """The third quarter: the one last begun, or when looking ahead the next that is not long over."""
    if "QUARTERFIG" in slots:
        part = int(slots["QUARTERFIG"][0])
    elif (part := ordinal(slots)) > 4:
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


def half(slots: Slots, setting: Setting) -> Meaning | None:
    """The first half of 2024."""
    part = int(slots["HALFFIG"][0]) if "HALFFIG" in slots else int(slots["ORDWORD"][0])
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
    if "YEARWORD" in slots:
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


def feast(slots: Slots, setting: Setting) -> Meaning | None:
    """A feast: its year by the tense."""
    rule = str(slots["FEAST"][0])
    if "YEAR" in slots:
        return "DATE", feast_day(rule, int(slots["YEAR"][0])).isoformat()
    ref = setting.day
    if ref is None:
        return "DATE", YEARLESS + (f"-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else "-XX-XX")
    if "YEARWORD" in slots:
        return "DATE", feast_day(rule, ref.year + int(slots["SHIFT"][-1])).isoformat()
    days = [feast_day(rule, y) for y in range(ref.year - 1, ref.year + 2)]
    shift = next(iter(slots.get("SHIFT") or slots.get("TOLD") or ()), None)
    if shift == -1 or (shift is None and setting.direction < 0):
        found = max(d for d in days if d < ref or (d == ref and shift is None))
    elif shift == 1 or (shift is None and setting.direction > 0):
        found = min(d for d in days if d >= ref)
    else:
        found = min(days, key=lambda d: abs((d - ref).days))
    return "DATE", found.isoformat()


def feastweekend(slots: Slots, setting: Setting) -> Meaning | None:
    """Labor Day weekend: the weekend nearest to the feast."""
    kind, value = feast(slots, setting) or ("DATE", "")
    if not DAY.fullmatch(value):
        return kind, "XXXX-WXX-WE"
    day = date.fromisoformat(value)
    before = "before" in slots or (day.weekday() < 2 and "after" not in slots)
    saturday = day + timedelta(days=5 - day.weekday() - (7 if before and day.weekday() < 5 else 0))
    return kind, week_of(saturday) + "-WE"
