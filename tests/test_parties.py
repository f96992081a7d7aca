from firsthand.parties import parties, publishers
from firsthand.records import Actor, Article, Outlet, Period


def actor(name, member_of=None, aliases=()):
    return Actor(id=name, name=name, kind="organisation", aliases=aliases, member_of=member_of)


def test_an_outlet_is_behind_its_people_only():
    paper = Actor(id="Vik Bell", name="Vik Bell", kind="outlet", aliases=(), member_of=None)
    editor = Actor(id="Moe", name="Moe", kind="person", aliases=(), member_of="Vik Bell")
    found = parties([paper, editor, actor("council", "Vik Bell")])
    assert found == {"Vik Bell": "Vik Bell", "Moe": "Vik Bell", "council": "council"}


def article(name, outlet):
    return Article(
        id=name, path=None, url=None, outlet=outlet and Outlet(name=outlet), title=None, authors=(), language="en",
        published=Period(start=None, end=None, basis="unknown"), text="", parts=(),
    )  # fmt: skip


def test_a_spokesman_stands_for_the_top_of_his_house():
    found = parties([actor("Lund", "press office"), actor("press office", "ministry"), actor("ministry"), actor("Moe")])
    assert found == {"Lund": "ministry", "press office": "ministry", "ministry": "ministry", "Moe": "Moe"}


def test_a_circle_of_memberships_and_a_missing_parent_end():
    found = parties([actor("a", "b"), actor("b", "a"), actor("c", "nobody known")])
    assert found["c"] == "c"
    assert set(found) == {"a", "b", "c"}


def test_an_outlet_is_known_by_any_of_its_names():
    actors = [actor("x", aliases=("The Fjord Post",)), actor("y", aliases=("Fjord News",))]
    found = publishers([article("1", "fjord post"), article("2", "Other"), article("3", None)], actors)
    assert found == {"1": frozenset({"x"}), "2": frozenset()}
