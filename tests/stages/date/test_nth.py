from datetime import date

import pytest

from firsthand.stages.date.nth import nth


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It rained in the first week of March.", "2024-W10"),
        ("It opened on the last Sunday in April 2023.", "2023-04-30"),
        ("It opened on the second Tuesday of last month.", "2024-04-09"),
        ("It shut in the last week of 2020.", "2020-W53"),
        ("It shut on the third weekend of April.", "2024-W16-WE"),
        ("It shut on the 31st of last year.", "2023-01-31"),
        ("It shut on the 3rd of this month.", "2024-05-03"),
        ("It fell in the ninth month of 2021.", "2021-09"),
        ("It opened on Friday the 3rd.", "2024-05-03"),
        ("It will open on Friday the 14th.", "2024-06-14"),
        ("It opened on Friday, the 13th, they said.", "2023-10-13"),
        ("It rained in the week of April 3.", "2024-W14"),
        ("They begin in the week starting 3 June.", "2024-W23"),
        ("It was sold in week 27 of last year.", "2023-W27"),
    ],
)
def test_the_nth_of_something(write, text, value):
    assert list(write.values(text).values()) == [value]


def test_what_there_is_not_is_no_time(write):
    assert "fifth Friday" not in str(write.values("They met on the fifth Friday of April 2024."))
    with pytest.raises(ValueError, match="not so many"):
        nth((date(2024, 2, 1), date(2024, 2, 29)), {"WEEKDAY": [4]}, 5)


def test_without_a_day_of_publication_the_container_must_tell(write):
    found = {
        t.text: t.period for t in write.times("In the first week of March, and the last day of May 2020.", day=None)
    }
    assert found["the first week of March"] is None
    assert found["the last day of May 2020"].start == "2020-05-31"


def test_a_weekday_counts_before_its_number_is_a_day(write):
    assert write.values("On Friday 31 people came.") == {"Friday": "2024-05-10"}
    assert write.values("They will meet on Friday 31.") == {"Friday 31": "2024-05-31"}
