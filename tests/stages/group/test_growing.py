from firsthand.stages.group.growing import (
    COMMON,
    UNDATED,
    WINDOW,
    Growing,
    Member,
    Stream,
    absorb,
    add,
    holders,
    join,
    product,
)
from firsthand.stages.group.vectors import Vector


def member(day: int | None, weights: dict[str, float], names: dict[str, int], place: int = 0) -> Member:
    return Member(place, f"x{place}", "One.", False, Vector(weights=weights, names=names), day)


def found(day: int | None, term: str, known: Stream) -> list[int]:
    return dict(holders([term], day, known))[term]


def test_a_story_grows() -> None:
    known = Stream(stories=[Growing()])
    join(0, member(3, {"hive": 1.0}, {"quintas": 1}), known)
    join(0, member(5, {"hive": 0.6, "honey": 0.8}, {"quintas": 4}, 1), known)
    join(0, member(None, {"honey": 1.0}, {}, 2), known)
    (one,) = known.stories
    assert (one.first, one.last, len(one.members), one.names) == (3, 5, 3, {"quintas": 4})
    assert known.articles == 3
    assert known.home == {"x0": 0, "x1": 0, "x2": 0}
    assert one.total == {"hive": 1.6, "honey": 1.8}
    assert known.every == known.spans[0] == {"hive": [0], "honey": [0]}
    assert known.named == {"quintas": [0]}


def test_articles_of_a_story_are_in_order_of_their_places() -> None:
    known = Stream(stories=[Growing()])
    for place in (5, 2, 7):
        join(0, member(3, {}, {}, place), known)
    assert [one.place for one in known.stories[0].members] == [2, 5, 7]
    assert known.articles == 8


def test_a_story_that_goes_on_is_found_by_all_its_terms() -> None:
    known = Stream(stories=[Growing()])
    join(0, member(None, {"mill": 1.0}, {}), known)
    assert known.spans == {UNDATED: {"mill": [0]}}
    join(0, member(0, {"hive": 1.0}, {}), known)
    join(0, member(WINDOW + 1, {"honey": 1.0}, {}), known)
    assert {span: table for span, table in known.spans.items() if table} == {
        1: {"mill": [0], "hive": [0], "honey": [0]}
    }


def test_sums_and_products() -> None:
    total = {"a": 1.0}
    add(total, {"a": 1.0, "b": 2.0})
    assert total == {"a": 2.0, "b": 2.0}
    assert product(total, {"b": 3.0, "c": 1.0}) == product({"b": 3.0, "c": 1.0}, total) == 6.0


def test_a_story_that_is_absorbed_leaves_nothing_behind() -> None:
    known = Stream(stories=[Growing(), Growing()])
    join(1, member(3, {"hive": 1.0, "mill": 0.2}, {"quintas": 2}), known)
    join(0, member(30, {"hive": 0.6, "honey": 0.8}, {"quintas": 1, "faro": 1}, 1), known)
    absorb(0, 1, known)
    one, gone = known.stories
    assert (one.first, one.last, one.names) == (3, 30, {"quintas": 2, "faro": 1})
    assert one.total == {"hive": 1.6, "honey": 0.8, "mill": 0.2}
    assert gone == Growing()
    assert known.home == {"x0": 0, "x1": 0}
    assert known.absorbed == {1: 0}
    assert known.every == known.spans[2] == {"hive": [0], "honey": [0], "mill": [0]}
    assert known.named == {"quintas": [0], "faro": [0]}
    assert not known.spans[0]


def test_holders_are_those_round_the_day_and_the_undated_or_all() -> None:
    known = Stream(stories=[Growing() for _ in range(4)])
    for number, day in enumerate((0, WINDOW + 1, None, 50)):
        join(number, member(day, {"hive": 1.0}, {}), known)
    assert found(None, "hive", known) == [0, 1, 2, 3]
    assert sorted(found(WINDOW + 1, "hive", known)) == [1, 2]
    assert sorted(found(1, "hive", known)) == [0, 1, 2]  # what came in late finds what was told round its day
    assert found(80, "hive", known) == [2]
    assert found(0, "honey", known) == []


def test_of_very_many_stories_the_latest_are_found() -> None:
    known = Stream(stories=[Growing() for _ in range(COMMON + 9)])
    for number in reversed(range(COMMON + 9)):
        join(number, member(number % 3 * 10, {"hive": 1.0}, {}), known)
    assert found(None, "hive", known) == list(range(9, COMMON + 9))
    assert len(found(10, "hive", known)) == COMMON
    assert set(found(10, "hive", known)) == set(range(9, COMMON + 9))
