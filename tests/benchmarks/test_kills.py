from collections import Counter

import pytest

from firsthand.store import close, open_store, stories, whole
from firsthand.store.place import write
from firsthand.store.tables import article, correction
from kills import DECIDED, Child, changed, faults, kill_many, said
from store.conftest import found, place  # noqa: F401 - fixtures
from store.like import bare
from store.sample import CHANGED, PILE


@pytest.fixture
def pile(found):  # noqa: F811
    """What was found in the small pile, and in a later version of one article."""
    return [*(found[each.id] for each in PILE.values() if each.id in found), found[CHANGED.id]]


def test_what_was_added_outlives_every_kill(place, pile, tmp_path):  # noqa: F811
    """Without statements, so that a child is quick; the benchmark kills such as have them."""
    some = [bare(each.article) for each in pile]
    log = tmp_path / "log"
    first = kill_many(place, some, 5, 1, log, now=3)
    assert first.counts["kills"] == 3
    made = kill_many(place, some, 5, 1, log)
    assert made.wrong == []
    assert made.counts["kills"] == sum(made.doing.values()) == 5


def test_two_processes_add_what_one_adds(place, pile, tmp_path):  # noqa: F811
    for child in [Child(place, pile), Child(place, pile)]:
        child.finish()
    store = open_store(place)
    assert list(faults(store, pile, {str(n) for n in range(len(pile))} | {DECIDED})) == []
    together, listed = said(whole(store)), Counter(row.articles for row in stories(store).rows)
    close(store)
    Child(str(tmp_path / "alone.db"), pile).finish()
    alone = open_store(str(tmp_path / "alone.db"))
    assert said(whole(alone)) == together
    assert Counter(row.articles for row in stories(alone).rows) == listed
    close(alone)


def test_a_fault_is_seen(place, pile):  # noqa: F811
    Child(place, pile[:3]).finish()
    store = open_store(place)
    assert list(faults(store, pile, {"0", "1", "2", DECIDED})) == []
    assert list(faults(store, pile, {"3", DECIDED})) == ["lost: article 3"]
    with write(store) as connection:
        connection.execute(article.update().where(article.c.id == pile[0].article.id).values(text="half", member=b""))
        connection.execute(correction.delete())
    seen = list(faults(store, pile, {DECIDED}))
    assert f"half an article: {pile[0].article.id}" in seen
    assert "0 decisions are kept" in seen
    if "://" not in place:
        assert "the index article_words is not like the texts" in seen
    close(store)


def test_what_a_child_was_doing_is_known(place, pile):  # noqa: F811
    child = Child(place, pile[:3])
    assert child.kill(0.0, begun=2)
    assert child.doing.startswith(("keep", "nothing", "reading"))
    assert child.heard.count("begins") >= 2


def test_a_changed_article_is_another_under_the_same_address(pile):
    new = changed(pile[0])
    assert new.article.url == pile[0].article.url
    assert new.article.id != pile[0].article.id
    assert len(new.article.text) == len(pile[0].article.text)
