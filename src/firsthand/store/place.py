"""Opens a store: an SQLite file, or a PostgreSQL database by its address."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.pool import NullPool

from firsthand.errors import StoreUnusable
from firsthand.store.migrations import lacking, migrate

FILE = "firsthand.db"  # the store of a folder
SHARED = 32_768  # bytes of the smallest file that SQLite shares with others who have a store open
PATIENCE = 60  # seconds to wait for another process that writes
WRITERS = 0x66697273_7468616E  # the key of PostgreSQL's lock under which we write

REMEDIES = {  # words in what a database says → what to do
    "locked": "another process is writing; try again when it is done",
    "lock timeout": "another process is writing; try again when it is done",
    "full": "the disk is full; what was stored before is safe: make room and run it again",
    "ioerr_shmsize": "the disk is full; what was stored before is safe: make room and run it again",
    "no space": "the disk is full; what was stored before is safe: make room and run it again",
    "readonly": "it may not be written to; check its permissions and those of its folder, and the room on its disk",
    "read-only": "it may not be written to; check its permissions and those of its folder",
    "permission denied": "it may not be used; check what its user may do",
    "unable to open": "it cannot be opened; check the path and its permissions",
    "i/o error": "its disk does not work as it should; check the disk, and its room",
    "malformed": "the file is damaged; restore it from a backup",
    "not a database": "it is not a store of Firsthand; name another file",
    "does not exist": "PostgreSQL does not know it; make it with createdb, or check the address",
    "closed": "PostgreSQL ended the connection; what was stored before is safe: run it again",
    "terminat": "PostgreSQL ended the connection; what was stored before is safe: run it again",
    "password": "PostgreSQL did not accept the user and password",
    "connect": "no PostgreSQL answers there; check the address and that it runs",
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Store:
    """An open store; `place` is how the user named it, without a password."""

    engine: Engine
    place: str


def open_store(place: str | Path, *, create: bool = False) -> Store:
    """Open the store at `place`, the path of an SQLite file or a postgresql:// address; bring its tables up to date.

    With `create` one is made where there is none. Raises StoreUnusable with what to do when it cannot be used.
    """
    url = _url(place)
    if url.get_backend_name() == "sqlite":
        _check_file(Path(url.database or ""), create)
    shown = _shown(url)
    store = Store(engine=_engine(url), place=shown)
    try:
        try:
            behind = _behind(store, create)
        except StoreUnusable:
            if not _at_rest(url):
                raise
            close(store)
            store = Store(engine=_engine_at_rest(url), place=shown)
            behind = _behind(store, create)
        if behind:
            _write_ahead(store)
            with write(store) as connection:
                migrate(connection)
    except BaseException:
        close(store)
        raise
    return store


def _behind(store: Store, create: bool) -> bool:
    with read(store) as connection:
        return lacking(connection, store.place, create)


def close(store: Store) -> None:
    """Give back what the store holds open."""
    store.engine.dispose()


@contextmanager
def read(store: Store) -> Iterator[Connection]:
    """A connection on which everything that is read is of one moment."""
    with told(store.place), _connected(store, writes=False) as connection, connection.begin():
        yield connection


@contextmanager
def write(store: Store) -> Iterator[Connection]:
    """A connection whose changes are kept together when the block ends, or not at all.

    Only one process writes at a time; others wait up to PATIENCE seconds.
    """
    with told(store.place), _connected(store, writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}s'"))
            connection.execute(text(f"SELECT pg_advisory_xact_lock({WRITERS})"))
        yield connection


@contextmanager
def told(place: str) -> Iterator[None]:
    """Errors of the database as StoreUnusable, in one line with the remedy."""
    try:
        yield
    except DBAPIError as error:
        why = str(error.orig)
        kind = str(getattr(error.orig, "sqlite_errorname", ""))
        if isinstance(error, IntegrityError | DataError | ProgrammingError) and "permission denied" not in why:
            raise  # a fault of ours
        raise StoreUnusable(f"{place}: {_remedy(why, kind)}") from error


def _remedy(why: str, kind: str) -> str:
    why = why.strip().splitlines()[0] if why.strip() else "it cannot be used"
    remedy = next((told for part, told in REMEDIES.items() if part in f"{why} {kind}".casefold()), None)
    return f"{remedy} ({why})" if remedy else why


def _url(place: str | Path) -> URL:
    given = os.fspath(place)
    if "://" not in given:
        return URL.create("sqlite", database=given)
    try:
        url = make_url(given)
    except (ArgumentError, ValueError) as error:
        raise StoreUnusable(f"{given} is no address of a store; give a file or postgresql://…") from error
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite":
        return url
    raise StoreUnusable(f"{url.get_backend_name()} is no kind of store; give a file or a postgresql:// address")


def _shown(url: URL) -> str:
    """An address as the user wrote it, without a password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    return url.difference_update_query(["password"]).set(drivername="postgresql").render_as_string(hide_password=True)


def _check_file(path: Path, create: bool) -> None:
    if path.is_dir():
        raise StoreUnusable(f"{path} is a folder; name a file, such as {path / FILE}")
    if path.exists() or create:
        if not path.absolute().parent.is_dir():
            raise StoreUnusable(f"there is no folder {path.absolute().parent}; make it first")
        return
    raise StoreUnusable(f"there is no store {path}; make one with: firsthand init --store {path}")


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "postgresql":
        try:
            return create_engine(url, pool_pre_ping=True)
        except ModuleNotFoundError as error:
            raise StoreUnusable(
                "PostgreSQL needs its driver; install it with: pip install firsthand[postgres]"
            ) from error
    engine = create_engine(url, connect_args={"timeout": PATIENCE, "check_same_thread": False})
    event.listen(engine, "connect", _prepared)
    event.listen(engine, "begin", _begun)
    return engine


def _at_rest(url: URL) -> bool:
    """Whether an SQLite file holds all that was stored, and nobody writes: else it has companions."""
    if url.get_backend_name() != "sqlite":
        return False
    beside = (Path(f"{url.database}{end}") for end in ("-wal", "-journal", "-shm"))
    changes, undone, shared = (path.stat().st_size if path.exists() else 0 for path in beside)
    return not changes and not undone and shared < SHARED  # on a full disk it leaves a beginning


def _engine_at_rest(url: URL) -> Engine:
    """For a file in a place where SQLite can put no companions beside it: a folder that may not be written to, a full
    disk. It is read as it is, and anew each time: somebody who may write may come."""
    address = f"file:{quote(os.path.abspath(url.database or ''))}?mode=ro"

    def opened() -> sqlite3.Connection:
        asked = f"{address}&immutable=1" if _at_rest(url) else address
        return sqlite3.connect(asked, uri=True, timeout=PATIENCE, check_same_thread=False)

    engine = create_engine("sqlite://", creator=opened, poolclass=NullPool)
    event.listen(engine, "connect", _prepared)
    event.listen(engine, "begin", _begun)
    return engine


def _connected(store: Store, writes: bool) -> Connection:
    """A reader sees one moment; a writer, once it has the lock, all that was kept before."""
    options: dict[str, Any] = {"firsthand_writes": writes}
    if store.engine.dialect.name == "postgresql":
        options["isolation_level"] = "READ COMMITTED" if writes else "REPEATABLE READ"
    return store.engine.connect().execution_options(**options)


def _prepared(connection: Any, _record: Any) -> None:
    """Every commit is on disk before it counts as kept."""
    connection.isolation_level = None  # transactions begin where `_begun` says, not where the driver thinks
    for pragma in ("synchronous = FULL", "foreign_keys = ON", f"busy_timeout = {PATIENCE * 1000}"):
        connection.execute(f"PRAGMA {pragma}")


def _write_ahead(store: Store) -> None:
    """Let SQLite write ahead, so that readers never wait. The file remembers it; a file of somebody else is let be."""
    if store.engine.dialect.name == "sqlite":
        with told(store.place), store.engine.connect() as connection:
            assert connection.connection.driver_connection
            connection.connection.driver_connection.execute("PRAGMA journal_mode = WAL")


def _begun(connection: Connection) -> None:
    """A writer takes the lock at once: one that takes it later may find what it has read changed."""
    writes = connection.get_execution_options().get("firsthand_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
