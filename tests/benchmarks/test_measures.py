import pytest

from measures import bcubed, brief_dates, dates, f1, find, jaccard, match, names, percentile, tokens


def test_tokens_are_those_that_begin_in_the_span():
    assert tokens("one, two", [(0, 4)]) == {0, 3}
    assert tokens("one, two", [(1, 8)]) == {3, 5}


def test_jaccard_of_nothing_is_zero():
    assert jaccard(set(), set()) == 0
    assert jaccard({1, 2}, {2, 3}) == pytest.approx(1 / 3)


def test_f1_without_predictions_is_zero():
    assert f1(0, 0, 3) == (0, 0, 0)
    assert f1(1, 2, 1) == pytest.approx((0.5, 1, 2 / 3))


def test_the_best_pairs_are_matched_first_and_each_side_once():
    assert match([(0.5, "a", 1), (0.9, "b", 1), (0.4, "a", 2)]) == [("b", 1), ("a", 2)]


def test_bcubed_of_one_lump_has_full_recall_and_half_the_precision():
    assert bcubed({"x": 1, "y": 2}, {"x": 0, "y": 0}) == (0.5, 1)


def test_names_drop_case_accents_and_the_article():
    assert names({"name": "The Élysée Palace", "aliases": ["ELYSEE", "…"]}) == {"elysee palace", "elysee"}


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2025", ("2025-01-01", "2025-12-31")),
        ("2025-03", ("2025-03-01", "2025-03-31")),
        ("2025-03-04", ("2025-03-04", "2025-03-04")),
        ("2024-10/2025", ("2024-10-01", "2025-12-31")),
        (None, None),
    ],
)
def test_dates_are_padded_to_days(value, days):
    assert dates(value) == days


def test_a_brief_date_without_an_end_is_its_start():
    assert brief_dates({"start": "2025-03", "end": None}) == dates("2025-03")
    assert brief_dates({"start": None}) is None


def test_find_counts_occurrences_from_zero():
    assert find("a b a", "a", 1) == (4, 5)
    assert find("a b a", "a", 2) is None


def test_a_percentile_is_a_value_that_so_many_do_not_exceed():
    times = [5, 1, 4, 2, 3, 10, 9, 8, 7, 6]
    assert [percentile(times, share) for share in (0, 10, 50, 95, 100)] == [1, 1, 5, 10, 10]
    assert percentile([3], 50) == 3
