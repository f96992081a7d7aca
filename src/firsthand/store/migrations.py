"""Brings the tables of a store up to date, a step a version."""

from collections.abc import Callable

from sqlalchemy import Connection, func, inspect, select

from firsthand.errors import StoreUnusable
from firsthand.store.tables import METADATA, actor_totals, article, dossier, doubt, version, visit
from firsthand.store.words import index_words


def _first(connection: Connection) -> None:
    """Version 1: the tables as they were first made."""
    METADATA.create_all(connection)
    index_words(connection)


def _second(connection: Connection) -> None:
    """Version 2: actors of a large store are listed fast."""
    actor_totals.create(connection, checkfirst=True)


def _third(connection: Connection) -> None:
    """Version 3: a visit is told by the last article that was there, not by a clock that may jump; more indexes."""
    if visit.c.upto.name not in {column["name"] for column in inspect(connection).get_columns(visit.name)}:
        connection.exec_driver_sql(f"ALTER TABLE {visit.name} ADD COLUMN {visit.c.upto.name} INTEGER")
        there = select(func.max(article.c.num)).where(article.c.added <= visit.c.at).scalar_subquery()
        connection.execute(visit.update().values(upto=there))
    for table in (article, dossier, doubt):
        for index in table.indexes:
            index.create(connection, checkfirst=True)
    connection.exec_driver_sql("DROP INDEX IF EXISTS ix_doubt_doubt")


STEPS: tuple[Callable[[Connection], None], ...] = (_first, _second, _third)


def lacking(connection: Connection, place: str, create: bool) -> bool:
    """Whether a store lacks steps; an empty database lacks all of them, and may only with `create`.

    Raises StoreUnusable for a database that is no store and for a store of a newer version.
    """
    tables = set(inspect(connection).get_table_names())
    if version.name in tables:
        number = number_of(connection)
        if number > len(STEPS):
            raise StoreUnusable(
                f"{place} was made by a newer Firsthand (its tables are of version {number}, this one knows "
                f"{len(STEPS)}); upgrade Firsthand"
            )
        return number < len(STEPS)
    if tables:
        raise StoreUnusable(f"{place} is a database of something else; name another")
    if not create:
        raise StoreUnusable(f"{place} holds no store yet; make one with: firsthand init --store {place}")
    return True


def migrate(connection: Connection) -> None:
    """Take the steps that a store lacks. The caller keeps all of them or none."""
    if version.name not in inspect(connection).get_table_names():
        version.create(connection)
        connection.execute(version.insert().values(number=0))
    for step in STEPS[number_of(connection) :]:
        step(connection)
    connection.execute(version.update().values(number=len(STEPS)))


def number_of(connection: Connection) -> int:
    """The version of a store's tables."""
    return connection.scalar(select(version.c.number)) or 0
