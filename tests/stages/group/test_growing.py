from dataclasses import replace

from firsthand.stages.group.growing import COMMON, WINDOW, Growing, Member, Stream, absorb, add, holders, join, product
from firsthand.stages.group.sketch import sketch
from firsthand.stages.group.vectors import Vector
from stages.copy.piles import article

ONE = sketch(article("One.", None, "A"))


def member(day: int | None, weights: dict[str, float], names: dict[str, int]) -> Member:
    return Member(0, replace(ONE, made=Vector(weights=weights, names=names), day=day))


def test_a_story_grows() -> None:
    known = Stream(stories=[Growing()])
    join(0, member(3, {"hive": 1.0}, {"quintas": 1}), known)
    join(0, member(5, {"hive": 0.6, "honey": 0.8}, {"quintas": 4}), known)
    join(0, member(None, {"honey": 1.0}, {}), known)
    (one,) = known.stories
    assert (one.first, one.last, len(one.members), one.names) == (3, 5, 3, {"quintas": 4})
    assert known.articles == 3
    assert one.total == {"hive": 1.6, "honey": 1.8}
    assert known.every == known.recent == {"hive": [0], "honey": [0]}
    assert known.named == {"quintas": [0]}


def test_a_story_that_comes_back_is_found_by_all_its_terms() -> None:
    known = Stream(stories=[Growing()])
    join(0, member(0, {"hive": 1.0}, {}), known)
    known.recent.clear()
    join(0, member(WINDOW + 1, {"honey": 1.0}, {}), known)
    assert known.recent == {"hive": [0], "honey": [0]}


def test_sums_and_products() -> None:
    total = {"a": 1.0}
    add(total, {"a": 1.0, "b": 2.0})
    assert total == {"a": 2.0, "b": 2.0}
    assert product(total, {"b": 3.0, "c": 1.0}) == product({"b": 3.0, "c": 1.0}, total) == 6.0


def test_a_story_that_is_absorbed_leaves_nothing_behind() -> None:
    known = Stream(stories=[Growing(), Growing()])
    join(1, member(3, {"hive": 1.0, "mill": 0.2}, {"quintas": 2}), known)
    join(0, member(9, {"hive": 0.6, "honey": 0.8}, {"quintas": 1, "faro": 1}), known)
    absorb(0, 1, known)
    one, gone = known.stories
    assert (one.first, one.last, one.names) == (3, 9, {"quintas": 2, "faro": 1})
    assert one.total == {"hive": 1.6, "honey": 0.8, "mill": 0.2}
    assert gone == Growing()
    for index in (known.every, known.recent, known.named):
        assert all(numbers == [0] for numbers in index.values())


def test_holders_are_those_of_the_window_or_all() -> None:
    known = Stream(stories=[Growing(), Growing()])
    join(0, member(0, {"hive": 1.0}, {}), known)
    join(1, member(WINDOW + 1, {"hive": 1.0}, {}), known)
    assert holders("hive", None, known) == [0, 1]
    assert holders("hive", WINDOW + 1, known) == [1]
    assert holders("honey", 0, known) == []
    known.every["bee"] = list(range(COMMON + 9))
    assert holders("bee", None, known) == list(range(9, COMMON + 9))
