"""What time expressions are read against, and what all readings of them share."""

from datetime import date
from typing import NamedTuple

from firsthand.stages.date.calendar import DAY, MONTH, QUARTER, week_of

Slots = dict[str, list[str | int]]  # what an expression's words stand for, by their class in the grammar
Meaning = tuple[str, str]  # TIMEX3 type and value
PART_OF = {"MO": "TMO", "AF": "TAF", "EV": "TEV", "NI": "TNI", "MI": "TMI", "DT": "TDT"}


class Setting(NamedTuple):
    """What an expression is read against.

    `day` is the reference day, None when there is none; `direction` is -1 when the text looks back, 1 when it looks
    ahead, 0 when it does not tell; `told` are the values the text has spoken of, the latest last.
    """

    day: date | None
    direction: int
    told: tuple[str, ...]


def ordinal(slots: Slots) -> int:
    """The day or place that an ordinal of the slots gives, 0 when there is none."""
    if "ORDFIG" in slots:
        return int(slots["ORDFIG"][0])
    return int(slots["ORDWORD"][0]) + int((slots.get("TENS") or [0])[0]) if "ORDWORD" in slots else 0


def with_time(value: str, slots: Slots) -> Meaning:
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
    if figure := slots.get("CLOCKAM") or slots.get("CLOCKPM"):
        half = 12 if "CLOCKPM" in slots else 0
        hour, _, minute = str(figure[0])[:-2].replace(".", ":").partition(":")
    elif "CLOCK" in slots or "DOTTED" in slots:
        hour, _, minute = str((slots.get("CLOCK") or slots["DOTTED"])[0]).replace(".", ":").partition(":")
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


def open_value(unit: str) -> str:
    """A date of this precision that nothing fixes."""
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX")


def told_day(setting: Setting) -> date | None:
    """The day that the text speaks of, else the reference day."""
    for value in reversed(setting.told):
        if DAY.match(value):
            return date.fromisoformat(value[:10])
    return setting.day


def told_of(setting: Setting, unit: str) -> str | None:
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


def unit_of(slots: Slots) -> str:
    """The unit that the slots name, "" when none."""
    return str((slots.get("UNIT") or slots.get("UNITS") or [""])[0])
