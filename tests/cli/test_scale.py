import sys

import pytest

pytest.importorskip("pyarrow")
from engines.pile import lines
from firsthand.cli.scale import engine_at, teller


def test_what_cannot_be_read_is_counted_and_shows_in_the_status(run, tmp_path):
    pile = lines(tmp_path / "in.jsonl", ["{broken", '{"title": "no text"}'])
    got = run("scale", pile, tmp_path / "out", "--workers", 1)
    assert got.out == "2 rows, 0 articles analysed, 0 stories in 0 dossiers, 2 errors.\n"
    assert got.status == 2
    assert "firsthand: reading closely: 2 of 2 articles" in got.err


@pytest.mark.parametrize("other", [("--kinds", "speech"), ("--quick",)])
def test_a_folder_of_another_run_is_one_line(run, tmp_path, other):
    pile = lines(tmp_path / "in.jsonl", ["{broken"])
    run("scale", pile, tmp_path / "out", "--workers", 1)
    got = run("scale", pile, tmp_path / "out", "--workers", 1, *other)
    assert got.status == 2
    assert got.err.startswith(f"firsthand: {tmp_path}/out was made from other settings; ")


def test_nothing_there_is_one_line(run, tmp_path):
    got = run("scale", tmp_path / "nowhere", tmp_path / "out")
    assert (got.status, got.out) == (2, "")
    assert got.err == f"firsthand: {tmp_path}/nowhere holds no JSON-lines or Parquet file\n"


def test_a_full_disk_is_one_line(run, tmp_path, monkeypatch):
    def full(*_):
        raise OSError("no space left on device")

    monkeypatch.setattr("firsthand.scale.articles.write_table", full)
    got = run("scale", lines(tmp_path / "in.jsonl", ["{broken"]), tmp_path / "out", "--workers", 1)
    assert got.status == 2
    assert got.err.splitlines()[-1].startswith("firsthand: no space left on device; once that is mended")


def test_without_the_extra_one_line_tells_what_to_install(run, tmp_path, monkeypatch):
    for name in [name for name in sys.modules if name.startswith("firsthand.scale")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    got = run("scale", tmp_path, tmp_path / "out")
    assert got.status == 2
    assert "pip install 'firsthand[scale]'" in got.err


def test_without_an_address_processes_of_this_machine_do_it(monkeypatch):
    monkeypatch.setattr("firsthand.cli.scale.processors", lambda: 3)
    for workers, expected in ((None, 3), (2, 2)):
        with engine_at(None, workers) as engine:
            assert engine.workers == expected


def test_a_line_now_and_then_tells_how_far_it_is_and_how_fast(capsys):
    now = [0.0]
    tell = teller(clock=lambda: now[0], every=10)
    for second, done in ((0, 100), (5, 150), (10, 200), (12, 220), (20, 300), (21, 400)):
        now[0] = second
        tell("reading closely", done, 400)
    assert capsys.readouterr().err.splitlines() == [
        "firsthand: reading closely: 100 of 400 articles",
        "firsthand: reading closely: 200 of 400 articles, 10.0 a second, 0 min left",
        "firsthand: reading closely: 300 of 400 articles, 10.0 a second, 0 min left",
        "firsthand: reading closely: 400 of 400 articles, 14.3 a second, 0 min left",
    ]
