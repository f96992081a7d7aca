"""Pages of what a store holds: stories, actors, and what a person should look at."""

from collections.abc import Callable, Iterable
from typing import Any, Generic, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Select, func, select

from firsthand.corrections import folded
from firsthand.store.clock import now
from firsthand.store.kept import clean
from firsthand.store.place import Store, read, write
from firsthand.store.tables import actor, alias, article, dossier, doubt, story
from firsthand.store.tables import visit as visits
from firsthand.store.words import matching

T = TypeVar("T")
LIMIT = 50


class Page(NamedTuple, Generic[T]):
    """Some rows of `total`."""

    rows: tuple[T, ...]
    total: int


class StoryRow(NamedTuple):
    """A story; `anchor` is its first article, `first` and `last` its days, `added` when its newest article came."""

    id: int
    anchor: str
    title: str
    articles: int
    outlets: int
    first: str | None
    last: str | None
    claims: int
    disputed: int
    added: str


class ActorRow(NamedTuple):
    """An actor over all stories."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    statements: int
    articles: int
    stories: int


class Doubt(NamedTuple):
    """Something to look at: `doubt` 1 is most doubtful; `other` is a statement, article or name beside it."""

    num: int
    kind: str
    doubt: float
    article: str
    statement: str | None
    other: str | None
    text: str
    why: str


class Visited(NamedTuple):
    """When somebody looked at a story, and the number of the last article that was in the store then."""

    at: str
    upto: int


def stories(
    store: Store,
    *,
    text: str = "",
    outlet: str = "",
    since: str = "",
    until: str = "",
    offset: int = 0,
    limit: int = LIMIT,
) -> Page[StoryRow]:
    """The stories, those with the newest articles first; `text` is looked for in their articles, days are ISO dates."""
    with read(store) as connection:
        asked = select(story).where(story.c.anchor != "")
        if text.strip():
            found = matching(connection, article, text)
            if found is None:
                return Page((), 0)
            inside = select(article.c.story).select_from(found.joined).where(found.condition)
            asked = asked.where(story.c.id.in_(inside))
        if outlet:
            told = select(article.c.story).where(published_by(outlet), article.c.newer.is_(None))
            asked = asked.where(story.c.id.in_(told))
        if since:
            asked = asked.where(func.coalesce(story.c.last, "9999") >= since)
        if until:
            asked = asked.where(func.coalesce(story.c.first, "0000") <= until + "~")
        order = asked.order_by(story.c.added.desc(), story.c.id.desc())
        return _page(connection.execute, asked, order, offset, limit, _story_row)


def actors(store: Store, *, text: str = "", kind: str = "", offset: int = 0, limit: int = LIMIT) -> Page[ActorRow]:
    """The actors, those who say most first; `text` stands anywhere in one of their names."""
    with read(store) as connection:
        asked = select(
            actor.c.id,
            func.min(actor.c.name).label("name"),
            func.min(actor.c.kind).label("kind"),
            func.sum(actor.c.statements).label("statements"),
            func.sum(actor.c.articles).label("articles"),
            func.count().label("dossiers"),
        ).group_by(actor.c.id)
        if text.strip():
            asked = asked.where(actor.c.id.in_(called(text)))
        if kind:
            asked = asked.where(actor.c.kind == kind)
        order = asked.order_by(func.sum(actor.c.statements).desc(), actor.c.id)
        rows = connection.execute(order.offset(offset).limit(limit)).all()
        total = connection.scalar(asked.with_only_columns(func.count(actor.c.id.distinct())).group_by(None)) or 0
        names: dict[str, dict[str, None]] = {}
        for key, name in connection.execute(
            select(alias.c.actor, alias.c.name)
            .where(alias.c.actor.in_([row.id for row in rows]))
            .order_by(alias.c.name)
        ):
            names.setdefault(key, {})[name] = None
        return Page(
            tuple(
                ActorRow(
                    r.id, r.name, r.kind, tuple(names.get(r.id, ())), int(r.statements), int(r.articles), r.dossiers
                )
                for r in rows
            ),
            total,
        )


def called(name: str) -> Select[tuple[str]]:
    """The ids of the actors of whom one name holds `name`, whatever its case and accents."""
    return select(alias.c.actor).where(alias.c.folded.contains(folded(clean(name)), autoescape=True))


def published_by(outlet: str) -> ColumnElement[bool]:
    """Whether an article is of the outlet of this name, whatever its case."""
    return func.lower(article.c.outlet) == func.lower(clean(outlet))


def actor_of(store: Store, key: str) -> tuple[ActorRow, tuple[StoryRow, ...]] | None:
    """An actor by its id, and the stories that it is in; None where there is none."""
    with read(store) as connection:
        rows = connection.execute(select(actor).where(actor.c.id == key)).all()
        if not rows:
            return None
        names = connection.scalars(select(alias.c.name).where(alias.c.actor == key).distinct().order_by(alias.c.name))
        told = select(story).where(story.c.dossier.in_([row.dossier for row in rows])).order_by(story.c.added.desc())
        who = ActorRow(
            key,
            rows[0].name,
            rows[0].kind,
            tuple(names),
            sum(row.statements for row in rows),
            sum(row.articles for row in rows),
            len(rows),
        )
        return who, tuple(map(_story_row, connection.execute(told)))


def review(store: Store, *, kind: str = "", offset: int = 0, limit: int = LIMIT) -> Page[Doubt]:
    """What a person should look at, most doubtful first."""
    with read(store) as connection:
        asked = select(doubt)
        if kind:
            asked = asked.where(doubt.c.kind == kind)
        order = asked.order_by(doubt.c.doubt.desc(), doubt.c.num)
        return _page(connection.execute, asked, order, offset, limit, _doubt_row)


def stamp(store: Store) -> tuple[int, ...]:
    """Numbers that are others as soon as a dossier is worked out anew, and cost little to ask for."""
    marked = (dossier.c.id + 1) * (dossier.c.turn + 2)
    asked = select(func.count(), func.sum(dossier.c.id), func.sum(marked), func.sum(marked + dossier.c.done * 7))
    with read(store) as connection:
        return tuple(int(each or 0) for each in connection.execute(asked).one())


def waiting(store: Store) -> int:
    """How many articles are in no story yet, or in one that must be worked out anew."""
    with read(store) as connection:
        behind = select(story.c.id).join(dossier).where(dossier.c.turn != dossier.c.done)
        open_ = article.c.found.is_not(None) & article.c.newer.is_(None)
        held = article.c.story.is_(None) | article.c.story.in_(behind)
        return connection.scalar(select(func.count()).select_from(article).where(open_, held)) or 0


def visited(store: Store, who: str, anchor: str) -> Visited | None:
    """When somebody last looked at a story."""
    with read(store) as connection:
        asked = select(visits.c.at, visits.c.upto).where(visits.c.who == who, visits.c.anchor == anchor)
        row = connection.execute(asked).one_or_none()
        return row and Visited(row.at, row.upto or 0)


def visit(store: Store, who: str, anchor: str) -> None:
    """Note that somebody looks at a story now."""
    with write(store) as connection:
        connection.execute(visits.delete().where(visits.c.who == who, visits.c.anchor == anchor))
        last = select(func.max(article.c.num)).scalar_subquery()
        connection.execute(visits.insert().values(who=who, anchor=anchor, at=now(), upto=last))


def fresh(store: Store, who: str, numbers: Iterable[int]) -> frozenset[str]:
    """Of some stories by number, the anchors of those that articles came to since somebody last looked."""
    came = select(article.c.num).where(article.c.story == story.c.id, article.c.shown, article.c.num > visits.c.upto)
    seen = (visits.c.anchor == story.c.anchor) & (visits.c.who == who)
    asked = select(story.c.anchor).join(visits, seen).where(story.c.id.in_(list(numbers)), came.exists())
    with read(store) as connection:
        return frozenset(connection.scalars(asked))


def arrivals(store: Store, keys: Iterable[str], since: Visited) -> frozenset[str]:
    """Which of some articles came since a visit."""
    with read(store) as connection:
        asked = select(article.c.id).where(article.c.id.in_(list(keys)), article.c.num > since.upto)
        return frozenset(connection.scalars(asked))


def _page(
    execute: Callable[..., Any],
    asked: Select[Any],
    order: Select[Any],
    offset: int,
    limit: int,
    row: Callable[[Any], T],
) -> Page[T]:
    total = execute(select(func.count()).select_from(asked.subquery())).scalar() or 0
    return Page(tuple(map(row, execute(order.offset(offset).limit(limit)))), total)


def _story_row(r: Any) -> StoryRow:
    return StoryRow(
        r.id, r.anchor, r.title, r.articles, r.outlets, r.first, r.last, r.claims, r.disputed, r.added or ""
    )


def _doubt_row(r: Any) -> Doubt:
    return Doubt(r.num, r.kind, r.doubt, r.article, r.statement, r.other, r.text, r.why)
