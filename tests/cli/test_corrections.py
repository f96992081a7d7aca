import json

import pytest

from firsthand import store
from firsthand.corrections import Correction, to_annotations


@pytest.fixture
def place(tmp_path):
    path = tmp_path / "pile.db"
    store.close(store.open_store(path, create=True))
    return str(path)


def same(key: str, *names: str) -> Correction:
    return Correction(id=key, kind="same actor", names=names, by="Ada", made="2026-11-28T10:00:00Z")


def test_corrections_are_taken_in_listed_exported_and_undone(run, place, tmp_path):
    given, back = tmp_path / "in.jsonld", tmp_path / "out.jsonld"
    given.write_text(to_annotations([same("abc1", "Ada Brandvold", "the mayor")]), encoding="utf-8")
    assert run("corrections", "--store", place, "--import", given).out == "1 corrections taken in\n"
    listed = run("corrections", "--store", place)
    assert listed.status == 0
    assert "Ada Brandvold, the mayor" in listed.out
    assert run("corrections", "--store", place, "--export", back).status == 0
    assert json.loads(back.read_text("utf-8")) == json.loads(given.read_text("utf-8"))
    assert run("corrections", "--store", place, "--undo", "abc", "--by", "Bo").out == "abc1 is undone\n"
    (row,) = map(json.loads, run("corrections", "--store", place, "--format", "json").out.splitlines())
    assert row["undone_by"] == "Bo"


def test_what_cannot_be_taken_in_or_undone_is_one_line(run, place, tmp_path):
    bad = tmp_path / "bad.jsonld"
    bad.write_text("{", encoding="utf-8")
    for words in (("--import", bad), ("--import", tmp_path / "none"), ("--undo", "abc")):
        got = run("corrections", "--store", place, *words)
        assert got.status == 2
        assert got.err.count("\n") == 1
