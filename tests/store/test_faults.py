"""A store when something about it goes wrong: its disk is full, it may not be written to, clocks jump, several write.

That nothing is lost when the process is killed is held by tests/benchmarks/test_kills.py.
"""

import multiprocessing
import sqlite3
import sys
import warnings
from contextlib import suppress
from dataclasses import replace
from itertools import count, cycle

import pytest
from sqlalchemy import create_engine, make_url, text

from firsthand.cli.entry import main
from firsthand.corrections import Correction, anchor
from firsthand.errors import StoreUnusable
from firsthand.store import (
    add,
    arrivals,
    article_of,
    close,
    corrections,
    decide,
    fresh,
    lists,
    open_store,
    size,
    stories,
    undo,
    update,
    visit,
    visited,
    whole,
)
from firsthand.store import decisions as deciding
from firsthand.store.add import keep
from firsthand.store.place import read
from kills import said
from store.disks import disk
from store.like import bare
from store.places import fresh_place
from store.sample import CHANGED, PILE

ENGLISH = [each for each in PILE.values() if each.language == "en"]
DECIDED = Correction(
    id="d",
    kind="same story",
    at=(anchor(PILE["leak"]), anchor(PILE["theft"])),
    first=1,
    by="ada",
    made="2031-03-03T00:00:00.000Z",
)


def run(command):
    """What the command line gives as its exit status."""
    with pytest.raises(SystemExit) as ended:
        main([str(part) for part in command])
    return ended.value.code


def fill(place, found):
    """Fill a store as a run does; yields what is kept, one after another."""
    store = open_store(place, create=True)
    try:
        for each in ENGLISH:
            keep(store, each, found[each.id])
            yield each.id
        update(store)
        decide(store, DECIDED)
        yield DECIDED.id
    finally:
        close(store)


@pytest.mark.parametrize("kilobytes", [40, 200, 300, 360, 400, 440, 480, 520, 560, 600, 700])
def test_what_was_kept_before_the_disk_was_full_is_kept(kilobytes, found, tmp_path):
    list(fill(tmp_path / "roomy.db", found))
    kept = []
    with disk(tmp_path / "disk", f"{kilobytes}k") as one:
        place = one.folder / "firsthand.db"
        with pytest.raises(StoreUnusable, match="make room"):
            kept.extend(fill(place, found))
        with suppress(StoreUnusable):  # there may be no room to make the store in
            store = open_store(place)
            held = {a.id for a in whole(store).articles} if size(store).waiting == 0 else set()
            assert held <= {a.id for a in ENGLISH}
            close(store)
        one.remount("size=20m")
        store = open_store(place, create=True)
        assert size(store).articles >= len([key for key in kept if key != DECIDED.id])
        assert all(article_of(store, key) for key in kept if key != DECIDED.id)
        assert len(corrections(store)) >= kept.count(DECIDED.id)
        close(store)
        list(fill(place, found))
        whole_, roomy = (open_store(each) for each in (place, tmp_path / "roomy.db"))
        update(whole_)
        assert said(whole(whole_)) == said(whole(roomy))
        with read(whole_) as connection:
            assert connection.scalar(text("PRAGMA integrity_check")) == "ok"
        close(whole_)
        close(roomy)


def test_a_full_disk_is_told_in_a_line(found, tmp_path, capsys):
    with disk(tmp_path / "disk", "8m") as one:
        place = one.folder / "firsthand.db"
        list(fill(place, found))
        (tmp_path / "new.txt").write_text("The mill at Askerud burned down on Monday, the mayor said. " * 40)
        one.fill()
        assert run(["add", tmp_path / "new.txt", "--store", place]) == 2
        told = capsys.readouterr().err.splitlines()
        assert len(told) == 1
        assert "the room on its disk" in told[0]
        assert run(["stories", "--store", place]) == 0, "it is read all the same"
        one.empty()
        assert run(["brief", "--store", place, "-o", one.folder / "brief.html"]) == 0
        before = (one.folder / "brief.html").read_text("utf-8")
        one.fill()
        assert run(["brief", "--store", place, "-o", one.folder / "brief.html"]) == 2
        assert run(["corrections", "--store", place, "--export", one.folder / "out.jsonld"]) == 2
        told = capsys.readouterr().err.splitlines()
        assert [line.partition("cannot be written: ")[2] for line in told] == ["No space left on device"] * 2
        assert (one.folder / "brief.html").read_text("utf-8") == before
        assert {each.name for each in one.folder.iterdir()} <= {
            "brief.html", "filler", "firsthand.db", "firsthand.db-shm", "firsthand.db-wal",
        }  # fmt: skip


READING = (
    ["stories"], ["search", "dam"], ["brief", "--format", "json"], ["statements"], ["actors"], ["corrections"],
    ["update", "--offline"], ["init"],
)  # fmt: skip


def reads_and_does_not_write(place, new, capsys):
    """Hold that commands that read work, and that those that write say in a line why they do not."""
    for command in READING:
        assert run([*command, "--store", place]) == 0, command
    capsys.readouterr()
    for command in (["add", new], ["corrections", "--undo", DECIDED.id]):
        assert run([*command, "--store", place]) == 2
        told = capsys.readouterr().err.splitlines()
        assert len(told) == 1
        assert "check its permissions" in told[0] or "check what its user may do" in told[0]


@pytest.fixture
def new(tmp_path):
    """An article that no store holds."""
    path = tmp_path / "new.txt"
    path.write_text("The mill at Askerud burned down on Monday, the mayor said.")
    return path


def test_a_disk_that_may_not_be_written(found, new, tmp_path, capsys):
    with disk(tmp_path / "disk", "8m") as one:
        place = one.folder / "firsthand.db"
        list(fill(place, found))
        one.remount("ro")
        reads_and_does_not_write(place, new, capsys)
        assert run(["init", "--store", one.folder / "other.db"]) == 2
        one.remount("rw")
        assert run(["add", new, "--store", place]) == 0


def test_a_file_at_rest_is_read_anew_each_time(found, tmp_path):
    """Who may write may come while somebody reads."""
    with disk(tmp_path / "disk", "8m") as one:
        place = one.folder / "firsthand.db"
        list(fill(place, found))
        one.remount("ro")
        reader = open_store(place)
        before = size(reader).articles
        one.remount("rw")
        writer = open_store(place)
        keep(writer, CHANGED, bare(CHANGED))
        assert size(reader).articles == before + 1
        close(writer)
        assert size(reader).articles == before + 1
        close(reader)


@pytest.mark.parametrize("how", ["a read-only database", "a user who may only look"])
def test_a_server_that_lets_nothing_be_written(how, found, new, tmp_path, capsys):
    with fresh_place("postgresql", tmp_path) as place:
        list(fill(place, found))
        url = make_url(place)
        if how == "a read-only database":
            options = f"{url.query['options']} -cdefault_transaction_read_only=on"
            looks = url.update_query_dict({"options": options})
            reads_and_does_not_write(looks.render_as_string(hide_password=False), new, capsys)
            return
        schema = str(url.query["options"]).rpartition("=")[2]
        engine = create_engine(url.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
        try:
            with engine.connect() as connection:
                connection.execute(text(f"CREATE ROLE looks_{schema} LOGIN"))
                connection.execute(text(f"GRANT USAGE ON SCHEMA {schema} TO looks_{schema}"))
                connection.execute(text(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO looks_{schema}"))
            looks = url.set(username=f"looks_{schema}")
            reads_and_does_not_write(looks.render_as_string(hide_password=False), new, capsys)
        finally:
            with engine.connect() as connection:
                connection.execute(text(f"DROP OWNED BY looks_{schema}"))
                connection.execute(text(f"DROP ROLE looks_{schema}"))
            engine.dispose()


def test_clocks_that_jump(store, found, monkeypatch):
    """What is new, which version counts and what undoes what goes by the order in which it came."""
    moments = cycle(("2026-05-05T00:00:00.000Z", "2076-05-05T00:00:00.000Z", "1970-01-01T00:00:00.000Z"))
    for module in (lists, deciding):
        monkeypatch.setattr(module, "now", lambda: next(moments))
    monkeypatch.setattr(sys.modules[keep.__module__], "now", lambda: next(moments))
    leak, *others = ENGLISH
    keep(store, leak, found[leak.id])
    update(store)
    for _ in range(4):  # whatever the clock says: an article that comes after a visit is new
        anchor_ = stories(store).rows[0].anchor
        visit(store, "ada", anchor_)
        since = visited(store, "ada", anchor_)
        assert arrivals(store, [leak.id], since) == frozenset()
        number = size(store).articles
        later = replace(leak, id=f"later{number}", url=None, text=f"{leak.text} {number}")
        keep(store, later, bare(later))
        assert arrivals(store, [leak.id, later.id], since) == {later.id}
        update(store)
        assert fresh(store, "ada", [row.id for row in stories(store).rows]) == {anchor_}
    keep(store, CHANGED, found[CHANGED.id])
    update(store)
    old = next(each for each in ENGLISH if each.url == CHANGED.url)
    if article_of(store, old.id) is not None:
        assert article_of(store, old.id).newer == CHANGED.id
    for number in count(1):
        decide(store, replace(DECIDED, id=str(number)))
        assert corrections(store)[0].id == str(number), "the last is the newest"
        if number == 4:
            break
    assert undo(store, "4", "ada")
    assert [each.id for each in corrections(store, undone=False)] == ["3", "2", "1"]
    assert others


def adds(place, some):
    store = open_store(place, create=True)
    for each in some:
        keep(store, each, bare(each))
    update(store)
    close(store)


def decides(place):
    store = open_store(place, create=True)
    for number in range(4):
        decide(store, replace(DECIDED, id=str(number)))
        undo(store, str(number), "ada")
    close(store)


def updates(place):
    store = open_store(place, create=True)
    for _ in range(6):
        update(store)
    close(store)


def test_several_write_at_once(place):
    """Two that add, one that decides and undoes, one that works out; all of them make the store if it is not there."""
    many = [
        replace(each, id=f"{n:02}{each.id[2:]}", url=f"{each.url}/{n}", text=f"{each.text} {n}")
        for n in range(6)
        for each in ENGLISH
    ]
    processes = multiprocessing.get_context("fork")
    jobs = [(adds, (place, many[::2])), (adds, (place, many[1::2])), (decides, (place,)), (updates, (place,))]
    children = [processes.Process(target=target, args=given) for target, given in jobs]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        for child in children:
            child.start()
    for child in children:
        child.join(120)
    assert [child.exitcode for child in children] == [0] * len(children)
    store = open_store(place)
    update(store)
    assert {each.id for each in whole(store).articles} == {each.id for each in many}
    assert len(corrections(store)) == 4
    close(store)


def test_a_store_whose_last_changes_wait_beside_it_is_not_read_without_them(tmp_path):
    """A file that was copied from under a writer, to where nothing may be written."""
    with disk(tmp_path / "disk", "8m") as one:
        store = open_store(tmp_path / "firsthand.db", create=True)
        with sqlite3.connect(tmp_path / "firsthand.db") as holds:
            holds.execute("SELECT 1 FROM article").fetchall()
            keep(store, CHANGED, bare(CHANGED))
            for end in ("", "-wal"):
                (one.folder / f"firsthand.db{end}").write_bytes((tmp_path / f"firsthand.db{end}").read_bytes())
        holds.close()
        close(store)
        one.remount("ro")
        with pytest.raises(StoreUnusable):
            open_store(one.folder / "firsthand.db")
        one.remount("rw")
        again = open_store(one.folder / "firsthand.db")
        assert size(again).articles == 1
        close(again)


def test_the_same_again_on_a_store_that_may_not_be_written(found, tmp_path):
    """What is there already costs a look, and no write."""
    with disk(tmp_path / "disk", "8m") as one:
        list(fill(one.folder / "firsthand.db", found))
        one.remount("ro")
        store = open_store(one.folder / "firsthand.db")
        assert [each.outcome for each in add(store, ENGLISH)] == ["known"] * len(ENGLISH)
        close(store)
