import pytest

from firsthand.records import Period
from firsthand.stages.compare.view import day_of, is_plan, views


@pytest.mark.parametrize(
    "text",
    ["The bridge will open in May", "The firm plans a new mill", "The ruling is to follow"],
)
def test_what_is_still_to_come_is_a_plan(text):
    assert is_plan("en", text)


@pytest.mark.parametrize("text", ["The bridge opened in May", "A set of keys was found", "Nobody was hurt due to ice"])
def test_what_was_is_no_plan(text):
    assert not is_plan("en", text)


def test_only_a_full_date_is_a_day():
    assert day_of(Period(start="2025-03", end="2025-03", basis="text")) is None
    assert day_of(None) is None
    assert day_of(Period(start="2025-02-30", end=None, basis="text")) is None
    assert day_of(Period(start="2025-03-04", end=None, basis="text")) is not None


def test_a_view_knows_place_party_and_day(record):
    article = record.article("1", "The gate broke. It was old.", day="2025-03-04")
    said = [
        record.statement("s2", article, "It was old", "Lund", said="2025-03-01"),
        record.statement("s1", article, "The gate broke"),
    ]
    actors = [record.actor("Lund", member_of="port"), record.actor("port", "organisation")]
    found = views({"1": article}, said, actors)
    assert [found[s].place for s in ("s1", "s2")] == [0, 1]
    assert found["s2"].party == "port"
    assert found["s2"].leans
    assert not found["s1"].leans
    assert found["s1"].day == found["s2"].day + 3


def test_statements_of_unknown_articles_are_left_out(record):
    assert views({}, [record.statement("s1", "gone", "The gate broke")], []) == {}


def test_bounds_give_no_day():
    assert day_of(Period(start="2025-03-04", end=None, basis="bounds")) is None


def test_a_bare_figure_counts_what_the_number_before_it_counts(record):
    article = record.article("1", "Thieves took 410 crates. The port put the figure at 90.")
    said = [
        record.statement("s1", article, "Thieves took 410 crates"),
        record.statement("s2", article, "the figure at 90", "port"),
    ]
    found = views({"1": article}, said, [record.actor("port")])
    assert found["s2"].counts[0].kind == found["s1"].counts[0].kind != ""


def test_a_toll_with_nothing_beside_it_counts_the_dead(record):
    article = record.article("1", "The toll has stood at 41 since Wednesday.")
    found = views({"1": article}, [record.statement("s1", article, "The toll has stood at 41 since Wednesday")], [])
    assert found["s1"].counts[0].kind == "dead"


def test_numbers_of_a_correction_are_old(record):
    article = record.article("1")
    said = [record.statement("s1", article, "An earlier version of this article gave the toll as 47 dead")]
    assert all(c.old for c in views({"1": article}, said, ())["s1"].counts)
