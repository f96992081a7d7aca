"""Decisions whose text changed: where their words stand now, for an analyst to confirm."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import uuid4

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from firsthand import store as stored
from firsthand.corrections import Anchor, Correction, anchor, locate, rebound
from firsthand.desk.fields import Refused, one, sent
from firsthand.desk.state import COOKIE, Desk, desk_of
from firsthand.records import Article, Spans

VERSIONS = 50  # of one article that are gone through


class Orphan(NamedTuple):
    """A decision that lost its words; `place` is where they were found again, in `article` as it is now."""

    correction: Correction
    anchor: Anchor
    article: Article | None
    place: Spans | None


async def apply(request: Request) -> Response:
    """Make the decision again where its words stand now; the one that lost them is undone."""
    desk = desk_of(request)
    form = await sent(request, desk.secret)
    made = await run_in_threadpool(moved, desk, one(form, "id"))
    await run_in_threadpool(stored.decide, desk.store, made)
    await run_in_threadpool(stored.undo, desk.store, one(form, "id"), desk.by)
    answer = RedirectResponse("/corrections#orphans", 303)
    answer.set_cookie(COOKIE, f"{made.id}.{made.id}", httponly=True, samesite="strict")
    return answer


def orphans(desk: Desk) -> list[Orphan]:
    """The decisions that lost their words, each with the place where they stand now if there is a clear one."""
    return [_found(desk, correction, lost) for correction, lost in stored.orphans(desk.store)]


def moved(desk: Desk, id: str) -> Correction:  # noqa: A002 - what the record calls it
    """The decision with every lost anchor where its words stand now. Raises Refused where one is not found."""
    mine = [orphan for orphan in orphans(desk) if orphan.correction.id == id]
    if not mine:
        raise Refused("This decision has lost nothing, or is undone.")
    old = mine[0].correction
    made, spans = old, old.spans
    for orphan in mine:
        if orphan.article is None or orphan.place is None:
            raise Refused("The words of this decision are not found any more; decide anew in the article.")
        if old.kind == "spans":
            spans = _cut_anew(desk, old, orphan.article)
        made = rebound(made, orphan.anchor, anchor(orphan.article, orphan.place), spans)
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    return replace(made, id=uuid4().hex, by=desk.by, made=now, undone=None, undone_by=None)


def _found(desk: Desk, correction: Correction, lost: Anchor) -> Orphan:
    article = _latest(desk, lost)
    place = () if not lost.spans else locate(lost, article) if article else None
    return Orphan(correction, lost, article, place)


def _latest(desk: Desk, lost: Anchor) -> Article | None:
    """The newest version of the article that an anchor speaks of."""
    row = stored.article_of(desk.store, lost.article)
    for _ in range(VERSIONS):
        if row is None or row.newer is None:
            break
        row = stored.article_of(desk.store, row.newer)
    return row.article if row else None


def _cut_anew(desk: Desk, old: Correction, article: Article) -> Spans:
    """Where the content that an analyst had cut stands now."""
    before = stored.article_of(desk.store, old.at[0].article)
    place = locate(anchor(before.article, old.spans), article) if before else None
    if place is None:
        raise Refused("The words of this decision are not found any more; decide anew in the article.")
    return place
