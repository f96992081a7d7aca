from collections import Counter

import pytest

from firsthand.store import actor_of, actors, arrivals, article_of, review, stories, visit, visited, waiting, whole
from firsthand.store.lists import Page
from store.sample import PILE

LEAK, THEFT = PILE["leak"], PILE["theft"]


def anchors(page):
    return [row.anchor for row in page.rows]


def test_stories_with_the_newest_articles_first(full):
    found = stories(full)
    assert anchors(found) == [LEAK.id, THEFT.id]
    assert found.total == 2
    assert found.rows[0].added == article_of(full, PILE["later"].id).added


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        ({"text": "violin"}, [THEFT]),
        ({"text": "Hollin -violin"}, [LEAK]),
        ({"text": "-violin"}, []),
        ({"text": "'\"\x00\ud800("}, []),
        ({"outlet": "ternby post"}, [LEAK]),
        ({"outlet": "' OR 1=1"}, []),
        ({"since": "2025-03-06"}, [LEAK]),
        ({"since": "2025-03-08"}, []),
        ({"until": "2025-03-02"}, []),
        ({"until": "2025-03-03"}, [LEAK, THEFT]),
        ({"since": "2025", "until": "2025"}, [LEAK, THEFT]),
        ({"text": "crack", "outlet": "Grauvik News"}, []),
    ],
)
def test_filters_of_stories(full, filters, wanted):
    assert stories(full, **filters) == Page(stories(full, **filters).rows, len(wanted))
    assert anchors(stories(full, **filters)) == [each.id for each in wanted]


def test_pages_of_stories(full):
    assert [anchors(stories(full, offset=n, limit=1)) for n in range(3)] == [[LEAK.id], [THEFT.id], []]
    assert {stories(full, offset=n, limit=1).total for n in range(3)} == {2}


def test_actors_are_those_of_the_brief_and_count_what_they_say(full):
    made, found = whole(full), actors(full, limit=100)
    assert {row.id for row in found.rows} == {a.id for a in made.actors}
    said = Counter(who for s in made.statements for who in {s.source, *s.chain})
    assert all(row.statements == said[row.id] for row in found.rows)
    assert [row.statements for row in found.rows] == sorted((row.statements for row in found.rows), reverse=True)


def test_actors_by_name_and_kind(full):
    assert [row.name for row in actors(full, text="calloway").rows] == ["Ines Calloway"]
    assert {row.kind for row in actors(full, kind="person").rows} == {"person"}
    assert actors(full, text="%").rows == actors(full, text="\x00\ud800").rows == ()
    whole_list = actors(full, limit=100)
    pages = [actors(full, offset=n, limit=2) for n in range(0, whole_list.total, 2)]
    assert tuple(row for page in pages for row in page.rows) == whole_list.rows


def test_an_actor_with_its_stories(full):
    [row] = actors(full, text="Ines Calloway").rows
    who, told = actor_of(full, row.id)
    assert who == row
    assert [each.anchor for each in told] == [THEFT.id]
    assert actor_of(full, "nobody") is None


def test_what_is_doubtful_comes_first(full):
    found = review(full, limit=1000)
    assert [row.doubt for row in found.rows] == sorted((row.doubt for row in found.rows), reverse=True)
    for kind in {row.kind for row in found.rows}:
        assert review(full, kind=kind, limit=1000).rows == tuple(row for row in found.rows if row.kind == kind)
    assert {row.article for row in found.rows} <= {each.id for each in PILE.values()}


def test_waiting(store, put):
    put(LEAK, THEFT)
    assert waiting(store) == 0
    put(PILE["denial"], work=False)
    assert waiting(store) == 1


def test_the_last_visit_counts(store):
    assert visited(store, "ada", LEAK.id) is None
    visit(store, "ada", LEAK.id)
    first = visited(store, "ada", LEAK.id)
    visit(store, "ada", LEAK.id)
    again = visited(store, "ada", LEAK.id)
    assert again.at >= first.at > "2025"
    assert visited(store, "odd", LEAK.id) is None


def test_arrivals(full):
    assert arrivals(full, [LEAK.id, "nothing"]) == {LEAK.id: article_of(full, LEAK.id).added}
    assert arrivals(full, []) == {}
