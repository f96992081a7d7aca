import json

import pytest

from firsthand.store import add, close, open_store, update
from store.sample import PILE


@pytest.fixture
def place(tmp_path):
    path = tmp_path / "flood.db"
    store = open_store(path, create=True)
    list(add(store, [PILE["denial"]]))
    update(store)
    close(store)
    return path


def test_what_is_found_with_who_said_it(run, place):
    got = run("search", "wet joint", "--store", place)
    assert got.status == 0
    assert "Ulf Brandvold, asserts" in got.out
    row = json.loads(run("search", "wet joint", "--store", place, "--format", "json").out)
    assert (row["speaker"], row["outlet"], row["marked"]) == ("Ulf Brandvold", "Daily Weir", None)


def test_nothing_found_is_status_1(run, place):
    got = run("search", "violin", "--store", place)
    assert (got.status, got.out, got.err) == (1, "", "firsthand: nothing found\n")


def test_more_than_is_shown(run, place):
    assert "1 of " in run("search", "Hollin", "--store", place, "--limit", "1").err


@pytest.mark.parametrize("day", ["yesterday", "2025-3-4", "2025-03-04'", "1/2/2025"])
def test_a_day_is_an_iso_date(run, place, day):
    got = run("search", "--since", day, "--store", place)
    assert got.status == 2
    assert "is no date" in got.err
