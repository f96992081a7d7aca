"""Works dossiers out: the corpus stages on the articles of stories that have to do with each other.

What a dossier is of is read, worked on without holding anybody up, and kept only if nothing was put into the dossier
meanwhile; else it is done again. A run that is killed leaves the dossier to the next.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from firsthand.corrections import Correction, folded
from firsthand.errors import FirsthandError
from firsthand.ids import story_id
from firsthand.pipeline import Found, Progress, conclude, silent
from firsthand.records import Actor, Article, Brief, Statement, Story, Unprocessed
from firsthand.settings import Settings
from firsthand.store.add import note
from firsthand.store.decisions import decided
from firsthand.store.doubts import doubts
from firsthand.store.kept import pack, unpack
from firsthand.store.maker import maker
from firsthand.store.place import Store, read, write
from firsthand.store.tables import DERIVED, actor, alias, dossier, doubt, statement, story
from firsthand.store.tables import article as articles


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A dossier as it was read: its articles by story, and the turn that was last worked out."""

    dossier: int
    turn: int
    done: int
    found: tuple[Found, ...]
    stories: tuple[tuple[int, str, tuple[str, ...]], ...]  # id, title, articles
    corrections: tuple[Correction, ...]


def work_out(
    store: Store, settings: Settings = Settings(), progress: Progress = silent, only: Iterable[int] | None = None
) -> int:
    """Work out what must be, all of it or the dossiers `only`; how many were done."""
    waiting, wanted = stale(store), None if only is None else set(only)
    chosen = [each for each in waiting if wanted is None or each in wanted]
    for done, each in enumerate(chosen):
        progress("working out stories", done, len(chosen))
        while (task := task_of(store, each)) is not None and task.turn != task.done:
            try:
                made = brief_of(task, settings)
            except FirsthandError:
                raise
            except Exception as error:  # stories that no stage foresaw must not cost the others
                _give_up(store, task, error)
                break
            if _keep(store, task, made):
                break
    return len(chosen)


def _give_up(store: Store, task: Task, error: Exception) -> None:
    """Leave a dossier as it was until something changes in it, and say so."""
    title = next((title for _, title, _ in task.stories), "")
    note(
        store,
        Unprocessed(
            path=f"story: {title}",
            why=f"could not be worked out ({type(error).__name__}: {error})",
            remedy="please report it with its articles",
        ),
    )
    with write(store) as connection:
        same = (dossier.c.id == task.dossier) & (dossier.c.turn == task.turn)
        connection.execute(dossier.update().where(same).values(done=task.turn))


def stale(store: Store) -> list[int]:
    """The dossiers that hold something new, in their order."""
    with read(store) as connection:
        asked = select(dossier.c.id).where(dossier.c.turn != dossier.c.done).order_by(dossier.c.id)
        return list(connection.scalars(asked))


def brief_of(task: Task, settings: Settings) -> Brief:
    """The brief of a dossier, without its articles: these are kept once."""
    stories = [Story(id=story_id(held), title=title, articles=held, claims=()) for _, title, held in task.stories]
    return conclude(task.found, (), (), settings, stories=stories, corrections=task.corrections)


def task_of(store: Store, number: int) -> Task | None:
    """A dossier as it is now; None where there is none any more."""
    with read(store) as connection:
        asked = select(dossier.c.turn, dossier.c.done).where(dossier.c.id == number)
        kept = connection.execute(asked).one_or_none()
        if kept is None:
            return None
        told = (story.c.id.label("story"), story.c.title)
        rows = connection.execute(
            select(articles.c.id, articles.c.text, articles.c.digest, articles.c.found, articles.c.place, *told)
            .join(story, story.c.id == articles.c.story)
            .where(story.c.dossier == number, articles.c.newer.is_(None), articles.c.found.is_not(None))
            .order_by(articles.c.num)
        ).all()
        return Task(
            dossier=number,
            turn=kept.turn,
            done=kept.done,
            found=tuple(restored(row.found, row.text) for row in rows),
            stories=tuple(_held(rows)),
            corrections=decided(connection, {row.digest for row in rows}),
        )


def restored(found: bytes, text: str) -> Found:
    """What was found in an article, with the article's text, which is kept apart."""
    kept = unpack(found, Found)
    return replace(kept, article=replace(kept.article, text=text))


def _held(rows: Iterable[Any]) -> list[tuple[int, str, tuple[str, ...]]]:
    out: dict[int, tuple[str, list[str]]] = {}
    for row in sorted(rows, key=lambda row: row.place):
        out.setdefault(row.story, (row.title, []))[1].append(row.id)
    return [(home, title, tuple(held)) for home, (title, held) in out.items()]


def _keep(store: Store, task: Task, made: Brief) -> bool:
    """Put a dossier's brief in the place of the last, with all that lists it; False if the dossier is another now."""
    ids = {each.article.id: each.article for each in task.found}
    homes = {key: home for home, _, keys in task.stories for key in keys}
    names = {each.id: each.name for each in made.actors}
    actors = _actors(made, task.dossier)
    aliases = [row for a in made.actors for row in _aliases(a, task.dossier)]
    unsure = [{"dossier": task.dossier, **row} for row in doubts(made, ids, task.corrections)]
    with write(store) as connection:  # others wait to write meanwhile
        held = dossier.c.id == task.dossier
        turn = connection.scalar(select(dossier.c.turn).where(held))
        if turn != task.turn:
            return turn is None
        for table in DERIVED:
            connection.execute(table.delete().where(table.c.dossier == task.dossier))
        numbers = dict(connection.execute(select(articles.c.id, articles.c.num).where(articles.c.id.in_(ids))).all())
        _insert(
            connection, statement, [_statement(s, task, homes, numbers, names, ids[s.article]) for s in made.statements]
        )
        _insert(connection, actor, actors)
        _insert(connection, alias, aliases)
        _insert(connection, doubt, unsure)
        for row, each in zip(task.stories, made.stories, strict=True):
            connection.execute(story.update().where(story.c.id == row[0]).values(**_story(connection, each, made, ids)))
        connection.execute(articles.update().where(articles.c.num.in_(numbers.values())).values(shown=True))
        _hide_old(connection, task.dossier)
        connection.execute(dossier.update().where(held).values(done=task.turn, brief=pack(made), made_by=maker()))
    return True


def _hide_old(connection: Connection, number: int) -> None:
    """Versions that are not the newest are in no brief any more."""
    homes = select(story.c.id).where(story.c.dossier == number)
    old = articles.c.story.in_(homes) & articles.c.newer.is_not(None)
    connection.execute(articles.update().where(old).values(shown=False))


def _insert(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(table.insert(), rows)


def _statement(
    said: Statement,
    task: Task,
    homes: dict[str, int],
    numbers: dict[str, int],
    names: dict[str, str],
    told_in: Article,
) -> dict[str, Any]:
    return {
        "id": said.id,
        "article": numbers[said.article],
        "dossier": task.dossier,
        "story": homes[said.article],
        "speaker": names.get(said.source or ""),
        "actor": said.source,
        "stance": said.stance,
        "said": (said.said and said.said.start) or told_in.published.start,
        "confidence": said.confidence,
        "text": said.text,
    }


def _actors(made: Brief, number: int) -> list[dict[str, Any]]:
    said: dict[str, list[str]] = {}  # the article of each statement, by the hands that it went through
    for each in made.statements:
        for hand in {each.source or "", *each.chain}:
            said.setdefault(hand, []).append(each.article)
    return [
        {
            "dossier": number,
            "id": who.id,
            "name": who.name,
            "kind": who.kind,
            "statements": len(said.get(who.id, ())),
            "articles": len({*said.get(who.id, ()), *(m.article for m in who.mentions)}),
        }
        for who in made.actors
    ]


def _aliases(who: Actor, number: int) -> list[dict[str, Any]]:
    names = dict.fromkeys((who.name, *who.aliases))
    return [{"dossier": number, "actor": who.id, "name": name, "folded": folded(name)} for name in names]


def _story(connection: Connection, told: Story, made: Brief, known: dict[str, Article]) -> dict[str, Any]:
    held = [known[key] for key in told.articles]
    own = set(told.claims)
    claims = [claim for claim in made.claims if claim.id in own]
    contradicted = {side for r in made.relations if r.kind == "contradicts" for side in (r.a, r.b)}
    days = sorted(day for each in held for day in (each.published.start, each.published.end) if day)
    newest = select(articles.c.added).where(articles.c.id.in_(told.articles)).order_by(articles.c.num.desc()).limit(1)
    return {
        "anchor": told.articles[0],
        "title": told.title,
        "articles": len(held),
        "outlets": len({each.outlet.domain or each.outlet.name for each in held if each.outlet}),
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "claims": len(claims),
        "disputed": sum(bool(c.denied_by or c.doubted_by or c.id in contradicted) for c in claims),
        "added": connection.scalar(newest),
    }
