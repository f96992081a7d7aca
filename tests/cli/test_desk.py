import getpass

import pytest

from firsthand import desk, store
from firsthand.settings import Names


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


def test_what_is_told_reaches_the_desk(run, served, place, tmp_path):
    names = tmp_path / "names.yaml"
    names.write_text("same: [[Ada Brandvold, the mayor]]", encoding="utf-8")
    told = ("--host", "0.0.0.0", "--port", "0", "--token", "t", "--by", "Ada", "--open", "--names", str(names))
    run("desk", "--store", place, *told)
    ((_, how),) = served
    assert (how["host"], how["port"], how["token"], how["by"], how["open_browser"]) == ("0.0.0.0", 0, "t", "Ada", True)
    assert how["settings"].names == Names(same=(("Ada Brandvold", "the mayor"),))


def test_a_store_that_is_not_there_is_told(run, served, tmp_path):
    got = run("desk", "--store", str(tmp_path / "none.db"))
    assert got.status == 2
    assert "there is no store" in got.err
    assert served == []
