import pytest

from firsthand import ids

SPANS = ((3, 9), (12, 20))


@pytest.mark.parametrize(
    "make",
    [
        lambda: ids.article_id("text", "https://lamp.example/a"),
        lambda: ids.statement_id("x", SPANS, (), ()),
        lambda: ids.actor_id("person", "Ada Brandvold"),
        lambda: ids.claim_id(("s1", "s2")),
        lambda: ids.story_id(("x1", "x2")),
    ],
)
def test_the_same_content_always_gets_the_same_id(make):
    assert make() == make()


def test_what_differs_gets_another():
    made = [
        ids.article_id("text", None),
        ids.article_id("text", "https://lamp.example/a"),
        ids.statement_id("x", SPANS, (), ()),
        ids.statement_id("y", SPANS, (), ()),
        ids.statement_id("x", SPANS, ((0, 2),), ()),
        ids.statement_id("x", SPANS, (), ((0, 2),)),
        ids.actor_id("person", "Tolvik"),
        ids.actor_id("outlet", "Tolvik"),
        ids.claim_id(("s1",)),
        ids.story_id(("s1",)),
    ]
    assert len(set(made)) == len(made)


def test_order_of_members_is_no_difference():
    assert ids.claim_id(("s2", "s1")) == ids.claim_id(("s1", "s2"))
    assert ids.story_id(("x2", "x1")) == ids.story_id(("x1", "x2"))


def test_fields_do_not_run_together():
    assert ids.digest("ab", "c") != ids.digest("a", "bc")


def test_a_lone_surrogate_has_a_digest_too():
    assert ids.digest("\ud800") != ids.digest("\ud801")


def test_an_id_does_not_change_between_versions():
    assert ids.article_id("The bridge is closed.", None) == "f8c0d873008046cf"
