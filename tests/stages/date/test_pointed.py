import pytest


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He said so on Tuesday.", "2024-05-14"),
        ("He said so on Friday.", "2024-05-10"),
        ("He will say so on Friday.", "2024-05-17"),
        ("He said so last Tuesday.", "2024-05-07"),
        ("He said so late on Saturday night.", "2024-05-11TNI"),
        ("He said so yesterday.", "2024-05-13"),
        ("He said so overnight.", "2024-05-14TNI"),
        ("He said so last night.", "2024-05-13TNI"),
        ("He said so this morning.", "2024-05-14TMO"),
        ("He said so last week.", "2024-W19"),
        ("He said so last month.", "2024-04"),
        ("He said so earlier this year.", "2024"),
        ("He said so at the weekend.", "2024-W19-WE"),
        ("He will say so next weekend.", "2024-W20-WE"),
        ("He said so two days ago.", "2024-05-12"),
        ("He said so ten years ago.", "2014"),
        ("He said so the day before yesterday.", "2024-05-12"),
        ("He will say so the day after tomorrow.", "2024-05-16"),
        ("He will say so in two years.", "2026"),
        ("He will say so in three weeks' time.", "2024-W23"),
        ("He said so in two years.", "P2Y"),
        ("He will say so next Thursday.", "2024-05-23"),
        ("He will say so this coming Thursday.", "2024-05-16"),
        ("It is paid semi-annually.", "P6M"),
        ("It is open every two weekends.", "P2WE"),
        ("He will say so the week after next.", "2024-W22"),
        ("He will say so in tomorrow's paper.", "2024-05-15"),
        ("He said so at 8am this morning.", "2024-05-14T08:00"),
        ("He will say so on Friday at 4.30pm.", "2024-05-17T16:30"),
        ("It was the coldest day of the year.", "2024"),
        ("It lost money in the year ended with the strike.", "P1Y"),
        ("He said so at two o'clock on Friday afternoon.", "2024-05-10T14:00"),
    ],
)
def test_pointed_to_from_the_day_of_publication(write, text, value):
    assert list(write.values(text).values()) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The roof fell in on 3 March. Two days earlier it had rained.", "2024-03-01"),
        ("The roof fell in on 3 March. That month the hall closed.", "2024-03"),
        ("The roof fell in on 3 March. The hall closed the same day.", "2024-03-03"),
        ("The roof fell in on 3 March. The hall closed the following week.", "2024-W10"),
        ("The roof fell in on 3 March. They met in the evening.", "2024-03-03TEV"),
        ("The roof fell in on 3 March. They met at 4 p.m. and left.", "2024-03-03T16:00"),
        ("The roof fell in on 3 March. It reopened on the 12th.", "2024-03-12"),
        ("The roof fell in in March and a year earlier the floor had sunk.", "2023-03"),
        ("The roof fell in in March. Nobody was told at the time.", "2024-03"),
        ("Sales rose in the first quarter. They had been lower a year earlier.", "2023-Q1"),
    ],
)
def test_pointed_to_from_what_the_text_tells(write, text, value):
    assert list(write.values(text).values())[-1] == value


def test_what_is_quoted_or_to_come_is_not_what_the_text_tells_of(write):
    text = "It opened on 3 March. “We close on 9 June,” he said. It will end on 30 June. They had met a day earlier."
    assert write.values(text)["a day earlier"] == "2024-03-02"


def test_the_day_before_a_noun_is_left_alone(write):
    assert "the day before" not in write.values("They met the day before the vote.")
    assert write.values("The roof fell in on 3 March. They met the day before.")["the day before"] == "2024-03-02"


def test_that_morning_of_nothing_told_is_open(write):
    assert write.values("The plane flew that morning.") == {"that morning": "XXXX-XX-XXTMO"}


def test_what_was_told_far_above_is_forgotten(write):
    text = "It fell on 3 March.\n\n" + "Nothing was found.\n\n" * 6 + "They met two days earlier."
    assert write.values(text)["two days earlier"] == "2024-05-12"
