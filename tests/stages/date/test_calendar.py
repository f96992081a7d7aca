from datetime import date

import pytest

from firsthand.stages.date.calendar import (
    after,
    easter,
    feast_day,
    first_day,
    last_day,
    month_of,
    precision_of,
    shift_months,
    shifted,
    stretch,
    week_of,
)


@pytest.mark.parametrize(
    ("value", "whole"),
    [
        ("2024-03-14", ("2024-03-14", "2024-03-14")),
        ("2024-03-14TEV", ("2024-03-14", "2024-03-14")),
        ("2024-W01", ("2024-01-01", "2024-01-07")),
        ("2020-W53", ("2020-12-28", "2021-01-03")),
        ("2024-W11-WE", ("2024-03-16", "2024-03-17")),
        ("2024-Q4", ("2024-10", "2024-12")),
        ("2024-H2", ("2024-07", "2024-12")),
        ("2024-WI", ("2024-12", "2025-02")),
        ("199", ("1990", "1999")),
        ("19", ("1900", "1999")),
        ("XXXX-10", None),
        ("PRESENT_REF", None),
        ("P3D", None),
    ],
)
def test_the_days_of_a_value(value, whole):
    assert stretch(value) == whole


def test_first_and_last_days():
    assert first_day("2024") == date(2024, 1, 1)
    assert last_day("2024-02") == date(2024, 2, 29)
    assert last_day("2023") == date(2023, 12, 31)


def test_months_are_counted_over_years():
    assert month_of(2024, 13) == "2025-01"
    assert shift_months(date(2024, 3, 31), -1) == date(2024, 2, 29)


def test_a_week_belongs_to_the_year_of_its_thursday():
    assert week_of(date(2024, 12, 31)) == "2025-W01"


@pytest.mark.parametrize(
    ("unit", "by", "value"),
    [("D", -2, "2024-05-12"), ("W", 1, "2024-W21"), ("M", -5, "2023-12"), ("Q", 1, "2024-Q3"), ("Y", -10, "2014")],
)
def test_a_day_moved_keeps_the_precision_of_the_unit(unit, by, value):
    assert shifted(date(2024, 5, 14), unit, by) == value


def test_feasts_that_move():
    assert easter(2024) == date(2024, 3, 31)
    assert feast_day("E-2", 2024) == date(2024, 3, 29)
    assert feast_day("11/4/3", 2024) == date(2024, 11, 28)
    assert feast_day("05/-1/0", 2024) == date(2024, 5, 27)


@pytest.mark.parametrize(
    ("start", "end", "name"),
    [
        ("2024-05-14", "2024-05-14", "day"),
        ("2024-05-11", "2024-05-12", "weekend"),
        ("2024-05-06", "2024-05-12", "week"),
        ("2024-05-07", "2024-05-13", "span"),
        ("2024-05", "2024-05", "month"),
        ("2024-04", "2024-06", "quarter"),
        ("2024-03", "2024-05", "season"),
        ("2024-07", "2024-12", "half"),
        ("2024-02", "2024-07", "span"),
        ("2024", "2024", "year"),
        ("1990", "1999", "decade"),
        ("1900", "1999", "century"),
        ("2019", "2020-03", "span"),
    ],
)
def test_how_finely_a_period_is_named(start, end, name):
    assert precision_of(start, end) == name


def test_days_after():
    assert after(date(2024, 1, 31), 1, "M") == date(2024, 2, 29)
    assert after(date(2024, 1, 31), -2, "W") == date(2024, 1, 17)
    with pytest.raises((ValueError, OverflowError)):
        after(date(9999, 12, 31), 1, "D")
