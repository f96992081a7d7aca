"""The actors of the store, and one actor: its names, what it said, who else it may be."""

from typing import get_args

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from firsthand import store as stored
from firsthand.desk.fields import asked, paging
from firsthand.desk.render import page
from firsthand.desk.state import desk_of
from firsthand.records import ActorKind

PAGE = 60
SAID = 30  # statements a page
OFFERED = 12  # actors that may be the same


def actors(request: Request) -> Response:
    """All actors, those with most statements first."""
    desk, at = desk_of(request), paging(request, PAGE)
    kinds = get_args(ActorKind)
    fields = {"text": asked(request, "text"), "kind": asked(request, "kind", kinds)}
    rows, total = desk.listed.actors(desk.store, **fields, offset=at.offset, limit=at.limit)
    return page(request, "actors.html.j2", rows=rows, total=total, paging=at, fields=fields, kinds=kinds)


def actor(request: Request) -> Response:
    """One actor."""
    desk, at = desk_of(request), paging(request, SAID)
    found = stored.actor_of(desk.store, request.path_params["actor"])
    if found is None:
        raise HTTPException(404)
    row, told_in = found
    find = asked(request, "find")
    offered = stored.actors(desk.store, text=find, limit=OFFERED + 1).rows if find else ()
    hits, total = stored.search(desk.store, speaker=row.id, offset=at.offset, limit=at.limit)
    return page(
        request,
        "actor.html.j2",
        row=row,
        stories=told_in,
        hits=hits,
        total=total,
        paging=at,
        find=find,
        offered=[other for other in offered if other.id != row.id][:OFFERED],
    )
