"""Opens a store: an SQLite file, or a PostgreSQL database by its address."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from firsthand.errors import StoreUnusable
from firsthand.store.migrations import lacking, migrate

FILE = "firsthand.db"  # the store of a folder
PATIENCE = 60  # seconds to wait for another process that writes


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
    shown = url.render_as_string(hide_password=True) if url.host else str(place)
    store = Store(engine=_engine(url), place=shown)
    try:
        with read(store) as connection:
            behind = lacking(connection, shown, create)
        if behind:
            with write(store) as connection:
                migrate(connection)
    except StoreUnusable:
        close(store)
        raise
    return store


def close(store: Store) -> None:
    """Give back what the store holds open."""
    store.engine.dispose()


@contextmanager
def read(store: Store) -> Iterator[Connection]:
    """A connection on which everything that is read is of one moment."""
    with told(store.place), store.engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def write(store: Store) -> Iterator[Connection]:
    """A connection whose changes are kept together when the block ends, or not at all.

    On SQLite only one process writes at a time; others wait up to PATIENCE seconds.
    """
    options = {"firsthand_writes": True}
    with told(store.place), store.engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


def alone(connection: Connection, table: str) -> None:
    """Let only one writer at a time into what follows, until the transaction ends. SQLite does so by itself."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE"))


@contextmanager
def told(place: str) -> Iterator[None]:
    """Errors of the database as StoreUnusable, in one line with the remedy."""
    try:
        yield
    except OperationalError as error:
        raise StoreUnusable(f"{place}: {_remedy(str(error.orig))}") from error
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.DatabaseError) and "not a database" in str(error.orig):
            raise StoreUnusable(f"{place} is not a store of Firsthand; name another file") from error
        raise


def _remedy(why: str) -> str:
    why = why.strip().splitlines()[0] if why.strip() else "it cannot be used"
    remedies = {
        "locked": "another process is writing; try again when it is done",
        "full": "the disk is full; what was stored before is safe: make room and run it again",
        "readonly": "it may not be written to; check its permissions and those of its folder",
        "read-only": "it may not be written to; check its permissions and those of its folder",
        "unable to open": "it cannot be opened; check the path and its permissions",
        "malformed": "the file is damaged; restore it from a backup",
        "not a database": "it is not a store of Firsthand; name another file",
        "refused": "no PostgreSQL answers there; check the address and that it runs",
        "password": "PostgreSQL did not accept the user and password",
    }
    remedy = next((told for part, told in remedies.items() if part in why.casefold()), None)
    return f"{remedy} ({why})" if remedy else why


def _url(place: str | Path) -> URL:
    given = os.fspath(place)
    if "://" not in given:
        return URL.create("sqlite", database=given)
    try:
        url = make_url(given)
    except ArgumentError as error:
        raise StoreUnusable(f"{given} is no address of a store; give a file or postgresql://…") from error
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite":
        return url
    raise StoreUnusable(f"{url.get_backend_name()} is no kind of store; give a file or a postgresql:// address")


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
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begun)
    return engine


def _connected(connection: Any, _record: Any) -> None:
    """Write ahead, so that readers never wait; every commit on disk before it counts as kept."""
    connection.isolation_level = None  # transactions begin where `_begun` says, not where the driver thinks
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"busy_timeout = {PATIENCE * 1000}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begun(connection: Connection) -> None:
    """A writer takes the lock at once: one that takes it later may find what it has read changed."""
    writes = connection.get_execution_options().get("firsthand_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
