"""What is known of two statements beside their words, as numbers."""

import pytest

from firsthand.stages.compare.joint.roles import ROLES, Told, roles

NAMES = tuple(ROLES)


def chosen(one: Told, two: Told) -> dict[str, str]:
    return {name: ROLES[name][n] for name, n in zip(NAMES, roles(one, two), strict=True)}


def told(stance="asserts", quote="none", speaker=None, day=None, article="a", place=0):
    return Told(stance, quote, speaker, day, article, place)


def test_either_statement_has_its_stance_and_quotation():
    found = chosen(told("confirms", "direct"), told("doubts", "mixed"))
    assert [found[name] for name in NAMES[:4]] == ["asserts", "doubts", "direct", "mixed"]


@pytest.mark.parametrize(
    ("one", "two", "says"), [("x", "x", "one"), ("x", "y", "two"), (None, "y", "unknown"), (None, None, "unknown")]
)
def test_who_speaks_is_known_of_both_or_not_at_all(one, two, says):
    assert chosen(told(speaker=one), told(speaker=two))["speakers"] == says


@pytest.mark.parametrize(("days", "says"), [(0, "0"), (1, "1"), (-3, "2–3"), (7, "4–7"), (8, "more")])
def test_days_between_are_counted_either_way(days, says):
    assert chosen(told(day=10), told(day=10 + days))["days between"] == says
    assert chosen(told(), told(day=days))["days between"] == "0"


@pytest.mark.parametrize(("place", "says"), [(1, "next"), (3, "2–3 behind"), (4, "further behind")])
def test_places_are_compared_within_one_article(place, says):
    assert chosen(told(), told(place=place))["places"] == says
    assert chosen(told(), told(place=place, article="b"))["places"] == "two articles"
