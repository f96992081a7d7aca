"""Decisions whose text changed: where their words stand now, for an analyst to confirm."""

from dataclasses import replace
from uuid import uuid4

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from firsthand import store as stored
from firsthand.corrections import Correction, anchor, locate, rebound
from firsthand.desk.fields import Refused, one, sent
from firsthand.desk.state import Desk, answer, desk_of
from firsthand.records import Article, Spans
from firsthand.store.clock import now


async def apply(request: Request) -> Response:
    """Make the decision again where its words stand now; the one that lost them is undone."""
    desk = desk_of(request)
    form = await sent(request, desk.secret)
    made = await run_in_threadpool(moved, desk, one(form, "id"))
    await run_in_threadpool(stored.decide, desk.store, made, desk.settings)
    await run_in_threadpool(stored.undo, desk.store, one(form, "id"), desk.by, desk.settings)
    return answer(desk, "/corrections#orphans", f"{made.id}.{made.id}")


def moved(desk: Desk, id: str) -> Correction:  # noqa: A002 - what the record calls it
    """The decision with every lost anchor where its words stand now. Raises Refused where one is not found."""
    mine = [orphan for orphan in stored.orphans(desk.store) if orphan.correction.id == id]
    if not mine:
        raise Refused("This decision has lost nothing, or is undone.")
    old = mine[0].correction
    made, spans = old, old.spans
    for orphan in mine:
        row = stored.article_of(desk.store, orphan.article) if orphan.article else None
        if row is None or orphan.spans is None:
            raise Refused("The words of this decision are not found any more; decide anew in the article.")
        if old.kind == "spans":
            spans = _cut_anew(desk, old, row.article)
        made = rebound(made, orphan.anchor, anchor(row.article, orphan.spans), spans)
    return replace(made, id=uuid4().hex, by=desk.by, made=now(), undone=None, undone_by=None)


def _cut_anew(desk: Desk, old: Correction, article: Article) -> Spans:
    """Where the content that an analyst had cut stands now."""
    before = stored.article_of(desk.store, old.at[0].article)
    place = locate(anchor(before.article, old.spans), article) if before else None
    if place is None:
        raise Refused("The words of this decision are not found any more; decide anew in the article.")
    return place
