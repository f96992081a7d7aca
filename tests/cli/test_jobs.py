import json
import os
from pathlib import Path

import pytest

from engines import work
from firsthand import pipeline
from firsthand.cli.jobs import FEW, processors, spread_over
from show.sample import SAMPLE

PILE = Path(__file__).parents[2] / "examples" / "pile" / "violin"


def test_the_brief_is_the_same_whoever_reads_the_articles(run):
    """Byte for byte: two processes have other seeds for their hashes than one."""
    alone, shared = (run("brief", PILE, "--format", "json", "--jobs", jobs) for jobs in (1, 2))
    assert shared.out == alone.out
    assert len(json.loads(alone.out)["statements"]) > 9
    assert (shared.status, shared.err) == (alone.status, alone.err)


def test_few_articles_start_no_process_unless_it_is_asked_for(monkeypatch):
    monkeypatch.setattr("firsthand.cli.jobs.processors", lambda: 2)
    with spread_over(None) as spread:
        assert {*spread(work.who, range(FEW))} == {os.getpid()}
        assert os.getpid() not in {*spread(work.who, range(FEW + 1))}
        assert os.getpid() not in {*spread(work.who, [1])}  # they are there now
    with spread_over(2) as spread:
        assert os.getpid() not in {*spread(work.who, [1])}
    with spread_over(1) as spread:
        assert {*spread(work.who, range(FEW + 1))} == {os.getpid()}


@pytest.mark.parametrize("command", [("brief", "pile"), ("statements", "pile"), ("origin", "the bridge", "pile")])
def test_quick_reaches_the_pipeline(run, monkeypatch, command):
    asked = []

    def brief(_paths, settings, *_):
        asked.append(settings.quick)
        return SAMPLE

    monkeypatch.setattr(pipeline, "brief", brief)
    run(*command)
    run(*command, "--quick")
    assert asked == [False, True]


def test_there_is_a_processor():
    assert processors() >= 1


@pytest.mark.parametrize("wrong", ["0", "-1", "many"])
def test_a_number_of_processes_is_one_or_more(run, wrong):
    assert run("brief", PILE, "--jobs", wrong).status == 2
