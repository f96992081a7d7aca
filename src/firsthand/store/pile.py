"""What a store holds, as the records that a run on files gives."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib.metadata import version
from typing import NamedTuple

from sqlalchemy import Connection, Row, select

from firsthand.records import SCHEMA, Actor, Article, Brief, Unprocessed
from firsthand.store.kept import unpack
from firsthand.store.place import Store, read
from firsthand.store.tables import article as articles
from firsthand.store.tables import dossier as dossiers
from firsthand.store.tables import statement as statements
from firsthand.store.tables import story as stories
from firsthand.store.tables import unprocessed as failures


class ArticleRow(NamedTuple):
    """An article of a store. `story` is the first article of its story, which names it; None while it waits for one.

    `older` and `newer` are the ids of the versions before and after it, `added` when it came.
    """

    article: Article
    story: str | None
    shown: bool
    older: str | None
    newer: str | None
    added: str


def whole(store: Store) -> Brief:
    """The brief of everything that was worked out; of articles with several versions the newest."""
    with read(store) as connection:
        told = connection.scalars(select(dossiers.c.brief).where(dossiers.c.brief.is_not(None)).order_by(dossiers.c.id))
        made = [unpack(each, Brief) for each in told]
        silent = articles.c.found.is_(None) & articles.c.newer.is_(None)
        wanted = {key for each in made for key in _analysed(each)}
        every = connection.execute(select(articles).where(articles.c.shown | silent).order_by(articles.c.num))
        held = [article_from(row) for row in every if row.found is None or row.id in wanted]
        return joined(made, held, _unprocessed(connection))


def dossier(store: Store, article: str) -> Brief | None:
    """The brief of the stories that have to do with the one that holds an article (by id); None where there is none.

    An older version of an article leads to the stories of the newest.
    """
    made = dossier_kept(store, article)
    return None if made is None else brief_kept(store, made)


def dossier_kept(store: Store, article: str) -> bytes | None:
    """What `brief_kept` makes the brief of `dossier` of: the same bytes are the same brief."""
    with read(store) as connection:
        number = connection.scalar(
            select(stories.c.dossier)
            .join(articles, articles.c.story == stories.c.id)
            .where(articles.c.id == _newest(connection, article))
        )
        return connection.scalar(select(dossiers.c.brief).where(dossiers.c.id == number))


def brief_kept(store: Store, made: bytes) -> Brief:
    """A dossier's brief with its articles, which are kept once and never change."""
    told = unpack(made, Brief)
    with read(store) as connection:
        rows = connection.execute(select(articles).where(articles.c.id.in_(_analysed(told))).order_by(articles.c.num))
        return joined([told], [article_from(row) for row in rows], ())


def article_of(store: Store, article: str) -> ArticleRow | None:
    """An article by its id, whichever version it is."""
    with read(store) as connection:
        row = connection.execute(select(articles).where(articles.c.id == article)).one_or_none()
        if row is None:
            return None
        older = connection.scalar(
            select(articles.c.id).where(articles.c.newer == article).order_by(articles.c.num.desc())
        )
        anchor = connection.scalar(select(stories.c.anchor).where(stories.c.id == row.story)) or None
        return ArticleRow(article_from(row), anchor, row.shown, older, row.newer, row.added)


def article_with(store: Store, statement: str) -> str | None:
    """The id of the article that a statement (by id) stands in; None where no brief holds it."""
    with read(store) as connection:
        asked = select(articles.c.id).join(statements, statements.c.article == articles.c.num)
        return connection.scalar(asked.where(statements.c.id == statement).limit(1))


def unprocessed(store: Store) -> tuple[Unprocessed, ...]:
    """What gave no analysed article, in the order in which it was met."""
    with read(store) as connection:
        return _unprocessed(connection)


def joined(briefs: Iterable[Brief], held: Sequence[Article], failed: Sequence[Unprocessed]) -> Brief:
    """Briefs of separate dossiers as one; who bears one id in several of them is one actor."""
    made = list(briefs)
    actors: dict[str, Actor] = {}
    for each in (actor for brief in made for actor in brief.actors):
        actors[each.id] = _one(actors[each.id], each) if each.id in actors else each
    return Brief(
        schema=SCHEMA,
        firsthand=version("firsthand"),
        articles=tuple(held),
        actors=tuple(actors.values()),
        statements=tuple(s for brief in made for s in brief.statements),
        claims=tuple(c for brief in made for c in brief.claims),
        relations=tuple(r for brief in made for r in brief.relations),
        copies=tuple(c for brief in made for c in brief.copies),
        stories=tuple(s for brief in made for s in brief.stories),
        timeline=tuple(t for brief in made for t in brief.timeline),
        unprocessed=tuple(failed),
    )


def article_from(row: Row[tuple[object, ...]]) -> Article:
    """The article of a row of its table."""
    return replace(unpack(row.record, Article), text=row.text)


def _one(one: Actor, other: Actor) -> Actor:
    return replace(
        one,
        aliases=tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        member_of=one.member_of or other.member_of,
        member_why=one.member_why or other.member_why,
        mentions=(*one.mentions, *other.mentions),
        merges=(*one.merges, *other.merges),
    )


def _analysed(made: Brief) -> list[str]:
    """The articles that a brief was made of; old versions are among them while its dossier waits to be worked out."""
    return [key for story in made.stories for key in story.articles]


def _newest(connection: Connection, article: str) -> str:
    while newer := connection.scalar(select(articles.c.newer).where(articles.c.id == article)):
        article = newer
    return article


def _unprocessed(connection: Connection) -> tuple[Unprocessed, ...]:
    old = select(articles.c.id).where(articles.c.newer.is_not(None))
    asked = select(failures).where(failures.c.article.is_(None) | failures.c.article.not_in(old))
    rows = connection.execute(asked.order_by(failures.c.at, failures.c.path, failures.c.why, failures.c.key))
    return tuple(Unprocessed(path=r.path, why=r.why, remedy=r.remedy, article=r.article, failed=r.failed) for r in rows)
