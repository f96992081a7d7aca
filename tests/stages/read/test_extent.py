"""How much of an article is read closely."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.records import Part
from firsthand.stages.read.extent import extent

TEXT = "Ferry burns\n\nIt burned, she said. Nobody was hurt.\n\n© 2025 The Lamp\n\nIt sank."
PARTS = (
    Part(start=0, end=11, kind="title"),
    Part(start=13, end=50, kind="body"),
    Part(start=52, end=67, kind="furniture"),
    Part(start=69, end=77, kind="body"),
)


def read(most):
    return [(TEXT[part.start : part.end], part.kind) for part in extent(TEXT, PARTS, most)]


def test_an_article_within_the_limit_stays_as_it_is():
    assert extent(TEXT, PARTS, 1000) == PARTS
    assert extent(TEXT, PARTS, 2 + 10 + 3) == PARTS


def test_what_is_behind_the_limit_is_marked_and_furniture_is_not_counted():
    assert read(2 + 6) == [
        ("Ferry burns", "title"),
        ("It burned, she said. ", "body"),
        ("Nobody was hurt.", "unread"),
        ("© 2025 The Lamp", "furniture"),
        ("It sank.", "unread"),
    ]


def test_a_whole_part_can_be_behind_the_limit():
    assert [kind for _, kind in read(2)] == ["title", "unread", "furniture", "unread"]


def test_a_word_without_end_is_many():
    [part, rest] = extent("a" * 1000, [Part(start=0, end=1000, kind="body")], 10)
    assert (part.end, rest.start, rest.kind) == (60, 60, "unread")


@given(st.text("ab ,.\n"), st.integers(0, 40))
def test_nothing_is_lost(text, most):
    parts = extent(text, [Part(start=0, end=len(text), kind="body")] if text else [], most)
    assert "".join(text[part.start : part.end] for part in parts) == text
