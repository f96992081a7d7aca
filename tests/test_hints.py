import pytest

from firsthand.hints import NONE, Hints, pairs


def sorted_pairs(found):
    return sorted("".join(sorted(p)) for p in found)


def test_members_of_all_groups_belong_together_or_groups_are_apart():
    assert sorted_pairs(pairs([(True, [["a", "b"], ["c"]])]).same) == ["ab", "ac", "bc"]
    assert sorted_pairs(pairs([(False, [["a", "b"], ["c"]])]).apart) == ["ac", "bc"]


@pytest.mark.parametrize("together", [True, False])
def test_a_later_decision_goes_before_an_earlier(together):
    found = pairs([(not together, [["a"], ["b"]]), (together, [["b"], ["a"]])])
    assert (sorted_pairs(found.same), sorted_pairs(found.apart)) == ((["ab"], []) if together else ([], ["ab"]))


def test_nothing_is_paired_with_itself():
    assert pairs([(True, [["a"], ["a"]]), (False, [["a"], ["a"]])]) == NONE
    assert not NONE
    assert not Hints().claims
