"""Which stretches are read as prose, and where one paragraph ends."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.records import Part
from firsthand.stages.parse.paragraphs import PROSE, paragraphs


@pytest.fixture
def split(record):
    """A text, or pieces of one with their kinds → the paragraphs' words."""

    def run(*pieces):
        pieces = [p if isinstance(p, tuple) else (p, "body") for p in pieces]
        parts, at = [], 0
        for text, kind in pieces:
            parts.append(Part(start=at, end=at + len(text), kind=kind))
            at += len(text)
        article = replace(record.article("x", "".join(t for t, _ in pieces)), parts=tuple(parts))
        return [article.text[start:end] for start, end in paragraphs(article)]

    return run


def test_blank_lines_divide(split):
    assert split("One is here.\n\n  Two\nis here. \n \n\nThree.\n") == ["One is here.", "Two\nis here.", "Three."]


def test_single_newlines_divide_where_there_are_no_blank_lines(split):
    line = "The bridge of Holm was closed " * 4
    assert split(f"{line}\n{line}\nThree.") == [line.strip(), line.strip(), "Three."]


def test_lines_wrapped_by_hand_are_one_paragraph(split):
    text = "The bridge\nof Holm\nwas closed\non Monday."
    assert split(text) == [text]


def test_only_prose_is_read(split):
    found = split(
        ("Bridge shut\n", "title"),
        ("By Ada Holt\n", "byline"),
        ("The bridge is shut.\n\n", "body"),
        ("The bridge. Photo: A. Holt\n", "caption"),
        ("Share Tweet\n", "furniture"),
        ("An earlier version was wrong.\n", "correction"),
    )
    assert found == ["Bridge shut", "The bridge is shut.", "An earlier version was wrong."]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\t\n \n"])
def test_nothing_is_no_paragraph(split, text):
    assert split(text) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="ab \n\t\r\u2028\ud800", max_size=60), kind=st.sampled_from([*PROSE, "caption"]))
def test_paragraphs_lose_no_character_but_blanks(split, text, kind):
    found = split((text, kind))
    assert all(p == p.strip() and p for p in found)
    wanted = "".join(text.split()) if kind in PROSE else ""
    assert "".join("".join(p.split()) for p in found) == wanted
