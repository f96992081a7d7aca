import getpass

import pytest

from firsthand import desk, store


@pytest.fixture
def served(monkeypatch):
    """Stands in for the server; holds what it was started with."""
    given = []
    monkeypatch.setattr(desk, "serve", lambda held, **how: given.append((held.place, how)))
    return given


@pytest.fixture
def place(tmp_path):
    path = tmp_path / "pile.db"
    store.close(store.open_store(path, create=True))
    return str(path)


def test_it_listens_on_this_machine_alone_unless_told_otherwise(run, served, place):
    got = run("desk", "--store", place)
    assert got.status == 0
    ((where, how),) = served
    assert where == place
    assert (how["host"], how["port"], how["token"], how["open_browser"]) == ("127.0.0.1", 8765, None, False)
    assert how["by"] == getpass.getuser()


def test_what_is_told_reaches_the_desk(run, served, place):
    told = ("--host", "0.0.0.0", "--port", "0", "--token", "t", "--by", "Ada", "--open")
    run("desk", "--store", place, *told)
    ((_, how),) = served
    assert (how["host"], how["port"], how["token"], how["by"], how["open_browser"]) == ("0.0.0.0", 0, "t", "Ada", True)


def test_a_store_that_is_not_there_is_told(run, served, tmp_path):
    got = run("desk", "--store", str(tmp_path / "none.db"))
    assert got.status == 2
    assert "there is no store" in got.err
    assert served == []
