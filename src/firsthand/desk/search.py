"""Search over articles and statements; what was not processed."""

from typing import Literal, get_args

from starlette.requests import Request
from starlette.responses import Response

from firsthand import store as stored
from firsthand.desk.fields import asked, paging
from firsthand.desk.passages import Piece
from firsthand.desk.render import page
from firsthand.desk.state import desk_of
from firsthand.records import Stance

PAGE = 30
FIELDS = ("speaker", "stance", "outlet", "since", "until")


def search(request: Request) -> Response:
    """Statements or articles that hold words, or of a speaker, an outlet …, the best first."""
    desk, at = desk_of(request), paging(request, PAGE)
    text = asked(request, "text")
    fields = {name: asked(request, name, get_args(Stance) if name == "stance" else ()) for name in FIELDS}
    what: Literal["statements", "articles"] = "articles" if asked(request, "what") == "articles" else "statements"
    wanted = bool(text or any(fields.values()))
    if what == "articles":
        fields["speaker"] = fields["stance"] = ""
    found = stored.search(desk.store, text, what=what, **fields, offset=at.offset, limit=at.limit) if wanted else None
    return page(
        request,
        "search.html.j2",
        text=text,
        what=what,
        fields=fields,
        paging=at,
        total=found.total if found else 0,
        hits=[(hit, [Piece(*each) for each in stored.marked_pieces(hit.marked)]) for hit in found.rows]
        if found
        else [],
        wanted=wanted,
    )


def unprocessed(request: Request) -> Response:
    """What gave no analysed article: where, why, and what to do about it."""
    desk = desk_of(request)
    return page(request, "unprocessed.html.j2", rows=stored.unprocessed(desk.store), waiting=stored.waiting(desk.store))
