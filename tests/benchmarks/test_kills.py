from collections import Counter

import pytest

from firsthand.store import close, open_store, stories, whole
from firsthand.store.kept import pack
from firsthand.store.place import write
from firsthand.store.tables import article
from kills import Child, changed, faults, kill_many, said
from store.conftest import found, place  # noqa: F401 - fixtures
from store.like import bare
from store.sample import CHANGED, PILE


@pytest.fixture
def pile(found):  # noqa: F811
    """What was found in the small pile, and in a later version of one article."""
    return [*(found[each.id] for each in PILE.values() if each.id in found), found[CHANGED.id]]


def test_what_was_added_outlives_every_kill(place, pile, tmp_path):  # noqa: F811
    """Without statements, so that a child is quick; the benchmark kills such as have them."""
    kills = 5 if "://" in place else 15
    counts, wrong = kill_many(place, [bare(each.article) for each in pile], kills, 1, tmp_path)
    assert wrong == []
    assert counts["kills"] == kills
    assert counts["while adding"] > 0


def test_two_processes_add_what_one_adds(place, pile, tmp_path):  # noqa: F811
    path = tmp_path / "pile"
    path.write_bytes(pack(pile))
    for child in [Child(place, path), Child(place, path)]:
        child.finish()
    store = open_store(place)
    assert list(faults(store, pile, {str(n) for n in range(len(pile))})) == []
    together, listed = said(whole(store)), Counter(row.articles for row in stories(store).rows)
    close(store)
    alone = open_store(str(tmp_path / "alone.db"), create=True)
    close(alone)
    Child(str(tmp_path / "alone.db"), path).finish()
    alone = open_store(str(tmp_path / "alone.db"))
    assert said(whole(alone)) == together
    assert Counter(row.articles for row in stories(alone).rows) == listed
    close(alone)


def test_a_fault_is_seen(place, pile, tmp_path):  # noqa: F811
    (tmp_path / "pile").write_bytes(pack(pile[:2]))
    Child(place, tmp_path / "pile").finish()
    store = open_store(place)
    assert list(faults(store, pile, {"0", "1", "done"})) == []
    assert list(faults(store, pile, {"2"})) == ["lost: article 2"]
    with write(store) as connection:
        connection.execute(article.update().where(article.c.id == pile[0].article.id).values(text="half", member=b""))
    assert f"half an article: {pile[0].article.id}" in list(faults(store, pile, set()))
    close(store)


def test_a_changed_article_is_another_under_the_same_address(pile):
    new = changed(pile[0])
    assert new.article.url == pile[0].article.url
    assert new.article.id != pile[0].article.id
    assert len(new.article.text) == len(pile[0].article.text)
