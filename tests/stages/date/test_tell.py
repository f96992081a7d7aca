import pytest

from firsthand.stages.date.find import find_times
from firsthand.stages.date.tell import spoken_of, tense_of


@pytest.mark.parametrize(
    ("text", "cue", "tense"),
    [
        ("The mayor said the hall was shut.", "said", "past"),
        ("The mayor had said the hall was shut.", "said", "before"),
        ("The mayor has said the hall was shut.", "said", "other"),
        ("The mayor says the hall is shut.", "says", "other"),
        ("The mayor did not say whether the hall was shut.", "did not say", "past"),
        ("According to the mayor, the hall was shut.", "According to", "past"),
        ("The mayor would not say when it was shut.", "would not say", "past"),
    ],
)
def test_the_tense_of_a_report(write, text, cue, tense):
    found = write.attribution(text, "shut", "mayor", cue)
    assert tense_of(write.grammar(write.article(text)), found) == tense


def test_the_days_a_content_speaks_of(write):
    text = "The hall was shut on Friday and in April, the mayor said on Monday."
    of = write.article(text)
    found = write.attribution(text, "The hall was shut on Friday and in April")
    assert spoken_of(found, find_times(of, write.grammar(of))) == {"2024-05-10", "2024-04"}


@pytest.mark.parametrize(
    "text",
    [
        "After Friday the mayor said it was shut.",
        "After the 2019 vote the mayor said it was shut.",
        "On fees for 2015 and 2016 the mayor said it was shut.",
    ],
)
def test_a_time_that_bounds_or_names_something_else(write, text):
    assert write.said(text, ("it was shut", "the mayor", "said")) == [None]
