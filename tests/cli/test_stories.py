import json

from firsthand.store import add, close, open_store, update
from store.sample import PILE


def test_stories_as_a_table_and_as_data(run, tmp_path):
    store = open_store(tmp_path / "flood.db", create=True)
    list(add(store, [PILE["denial"]]))
    update(store)
    close(store)
    got = run("stories", "--store", tmp_path / "flood.db")
    assert got.status == 0
    assert "Nordwasser: Hollin Dam has no crack" in got.out
    row = json.loads(run("stories", "--store", tmp_path / "flood.db", "--format", "json").out)
    assert (row["anchor"], row["articles"], row["first"]) == (PILE["denial"].id, 1, "2025-03-04")
    assert run("stories", "--since", "2026", "--store", tmp_path / "flood.db", "--format", "json").out == ""
