from firsthand.stages.group.evidence import ALIKE, FAR, FEW, LATE, OFTEN, needed, shared


def test_a_name_that_both_are_about_counts_twice() -> None:
    named = {"zelmira": [0], "quintas": [0]}
    assert shared({"zelmira": OFTEN, "quintas": OFTEN}, {"zelmira": OFTEN, "quintas": 1}, named) == 3
    assert shared({"zelmira": 1}, {"quintas": 1}, named) == 0


def test_a_name_of_many_stories_marks_none() -> None:
    assert shared({"zelmira": 1}, {"zelmira": 1}, {"zelmira": range(FEW)}) == 1
    assert shared({"zelmira": 1}, {"zelmira": 1}, {"zelmira": range(FEW + 1)}) == 0


def test_time_asks_for_more_and_names_for_less() -> None:
    asked = [needed(days, 1) or 0 for days in (0, 5, 50, 500)]
    assert asked == sorted(asked)
    assert asked[0] < asked[-1]
    fewer = [needed(500, names) or 0 for names in range(1, 9)]
    assert fewer == sorted(fewer, reverse=True)
    assert fewer[-1] == FAR
    assert needed(0, 9) == LATE
    assert needed(0, 0) == ALIKE


def test_after_the_window_nothing_is_enough_without_a_name() -> None:
    assert needed(13, 0) is None
    assert needed(12, 0) is not None
    assert needed(None, 0) is not None
