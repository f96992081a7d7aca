from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.records import Period
from firsthand.show.dates import days, of_period, stretch, written


def test_a_month_is_its_first_to_its_last_day():
    assert days("2031-02") == (date(2031, 2, 1).toordinal(), date(2031, 2, 28).toordinal())


def test_a_year_is_its_first_to_its_last_day():
    assert days("2031") == (date(2031, 1, 1).toordinal(), date(2031, 12, 31).toordinal())


def test_a_time_of_day_is_left_out():
    assert days("2031-03-04T10:30:00+00:00") == days("2031-03-04")


@pytest.mark.parametrize("broken", ["", "soon", "2031-13", "2031-02-30", "0000", "99999-01-01", "2031-W12", "-5"])
def test_what_is_no_date_has_no_days_and_stays_as_written(broken):
    assert days(broken) is None
    assert written(broken) == broken


@given(st.text(max_size=12))
def test_any_text_is_safe(text):
    days(text)
    written(text)


def test_an_open_period_says_which_end_is_known():
    assert stretch("2031-03", None) == "not before Mar 2031"
    assert stretch(None, "2031-03-09") == "not after 9 Mar 2031"
    assert stretch(None, None) == ""


def test_of_period_without_a_period():
    assert of_period(None) == ""
    assert of_period(Period(start="2031", end="2032", basis="text")) == "2031 – 2032"
