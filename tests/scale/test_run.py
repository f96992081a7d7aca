"""The whole of it: one process, processes that are killed, and a Ray that loses a node, make the same tables."""

import signal
import subprocess
import sys
import time

import pytest

pytest.importorskip("pyarrow")
from engines.pile import ROWS, lines, tables
from firsthand.engines.pool import pool
from firsthand.errors import NothingReadable, OtherRun
from firsthand.scale.run import run
from firsthand.settings import Settings

SIZE = 2  # rows of a shard


def silent(*_):
    """Progress that nobody looks at."""


@pytest.fixture(scope="module")
def pile(tmp_path_factory):
    """Six articles of one story, one of which comes twice, and a line that is broken."""
    return str(lines(tmp_path_factory.mktemp("pile") / "in.jsonl", [*ROWS[:6], ROWS[0], "{broken"]))


@pytest.fixture(scope="module")
def alone(pile, tmp_path_factory):
    """What one process makes of it."""
    out = tmp_path_factory.mktemp("alone") / "out"
    with pool(1) as engine:
        return run([pile], str(out), engine, Settings(), silent, SIZE), tables(out)


def test_everything_is_counted_and_every_table_filled(alone):
    made, held = alone
    assert (made.rows, made.analysed, made.failed) == (8, 7, 1)
    assert made.stories == len(held["stories"])
    assert made.dossiers == len(held["dossiers"])
    assert {name for name, rows in held.items() if rows} >= {"articles", "statements", "claims", "actors", "stories"}
    assert sum(len(story["articles"]) for story in held["stories"]) == 6


def test_every_statement_is_the_characters_at_its_spans(alone):
    texts = {each["id"]: each["text"] for each in alone[1]["articles"] if each["id"]}
    for said in alone[1]["statements"]:
        assert said["text"] == " ".join(texts[said["article"]][start:end] for start, end in said["spans"])


def test_processes_that_are_killed_and_taken_up_again_give_the_same(pile, alone, tmp_path):
    out = tmp_path / "out"
    command = [sys.executable, "-m", "firsthand", "scale", pile, str(out), "--workers", "2", "--rows", str(SIZE)]
    child = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    while child.poll() is None and not list(out.glob("articles/*.parquet")):
        time.sleep(0.02)
    child.send_signal(signal.SIGKILL)
    child.wait()
    done = len(list(out.glob("articles/*.parquet")))
    told = []
    with pool(2) as engine:
        made = run([pile], str(out), engine, Settings(), lambda *step: told.append(step), SIZE)
    assert (made, tables(out)) == alone
    assert told[0] == ("reading closely", SIZE * done, 8), "what was done is not done again"
    assert not list(out.rglob(".*"))


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning", "ignore::FutureWarning")
def test_a_ray_that_loses_a_node_gives_the_same(nodes, pile, alone, tmp_path):
    from firsthand.engines.ray import cluster

    second = [nodes.add_node(num_cpus=1)]

    def progress(what, done, of):
        if done and second:
            nodes.remove_node(second.pop(), allow_graceful=False)

    with cluster("auto", 2) as engine:
        made = run([pile], str(tmp_path / "out"), engine, Settings(), progress, SIZE)
    assert not second
    assert (made, tables(tmp_path / "out")) == alone


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"rows": 3}, "another --rows"),
        ({"settings": Settings(confidence=0.9)}, "other settings"),
        ({"more": True}, "other files"),
        ({"maker": "other"}, "another version"),
    ],
)
def test_a_folder_that_was_made_from_something_else_is_refused(tmp_path, monkeypatch, other, why):
    first, second = lines(tmp_path / "a.jsonl", ["{}"]), lines(tmp_path / "b.jsonl", ["{}"])
    with pool(1) as engine:
        run([str(first)], str(tmp_path / "out"), engine, Settings(), silent, 2)
        given = [str(first), str(second)] if other.get("more") else [str(first)]
        if "maker" in other:
            monkeypatch.setattr(sys.modules[run.__module__], "maker", lambda: "0.0.1")
        settings, rows = other.get("settings", Settings()), other.get("rows", 2)
        with pytest.raises(OtherRun, match=f"made from {why}; name another folder"):
            run(given, str(tmp_path / "out"), engine, settings, silent, rows)


def test_nothing_to_read_is_told(tmp_path):
    with pool(1) as engine, pytest.raises(NothingReadable, match="no rows"):
        run([str(lines(tmp_path / "a.jsonl", []))], str(tmp_path / "out"), engine, Settings(), silent)
