from hypothesis import given
from hypothesis import strategies as st

from firsthand.stages.copy.align import SEED, Run, passages, runs


def test_runs_of_moved_passages() -> None:
    a = [1, 2, 3, 4, 5, 6, 7, 90, 91, 11, 12, 13, 14, 15, 16]
    b = [11, 12, 13, 14, 15, 16, 50, 1, 2, 3, 4, 5, 6, 7]
    assert runs(a, b) == [Run(0, 7, 7), Run(9, 0, 6)]


def test_a_changed_word_splits_a_run_but_not_a_passage() -> None:
    a = [*range(10), 99, *range(11, 21)]
    b = list(range(21))
    found = runs(a, b)
    assert found == [Run(0, 0, 10), Run(11, 11, 10)]
    assert passages(found) == [found]


def test_far_runs_are_two_passages_and_short_ones_none() -> None:
    found = [Run(0, 0, 9), Run(40, 40, 9), Run(60, 70, 6)]
    assert passages(found) == [[found[0]], [found[1]]]


def test_text_that_repeats_itself_ends() -> None:
    assert runs([1, 2] * 15_000, [1, 2] * 15_000)


@given(st.lists(st.integers(0, 3), max_size=60), st.lists(st.integers(0, 3), max_size=60))
def test_runs_are_equal_words_each_taken_once(a: list[int], b: list[int]) -> None:
    found = runs(a, b)
    assert all(a[r.a : r.a + r.length] == b[r.b : r.b + r.length] and r.length >= SEED for r in found)
    places = [r.b + n for r in found for n in range(r.length)]
    assert len(places) == len(set(places))
