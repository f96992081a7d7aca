import pytest

SHUT = ("it was shut", "Ivan Malek", "said")
FIRE = "A hall burned in Brno on Tuesday.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Malek once said it was shut.",
        "Ivan Malek has said it was shut.",
        "Ivan Malek said in a book that it was shut.",
        "When the hall opened, Ivan Malek said it was shut.",
    ],
)
def test_what_is_not_plainly_of_the_day(write, text):
    assert write.said(FIRE + text, SHUT) == [None]


def test_a_participle_is_no_plain_past(write):
    text = FIRE + "Malek left, saying it was shut."
    assert write.said(text, ("it was shut", "Malek", "saying")) == [None]


def test_the_event_of_the_day_before(write):
    text = "A hall burned in Brno on Monday.\n\nIvan Malek said it was shut."
    assert write.said(text, SHUT) == ["2024-05-13"]
    assert write.said("A hall burned in Brno on Sunday.\n\nIvan Malek said it was shut.", SHUT) == [None]


def test_a_day_far_down_is_not_the_news(write):
    text = "The hall of Brno was built of old oak wood.\n\n" * 3 + FIRE + "Ivan Malek said it was shut."
    assert write.said(text, SHUT) == [None]


def test_a_speaker_met_far_from_the_event(write):
    past = "In 2019 the hall had been sold to a bank of the town.\n\n"
    text = FIRE + past + "The roof was of copper and the floor of oak.\n\n" * 5 + "Ivan Malek said it was shut."
    assert write.said(text, SHUT) == [None]


def test_an_article_told_in_the_present_is_no_report(write):
    text = FIRE + "“It is late,” says Ana Novak.\n\nIvan Malek said it was shut."
    assert write.said(text, ("It is late", "Ana Novak", "says", "direct"), SHUT)[1] is None
