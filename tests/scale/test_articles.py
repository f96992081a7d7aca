import pytest

pytest.importorskip("pyarrow")
from engines.pile import ROWS, lines
from firsthand.engines.pool import pool
from firsthand.engines.spread import Engine
from firsthand.scale import articles
from firsthand.scale.articles import kept, place, read_all
from firsthand.scale.files import read_table
from firsthand.scale.shards import deal
from firsthand.settings import Settings
from firsthand.stages.read import read
from firsthand.store.work import restored
from firsthand.tasks import Lost

SETTINGS = Settings()
BAD = '{"text": "cut off'
FRENCH = {"text": "La digue a cédé dans la nuit, a dit la mairesse aux journalistes venus la voir. " * 4}


def table(out, path, rows, engine):
    shards = deal([str(path)], rows, engine)
    assert list(read_all(str(out), shards, SETTINGS, engine)) == shards
    return [row for shard in shards for row in read_table(place(str(out), shard)).to_pylist()]


@pytest.fixture(scope="module")
def alone():
    with pool(1) as engine:
        yield engine


@pytest.fixture(scope="module")
def made(tmp_path_factory, alone):
    folder = tmp_path_factory.mktemp("pile")
    path = lines(folder / "in.jsonl", [*ROWS[:2], BAD, {"title": "nothing"}, FRENCH])
    return path, table(folder / "out", path, 2, alone)


def test_there_is_a_row_for_every_row_of_the_input(made):
    _, rows = made
    assert [row["number"] for row in rows] == [0, 1, 2, 3, 4]
    assert [row["error"] for row in rows] == [
        None, None, "line 3 is not valid JSON", "line 4 has no text", "language fr is not supported yet",
    ]  # fmt: skip
    assert [row["failed"] for row in rows] == [None, None, True, True, False]


def test_articles_are_those_that_are_read_from_the_file(made):
    path, rows = made
    given, _ = read([path], SETTINGS)
    assert [row["id"] for row in rows if row["digest"]] == [each.id for each in given]
    assert [row["text"] for row in rows if row["digest"]] == [each.text for each in given]
    assert {row["path"] for row in rows} == {str(path)}


def test_what_was_found_comes_back(made):
    _, rows = made
    found = restored(rows[0]["found"], rows[0]["text"])
    assert kept(found) == {name: rows[0][name] for name in ("found", "member", "prints")}
    assert found.article.id == rows[0]["id"]
    assert found.article.text == rows[0]["text"]
    assert found.attributions
    assert rows[4]["found"] is None


def test_an_article_that_a_stage_did_not_foresee_costs_no_other(tmp_path, alone, monkeypatch):
    def fails(*_):
        raise ZeroDivisionError("odd")

    monkeypatch.setattr(articles, "fingerprints", lambda _: [])
    monkeypatch.setattr("firsthand.pipeline.attribute", fails)
    rows = table(tmp_path / "out", lines(tmp_path / "in.jsonl", ROWS[:2]), 5, alone)
    assert [row["error"] for row in rows] == ["could not be analysed (ZeroDivisionError: odd)"] * 2
    assert all(row["failed"] and row["text"] for row in rows)


def test_what_is_done_is_not_done_again(made, alone):
    path, _ = made
    shards = deal([str(path)], 2, alone)
    assert list(read_all(str(path.parent / "out"), shards, SETTINGS, alone)) == []


def killer(work, tasks):
    """An engine whose workers die of whole shards, and of the second row."""
    for task in tasks:
        whole = not hasattr(task, "fields")
        yield Lost("killed") if whole or task.number == 2 else work(task)


def test_a_shard_that_kills_is_done_article_by_article(tmp_path, alone):
    path = lines(tmp_path / "in.jsonl", ROWS[:3])
    shards = deal([str(path)], 3, alone)
    list(read_all(str(tmp_path / "out"), shards, SETTINGS, Engine(killer, alone.exchange, 1)))
    rows = read_table(place(str(tmp_path / "out"), shards[0])).to_pylist()
    assert [row["error"] for row in rows] == [None, "line 2 could not be analysed (killed)", None]
    assert [row["number"] for row in rows] == [0, 1, 2]
