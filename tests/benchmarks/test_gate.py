import math

import pytest

import gate

PERFECT = {"verbatim %": 100.0, "stance %": 90.0, "articles missing": 0, "origins over-counted %": 2.0}


def test_a_figure_at_its_bound_passes():
    assert gate.misses(PERFECT, PERFECT) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("verbatim %", 99.9), ("stance %", 89.9), ("stance %", math.nan), ("articles missing", 1)],
)
def test_a_worse_figure_is_named(name, value):
    assert gate.misses(PERFECT | {name: value}, PERFECT) == [name]


def test_the_digest_is_that_of_the_packs_that_ship():
    packs, digest = gate.corpus()
    assert len(packs) >= 4
    assert f'corpus = "{digest}"' in gate.FLOORS.read_text(encoding="utf-8")


def run(monkeypatch, tmp_path, reached, *arguments):
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.toml")
    monkeypatch.setattr(gate, "measured", lambda packs: reached)
    monkeypatch.setattr("sys.argv", ["gate.py", *arguments])
    return gate.main()


def test_floors_that_were_just_written_hold_and_a_drop_fails(monkeypatch, tmp_path, capsys):
    assert run(monkeypatch, tmp_path, PERFECT, "--write") == 0
    assert run(monkeypatch, tmp_path, PERFECT) == 0
    assert run(monkeypatch, tmp_path, PERFECT | {"stance %": 80.0}) == 1
    assert "WORSE" in capsys.readouterr().out


def test_floors_set_on_other_packs_are_refused(monkeypatch, tmp_path, capsys):
    run(monkeypatch, tmp_path, PERFECT, "--write")
    monkeypatch.setattr(gate, "corpus", lambda: ([], "another"))
    assert run(monkeypatch, tmp_path, PERFECT) == 1
    assert "packs are not those" in capsys.readouterr().err
