"""When somebody last looked at a story, so that the desk can mark what is new."""

from sqlalchemy import select

from firsthand.store.clock import now
from firsthand.store.lists import ActorRow
from firsthand.store.place import Store, read, write
from firsthand.store.tables import actor, alias, article, statement
from firsthand.store.tables import visit as visits


def visit(store: Store, who: str, anchor: str) -> None:
    """Note that somebody looks now at the story that this article (by id) is the first of."""
    with write(store) as connection:
        connection.execute(visits.delete().where(visits.c.who == who, visits.c.anchor == anchor))
        connection.execute(visits.insert().values(who=who, anchor=anchor, at=now()))


def article_with(store: Store, key: str) -> str | None:
    """The id of the article that a statement (by id) stands in."""
    with read(store) as connection:
        asked = select(article.c.id).join(statement, statement.c.article == article.c.num)
        return connection.scalar(asked.where(statement.c.id == key).limit(1))


def actor_of(store: Store, key: str) -> ActorRow | None:
    """An actor (by id) over all stories."""
    with read(store) as connection:
        rows = connection.execute(select(actor).where(actor.c.id == key)).all()
        if not rows:
            return None
        names = select(alias.c.name).where(alias.c.actor == key).distinct().order_by(alias.c.name)
        return ActorRow(
            key,
            rows[0].name,
            rows[0].kind,
            tuple(connection.scalars(names)),
            sum(row.statements for row in rows),
            sum(row.articles for row in rows),
            len(rows),
        )
