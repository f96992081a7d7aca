"""Lines, blocks and hard-wrapped paragraphs."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.stages.read.lines import ends_sentence, lines_of


def test_places_and_blocks():
    text = "  One \r\nTwo\n\n \nThree"
    found = lines_of(text)
    assert [(text[line.start : line.end], line.block) for line in found] == [("One", 0), ("Two", 0), ("Three", 1)]


def test_a_hard_wrapped_paragraph_is_one_line():
    text = (
        "The mine at Kiruna was closed on Monday after part of a lift\n"
        "tower fell into the shaft, the company that runs it said on\nMonday morning."
    )
    assert [line.text for line in lines_of(text)] == [text]


def test_short_lines_stay_apart():
    assert len(lines_of("Home\nNews\nSport")) == 3


@given(st.text(max_size=200))
def test_every_line_is_where_it_says(text):
    for line in lines_of(text):
        assert text[line.start : line.end] == line.text == line.text.strip() != ""


def test_ends_of_sentences():
    assert ends_sentence("“It was late.”")
    assert not ends_sentence("Sport & Shipping")
