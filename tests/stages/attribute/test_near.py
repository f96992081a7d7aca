from hypothesis import given
from hypothesis import strategies as st

from firsthand.stages.attribute.near import Shelves, near, put, shelved

SPANS = st.lists(st.tuples(st.integers(0, 2_000), st.integers(1, 700)).map(lambda s: (s[0], s[0] + s[1])), max_size=3)


@given(st.lists(SPANS, max_size=30), SPANS)
def test_whatever_touches_is_found_in_order(pieces, asked):
    shelves: Shelves = {}
    for n, spans in enumerate(pieces):
        put(shelves, n, tuple(spans))
    found = near(shelves, tuple(asked))
    touching = [n for n, spans in enumerate(pieces) if any(a < d and c < b for a, b in spans for c, d in asked)]
    assert found == sorted(set(found))
    assert set(touching) <= set(found)


def test_what_is_far_is_not_asked():
    shelves: Shelves = {}
    put(shelves, 1, ((0, 10),))
    assert near(shelves, ((5_000, 5_010),)) == []


def test_all_at_once_is_the_same_as_one_after_another():
    pieces = {3: ((0, 10), (900, 901)), 8: ((250, 260),), 9: ()}
    one_by_one: Shelves = {}
    for number, spans in pieces.items():
        put(one_by_one, number, spans)
    assert shelved(pieces.items()) == one_by_one == {0: {3, 8}, 1: {8}, 3: {3}}
