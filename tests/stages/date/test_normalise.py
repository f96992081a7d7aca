from datetime import date

import pytest

from firsthand.stages.date.normalise import normalise
from firsthand.stages.date.setting import Setting

NOWHERE = Setting(None, 0, ())


@pytest.mark.parametrize(
    ("op", "slots", "meaning"),
    [
        ("calendar", {"MONTH": [10]}, ("DATE", "XXXX-10")),
        ("weekday", {"WEEKDAY": [4]}, ("DATE", "XXXX-WXX-5")),
        ("shift", {"SHIFT": [-1], "UNIT": ["M"]}, ("DATE", "XXXX-XX")),
        ("duration", {"SMALL": [2], "UNITS": ["Y"]}, ("DURATION", "P2Y")),
        ("duration", {"UNITS": ["M"]}, ("DURATION", "PXM")),
        ("set", {"EVERY": [1], "UNIT": ["D"]}, ("SET", "P1D")),
        ("set", {"EVERY": [1], "OTHER": ["other"], "UNIT": ["W"]}, ("SET", "P2W")),
        ("set", {"WEEKDAYS": [5]}, ("SET", "XXXX-WXX-6")),
        ("feast", {"FEAST": ["12-25"]}, ("DATE", "XXXX-12-25")),
    ],
)
def test_without_a_reference_day_what_needs_one_is_open(op, slots, meaning):
    assert normalise(op, slots, NOWHERE) == meaning


def test_what_no_calendar_has_is_no_time():
    assert normalise("calendar", {"MONTH": [4], "DAY": ["31"]}, Setting(date(2024, 5, 14), -1, ())) is None
    assert normalise("ago", {"INT": ["5000"], "UNITS": ["Y"]}, Setting(date(2024, 5, 14), -1, ())) is None


def test_references_have_a_fixed_value():
    assert normalise("fixed", {}, NOWHERE, "FUTURE_REF") == ("DATE", "FUTURE_REF")
    assert normalise("fixed", {"NOWWORD": ["PRESENT_REF"]}, NOWHERE) == ("DATE", "PRESENT_REF")
