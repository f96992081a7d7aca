import pytest


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was shut from August to March.", "2023-08/2024-03"),
        ("It was shut between 3 May and 9 May.", "2024-05-03/2024-05-09"),
        ("It was shut from 1990 to 1995.", "1990/1995"),
    ],
)
def test_two_dates_are_one_period(write, text, value):
    (time,) = write.times(text)
    assert (time.type, time.value) == ("DURATION", value)
    assert f"{time.period.start}/{time.period.end}" == value
    assert time.text == text[time.start : time.end]


def test_two_dates_beside_each_other_are_two(write):
    assert len(write.times("It opened in August and closed in March.")) == 2
    assert len(write.times("They put it off from Monday. To March 3 nothing happened.")) == 2


def test_a_period_that_runs_backwards_stays_open(write):
    (time,) = write.times("It was shut from 2019 to 2012.")
    assert time.period is None


def test_an_open_end_leaves_the_period_open(write):
    (time,) = write.times("It was shut from August to March.", day=None)
    assert (time.value, time.period) == ("XXXX-08/XXXX-03", None)
