from firsthand.dossiers import MANY, MOST, by_names, joins, partners
from firsthand.stages.group import Stream, follow
from store.sample import PILE


def test_pairs_become_one_dossier_with_the_lower_number():
    homes, sizes = {7: 2, 8: 1, 9: 3}, {1: 5, 2: 5, 3: 5}
    assert list(joins([(7, 8), (8, 7), (7, 9)], homes, sizes)) == [(1, 2), (1, 3)]
    assert sizes == {1: 5, 2: 5, 3: 5}, "what is given stays as it was"


def test_none_grows_beyond_the_most():
    assert list(joins([(0, 1), (0, 2)], {0: 0, 1: 1, 2: 2}, {0: 20, 1: MOST - 19, 2: 40})) == [(0, 2)]


def test_a_story_that_is_no_more_is_passed_over():
    assert list(joins([(0, 5)], {0: 0}, {0: 1})) == []


def test_holders_of_a_fingerprint_are_paired_and_very_many_with_the_first():
    assert list(partners([1, 2, 3])) == [(1, 2), (1, 3), (2, 3)]
    assert list(partners(range(MANY + 1))) == [(0, n) for n in range(1, MANY + 1)]


def test_stories_that_share_no_rare_name_are_no_pair():
    known = follow([PILE["leak"], PILE["theft"]], Stream())
    assert len(known.stories) == 2
    assert by_names(known, range(2)) == []
