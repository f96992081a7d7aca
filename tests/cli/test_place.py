import pytest

from firsthand.cli.place import from_store, named, opened
from firsthand.errors import StoreUnusable


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FIRSTHAND_STORE", raising=False)


def test_the_store_that_is_meant(monkeypatch):
    assert named(None) == "firsthand.db"
    monkeypatch.setenv("FIRSTHAND_STORE", "other.db")
    assert (named(None), named("given.db")) == ("other.db", "given.db")


def test_paths_or_a_store(tmp_path, monkeypatch):
    assert not from_store(["pile"], None)
    assert from_store([], "flood.db")
    with pytest.raises(StoreUnusable, match="not both"):
        from_store(["pile"], "flood.db")
    with pytest.raises(StoreUnusable, match=r"there is no firsthand\.db in this folder"):
        from_store([], None)
    (tmp_path / "firsthand.db").touch()
    assert from_store([], None)
    monkeypatch.setenv("FIRSTHAND_STORE", "other.db")
    assert not from_store(["pile"], None), "paths go before the environment"


def test_a_store_is_closed_behind_the_block(tmp_path):
    with pytest.raises(ValueError, match="no"), opened("flood.db", create=True) as held:
        raise ValueError("no")
    assert held.engine.pool.checkedout() == 0
