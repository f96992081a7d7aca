import os
import sqlite3
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import create_engine, event, make_url, select, text
from sqlalchemy.exc import OperationalError

from firsthand.errors import StoreUnusable
from firsthand.store import close, open_store, size, whole
from firsthand.store import place as places
from firsthand.store.add import keep
from firsthand.store.place import FILE, read, told, write
from firsthand.store.tables import article as articles
from firsthand.store.tables import visit
from store.like import bare
from store.places import SERVER, fresh_place
from store.sample import PILE, THEFT

NOBODY = 65534


def unusable(place, *, create=False):
    with pytest.raises(StoreUnusable) as raised:
        close(open_store(place, create=create))
    message = str(raised.value)
    assert "\n" not in message
    assert "Error" not in message
    return message


def test_a_store_that_is_made_is_opened_again(place):
    close(open_store(place, create=True))
    again = open_store(place)
    assert size(again) == (0, 0, 0)
    close(again)


def test_no_store_is_made_unasked(place, tmp_path):
    assert f"firsthand init --store {tmp_path / FILE}" in unusable(place) or "firsthand init" in unusable(place)
    assert not (tmp_path / FILE).exists()


def test_no_folder(tmp_path):
    assert "there is no folder" in unusable(tmp_path / "no" / "x.db", create=True)
    assert not (tmp_path / "no").exists()


def test_a_folder(tmp_path):
    assert f"name a file, such as {tmp_path / FILE}" in unusable(tmp_path, create=True)


@pytest.mark.parametrize("content", [b"not a database " * 1000, b"SQLite format 3\x00" + b"x" * 5000])
@pytest.mark.parametrize("create", [True, False])
def test_not_a_database(tmp_path, content, create):
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    unusable(path, create=create)
    assert path.read_bytes() == content


@pytest.mark.parametrize("create", [True, False])
def test_a_database_of_something_else_is_left_as_it_is(tmp_path, create):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE cakes (name TEXT)")
    other.close()
    before = path.read_bytes()
    assert "a database of something else" in unusable(path, create=create)
    assert path.read_bytes() == before


def test_a_file_that_is_cut_off(tmp_path):
    path = tmp_path / "cut.db"
    store = open_store(path, create=True)
    keep(store, PILE["leak"], bare(PILE["leak"]))
    close(store)
    path.write_bytes(path.read_bytes()[:9000])
    assert "damaged" in unusable(path)


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("http://news.example/feed", "http is no kind of store"),
        ("mysql://localhost/x", "mysql is no kind of store"),
        ("postgresql://me@localhost:port/x", "no address of a store"),
        ("://", "no address of a store"),
        ("postgresql://me:secret@127.0.0.1:9/x", "no PostgreSQL answers there"),
    ],
)
def test_addresses_that_are_none(address, part):
    message = unusable(address, create=True)
    assert part in message
    assert "secret" not in message


@pytest.mark.skipif(not SERVER, reason="FIRSTHAND_TEST_POSTGRES names no server")
def test_a_database_that_is_not_there():
    url = make_url(SERVER).set(drivername="postgresql", database="no_such_database")
    assert "createdb" in unusable(url.render_as_string(hide_password=False), create=True)


def test_the_place_is_shown_without_a_password(tmp_path):
    with fresh_place("postgresql", tmp_path) as address:
        url = make_url(address)
        store = open_store(url.set(password="secret").render_as_string(hide_password=False), create=True)
        assert "secret" not in store.place
        assert store.place.startswith("postgresql://")
        close(store)


def test_a_writer_keeps_all_or_nothing(store):
    def note(connection, who):
        connection.execute(visit.insert().values(who=who, anchor="a", at="2025"))

    def stops():
        with write(store) as connection:
            note(connection, "one")
            raise RuntimeError("the machine stops here")

    with pytest.raises(RuntimeError):
        stops()
    with write(store) as connection:
        note(connection, "two")
    with read(store) as connection:
        assert connection.scalars(select(visit.c.who)).all() == ["two"]


def test_a_reader_sees_one_moment_and_stops_no_writer(store):
    with read(store) as before:
        assert before.execute(select(articles)).all() == []
        keep(store, PILE["leak"], bare(PILE["leak"]))
        assert before.execute(select(articles)).all() == []
    with read(store) as after:
        assert len(after.execute(select(articles)).all()) == 1


def test_a_second_writer_waits_its_patience(place, monkeypatch):
    monkeypatch.setattr(places, "PATIENCE", 1)
    one, two = open_store(place, create=True), open_store(place)
    with write(one), pytest.raises(StoreUnusable, match="another process is writing; try again"), write(two):
        pass
    with write(two):
        pass
    close(one)
    close(two)


def test_a_fault_of_ours_is_no_fault_of_the_store(store):
    with pytest.raises(Exception, match="no_such_table") as raised, read(store) as connection:
        connection.execute(text("SELECT * FROM no_such_table"))
    if store.engine.dialect.name == "postgresql":
        assert not isinstance(raised.value, StoreUnusable)


def test_what_a_full_disk_is_like(store):
    """A limit on the pages of the file, as a disk that is full."""
    if store.engine.dialect.name != "sqlite":
        pytest.skip("a limit of SQLite's")
    assert keep(store, PILE["leak"], bare(PILE["leak"])) == "added"
    event.listen(store.engine, "begin", lambda c: c.exec_driver_sql("PRAGMA max_page_count = 1"))
    large = replace(PILE["theft"], text=THEFT * 300)
    with pytest.raises(StoreUnusable, match="the disk is full; what was stored before is safe"):
        keep(store, large, bare(large))
    assert keep(store, PILE["leak"], bare(PILE["leak"])) == "known"


@pytest.fixture
def mine():
    """A folder of somebody who is not root: root may everything."""
    with TemporaryDirectory() as folder:
        own = Path(folder) / "own"
        own.mkdir()
        Path(folder).chmod(0o755)
        if root := os.geteuid() == 0:
            os.chown(own, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        yield own
        own.chmod(0o755)
        if root:
            os.seteuid(0)


@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o755), (0o644, 0o555), (0o444, 0o555)])
def test_a_store_that_may_not_be_written(mine, file, folder):
    store = open_store(mine / FILE, create=True)
    keep(store, PILE["leak"], bare(PILE["leak"]))
    close(store)
    (mine / FILE).chmod(file)
    mine.chmod(folder)
    with pytest.raises(StoreUnusable, match=r"check .* permissions"):
        keep(open_store(mine / FILE), PILE["theft"], bare(PILE["theft"]))
    mine.chmod(0o755)
    (mine / FILE).chmod(0o644)
    store = open_store(mine / FILE)
    assert size(store).articles == 1
    close(store)


def test_a_store_that_may_not_be_read(mine):
    close(open_store(mine / FILE, create=True))
    (mine / FILE).chmod(0)
    assert "check the path and its permissions" in unusable(mine / FILE)


def test_a_folder_in_which_no_store_may_be_made(mine):
    mine.chmod(0o555)
    assert "cannot be opened; check the path and its permissions" in unusable(mine / FILE, create=True)


@pytest.mark.parametrize(
    ("why", "part"),
    [
        ("database is locked", "another process is writing"),
        ("could not extend file: No space left on device", "make room"),
        ("attempt to write a readonly database", "permissions"),
        ("cannot execute INSERT in a read-only transaction", "permissions"),
        ("permission denied for schema public\nLINE 1", "what its user may do"),
        ("server closed the connection unexpectedly\n\tThis", "run it again"),
        ("terminating connection due to administrator command", "run it again"),
        ("disk I/O error", "check the disk"),
        ("something never seen", "something never seen"),
    ],
)
def test_errors_in_one_line_with_the_remedy(why, part):
    with pytest.raises(StoreUnusable) as raised, told("here"):
        raise OperationalError("SELECT", {}, Exception(why))
    assert part in str(raised.value)
    assert str(raised.value).startswith("here: ")
    assert "\n" not in str(raised.value)


def test_a_server_that_ends_the_connection_is_told(tmp_path):
    with fresh_place("postgresql", tmp_path) as address:
        store = open_store(address, create=True)
        engine = create_engine(make_url(address).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")

        def ended():
            with write(store) as connection:
                own = connection.scalar(text("SELECT pg_backend_pid()"))
                with engine.connect() as other:
                    other.execute(text(f"SELECT pg_terminate_backend({own})"))
                connection.execute(visit.insert().values(who="a", anchor="a", at="2025"))

        with pytest.raises(StoreUnusable, match="run it again"):
            ended()
        assert whole(store).articles == (), "the next use has a connection of its own"
        close(store)
        engine.dispose()
