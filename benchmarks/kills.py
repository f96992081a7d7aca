"""Is anything lost when a process that fills a store is killed? Kills many at random moments, and looks.

    python benchmarks/kills.py [--kills 100] [--store PLACE] [--seed 1] [--log FILE [--now 100]]

A child adds a small pile (two packs, one article changed later) to an empty store, works it out and takes in a
decision, with the code that `firsthand add` and the desk run; only what the articles say was found out before, and it
is forked from a process that has loaded all models, so that it takes a third of a second of CPU and is at work from the
start. It is killed (SIGKILL) up to twelve times: most often at a random moment after the beginning of a random
transaction, else at any moment; the last child is let finish. After every kill the store must open, be whole (SQLite's
integrity_check, and the index of words like the texts), hold no half article and nothing twice, and hold every article
and decision that a child had told of as kept; in the end it must say what a store says whose child was never disturbed.
PLACE is an SQLite file (a temporary one by default) or a postgresql:// address; what it holds is dropped again and
again.

With --log, what came of each store is kept in a file, and a repeat goes on where the last ended, for at most --now more
kills.
"""

import argparse
import json
import mmap
import random
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sqlalchemy import Connection as Database
from sqlalchemy import Engine, create_engine, event, func, select, text
from sqlalchemy.exc import DatabaseError

from firsthand.corrections import Correction, anchor
from firsthand.errors import FirsthandError
from firsthand.ids import article_id
from firsthand.pipeline import Found, find_in
from firsthand.records import Article, Brief
from firsthand.settings import Settings
from firsthand.stages.copy import fingerprints
from firsthand.stages.read import read
from firsthand.store import Store, add, close, decide, open_store, update, whole
from firsthand.store import add as adding
from firsthand.store.add import sampled
from firsthand.store.kept import unpack
from firsthand.store.place import read as reading
from firsthand.store.place import write as writing
from firsthand.store.tables import DERIVED, METADATA, article, correction, dossier, mark, statement
from firsthand.store.words import CONFIGURATION
from firsthand.store.work import restored

PACKS = Path(__file__).parent / "packs"
OF_EACH = 5  # articles of a pack
AT_MOST = 12  # kills before a child is let finish
AIMED = 0.8  # of the kills come after the beginning of a transaction,
SOON = 0.02  # so many seconds at most
PATIENCE = 600  # seconds in which a child must finish
DECIDED = "decided"
PROCESSES = get_context("fork")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of some kills: how many of what happened, what the killed were doing, and what was wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    doing: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def put(self, other: "Outcome") -> None:
        """Take in what came of others."""
        self.counts.update(other.counts)
        self.doing.update(other.doing)
        self.wrong.extend(other.wrong)


def prepared() -> list[Found]:
    """The pile: what the article stages find in some articles, and in a later version of one."""
    packs = sorted(PACKS.glob("*/articles.jsonl"))[:2]
    some = [one for pack_ in packs for one in read([pack_], Settings())[0][:OF_EACH]]
    found = [find_in(one, Settings()) for one in some]
    return [*found, changed(found[0])]


def changed(found: Found) -> Found:
    """The same article with another first letter, under the same address."""
    url = found.article.url or "https://changed.example/"
    new = "X" + found.article.text[1:]
    return replace(found, article=replace(found.article, text=new, url=url, id=article_id(new, url)))


def decision(pile: Sequence[Found]) -> Correction:
    """A decision that moves an article, so that stories and dossiers are made anew."""
    two = [anchor(each.article) for each in (pile[1], pile[-2])]
    made = "2031-03-03T00:00:00.000Z"
    return Correction(id=DECIDED, kind="same story", at=tuple(two), first=1, by="kills", made=made)


def fill(place: str, pile: Sequence[Found], told: Connection | None = None, doing: mmap.mmap | None = None) -> None:
    """What a child does: add the pile, work it out, decide. `told` hears of each transaction when it begins, and the
    number of each article that is in the store; `doing` always holds what is being done."""
    tell = (lambda text: None) if told is None else lambda text: told.send_bytes(text.encode())
    if doing is not None:
        watch(tell, doing)
    store = open_store(place, create=True)
    known = {each.article.id: each for each in pile}

    def find(articles: Sequence[Article], *_: object) -> Iterator[Found]:
        return iter([known[each.id] for each in articles])

    with patch.object(sys.modules[adding.__module__], "find", find):
        for number, _ in enumerate(add(store, [each.article for each in pile])):
            tell(str(number))
    update(store)
    decide(store, decision(pile))
    tell(DECIDED)
    close(store)


def watch(tell: Any, doing: mmap.mmap) -> None:
    """Tell of each transaction that writes when it begins, and note all along which one is under way."""

    def note(what: str) -> None:
        doing[:] = what.encode()[: len(doing)].ljust(len(doing))

    def begun(connection: Database) -> None:
        writes = connection.get_execution_options().get("firsthand_writes")
        note(f"{purpose()}" if writes else "reading")
        if writes:
            tell("begins")

    def commits(connection: Database) -> None:
        if connection.get_execution_options().get("firsthand_writes"):
            note(f"{doing[:].decode().rstrip()}, its commit")

    event.listen(Engine, "begin", begun, insert=True)
    event.listen(Engine, "commit", commits)
    event.listen(Engine, "checkin", lambda *_: note("nothing of the store"))
    note("nothing of the store")


def purpose() -> str:
    """The function of the store that is writing."""
    frame = sys._getframe(1)
    while frame.f_back and (
        "/firsthand/store/" not in frame.f_code.co_filename or frame.f_code.co_name in ("read", "write", "_begun")
    ):
        frame = frame.f_back
    return frame.f_code.co_name


class Child:
    """A process that fills a store; `heard` is what it told, `doing` what it was doing when it was killed."""

    def __init__(self, place: str, pile: Sequence[Found]) -> None:
        self._hears, tells = PROCESSES.Pipe(duplex=False)
        self._doing = mmap.mmap(-1, 64)  # outlives the child
        self._process = PROCESSES.Process(target=fill, args=(place, pile, tells, self._doing))
        with warnings.catch_warnings():  # of threads that a fork leaves behind: onnxruntime's and BLAS's wait for work
            warnings.simplefilter("ignore", DeprecationWarning)
            self._process.start()
        tells.close()
        self.heard: list[str] = []

    @property
    def doing(self) -> str:
        return self._doing[:].decode().rstrip("\0 ") or "starting"

    @property
    def kept(self) -> set[str]:
        """What it told of as kept."""
        return {each for each in self.heard if each != "begins"}

    def kill(self, after: float, begun: int = 0) -> bool:
        """Kill it some seconds after so many transactions have begun; False when it was done before."""
        while self.heard.count("begins") < begun and self._next():
            pass
        self._process.join(after)
        alive = self._process.is_alive()
        self._process.kill()
        self._listen()
        return alive

    def finish(self) -> None:
        """Wait until it is done. Raises RuntimeError when it fails or takes too long."""
        while self._next():
            pass
        self._process.join(PATIENCE)
        status = self._process.exitcode
        self._process.kill()
        self._listen()
        if status != 0 or self.heard[-1:] != [DECIDED]:
            raise RuntimeError(f"a child ended with {status}, and told {self.heard[-1:]}")

    def _next(self) -> bool:
        """Hear one thing more; False where there is none."""
        try:
            if self._hears.poll(PATIENCE):
                self.heard.append(self._hears.recv_bytes().decode())
                return True
        except EOFError:
            pass
        return False

    def _listen(self) -> None:
        self._process.join()
        while self._next():
            pass
        self._hears.close()


def faults(store: Store, pile: Sequence[Found], told: set[str]) -> Iterator[str]:
    """What is wrong with a store after a kill, when `told` are the numbers of the articles told as added, and the
    decision."""
    given = {one.article.id: one for one in pile}
    if store.engine.dialect.name == "sqlite":
        yield from damage(store)
    with reading(store) as connection:
        rows = connection.execute(select(article)).all()
        held = {row.id: row for row in rows}
        marks = dict(connection.execute(select(mark.c.article, func.count()).group_by(mark.c.article)).all())
        for key, row in held.items():
            if restored(row.found, row.text) != given[key] or row.member is None:
                yield f"half an article: {key}"
            if marks.get(row.num, 0) != marks_of(given[key].article):
                yield f"an article without its marks: {key}"
        yield from (f"lost: article {n}" for n in sorted(told - {DECIDED}) if pile[int(n)].article.id not in held)
        decisions = connection.scalar(select(func.count()).select_from(correction))
        if decisions != int(DECIDED in told) and (DECIDED in told or decisions != 1):
            yield f"{decisions} decisions are kept"
        yield from twice(connection)
        done = select(dossier.c.id, dossier.c.brief).where(dossier.c.turn == dossier.c.done)
        for number, brief in connection.execute(done):
            listed = connection.scalar(select(func.count()).where(statement.c.dossier == number))
            if listed != len(unpack(brief, Brief).statements):
                yield f"dossier {number} lists other statements than its brief"
    made = whole(store)
    if not {s.article for s in made.statements} <= {a.id for a in made.articles}:
        yield "a statement of an article that is not there"


@cache
def marks_of(made: Article) -> int:
    """How many marks a store keeps of an article."""
    return len(sampled(fingerprints(made)))


def damage(store: Store) -> Iterator[str]:
    """Whether an SQLite file is damaged, or its index of words is not like the texts."""
    with writing(store) as connection:
        if connection.scalar(text("PRAGMA integrity_check")) != "ok":
            yield "the file is damaged"
        for name in ("article_words", "statement_words"):
            try:
                connection.exec_driver_sql(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
            except DatabaseError:
                yield f"the index {name} is not like the texts"


def twice(connection: Database) -> Iterator[str]:
    """What is kept twice."""
    same = (article.c.digest, article.c.url), (statement.c.id, statement.c.dossier)
    for columns in same:
        for row in connection.execute(select(*columns).group_by(*columns).having(func.count() > 1)):
            yield f"twice: {row}"
    for table in DERIVED:
        bare = select(func.count()).where(table.c.dossier.not_in(select(dossier.c.id)))
        if connection.scalar(bare):
            yield f"{table.name} of a dossier that is not there"


def said(made: Brief) -> dict[str, list[str]]:
    """What a brief says, in an order that does not depend on when what was added."""
    fields = ("articles", "statements", "claims", "relations", "copies", "timeline")
    told = {field: sorted(map(repr, getattr(made, field))) for field in fields}
    return told | {"stories": sorted(str((s.id, sorted(s.articles), sorted(s.claims))) for s in made.stories)}


@contextmanager
def opened(place: str) -> Iterator[Store]:
    """The store while the block runs."""
    store = open_store(place, create=True)
    try:
        yield store
    finally:
        close(store)


def drop(place: str) -> None:
    """Make the place empty."""
    if "://" not in place:
        for end in ("", "-wal", "-shm"):
            Path(place + end).unlink(missing_ok=True)
        return
    engine = create_engine(place.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        METADATA.drop_all(connection)
        connection.execute(text(f"DROP TEXT SEARCH CONFIGURATION IF EXISTS {CONFIGURATION}"))
        connection.execute(text(f"DROP TEXT SEARCH DICTIONARY IF EXISTS {CONFIGURATION}"))
    engine.dispose()


def kill_many(
    place: str, pile: Sequence[Found], kills: int, seed: int, log: Path | None = None, now: int = 0
) -> Outcome:
    """Kill children until it were so many, those of the `log` among them, `now` more at most; what came of it."""
    drop(place)
    fill(place, pile)  # loads what children need, so that they are at work as soon as they are there
    with opened(place) as store:
        wanted = said(whole(store))
    drop(place)
    probe, began = Child(place, pile), time.perf_counter()
    probe.finish()
    lasts, begins = time.perf_counter() - began, probe.heard.count("begins")
    total, rounds = so_far(log)
    until = min(kills, total.counts["kills"] + now) if now else kills
    while total.counts["kills"] < until:
        began, chance = time.perf_counter(), random.Random(f"{seed}/{rounds}")
        drop(place)
        one = Outcome()
        told: set[str] = set()
        for _ in range(min(chance.randint(1, AT_MOST), until - total.counts["kills"])):
            child = Child(place, pile)
            if chance.random() < AIMED:
                killed = child.kill(chance.uniform(0, SOON), chance.randint(1, max(1, begins - len(told))))
            else:
                killed = child.kill(chance.uniform(0, lasts))
            told |= child.kept
            one.counts["kills"] += killed
            one.doing[child.doing] += killed
            one.wrong.extend(looked_at(place, pile, told))
        last = Child(place, pile)
        last.finish()
        one.counts["stores"] += 1
        one.wrong.extend(looked_at(place, pile, told | last.kept, wanted))
        one.counts["seconds"] += round(time.perf_counter() - began)
        total.put(one)
        rounds += 1
        if log is not None:
            with log.open("a") as file:
                print(json.dumps([one.counts, one.doing, one.wrong]), file=file)
    drop(place)
    return total


def looked_at(
    place: str, pile: Sequence[Found], told: set[str], wanted: dict[str, list[str]] | None = None
) -> list[str]:
    """What is wrong with the store at a place; `wanted` is what it should say."""
    try:
        with opened(place) as store:
            wrong = list(faults(store, pile, told))
            if wanted is not None and said(whole(store)) != wanted:
                wrong.append("another result than undisturbed")
            return wrong
    except FirsthandError as error:
        return [f"does not open: {error}"]


def so_far(log: Path | None) -> tuple[Outcome, int]:
    """What came of the kills of a log, and how many stores they were."""
    lines = log.read_text().splitlines() if log is not None and log.exists() else []
    total = Outcome()
    for counts, doing, wrong in map(json.loads, lines):
        total.put(Outcome(Counter(counts), Counter(doing), wrong))
    return total, len(lines)


def main() -> None:
    """Print the figures; status 1 when anything was wrong."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--kills", type=int, default=100)
    ask.add_argument("--store")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--log", type=Path)
    ask.add_argument("--now", type=int, default=0)
    asked = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = asked.store or str(Path(folder) / "kills.db")
        made = kill_many(place, prepared(), asked.kills, asked.seed, asked.log, asked.now)
    print(", ".join(f"{number} {what}" for what, number in made.counts.items()), f"{len(made.wrong)} faults", sep=", ")
    kills = made.counts["kills"]
    for what, number in made.doing.most_common():
        print(f"{number:6} {number / kills:6.1%}  killed in: {what}")
    print(*made.wrong, sep="\n")
    raise SystemExit(bool(made.wrong))


if __name__ == "__main__":
    main()
