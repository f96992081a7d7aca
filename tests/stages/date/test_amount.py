import pytest

from firsthand.stages.date.amount import amount, duration


@pytest.mark.parametrize(
    ("slots", "number"),
    [
        ({"INT": ["1,200"]}, 1200),
        ({"DECIMAL": ["2.5"]}, 2.5),
        ({"TEEN": [12]}, 12),
        ({"SMALL": [3], "HUNDRED": [100]}, 300),
        ({"ONE": [1]}, 1),
        ({"COUPLE": [2], "ONE": [1]}, 2),
        ({"SOME": ["X"]}, "X"),
    ],
)
def test_numbers_in_words_and_figures(slots, number):
    assert amount(slots) == number


def test_lengths_of_time():
    assert duration(3, "E") == "P30Y"
    assert duration("X", "TM") == "PTXM"
    assert duration(10**9, "Y") == "P1000000000Y"
