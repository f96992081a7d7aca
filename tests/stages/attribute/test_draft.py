import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.stages.attribute.draft import length, minus, overlap, tidy, within


def test_lengths_and_shares():
    assert length(((0, 3), (5, 9))) == 7
    assert overlap(((0, 3), (5, 9)), ((2, 6),)) == 2
    assert overlap((), ((2, 6),)) == 0


def test_within_needs_something_inside():
    assert within(((1, 2), (3, 4)), (0, 5))
    assert not within(((1, 2), (3, 6)), (0, 5))
    assert not within((), (0, 5))


def test_minus_cuts_a_hole():
    assert minus(((0, 10),), (3, 5)) == ((0, 3), (5, 10))
    assert minus(((0, 10),), (0, 10)) == ()
    assert minus(((0, 2), (4, 9)), (1, 5)) == ((0, 1), (5, 9))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (", the bridge is shut. ", ["the bridge is shut"]),
        ("– the bridge is shut –", ["the bridge is shut"]),
        ("made in the U.S.", ["made in the U.S."]),
        ("is it shut?", ["is it shut?"]),
        (" , ", []),
        ("", []),
    ],
)
def test_tidy_leaves_no_blank_or_loose_mark_at_the_edges(text, left):
    assert [text[a:b] for a, b in tidy(text, ((0, len(text)),))] == left


@given(st.text(alphabet=" ab.,;:–—-()é\n", max_size=20))
def test_tidy_never_leaves_the_text(text):
    for start, end in tidy(text, ((0, len(text)),)):
        assert 0 <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()


def test_tidy_takes_the_owner_with_its_mark_of_possession():
    text = "At Vik, Norway's ministry said so"
    start = text.index("'s")
    assert tidy(text, ((start, start + 11),)) == ((8, start + 11),)
