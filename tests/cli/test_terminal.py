"""Nothing that stands in an article, a file's name or a correction acts on the terminal."""

import json
import re
from dataclasses import replace

import pytest

from firsthand import pipeline
from firsthand import store as stored
from firsthand.corrections import Correction
from firsthand.errors import NothingReadable
from firsthand.records import Unprocessed
from hostile import TERMINAL, grouped
from show.poison import poisoned
from show.sample import SAMPLE

ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
ALL = " ".join(TERMINAL)
TEXT = (
    "“The bridge {0} will stay closed for six weeks,” Mayor Ada {0} Brandvold told Nordwire on Monday.\n\n"
    "Harbour master Olav Ness {0} denied that the ferry {0} would run at night, Brandvold said on Tuesday."
)
FROM_PATHS = (
    ("brief",),
    ("brief", "--format", "html"),
    ("brief", "--format", "markdown"),
    ("brief", "--format", "json"),
    ("brief", "--format", "jsonld"),
    ("brief", "--format", "csv"),
    ("actors",),
    ("actors", "--why"),
    ("actors", "--format", "json"),
    ("statements",),
)
FROM_STORE = (
    ("brief",),
    ("actors", "--why"),
    ("statements",),
    ("stories",),
    ("stories", "--format", "json"),
    ("search",),
    ("search", "bridge"),
    ("search", "bridge", "--format", "json"),
    ("search", "bridge", "--what", "articles"),
    ("origin", "The bridge will stay closed for six weeks"),
    ("origin", "Nothing of the kind was ever told by a whale"),
    ("corrections",),
    ("corrections", "--format", "json"),
    ("corrections", "--export", "-"),
    ("corrections", "--training", "-"),
    ("update", "--offline"),
)


@pytest.fixture(scope="module")
def pile(tmp_path_factory):
    """A folder of articles whose names mean harm as much as their words do."""
    folder = tmp_path_factory.mktemp("pile")
    for number, payload in enumerate(grouped(TERMINAL, 80)):
        row = {
            "title": f"Bridge at Tolvik {payload} shut",
            "outlet": f"Tolvik {payload} Lamp",
            "author": f"Ada {payload}",
            "url": f"https://lamp{number}.example/{payload}",
            "date": "2031-03-03",
            "text": TEXT.format(payload),
        }
        name = payload.replace("/", "_").replace("\0", "_")
        (folder / f"{number} {name}.json").write_text(json.dumps(row))
        (folder / f"broken {number} {name}.json").write_text("{")
    return folder


@pytest.fixture(scope="module")
def place(pile, tmp_path_factory):
    """A store of these articles, with decisions that mean harm."""
    place = tmp_path_factory.mktemp("store") / "pile.db"
    held = stored.open_store(str(place), create=True)
    articles, _ = pipeline.read([pile], pipeline.Settings(), None)
    for _ in stored.add(held, [*articles, Unprocessed(path=ALL, why=ALL, remedy=ALL)]):
        pass
    stored.update(held)
    told = ALL.replace("\0", "")  # which no decision may hold
    when = "2031-03-04T05:06:07+00:00"
    names = Correction(id="1", kind="same actor", names=(f"Ada {told}", "Olav Ness"), note=told, by=told, made=when)
    stored.take_in(held, [names, replace(names, id="2", undone=when, undone_by=told)])
    stored.close(held)
    return place


@pytest.mark.parametrize("command", FROM_PATHS, ids=" ".join)
def test_a_brief_of_paths(run, monkeypatch, command):
    monkeypatch.setattr(pipeline, "brief", lambda *_, **__: poisoned(SAMPLE, ALL))
    ran = run(*command, "pile")
    assert "31mred" in ran.out
    assert ACTS.findall(ran.out + ran.err) == []


@pytest.mark.parametrize("command", FROM_STORE, ids=" ".join)
def test_a_store(run, place, command):
    ran = run(*command, "--store", place)
    assert ran.out or ran.err
    assert ACTS.findall(ran.out + ran.err) == []


@pytest.mark.parametrize("form", ["table", "json"])
def test_what_is_read_and_what_is_not(run, pile, form):
    ran = run("read", pile, "--format", form)
    assert "31mred" in ran.out
    assert "broken 0" in ran.err
    assert ACTS.findall(ran.out + ran.err) == []


def test_dates(run, pile, tmp_path):
    assert ACTS.findall(run("dates", pile).out) == []
    assert run("dates", pile, "--format", "timeml", "-o", tmp_path).status == 1
    written = [path.read_text("utf-8") for path in tmp_path.iterdir()]
    assert len(written) == len(grouped(TERMINAL, 80))
    assert ACTS.findall("".join(written)) == []


@pytest.mark.parametrize("payload", [p for p in TERMINAL if "\0" not in p])
def test_words_of_the_command_line(run, tmp_path, monkeypatch, payload):
    """They may be names of files that a shell put in the place of a pattern."""
    monkeypatch.chdir(tmp_path)
    for words in (
        ("brief", payload),
        ("brief", f"--{payload}"),
        (f"x{payload}",),
        ("brief", "a.txt", "--names", f"x{payload}"),
        ("brief", "a.txt", "--kinds", payload),
        ("brief", "a.txt", "-o", f"missing{payload}/x.html"),
        ("search", "--since", f"x{payload}", "--store", "x.db"),
        ("stories", "--store", f"x{payload}.db"),
        ("corrections", "--import", f"x{payload}", "--store", "x.db"),
    ):
        ran = run(*words)
        assert ran.err
        assert ACTS.findall(ran.out + ran.err) == []


def test_a_run_that_reads_nothing(run, monkeypatch):
    def brief(*_, **__):
        raise NothingReadable(ALL, (Unprocessed(path=ALL, why=ALL, remedy=ALL),))

    monkeypatch.setattr(pipeline, "brief", brief)
    assert ACTS.findall(run("brief", "pile").err) == []
