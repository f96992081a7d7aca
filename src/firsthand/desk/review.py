"""What a person should look at, the most doubtful first: one at a time, one key a decision."""

from typing import NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from firsthand import store as stored
from firsthand.desk import addresses
from firsthand.desk.fields import number
from firsthand.desk.passages import Piece, around
from firsthand.desk.render import page
from firsthand.desk.state import Desk, Dossier, desk_of, dossier
from firsthand.show.view import Said
from firsthand.show.wording import cut
from firsthand.store import Doubt

SHOWN = 600  # code points of an article in doubt


class Side(NamedTuple):
    """A statement or an article that is in doubt: its reference in forms, its address, what is shown of it."""

    reference: str
    address: str
    said: Said | None
    context: tuple[Piece, ...]
    title: str


def review(request: Request) -> Response:
    """The doubt at place ?at=… (0 is the most doubtful); ?done=… counts the decisions of this sitting."""
    desk, at, done = desk_of(request), number(request, "at"), number(request, "done")
    rows, total = stored.review(desk.store, offset=at, limit=1)
    if not rows and total:
        at = 0
        rows, total = stored.review(desk.store, offset=0, limit=1)
    doubt = rows[0] if rows else None
    return page(
        request,
        "review.html.j2",
        doubt=doubt,
        sides=sides(desk, doubt) if doubt else (),
        names=_names(desk, doubt) if doubt and doubt.kind == "statement" else (),
        place=at,
        done=done,
        total=total,
        then=addresses.query("/review", at=at, done=done + 1),
        stay=addresses.query("/review", at=at, done=done),
        later=addresses.query("/review", at=at + 1, done=done),
        before=addresses.query("/review", at=at - 1, done=done) if at else "",
    )


def sides(desk: Desk, doubt: Doubt) -> tuple[Side, ...]:
    """What the doubt is about, as far as it is still there."""
    if doubt.kind == "statement":
        found: list[Side | None] = [_statement(desk, doubt.statement)]
    elif doubt.kind == "claims":
        found = [_statement(desk, doubt.statement), _statement(desk, doubt.other)]
    elif doubt.kind == "rewrite":
        found = [_article(desk, doubt.article), _article(desk, doubt.other)]
    else:
        found = []
    return tuple(side for side in found if side)


def _statement(desk: Desk, statement: str | None) -> Side | None:
    article = stored.article_with(desk.store, statement) if statement else None
    held = _dossier(desk, article)
    said = held.said.get(statement or "") if held else None
    if said is None:
        return None
    home = said.paper.article
    return Side(
        f"{home.id}/{said.record.id}",
        addresses.words(home.id, said.record.id),
        said,
        around(home.text, said.record.spans),
        home.title or "",
    )


def _article(desk: Desk, article: str | None) -> Side | None:
    row = stored.article_of(desk.store, article) if article else None
    if row is None:
        return None
    home = row.article
    return Side(
        home.id, addresses.article(home.id), None, (Piece(cut(home.text[: 2 * SHOWN], SHOWN), False),), home.title or ""
    )


def _dossier(desk: Desk, article: str | None) -> Dossier | None:
    try:
        return dossier(desk, article) if article else None
    except HTTPException:
        return None


def _names(desk: Desk, doubt: Doubt) -> list[str]:
    held = _dossier(desk, doubt.article)
    named = [a.name for a in held.brief.actors if a.kind != "unnamed"] if held else []
    return sorted(dict.fromkeys(named), key=str.casefold)
