"""Is anything lost when a process that fills a store is killed? Kills many at random moments, and looks.

    python benchmarks/kills.py [--kills 100] [--store PLACE] [--seed 1]

A child adds a small pile (two packs, one article changed later) to an empty store and works it out, as `firsthand add`
does; what its articles say was found out before, so that a child takes about a second. It is killed (SIGKILL) at a
random moment, up to four times; the last child is let finish. After every kill the store must open, be whole, hold no
half article, and hold every article that a child had told of as added; in the end it must say what a store says whose
child was never disturbed. PLACE is an SQLite file (a temporary one by default) or a postgresql:// address; what it
holds is dropped again and again.
"""

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from sqlalchemy import create_engine, func, select, text

from firsthand.ids import article_id
from firsthand.pipeline import Found, find_in
from firsthand.records import Brief
from firsthand.settings import Settings
from firsthand.stages.copy import fingerprints
from firsthand.stages.read import read
from firsthand.store import Store, close, open_store, update, whole
from firsthand.store.add import keep, sampled
from firsthand.store.kept import pack, unpack
from firsthand.store.place import read as reading
from firsthand.store.tables import METADATA, article, dossier, mark, statement
from firsthand.store.words import CONFIGURATION
from firsthand.store.work import restored

PACKS = Path(__file__).parent / "packs"
OF_EACH = 5  # articles of a pack
AT_MOST = 4  # kills before a child is let finish
ADDING = 0.6  # of the kills come while a child adds,
SOON = 0.02  # so many seconds at most after an article
PATIENCE = 600  # seconds in which a child must finish
PROCESSES = get_context("forkserver")  # a child starts from a process that has done nothing but import
PROCESSES.set_forkserver_preload(["firsthand.store", "firsthand.pipeline"])


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


def fill(place: str, pile: Path, told: Connection | None) -> None:
    """What a child does: add the pile and work it out; `told` hears the number of each article that is in the store."""
    store = open_store(place, create=True)
    for number, found in enumerate(unpack(pile.read_bytes(), list[Found])):
        keep(store, found.article, found)
        if told is not None:
            told.send_bytes(str(number).encode())
    update(store)
    if told is not None:
        told.send_bytes(b"done")
    close(store)


class Child:
    """A process that fills a store; `heard` is what it told."""

    def __init__(self, place: str, pile: Path) -> None:
        self._hears, tells = PROCESSES.Pipe(duplex=False)
        self._process = PROCESSES.Process(target=fill, args=(place, pile, tells))
        self._process.start()
        tells.close()
        self.heard: list[str] = []

    def kill(self, after: float, told: int = 0) -> bool:
        """Kill it some seconds after it told so many things; False when it was done before."""
        while len(self.heard) < told and self._hears.poll(PATIENCE):
            self.heard.append(self._hears.recv_bytes().decode())
        self._process.join(after)
        alive = self._process.is_alive()
        self._process.kill()
        self._listen()
        return alive

    def finish(self) -> None:
        """Wait until it is done. Raises RuntimeError when it fails or takes too long."""
        self._process.join(PATIENCE)
        status = self._process.exitcode
        self._process.kill()
        self._listen()
        if status != 0 or self.heard[-1:] != ["done"]:
            raise RuntimeError(f"a child ended with {status}, and told {self.heard[-1:]}")

    def _listen(self) -> None:
        self._process.join()
        try:
            while self._hears.poll():
                self.heard.append(self._hears.recv_bytes().decode())
        except EOFError:
            pass
        self._hears.close()


def faults(store: Store, pile: Sequence[Found], told: set[str]) -> Iterator[str]:
    """What is wrong with a store after a kill, when `told` are the numbers of the articles told as added."""
    given = {one.article.id: one for one in pile}
    with reading(store) as connection:
        if store.engine.dialect.name == "sqlite" and connection.scalar(text("PRAGMA integrity_check")) != "ok":
            yield "the file is damaged"
        held = {row.id: row for row in connection.execute(select(article))}
        marks = dict(connection.execute(select(mark.c.article, func.count()).group_by(mark.c.article)).all())
        for key, row in held.items():
            if restored(row.found, row.text) != given[key] or row.member is None:
                yield f"half an article: {key}"
            if marks.get(row.num, 0) != len(sampled(fingerprints(given[key].article))):
                yield f"an article without its marks: {key}"
        yield from (f"lost: article {n}" for n in sorted(told - {"done"}) if pile[int(n)].article.id not in held)
        done = select(dossier.c.id, dossier.c.brief).where(dossier.c.turn == dossier.c.done)
        for number, brief in connection.execute(done):
            listed = connection.scalar(select(func.count()).where(statement.c.dossier == number))
            if listed != len(unpack(brief, Brief).statements):
                yield f"dossier {number} lists other statements than its brief"
    made = whole(store)
    if not {s.article for s in made.statements} <= {a.id for a in made.articles}:
        yield "a statement of an article that is not there"


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


def kill_many(place: str, pile: Sequence[Found], kills: int, seed: int, folder: Path) -> tuple[Counter[str], list[str]]:
    """Kill so many children; counts of what happened, and what was wrong."""
    chance, counts, wrong = random.Random(seed), Counter[str](), []
    path = folder / "pile"
    path.write_bytes(pack(list(pile)))
    drop(place)
    fill(place, path, None)
    with opened(place) as store:
        wanted = said(whole(store))
    lasts = _lasts(place, path)
    while counts["kills"] < kills:
        drop(place)
        told: set[str] = set()
        for _ in range(min(chance.randint(1, AT_MOST), kills - counts["kills"])):
            child = Child(place, path)
            if chance.random() < ADDING:
                killed = child.kill(chance.uniform(0, SOON), chance.randrange(len(pile)))
            else:
                killed = child.kill(chance.uniform(0, lasts))
            told |= set(child.heard)
            counts["kills"] += killed
            if killed:
                counts[_phase(child.heard, len(pile))] += 1
            with opened(place) as store:
                wrong += faults(store, pile, told)
        Child(place, path).finish()
        counts["finished"] += 1
        with opened(place) as store:
            wrong += faults(store, pile, told)
            if said(whole(store)) != wanted:
                wrong.append(f"another result after {counts['kills']} kills")
    drop(place)
    return counts, wrong


def _lasts(place: str, pile: Path) -> float:
    """Seconds that a child takes from its start, on an empty store; the first starts what they come from."""
    for _ in range(2):
        drop(place)
        began = time.perf_counter()
        Child(place, pile).finish()
    return time.perf_counter() - began


def _phase(heard: Sequence[str], articles: int) -> str:
    if not heard:
        return "before the first article"
    return "while adding" if len(heard) < articles else "while working out"


def main() -> None:
    """Print the figures; status 1 when anything was wrong."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--kills", type=int, default=100)
    ask.add_argument("--store")
    ask.add_argument("--seed", type=int, default=1)
    asked = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = asked.store or str(Path(folder) / "kills.db")
        began = time.perf_counter()
        counts, wrong = kill_many(place, prepared(), asked.kills, asked.seed, Path(folder))
    print(*(f"{number} {what}" for what, number in counts.items()), sep=", ")
    print(f"{len(wrong)} faults in {time.perf_counter() - began:.0f} s")
    print(*wrong, sep="\n")
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main()
