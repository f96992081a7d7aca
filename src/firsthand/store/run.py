"""What is done with a store as a whole: work out what waits, decide, take back, read anew."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import func, select

from firsthand.corrections import Correction, touches
from firsthand.pipeline import Found, Progress, find, silent
from firsthand.settings import Names, Settings
from firsthand.store.add import put_into, without_text
from firsthand.store.decisions import corrections, keep_decision, names_decided, undo_decision
from firsthand.store.grouping import group_new
from firsthand.store.kept import pack, unpack
from firsthand.store.maker import maker
from firsthand.store.pile import article_from
from firsthand.store.place import Store, read, write
from firsthand.store.tables import article, story
from firsthand.store.words import tidy
from firsthand.store.work import work_out

AT_ONCE = 12  # dossiers that a decision works out before it answers; the rest waits for the next update


class Size(NamedTuple):
    """How much a store holds; of articles with several versions each counts."""

    articles: int
    stories: int
    waiting: int


def update(store: Store, settings: Settings = Settings(), progress: Progress | None = None) -> int:
    """Put new articles into stories and work out what they touch, and nothing else; how many dossiers that were."""
    group_new(store)
    done = work_out(store, settings, progress or silent)
    if done:
        with write(store) as connection:
            tidy(connection)
    return done


def decide(store: Store, made: Correction, settings: Settings = Settings()) -> None:
    """Keep a correction and work out what it touches; of very many dossiers the first, `update` does the rest."""
    before = names_decided(store, settings.names)
    _again(store, keep_decision(store, made), settings, before)


def take_in(store: Store, made: Iterable[Correction], settings: Settings = Settings()) -> int:
    """Keep corrections from elsewhere and work out all that they touch; how many are new here."""
    before, had = names_decided(store, settings.names), {each.id for each in corrections(store)}
    fresh = [each for each in made if each.id not in had]
    numbers = [number for each in fresh for number in keep_decision(store, each)]
    _again(store, numbers, settings, before, whole=True)
    return len(fresh)


def undo(store: Store, key: str, by: str, settings: Settings = Settings()) -> bool:
    """Take the correction with this id back, and work out what it touched; False where there is none in force."""
    before = names_decided(store, settings.names)
    touched = undo_decision(store, key, by)
    if touched is None:
        return False
    _again(store, touched, settings, before)
    return True


def size(store: Store) -> Size:
    """How much a store holds."""
    with read(store) as connection:
        articles, stories = (
            connection.scalar(select(func.count()).select_from(table)) or 0 for table in (article, story)
        )
        waiting = connection.scalar(
            select(func.count()).where(
                article.c.shown.is_(False), article.c.found.is_not(None), article.c.newer.is_(None)
            )
        )
        return Size(articles, stories, waiting or 0)


def outdated(store: Store) -> list[str]:
    """The ids of articles that an older version of Firsthand, or of its models, read."""
    with read(store) as connection:
        asked = select(article.c.id).where(article.c.made_by != maker(), article.c.newer.is_(None))
        return list(connection.scalars(asked.order_by(article.c.num)))


def read_again(store: Store, settings: Settings = Settings(), progress: Progress | None = None) -> int:
    """Run the article stages anew on what an older version read; how many articles that were."""
    old, settings = outdated(store), replace(settings, names=names_decided(store, settings.names))
    for done, key in enumerate(old):
        (progress or silent)("reading anew", done, len(old))
        read_closely(store, key, settings)
    return len(old)


def read_closely(store: Store, key: str, settings: Settings) -> None:
    """Run the article stages anew on one article; where they fail, what was found before stays."""
    with read(store) as connection:
        row = connection.execute(select(article).where(article.c.id == key)).one()
    given = article_from(row)
    found = next((one for one in find([given], settings, silent) if isinstance(one, Found)), None)
    kept = row.found if found is None else pack(without_text(found))
    with write(store) as connection:
        connection.execute(article.update().where(article.c.id == key).values(found=kept, made_by=maker()))
        put_into(connection, row.story)


def _again(store: Store, numbers: list[int], settings: Settings, before: Names, whole: bool = False) -> None:
    """Work out dossiers anew; articles that call one by names that are kept apart now, or no more, are read first."""
    after = names_decided(store, settings.names)
    if after != before:
        with read(store) as connection:
            held = select(article.c.id, article.c.found).join(story, story.c.id == article.c.story)
            rows = connection.execute(held.where(story.c.dossier.in_(numbers), article.c.newer.is_(None))).all()
        for key, found in rows:
            if found is not None and touches(before, after, unpack(found, Found).speakers):
                read_closely(store, key, replace(settings, names=after))
    numbers = [*numbers, *group_new(store)]
    work_out(store, settings, only=list(dict.fromkeys(numbers))[: None if whole else AT_ONCE])
