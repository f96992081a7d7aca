import pytest

TUESDAY = "2024-05-14"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on 3 November.", "2023-11-03"),
        ("They will meet on 3 November.", "2024-11-03"),
        ("They met in May.", "2024-05"),
        ("The hall, which burned last May, is open.", "2023-05"),
        ("They met on the 12th of April.", "2024-04-12"),
        ("They met on April 3, 2019.", "2019-04-03"),
        ("The sale was put off to June 3.", "2024-06-03"),
        ("They met on 2021-06-21.", "2021-06-21"),
        ("It was signed on 31/12/19.", "2019-12-31"),
        ("It was built in 1974.", "1974"),
        ("It was built in nineteen seventy-four.", "1974"),
        ("It was built in the 1970s.", "197"),
        ("It was built in the seventies.", "197"),
        ("It was built in the fourth century BC.", "BC03"),
        ("Sales fell in the first quarter.", "2024-Q1"),
        ("Sales fell in the fourth quarter.", "2023-Q4"),
        ("Sales will grow in the third quarter.", "2024-Q3"),
        ("Sales fell in Q3 2022.", "2022-Q3"),
        ("Sales fell in the second half of 2022.", "2022-H2"),
        ("The hall was closed in the autumn.", "2023-FA"),
        ("The hall will close in the autumn.", "2024-FA"),
        ("The hall was closed last winter.", "2023-WI"),
        ("The hall will open next spring.", "2025-SP"),
        ("They met on Christmas Eve.", "2023-12-24"),
        ("They will meet at Easter.", "2025-04-20"),
        ("They met on Good Friday.", "2024-03-29"),
    ],
)
def test_named_dates(write, text, value):
    assert list(write.values(text, TUESDAY).values()) == [value]


@pytest.mark.parametrize("text", ["They met on 31 April.", "On 30 February they met."])
def test_days_that_no_calendar_has(write, text):
    assert all("-31" not in v and "-30" not in v for v in write.values(text).values())


def test_a_leap_day_far_from_the_next(write):
    assert list(write.values("They met on 29 February.", "2023-03-01").values()) == ["2020-02-29"]
