"""Dates that are counted in something longer: the first week of June, the 12th, Friday the 13th, week 27 of 2019."""

from datetime import date, timedelta

from firsthand.stages.date.calendar import first_day, last_day, month_of, shift_months, shifted, stretch, week_of
from firsthand.stages.date.named import calendar, year_of
from firsthand.stages.date.setting import Meaning, Setting, Slots, open_value, ordinal, told_of, with_time


def weekof(slots: Slots, setting: Setting) -> Meaning | None:
    """The week of June 3, the week beginning June 3."""
    meaning = calendar(slots, setting) if "MONTH" in slots else dayofmonth(slots, setting)
    if meaning is None or meaning[1].startswith("XXXX"):
        return "DATE", "XXXX-WXX"
    return "DATE", week_of(date.fromisoformat(meaning[1][:10]))


def weekno(slots: Slots, setting: Setting) -> Meaning | None:
    """Week 27 of 2019."""
    number = int(str(slots["INT"][0]).replace(",", ""))
    if "YEAR" not in slots and setting.day is None:
        return "DATE", f"XXXX-W{number:02d}" if number < 54 else "XXXX-WXX"
    year = int(slots["YEAR"][0]) if "YEAR" in slots else 0
    if setting.day and not year:
        year = setting.day.year + int(slots["SHIFT"][0])
    return "DATE", week_of(date.fromisocalendar(year, number, 1))


def dayofmonth(slots: Slots, setting: Setting) -> Meaning | None:
    """The 12th: of the month that the text speaks of, else of the reference month by the tense."""
    day = ordinal(slots)
    at = told_of(setting, "M")
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


def nthof(slots: Slots, setting: Setting) -> Meaning | None:
    """The first week of June, the last Sunday in May 2019, the third quarter of last year."""
    number = ordinal(slots) or -1
    shifts = slots.get("SHIFT", [])
    if not ordinal(slots):
        if not shifts or shifts[0] != -1:
            return None
        shifts = shifts[1:]
    whole = _whole(slots, shifts, setting)
    if whole is None:
        return "DATE", open_value(str((slots.get("SUBUNIT") or ["D"])[0]))
    return "DATE", nth(whole, slots, number)


def _whole(slots: Slots, shifts: list[str | int], setting: Setting) -> tuple[date, date] | None:
    """The first and last day of what the nth is of."""
    if "MONTH" in slots:
        year = year_of({k: v for k, v in slots.items() if k != "SHIFT"}, setting, int(slots["MONTH"][0]), 0)
        value = month_of(year, int(slots["MONTH"][0])) if year else None
    elif "YEAR" in slots:
        value = str(slots["YEAR"][0])
    elif "TOLD" in slots:
        unit = str(slots["UNIT"][-1])
        at = told_of(setting, unit)
        told = stretch(at) if at else None
        day = first_day(told[0]) if told else setting.day
        value = shifted(day, unit, int(slots["TOLD"][0])) if day else None
    elif shifts or setting.day is None:
        value = shifted(setting.day, str(slots["UNIT"][-1]), int(shifts[-1])) if setting.day else None
    else:
        unit = str(slots["UNIT"][-1])
        value = told_of(setting, unit) or shifted(setting.day, unit, 0)
    found = stretch(value) if value else None
    return (first_day(found[0]), last_day(found[1])) if found else None


def nth(whole: tuple[date, date], slots: Slots, number: int) -> str:
    """The value of the nth (-1: the last) day, weekday, weekend, week, month or quarter of a stretch of days.

    A week belongs where its Thursday is, as ISO has it for years. Raises ValueError when there are not so many.
    """
    first, last = whole
    unit = str((slots.get("SUBUNIT") or ["D"])[0])
    weekday = int(slots["WEEKDAY"][0]) if "WEEKDAY" in slots else 5 if "WEEKEND" in slots else 3
    if unit != "W" and not {"WEEKDAY", "WEEKEND"} & slots.keys():
        return _nth_unit(whole, unit, number)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    if number < 0:
        day = last - timedelta(days=(last.weekday() - weekday) % 7)
    if not first <= day <= last:
        raise ValueError("there are not so many")
    if "WEEKDAY" in slots:
        return day.isoformat()
    return week_of(day) + ("-WE" if "WEEKEND" in slots else "")


def _nth_unit(whole: tuple[date, date], unit: str, number: int) -> str:
    first, last = whole
    if number < 0:
        day = last
    elif unit == "D":
        day = first + timedelta(days=number - 1)
    else:
        day = shift_months(first.replace(day=1), (3 if unit == "Q" else 1) * (number - 1))
    if not first <= day <= last:
        raise ValueError("there are not so many")
    return shifted(day, unit, 0) or day.isoformat()


def monthday(slots: Slots, setting: Setting) -> Meaning | None:
    """Friday the 13th: the nearest that there is, by the tense."""
    wanted = int((slots.get("WEEKDAY") or slots["SHORTDAY"])[0])
    day = ordinal(slots) or int((slots.get("DAY") or [0])[0])
    if setting.day is None or not 1 <= day <= 31:
        return with_time(f"XXXX-XX-{day:02d}", slots) if 1 <= day <= 31 else None
    reach = range(-400, 401)
    fits = [by for by in reach if (at := setting.day + timedelta(days=by)).weekday() == wanted and at.day == day]
    fits = [by for by in fits if by * setting.direction >= 0] or fits
    found = setting.day + timedelta(days=min(fits, key=abs))
    return with_time(found.isoformat(), slots)
