from firsthand.hints import NONE, pairs
from firsthand.stages.compare.decided import Decided, decided


def test_nothing_decided(seen, record):
    assert decided(NONE, ["s1"]) == Decided()


def test_what_is_apart_from_one_is_apart_from_all_that_say_the_same(seen, record):
    one = record.article("1")
    views, _ = seen([one], [record.statement(f"s{n}", one, "Ice") for n in range(5)])
    found = decided(
        pairs([(True, [["s0", "s1"]]), (True, [["s2", "s3"]]), (False, [["s0"], ["s2"]])]), ["s0", "s1", "s2", "s3"]
    )
    assert found.bound(views) == [[0, 1], [2, 3]]
    assert found.parts([views[1]], [views[4], views[3]])
    assert not found.parts([views[1]], [views[0], views[4]])


def test_in_a_contradiction_apart_wins_and_unknown_statements_bind_nothing(seen, record):
    one = record.article("1")
    views, _ = seen([one], [record.statement(f"s{n}", one, "Ice") for n in range(3)])
    told = pairs([(True, [["s0", "s1"]]), (True, [["s1", "s2"]]), (False, [["s0"], ["s2"]])])
    found = decided(told, ["s0", "s1", "s2"])
    assert found.bound(views) == [[0, 1]]
    assert found.parts([views[1]], [views[2]])
    assert decided(pairs([(True, [["s0", "s9"]])]), ["s0"]).bound(views) == []
