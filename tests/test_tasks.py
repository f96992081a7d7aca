import pytest

from firsthand.errors import EngineFailed
from firsthand.tasks import Lost, in_turn, none_lost


def test_one_after_another_and_only_when_asked_for():
    begun = []
    results = in_turn(lambda n: begun.append(n) or n, [1, 2, 3])
    assert begun == []
    assert next(results) == 1
    assert begun == [1]


def test_what_the_work_raises_is_raised():
    with pytest.raises(ZeroDivisionError):
        list(in_turn(lambda n: 1 / n, [0]))


def test_what_comes_before_a_lost_result_is_given_and_nothing_behind_it_is_asked_for():
    asked = []
    results = (asked.append(each) or each for each in (1, Lost("killed"), 3))
    kept = none_lost(results, "it could not be done")
    assert next(kept) == 1
    with pytest.raises(EngineFailed, match="it could not be done: killed"):
        next(kept)
    assert len(asked) == 2
