import pytest
from sqlalchemy import select

from firsthand.store import stories
from firsthand.store.place import read, write
from firsthand.store.tables import article as articles
from firsthand.store.tables import statement
from firsthand.store.words import fts5_query, matching, tidy, web_query
from store.sample import PILE


@pytest.mark.parametrize(
    ("query", "fts5", "web"),
    [
        ("dam leak", '"dam" AND "leak"', '"dam" "leak"'),
        ('"dam leak"', '"dam leak"', '"dam leak"'),
        ('"dam leak', '"dam leak"', '"dam leak"'),
        ("dam -leak -water", '"dam" NOT ("leak" OR "water")', '"dam" -"leak" -"water"'),
        ("dam-leak", '"dam" AND "leak"', '"dam" "leak"'),
        ("-dam-leak wall", '"wall" NOT ("dam leak")', '"wall" -"dam leak"'),
        ("leak*", '"leak"*', '"leak"'),
        ("AND OR NOT", '"AND" AND "OR" AND "NOT"', '"AND" "OR" "NOT"'),
        ("x" * 2_000, f'"{"x" * 2_000}"', f'"{"x" * 500}"'),
        ("dam dam -leak -leak", '"dam" NOT ("leak")', '"dam" -"leak"'),
        ("-dam", None, None),
        ('"" -- ()', None, None),
        ("", None, None),
    ],
)
def test_a_query_as_each_database_reads_it(query, fts5, web):
    assert (fts5_query(query), web_query(query)) == (fts5, web)


def test_the_index_follows_the_statements(store, put):
    put(*PILE.values())

    def held(word):
        with read(store) as connection:
            found = matching(connection, statement, word)
            asked = select(statement.c.num).select_from(found.joined).where(found.condition)
            if found.joined is not statement:
                asked = select(statement.c.num).select_from(statement.join(found.joined, found.condition))
            return connection.scalars(asked).all()

    assert len(held("violin")) == 3
    with write(store) as connection:
        connection.execute(statement.delete().where(statement.c.text.contains("violin")))
    assert held("violin") == []
    assert held("crack") != []


def test_a_query_without_words_matches_nothing(store):
    with read(store) as connection:
        assert matching(connection, articles, "-dam ()") is None


def test_tidying_changes_nothing_that_is_read(store, put):
    put(PILE["leak"])
    before = stories(store)
    with write(store) as connection:
        tidy(connection)
    assert stories(store) == before
