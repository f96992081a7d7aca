import sys

import pytest

pytest.importorskip("pyarrow")
from hypothesis import given
from hypothesis import strategies as st

from firsthand.corrections import text_hash
from firsthand.dossiers import MOST, joins
from firsthand.engines.pool import pool
from firsthand.scale.files import write_table
from firsthand.scale.stories import duplicates, gathered, stories
from firsthand.scale.tables import articles, row, table
from firsthand.stages.copy import fingerprints
from firsthand.stages.group import group, member_of
from firsthand.store.add import sampled
from firsthand.store.kept import pack
from store.sample import PILE, article
from store.test_grouping import FIRST, OTHER

ENGLISH = [each for each in PILE.values() if each.language == "en"]


def shards(folder, given, size=2):
    """Articles as the article stages leave them, without what was found in them."""
    rows = [
        {
            "number": n,
            **row(each),
            "digest": text_hash(each.text),
            "member": pack(member_of(each)),
            "prints": sampled(fingerprints(each)),
        }
        for n, each in enumerate(given)
    ]
    places = []
    for n in range(0, len(rows), size):
        places.append(f"{folder}/articles/{n}.parquet")
        write_table(places[-1], table(rows[n : n + size], articles()))
    return places


@pytest.fixture(scope="module")
def engine():
    with pool(1) as made:
        yield made


def told(out, given, engine):
    return stories(str(out), shards(out, given), len(given), engine)


def test_stories_are_those_that_one_pass_over_the_articles_gives(tmp_path, engine):
    made = told(tmp_path, ENGLISH, engine)
    assert [tuple(ENGLISH[n].id for n in each.articles) for each in made] == [each.articles for each in group(ENGLISH)]
    assert [each.title for each in made] == [each.title for each in group(ENGLISH)]
    assert [each.story for each in made] == list(range(len(made)))


def test_an_article_that_comes_twice_is_in_a_story_once(tmp_path, engine):
    made = told(tmp_path, [*ENGLISH, ENGLISH[0]], engine)
    assert sorted(n for each in made for n in each.articles) == list(range(len(ENGLISH)))


def test_they_are_made_once(tmp_path, engine):
    first = told(tmp_path, ENGLISH, engine)
    assert stories(str(tmp_path), [], 0, engine) == first


@pytest.fixture(scope="module")
def passage():
    """Two articles of other matters that share a passage, and one that has nothing to do with them."""
    return [
        article(FIRST, "2025-01-03", "Skarn", "Dead trout"),
        article(OTHER, "2025-09-09", "Prizes", "Oratory"),
        article("Nothing to see here but geese, said the mayor of Orm.", "2025-09-09", "Orm", "Geese"),
    ]


def test_stories_that_share_a_passage_are_in_one_dossier(tmp_path, engine, passage):
    made = told(tmp_path, passage, engine)
    assert [(each.articles, each.dossier) for each in made] == [([0], 0), ([1], 0), ([2], 1)]


@pytest.mark.parametrize("buckets", [1, 7])
def test_fingerprints_are_brought_together_however_they_are_cut(tmp_path, engine, passage, monkeypatch, buckets):
    monkeypatch.setattr(sys.modules[stories.__module__], "PRINTED", 3 // buckets + 1)
    assert told(tmp_path, passage, engine)[1].dossier == 0


@pytest.mark.parametrize(
    ("rows", "again"),
    [
        ([("x", "u"), ("x", "u")], {1}),
        ([("x", "u"), ("x", "v")], set()),
        ([("x", "u"), ("x", None)], {1}),
        ([("x", None), ("x", "u")], {0}),
        ([("x", None), ("x", "u"), ("x", "v")], {0}),
        ([("x", "u"), ("y", "u")], set()),
        ([(None, None), (None, None)], set()),
    ],
)
def test_which_article_counts_of_those_with_one_text(rows, again):
    given = [{"number": n, "digest": text, "url": url} for n, (text, url) in enumerate(rows)]
    assert duplicates(given) == again


SMALL = st.integers(0, 11)


@given(st.lists(st.tuples(SMALL, SMALL), max_size=30), st.lists(st.integers(1, 40), min_size=12, max_size=12))
def test_dossiers_are_those_that_joining_pair_by_pair_gives(pairs, sizes):
    pairs = [(one, two) for one, two in pairs if one != two]
    made = gathered(pairs, sizes)
    homes = {n: n for n in range(12)}
    for kept, gone in joins(pairs, dict(homes), dict(enumerate(sizes))):
        homes = {n: kept if home == gone else home for n, home in homes.items()}
    together = {(one, two) for one in homes for two in homes if homes[one] == homes[two]}
    assert {(one, two) for one in range(12) for two in range(12) if made[one] == made[two]} == together
    for number in set(made):
        held = [size for at, size in enumerate(sizes) if made[at] == number]
        assert sum(held) <= MOST or len(held) == 1


def test_no_story_is_no_dossier():
    assert gathered([], []) == []


def test_a_shard_without_fingerprints_is_no_obstacle(tmp_path, engine):
    place = f"{tmp_path}/articles/0.parquet"
    write_table(place, table([{"number": 0, "error": "x"}], articles()))
    assert stories(str(tmp_path), [place], 1, engine) == []
