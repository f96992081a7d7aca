"""Numbers in figures and words, and lengths of time, as TIMEX3 writes them."""

# Units of a length: TIMEX3 letter, how many of it one unit is.
LETTERS = {"D": ("D", 1), "W": ("W", 1), "F": ("W", 2), "M": ("M", 1), "Q": ("Q", 1), "Y": ("Y", 1)}
LONG = {"E": ("Y", 10), "C": ("Y", 100)}
UNIT_ORDER = ("TS", "TM", "TH", "D", "W", "M", "Q", "Y")  # of TIMEX3 lengths, the shortest first
SMALLER = {"TM": ("TS", 60), "TH": ("TM", 60), "D": ("TH", 24), "Y": ("M", 12), "E": ("Y", 10), "C": ("Y", 100)}
CLOCKS = {"TH": "H", "TM": "M", "TS": "S"}


def amount(slots: dict[str, list[str | int]], default: float = 1) -> float | str:
    """The number that the slots of an expression spell, or "X" for a vague one ("several").

    >>> amount({"TENS": [20], "SMALL": [5]})
    25
    """
    if "half" in slots:
        return 0.5
    if "INT" in slots or "DECIMAL" in slots:
        text = str((slots.get("INT") or slots["DECIMAL"])[0]).replace(",", "")
        number: float = float(text) if "." in text else int(text)
    elif "SOME" in slots:
        return "X"
    elif "COUPLE" in slots:
        return int(slots["COUPLE"][0])
    elif "TENS" in slots or "SMALL" in slots or "TEEN" in slots:
        number = sum(int(slots[name][0]) for name in ("TENS", "SMALL") if name in slots)
        number = number or int(slots["TEEN"][0])
    else:
        number = default
    if "FRACTION" in slots:
        number += float(slots["FRACTION"][0])
    return number * int(slots["HUNDRED"][0]) if "HUNDRED" in slots else number


def duration(number: float | str, unit: str) -> str:
    """A length of time as TIMEX3: "P3D", "PT2H", "PXY"; what is less than one unit in the next smaller.

    >>> duration(2, "F"), duration("X", "Y"), duration(1.5, "TH"), duration(0.5, "Y")
    ('P4W', 'PXY', 'PT1.5H', 'P6M')
    """
    if not isinstance(number, str) and 0 < number < 1 and unit in SMALLER:
        unit, times = SMALLER[unit]
        number *= times
    if unit in CLOCKS:
        return f"PT{_figure(number, 1)}{CLOCKS[unit]}"
    if number == "X" and unit in LONG:
        return f"PX{unit}"
    letter, times = (LETTERS | LONG)[unit]
    return f"P{_figure(number, times)}{letter}"


def with_half(number: float, unit: str) -> str:
    """A length with a fraction in whole units: "P2Y6M" for two and a half years; as `duration` where there is none.

    >>> with_half(2.5, "Y"), with_half(1.5, "TH"), with_half(1.5, "W")
    ('P2Y6M', 'PT1H30M', 'P1.5W')
    """
    whole, rest = int(number), number - int(number)
    if unit not in ("TM", "TH", "Y") or not rest or not whole:
        return duration(number, unit)
    smaller = duration(rest, unit)
    return duration(whole, unit) + smaller[2 if unit[0] == "T" else 1 :]


def _figure(number: float | str, times: int) -> str:
    return "X" if isinstance(number, str) else f"{number * times:g}" if number < 1e6 else str(int(number * times))
