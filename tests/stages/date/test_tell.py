import pytest

from firsthand.language import topic
from firsthand.stages.date.find import find_times
from firsthand.stages.date.tell import loosely, spoken_of, tense_of


@pytest.mark.parametrize(
    ("text", "cue", "tense"),
    [
        ("The mayor said the hall was shut.", "said", "past"),
        ("The mayor had said the hall was shut.", "said", "before"),
        ("The mayor has said the hall was shut.", "said", "before"),
        ("The mayor may say the hall was shut.", "say", "before"),
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
    parse = write.grammar(of)
    assert spoken_of(parse, found, find_times(of, parse), topic("en", "dates")["tense"]) == {"2024-05-10", "2024-04"}


def test_the_today_of_a_quotation_and_a_day_to_come_are_not_told(write):
    for text, quote in (("It costs more today", "direct"), ("It will close on Friday", "indirect")):
        of = write.article(text + ", the mayor said.")
        parse, found = write.grammar(of), write.attribution(of.text, text, "the mayor", "said", quote)
        assert spoken_of(parse, found, find_times(of, parse), topic("en", "dates")["tense"]) == set()


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("The mayor said it was shut.", False),
        ("The mayor once said it was shut.", True),
        ("Earlier, the mayor rose and said it was shut.", True),
        ("When the hall burned, the mayor said it was shut.", True),
        ("The mayor said it was once shut.", False),
    ],
)
def test_words_that_put_a_saying_at_another_time(write, text, loose):
    of = write.article(text)
    found = write.attribution(text, text[text.index("it was") : -1], "mayor", "said")
    assert loosely(write.grammar(of), found, topic("en", "dates")["said"]) is loose


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
