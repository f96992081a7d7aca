import pytest

pytest.importorskip("pyarrow")
from engines.pile import tables
from firsthand.engines.pool import pool
from firsthand.engines.spread import Engine
from firsthand.ids import story_id
from firsthand.pipeline import conclude
from firsthand.records import Story as Told
from firsthand.scale import dossiers
from firsthand.scale.dossiers import work_out
from firsthand.scale.files import write_table
from firsthand.scale.stories import Story
from firsthand.scale.tables import OF_A_DOSSIER, articles, row, schema_of, table
from firsthand.settings import Settings
from firsthand.store.add import without_text
from firsthand.store.kept import pack
from firsthand.tasks import Lost
from store.like import bare
from store.sample import PILE

ENGLISH = [each for each in PILE.values() if each.language == "en"]
FOUND = [bare(each) for each in ENGLISH]
STORIES = [
    Story(0, "One", [1, 0], 0, 0),
    Story(1, "Two", [2], 1, 0),
    Story(2, "Three", [3, 4], 0, 0),
    Story(3, "", [5], 2, 1),
]


@pytest.fixture
def alone():
    with pool(1) as engine:
        yield engine


@pytest.fixture
def shards(tmp_path):
    """Two shards with what was found in the articles, the later ones first."""
    rows = [{"number": n, **row(one.article), "found": pack(without_text(one))} for n, one in enumerate(FOUND)]
    places = [f"{tmp_path}/articles/{n}.parquet" for n in (0, 1)]
    for place, held in zip(places, (rows[3:], rows[:3]), strict=True):
        write_table(place, table(held, articles()))
    return places


def worked(out, shards, engine):
    return [each.number for each in work_out(str(out), shards, STORIES, Settings(), engine)]


def test_each_dossier_is_concluded_from_what_was_found_in_its_articles(tmp_path, shards, alone):
    assert worked(tmp_path, shards, alone) == [0, 1]
    made = tables(tmp_path)
    told = []
    for title, held in (("One", [1, 0]), ("Three", [3, 4])):
        ids = tuple(FOUND[n].article.id for n in held)
        told.append(Told(id=story_id(ids), title=title, articles=ids, claims=()))
    brief = conclude([FOUND[n] for n in (0, 1, 3, 4)], (), (), stories=told)
    for name, record in OF_A_DOSSIER.items():
        expected = table(({"dossier": 0, **row(each)} for each in getattr(brief, name)), schema_of(record)).to_pylist()
        assert [each for each in made[name] if each["dossier"] == 0] == expected
    assert [each["title"] for each in made["stories"]] == ["One", "Three", "Two", ""]
    assert [(each["dossier"], each["title"], each["stories"], each["articles"]) for each in made["dossiers"]] == [
        (0, "One", 2, 4), (1, "Two", 1, 1), (2, "", 1, 1),
    ]  # fmt: skip


def test_what_is_done_is_not_done_again_and_what_is_missing_is(tmp_path, shards, alone):
    worked(tmp_path, shards, alone)
    before = tables(tmp_path)
    assert worked(tmp_path, shards, alone) == []
    (tmp_path / "dossiers" / "000001.parquet").unlink()
    (tmp_path / "work" / "found" / "000001.parquet").unlink()
    assert worked(tmp_path, shards, alone) == [1]
    assert tables(tmp_path) == before


def test_a_dossier_that_no_stage_foresaw_costs_no_other(tmp_path, shards, alone, monkeypatch):
    def odd(found, *more, **named):
        if len(found) == 4:
            raise ZeroDivisionError("odd")
        return conclude(found, *more, **named)

    monkeypatch.setattr(dossiers, "conclude", odd)
    worked(tmp_path, shards, alone)
    made = tables(tmp_path)
    assert [each["error"] for each in made["dossiers"]] == [
        "could not be worked out (ZeroDivisionError: odd)", None, None,
    ]  # fmt: skip
    assert {each["dossier"] for each in made["stories"]} == {1, 2}


def killer(work, tasks):
    """An engine whose workers die of the first bucket, and of the first dossier in it."""
    for task in tasks:
        yield Lost("killed") if task.number == 0 and task.stories[0].dossier == 0 else work(task)


def test_a_bucket_that_kills_is_done_dossier_by_dossier(tmp_path, shards, alone):
    worked(tmp_path, shards, Engine(killer, alone.exchange, 1))
    made = tables(tmp_path)["dossiers"]
    assert [(each["dossier"], each["articles"], each["error"]) for each in made] == [
        (0, 4, "could not be worked out (killed)"), (1, 1, None), (2, 1, None),
    ]  # fmt: skip
