import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.stages.compare.quantity import compatible, counts, exclusive, main_quantity, one_kind


def main_count(found):
    """The count behind `main_quantity`, None when it is only a length of time or a share."""
    return next((c for c in found if not c.minor and not c.part), None)


def main(text):
    found = main_count(counts("en", text))
    return found and (found.value, found.bound, found.kind)


@pytest.mark.parametrize(
    ("text", "value", "bound", "kind"),
    [
        ("At least seven sailors drowned and were found dead", 7, ">=", "dead"),
        ("more than 1,200 homes lost power", 1200, ">=", "hom"),
        ("up to forty workers are missing", 40, "<=", "missing"),
        ("about 300 people were injured", 300, "~", "injured"),
        ("She won by 41 votes", 41, "=", "margin"),
        ("a margin of nine", 9, "=", "margin"),
        ("The number of the injured rose from 12 to 19", 19, "=", "injured"),
        ("The storm has killed two more people, which brings the toll to 31", 31, "=", "dead"),
        ("She was the twelfth victim", 12, "=", "dead"),
        ("The repair will cost €4.5 million", 4_500_000, "=", "euro"),
        ("The plant will cut 640 jobs", 640, "=", "jobs"),
        ("The plant will create 400 jobs", 400, "=", "hired"),
        ("The dead now number 41", 41, "=", "dead"),
        ("Twenty-seven of the 98 crates were open", 27, "=", "crat"),
    ],
)
def test_what_is_counted_and_how(text, value, bound, kind):
    assert main(text) == (value, bound, kind)


@pytest.mark.parametrize(
    "text",
    [
        "on 14 October",
        "in March 2024",
        "since 1998",
        "at 4 a.m.",
        "shortly before two o’clock",
        "from station 44",
        "Karin Moe, 52, a nurse",
        "a 61-year-old man",
        "One of them left.",
        "since 9/11",
        "people 18 and older",
        "the house number 41",
    ],
)
def test_dates_clock_times_ages_and_labels_count_nothing(text):
    assert counts("en", text) == ()


def test_two_counts_of_one_kind_have_a_sum():
    found = main_count(counts("en", "The manifest lists 212 passengers and 38 crew"))
    assert found is not None
    assert found.value == 250


def test_a_length_of_time_is_a_quantity_but_no_count():
    found = counts("en", "a report within 30 days")
    assert main_count(found) is None
    quantity = main_quantity(found)
    assert quantity is not None
    assert (quantity.value, quantity.unit) == (30, "days")


def test_what_is_set_aside_or_added_is_not_the_number_told():
    assert [c.part for c in counts("en", "by nine votes instead of 41")] == [False, True]
    assert [c.part for c in counts("en", "31 of those aboard")] == [True]


def one(text):
    (found,) = counts("en", text)
    return found


def test_values_are_one_number_when_close_and_approximate():
    assert compatible(one("about 900 people left"), one("890 people left"))
    assert not compatible(one("900 people left"), one("890 people left"))


def test_at_least_four_and_six_can_both_be_true():
    least, six, three = one("at least four people died"), one("six people died"), one("three people died")
    assert not exclusive(least, six)
    assert exclusive(least, three)
    assert exclusive(six, three)


@given(st.text(alphabet="0123456789,. abcdefgh€%-\n’", max_size=80))
def test_any_text_can_be_counted(text):
    assert all(c.value >= 0 for c in counts("en", text))


def test_people_are_one_kind_with_those_of_whom_it_is_told_what_became_of_them():
    people, dead, homes = (counts("en", t)[0] for t in ("40 people", "40 people died", "40 homes"))
    assert one_kind(people, dead, "en")
    assert not one_kind(people, homes, "en")
    assert not one_kind(homes, dead, "en")


@pytest.mark.parametrize(
    ("text", "part", "old"),
    [
        ("The cheque is $41m rather than the announced $48m", [False, True], [False, True]),
        ("The firm put up $41 million of the agreed $48 million", [False, True], [False, False]),
        ("She gave $3 million", [False], [False]),
    ],
)
def test_a_number_told_before_is_known_behind_announced_and_agreed(text, part, old):
    found = counts("en", text)
    assert ([c.part for c in found], [c.old for c in found]) == (part, old)
