"""Full-text search over articles and statements, with filters."""

import re
from typing import Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, func, literal_column, select

from firsthand.store.kept import clean
from firsthand.store.lists import LIMIT, Page, called, published_by
from firsthand.store.place import Store, read
from firsthand.store.tables import article, statement, story
from firsthand.store.words import END, START, matching

SHOWN = 280  # code points of an article round what was found
_ACTOR = re.compile("a[0-9a-f]{16}")  # an actor's id (`ids.actor_id`)
COUNTED = 1000  # hits beyond this are counted as this many: to count all of a common word takes long
_MARKED = re.compile(f"{START}([^{START}{END}]*){END}")  # an article may hold such characters of its own


class Hit(NamedTuple):
    """A statement or an article that was found; `marked` has START and END round the words."""

    article: str
    statement: str | None
    title: str | None
    outlet: str | None
    published: str | None
    speaker: str | None
    stance: str | None
    said: str | None
    text: str
    marked: str


def search(
    store: Store,
    text: str = "",
    *,
    what: Literal["statements", "articles"] = "statements",
    speaker: str = "",
    stance: str = "",
    outlet: str = "",
    since: str = "",
    until: str = "",
    about: str = "",
    offset: int = 0,
    limit: int = LIMIT,
) -> Page[Hit]:
    """What holds all words of `text` and passes the filters, the nearest first; without words the newest first.

    `speaker` is a part of any name of the speaker, or an actor's id; days are ISO dates and concern when something was
    said (statements) or published (articles); `about` is an article's id: only what stands in its story. At most
    COUNTED hits are counted.
    """
    rows = statement if what == "statements" else article
    with read(store) as connection:
        found = matching(connection, rows, text) if text.strip() else None
        if text.strip() and found is None:
            return Page((), 0)
        marked: ColumnElement[str] = found.marked if found is not None else rows.c.text
        when = statement.c.said if rows is statement else article.c.first
        asked = _asked(rows, marked).where(article.c.shown, article.c.newer.is_(None))
        if found is not None:
            asked = asked.where(found.condition)
        if rows is statement:
            asked = _said_by(asked, speaker, stance)
        if outlet:
            asked = asked.where(published_by(outlet))
        if since:
            asked = asked.where(when >= since)
        if until:
            asked = asked.where(when <= until + "~")  # "2024-05-31~" is behind every moment of that day
        if about:
            asked = asked.where(article.c.story == _story(connection, clean(about)))
        order = (found.order, rows.c.num) if found is not None else (when.desc(), rows.c.num)
        hits = connection.execute(asked.order_by(*order).offset(offset).limit(limit)).all()
        counted = asked.with_only_columns(literal_column("1")).limit(COUNTED).subquery()
        total = connection.scalar(select(func.count()).select_from(counted)) or 0
        return Page(tuple(map(_hit, hits)), max(total, offset + len(hits)))


def around(marked: str, size: int = SHOWN) -> str:
    """A long text cut to the neighbourhood of the first word that was found.

    >>> around("a" * 50 + " \\x02dam\\x03 " + "b" * 50, 20)
    '…aaaa \\x02dam\\x03 bbbbbbbbb…'
    """
    first = max(0, marked.find(START))
    begin = max(0, first - size // 4)
    cut = marked[begin : begin + size]
    if cut.count(START) > cut.count(END):
        cut += END
    return ("…" if begin else "") + cut + ("…" if begin + size < len(marked) else "")


def marked_pieces(marked: str) -> list[tuple[str, bool]]:
    """A marked text in pieces: each with whether it was asked for.

    >>> marked_pieces("the \x02dam\x03 leaks")
    [('the ', False), ('dam', True), (' leaks', False)]
    """
    return [(piece, number % 2 == 1) for number, piece in enumerate(_MARKED.split(marked)) if piece]


def _asked(rows: Any, marked: ColumnElement[str]) -> Select[Any]:
    own = (
        (statement.c.id.label("statement"), statement.c.speaker, statement.c.stance, statement.c.said)
        if rows is statement
        else tuple(literal_column("NULL").label(name) for name in ("statement", "speaker", "stance", "said"))
    )
    columns = (
        article.c.id,
        article.c.title,
        article.c.outlet,
        article.c.first,
        *own,
        rows.c.text,
        marked.label("marked"),
    )
    asked = select(*columns)
    return asked.join(article, statement.c.article == article.c.num) if rows is statement else asked


def _said_by(asked: Select[Any], speaker: str, stance: str) -> Select[Any]:
    if stance:
        asked = asked.where(statement.c.stance == stance)
    if _ACTOR.fullmatch(speaker):
        asked = asked.where(statement.c.actor == speaker)
    elif speaker.strip():
        asked = asked.where(statement.c.actor.in_(called(speaker)))
    return asked


def _story(connection: Connection, article_id: str) -> int | None:
    return connection.scalar(
        select(article.c.story).join(story, story.c.id == article.c.story).where(article.c.id == article_id)
    )


def _hit(row: Any) -> Hit:
    return Hit(
        row.id, row.statement, row.title, row.outlet, row.first, row.speaker, row.stance, row.said, row.text,
        around(row.marked),
    )  # fmt: skip
