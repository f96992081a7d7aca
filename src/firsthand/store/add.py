"""Articles → a store: each read closely and kept as a whole, one transaction an article.

Whenever the process is killed, what was added before stays; a repeat passes over it and goes on.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Literal, NamedTuple

import numpy as np
from sqlalchemy import Connection, select

from firsthand.corrections import text_hash
from firsthand.ids import digest
from firsthand.pipeline import Found, failed, find, silent
from firsthand.records import Article, Unprocessed
from firsthand.settings import Settings
from firsthand.stages.copy import fingerprints
from firsthand.stages.group import member_of
from firsthand.store.clock import now
from firsthand.store.decisions import names_decided
from firsthand.store.kept import clean, pack, storable, unpack
from firsthand.store.maker import maker
from firsthand.store.place import Store, read, write
from firsthand.store.tables import article as articles
from firsthand.store.tables import dossier, mark, story
from firsthand.store.tables import unprocessed as failures
from firsthand.tasks import Lost, Map, in_turn

SAMPLE = 4  # of so many fingerprints one is kept: the longer a shared passage, the surer it is found

Outcome = Literal["added", "changed", "known", "not processed"]


class Added(NamedTuple):
    """What became of one input: `problem` says why it was not processed."""

    outcome: Outcome
    article: Article | None = None
    problem: Unprocessed | None = None


def add(
    store: Store, given: Iterable[Article | Unprocessed], settings: Settings = Settings(), spread: Map = in_turn
) -> Iterator[Added]:
    """Add what was read to a store, one after another; what is there already costs only a look.

    "changed" is a new text under the address of an article that is there: both are kept, the new one counts. `spread`
    hands out the articles to be read closely; the store is written here, in the order in which they were given.
    """
    closely = partial(_closely, replace(settings, names=names_decided(store, settings.names)))
    waiting: deque[Added | Article] = deque()

    def fresh() -> Iterator[Article]:
        for each in given:
            if isinstance(each, Unprocessed):
                note(store, each)
                if each.article is None:
                    waiting.append(Added("not processed", problem=each))
                continue
            made = storable(each)
            if known(store, made):
                waiting.append(Added("known", made))
                continue
            made = dated(store, made)
            waiting.append(made)
            yield made

    for result in spread(closely, fresh()):
        while isinstance(one := waiting.popleft(), Added):
            yield one
        made = dated(store, one)
        if made != one:  # the version before came while this one was read
            result = closely(made)
        found = result if isinstance(result, Found) else None
        problem = failed(made, result.why) if isinstance(result, Lost) else None if found else result
        assert problem is None or isinstance(problem, Unprocessed)
        outcome = keep(store, made, found, problem)
        yield Added(outcome if problem is None else "not processed", made, problem)
    yield from (one for one in waiting if isinstance(one, Added))


def _closely(settings: Settings, made: Article) -> Found | Unprocessed | None:
    """What the article stages find, or why they do not; None in a language that is not supported."""
    return next(find([made], settings, silent), None)


def known(store: Store, made: Article) -> bool:
    """Whether a store has an article: the same text under the same address, or where one of the two has none."""
    with read(store) as connection:
        return _known(connection, made)


def dated(store: Store, made: Article) -> Article:
    """The article; a new version that does not tell when it was published is of the time that the one before told."""
    if made.url is None or made.published.start is not None:
        return made
    asked = select(articles.c.record).where(articles.c.url == made.url, articles.c.newer.is_(None))
    with read(store) as connection:
        record = connection.scalar(asked)
    before = None if record is None else unpack(record, Article).published
    return replace(made, published=before) if before is not None and before.start is not None else made


def keep(store: Store, made: Article, found: Found | None, problem: Unprocessed | None = None) -> Outcome:
    """Put one article with what was found in it, or why nothing was, into the store, whole or not at all."""
    record = pack(replace(made, text=""))
    kept = None if found is None else pack(without_text(found))
    member = None if found is None else pack(member_of(made))
    prints = [] if found is None else sampled(fingerprints(made))
    with write(store) as connection:
        if _known(connection, made):  # another process was faster
            return "known"
        older = _older(connection, made)
        number = connection.execute(
            articles.insert().values(
                id=made.id,
                path=made.path,
                url=made.url,
                outlet=made.outlet and made.outlet.name,
                title=made.title,
                language=made.language,
                first=made.published.start,
                last=made.published.end,
                digest=text_hash(made.text),
                text=made.text,
                record=record,
                found=kept,
                member=member,
                made_by=maker(),
                added=now(),
            )
        ).inserted_primary_key
        if prints and number:
            connection.execute(mark.insert(), [{"hash": each, "article": number[0]} for each in prints])
        for num, home in older:
            connection.execute(articles.update().where(articles.c.num == num).values(newer=made.id))
            put_into(connection, home)
        if found is not None:  # what could not be read at this path is read now
            settled = (failures.c.path == made.path) & failures.c.article.is_(None)
            connection.execute(failures.delete().where(settled))
        if problem is not None:
            _note(connection, problem)
    return "changed" if older else "added"


def note(store: Store, problem: Unprocessed) -> None:
    """Keep why an input gave no analysed article."""
    with write(store) as connection:
        _note(connection, problem)


def without_text(found: Found) -> Found:
    """What was found in an article, without its text, which is kept apart."""
    return replace(found, article=replace(found.article, text=""))


def sampled(prints: Iterable[int]) -> list[int]:
    """A sample of fingerprints that is the same for the same passage, as signed 64-bit numbers."""
    every = np.array([each for each in prints if each % SAMPLE == 0], dtype=np.uint64)
    return [int(each) for each in np.unique(every).view(np.int64)]


def put_into(connection: Connection, home: int | None) -> None:
    """Note that the dossier of a story must be worked out anew."""
    if home is not None:
        of = select(story.c.dossier).where(story.c.id == home).scalar_subquery()
        connection.execute(dossier.update().where(dossier.c.id == of).values(turn=dossier.c.turn + 1))


def _note(connection: Connection, problem: Unprocessed) -> None:
    key = problem.article or digest(problem.path, problem.why)
    connection.execute(failures.delete().where(failures.c.key == key))
    connection.execute(
        failures.insert().values(
            key=key,
            path=clean(problem.path),
            why=clean(problem.why),
            remedy=clean(problem.remedy),
            article=problem.article,
            failed=problem.failed,
            at=now(),
        )
    )


def _known(connection: Connection, made: Article) -> bool:
    same = select(articles.c.id, articles.c.url).where(articles.c.digest == text_hash(made.text))
    return any(made.url is None or url is None or url == made.url for _, url in connection.execute(same))


def _older(connection: Connection, made: Article) -> list[tuple[int, int | None]]:
    """The article that this one is a new version of, with its story."""
    if made.url is None:
        return []
    same = select(articles.c.num, articles.c.story).where(articles.c.url == made.url, articles.c.newer.is_(None))
    return [(num, home) for num, home in connection.execute(same)]
