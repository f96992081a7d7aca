"""Tokens, sentences, paragraphs and names, each leading back to the article's characters."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.records import Part
from firsthand.stages.parse import parse
from firsthand.stages.parse.analyse import LONGEST, SENTENCE, cut


@pytest.fixture
def whole(record):
    """A text → an article that is body from end to end."""

    def make(text):
        return replace(record.article("x", text), parts=(Part(start=0, end=len(text), kind="body"),))

    return make


@pytest.fixture
def parsed(whole):
    return lambda text: next(parse([whole(text)]))


def test_words_and_borders(parsed):
    text = "Anna  Holt left.\nShe sang.\n\nRain fell."
    found = parsed(text)
    assert [t.text for t in found.tokens] == ["Anna", "Holt", "left", ".", "She", "sang", ".", "Rain", "fell", "."]
    assert all(text[t.start : t.end] == t.text for t in found.tokens)
    assert found.sentences == ((0, 4), (4, 7), (7, 10))
    assert found.paragraphs == ((0, 7), (7, 10))
    assert [(text[n.start : n.end], n.label) for n in found.names] == [("Anna  Holt", "PERSON")]


def test_millions_at_the_end_of_a_sentence(parsed):
    found = parsed("They put it at £4m. Holt paid nothing.")
    assert [found.tokens[a].text for a, _ in found.sentences] == ["They", "Holt"]
    assert "4m" in "".join(t.text for t in found.tokens)


def test_several_articles_come_in_order(whole):
    found = list(parse([whole("One fell."), whole(""), whole("Two fell.")]))
    assert [[t.text for t in p.tokens] for p in found] == [["One", "fell", "."], [], ["Two", "fell", "."]]


def sound(text, found):
    """What every parse must keep to."""
    for n, token in enumerate(found.tokens):
        assert text[token.start : token.end] == token.text
        assert token.text.strip()
        assert 0 <= token.head < len(found.tokens)
        first, past = found.sentences[token.sentence]
        assert first <= n < past
        assert first <= token.head < past
    for ranges in (found.sentences, found.paragraphs):
        assert [n for a, b in ranges for n in range(a, b)] == list(range(len(found.tokens)))
    assert all(0 <= n.start < n.end <= len(text) for n in found.names)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.sampled_from("aB .,“”'’\n\t\x00\u00a0\u2028\ud800é😀1"), max_size=60))
def test_any_text_gives_a_sound_parse(parsed, text):
    sound(text, parsed(text))


@pytest.mark.parametrize("text", ["", " ", "word", "...", "\x00\x01", "\ud800", "“" * 3_000, "a" * 30_000])
def test_hardly_a_text(parsed, text):
    sound(text, parsed(text))


@pytest.mark.parametrize("unit", [" and 7 were shut", " 7 ", "  word"])
def test_a_paragraph_too_long_for_one_piece(parsed, unit):
    """A piece that opens with a blank once made the parse go on for ever."""
    text = "Roads" + unit * (2 * LONGEST // len(unit))
    sound(text, parsed(text))


def test_what_goes_on_without_a_blank_is_cut(parsed):
    text = "Two p" + "[" * 3_000 + " were shut"
    found = parsed(text)
    assert max(len(token.text) for token in found.tokens) <= 150
    sound(text, found)


def test_a_sentence_without_end_is_cut(parsed):
    text = "and the mayor said that " * 300
    found = parsed(text)
    assert max(past - first for first, past in found.sentences) <= SENTENCE
    sound(text, found)


@given(st.text(alphabet="a \n", max_size=30), st.integers(1, 5))
def test_pieces_hold_the_whole_paragraph(text, times):
    text *= times * 1_500
    pieces = list(cut(text, (0, len(text))))
    assert "".join(text[a:b] for a, b in pieces) == text
    assert all(b - a <= LONGEST for a, b in pieces)
    assert all(a < b for a, b in pieces) or not text


@pytest.mark.parametrize("name", ["Sgt. Karl Holm", "Lt. Col. Ana Ruiz", "Supt. Ida Moor"])
def test_a_shortened_rank_ends_no_sentence(parsed, name):
    assert len(parsed(f"“Nobody was hurt,” said {name} of the port police.").sentences) == 1
