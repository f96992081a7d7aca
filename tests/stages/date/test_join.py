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


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It ran from June to August 1992.", "from June to August 1992", "1992-06/1992-08"),
        ("It ran from November to February 2017.", "from November to February 2017", "2016-11/2017-02"),
        ("It grew 2014 through May 2018.", "2014 through May 2018", "2014/2018-05"),
        ("Open June 3 to 5.", "June 3 to 5", "2024-06-03/2024-06-05"),
        ("It was open between 9 and 12 April.", "between 9 and 12 April", "2024-04-09/2024-04-12"),
        ("It was open from April 27th to the 3rd.", "from April 27th to the 3rd", "2024-04-27/2024-05-03"),
        ("It has been shut from 2019 until now.", "from 2019 until now", "2019/2024-05-14"),
        ("It was shut for 18 months from October 2020.", "18 months from October 2020", "2020-10-01/2022-03-31"),
        ("It was shut for three days starting on Monday.", "three days starting on Monday", "2024-05-13/2024-05-15"),
        ("In the first three months of 2019.", "the first three months of 2019", "2019-01-01/2019-03-31"),
        ("In the last two weeks of May 2020.", "the last two weeks of May 2020", "2020-05-18/2020-05-31"),
    ],
)
def test_stretches_with_two_ends(write, text, words, value):
    (time,) = write.times(text)
    assert (time.text, time.type, time.value) == (words, "DURATION", value)
    assert f"{time.period.start}/{time.period.end}" == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It burned two days before Christmas 2020.", "2020-12-23"),
        ("It burned three weeks after 3 May 2019.", "2019-W21"),
        ("They met two weeks and two days ago.", "2024-04-28"),
        ("They will meet on Tuesday of next week.", "2024-05-21"),
        ("They met last week on Wednesday.", "2024-05-08"),
        ("They met on Wednesday evening last week.", "2024-05-08TEV"),
        ("It took one hour and 30 minutes.", "PT1H30M"),
        ("It took two years, three months and four days.", "P2Y3M4D"),
    ],
)
def test_what_two_expressions_make_together(write, text, value):
    assert [t.value for t in write.times(text)] == [value]


def test_what_stays_apart(write):
    assert len(write.times("It took two days before Anna left, and a week after that.")) >= 1
    assert [t.value for t in write.times("On April 24 and 25 May they met.")] == ["2024-04-24", "2024-05-25"]
    assert len(write.times("They worked for the last three months and two days ago they stopped.")) == 2
    assert all("/" not in t.value for t in write.times("It took three days from Monday."))


def test_joined_expressions_keep_the_text_and_a_precision(write):
    text = "It burned two days before Christmas 2020, more than a week after 3 May 2019."
    for time in write.times(text):
        assert time.text == text[time.start : time.end]
        assert time.precision in ("day", "week")
    assert write.times(text)[1].mod == "MORE_THAN"
