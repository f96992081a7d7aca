import pytest
from sqlalchemy import inspect, select, text

from firsthand.errors import StoreUnusable
from firsthand.store import close, migrations, open_store, whole
from firsthand.store.migrations import STEPS, number_of
from firsthand.store.place import read, write
from firsthand.store.tables import METADATA, actor_totals, version, visit
from store.sample import PILE


def test_a_new_store_has_all_tables_and_the_newest_version(store):
    with read(store) as connection:
        assert set(METADATA.tables) <= set(inspect(connection).get_table_names())
        assert connection.scalars(select(version.c.number)).all() == [len(STEPS)]


def second(connection):
    connection.execute(text("CREATE TABLE extra (n INTEGER)"))


def third(connection):
    connection.execute(text("INSERT INTO extra VALUES (3)"))


def test_an_older_store_is_brought_up_to_date_and_keeps_what_it_holds(store, put, place, monkeypatch):
    put(PILE["leak"])
    before = whole(store)
    monkeypatch.setattr(migrations, "STEPS", (*STEPS, second, third))
    for _ in range(2):
        newer = open_store(place)
        with read(newer) as connection:
            assert number_of(connection) == len(STEPS) + 2
            assert connection.scalars(text("SELECT n FROM extra")).all() == [3]
        assert whole(newer) == before
        close(newer)


def test_a_step_that_fails_leaves_the_store_as_it_was(store, put, place, monkeypatch):
    put(PILE["leak"])
    before = whole(store)

    def fails(connection):
        second(connection)
        raise RuntimeError("the machine stops here")

    with monkeypatch.context() as patched:
        patched.setattr(migrations, "STEPS", (*STEPS, fails))
        with pytest.raises(RuntimeError):
            open_store(place)
    assert whole(store) == before
    with read(store) as connection:
        assert number_of(connection) == len(STEPS)
        assert "extra" not in inspect(connection).get_table_names()


@pytest.mark.parametrize("create", [True, False])
def test_a_store_of_a_newer_version_is_refused_as_it_is(store, place, create):
    with write(store) as connection:
        connection.execute(version.update().values(number=len(STEPS) + 1))
    with pytest.raises(StoreUnusable, match=r"made by a newer Firsthand .* upgrade Firsthand"):
        open_store(place, create=create)
    with read(store) as connection:
        assert number_of(connection) == len(STEPS) + 1


def test_a_store_of_version_1_gets_the_index_of_actors(store, put, place):
    put(PILE["leak"])
    before = whole(store)
    with write(store) as connection:
        actor_totals.drop(connection)
        connection.execute(version.update().values(number=1))
    newer = open_store(place)
    with read(newer) as connection:
        assert number_of(connection) == len(STEPS)
        assert actor_totals.name in {index["name"] for index in inspect(connection).get_indexes("actor")}
    assert whole(newer) == before
    close(newer)


def test_a_store_of_version_2_knows_what_was_there_at_a_visit(store, put, place):
    put(PILE["leak"])
    with write(store) as connection:
        connection.execute(visit.insert().values(who="ada", anchor="a", at="2999", upto=None))
        connection.execute(visit.insert().values(who="odd", anchor="a", at="1999", upto=None))
        connection.execute(text("ALTER TABLE visit DROP COLUMN upto"))
        connection.execute(text("DROP INDEX article_newer"))
        connection.execute(version.update().values(number=2))
    newer = open_store(place)
    with read(newer) as connection:
        assert dict(connection.execute(select(visit.c.who, visit.c.upto)).all()) == {"ada": 1, "odd": None}
        assert "article_newer" in {index["name"] for index in inspect(connection).get_indexes("article")}
    close(newer)
