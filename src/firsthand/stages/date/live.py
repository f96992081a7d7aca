"""A live page: entries of one day, each under the time of its writing."""

import re

CLOCK = re.compile(r"^[ \t]*(\d{1,2})[.:h](\d\d)[ \t]?(?:([^\W\d])\.?[^\W\d]\.?)?[ \t]*(?:[–—:-]|$)", re.MULTILINE)
AFTERNOON = "p"  # of "pm", as most languages write it
ENTRIES = 3  # times at the heads of lines that make a page a live one


def live_from(text: str) -> int | None:
    """Where the first entry of a live page starts (code points), None for other texts.

    The times must run in one direction: they are then of one day.

    >>> live_from("Talks\\n15:20\\nA bus.\\n14:05\\nRain.\\n9:40\\nDawn."), live_from("Talks\\n15:20\\nA bus.")
    (6, None)
    """
    found = list(CLOCK.finditer(text))
    times = [_minutes(*match.groups()) for match in found]
    if len(times) < ENTRIES or times not in (sorted(times), sorted(times, reverse=True)):
        return None
    return found[0].start()


def _minutes(hour: str, minute: str, half: str | None) -> int:
    """The minutes since midnight; `half` is the first letter of what marks the half of the day."""
    hours = int(hour) % 12 + 12 * (half.lower() == AFTERNOON) if half else int(hour)
    return 60 * hours + int(minute)
