import pytest

from firsthand.tasks import in_turn


def test_one_after_another_and_only_when_asked_for():
    begun = []
    results = in_turn(lambda n: begun.append(n) or n, [1, 2, 3])
    assert begun == []
    assert next(results) == 1
    assert begun == [1]


def test_what_the_work_raises_is_raised():
    with pytest.raises(ZeroDivisionError):
        list(in_turn(lambda n: 1 / n, [0]))
