import pytest

from firsthand import store
from firsthand.cli.place import FILE, VARIABLE, from_store, named, opened
from firsthand.errors import StoreUnusable


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(VARIABLE, raising=False)
    return tmp_path


def test_the_store_is_the_one_given_else_the_environment_s_else_the_folder_s(monkeypatch):
    assert named(None) == FILE
    monkeypatch.setenv(VARIABLE, "other.db")
    assert named(None) == "other.db"
    assert named("third.db") == "third.db"


def test_paths_or_a_store_but_not_both_and_not_neither(folder):
    assert not from_store(["x"], None)
    assert from_store([], "some.db")
    with pytest.raises(StoreUnusable, match="not both"):
        from_store(["x"], "some.db")
    with pytest.raises(StoreUnusable, match="give PATH"):
        from_store([], None)
    (folder / FILE).touch()
    assert from_store([], None)


def test_a_store_is_open_while_it_is_used():
    with opened(None, create=True) as held:
        assert store.size(held).articles == 0
    with pytest.raises(StoreUnusable, match="no store"), opened("other.db"):
        pass
