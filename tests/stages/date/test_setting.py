from datetime import date

import pytest

from firsthand.stages.date.setting import Setting, open_value, ordinal, told_day, told_of, unit_of, with_time

TOLD = Setting(date(2024, 5, 14), -1, ("2023", "2024-03-02", "2024-Q1"))


@pytest.mark.parametrize(
    ("slots", "meaning"),
    [
        ({}, ("DATE", "2024-05-14")),
        ({"PART": ["EV"]}, ("TIME", "2024-05-14TEV")),
        ({"HOUR": ["4"], "AMPM": [12]}, ("TIME", "2024-05-14T16:00")),
        ({"HOUR": ["12"], "AMPM": [0]}, ("TIME", "2024-05-14T00:00")),
        ({"CLOCK": ["10:40"]}, ("TIME", "2024-05-14T10:40")),
        ({"CLOCKPM": ["10.40pm"]}, ("TIME", "2024-05-14T22:40")),
        ({"SMALL": [2], "PART": ["AF"]}, ("TIME", "2024-05-14T14:00")),
        ({"NOON": ["12:00"]}, ("TIME", "2024-05-14T12:00")),
    ],
)
def test_the_time_of_day(slots, meaning):
    assert with_time("2024-05-14", slots) == meaning


def test_what_the_text_tells_of_at_a_precision():
    assert [told_of(TOLD, unit) for unit in "YMDWQ"] == ["2024", "2024-03", "2024-03-02", "2024-W09", "2024-Q1"]
    assert told_of(Setting(None, 0, ("2023",)), "M") is None


def test_the_day_told_of_else_the_reference_day():
    assert told_day(TOLD) == date(2024, 3, 2)
    assert told_day(Setting(date(2024, 5, 14), 0, ())) == date(2024, 5, 14)


def test_ordinals_and_units():
    assert ordinal({"TENS": [20], "ORDWORD": [3]}) == 23
    assert ordinal({}) == 0
    assert unit_of({"UNITS": ["D"]}) == "D"
    assert open_value("M") == "XXXX-XX"
