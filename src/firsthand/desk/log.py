"""The log of corrections: who decided what and when, with undo; taken out and in as web annotations."""

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from firsthand import store as stored
from firsthand.corrections import from_annotations, to_annotations
from firsthand.desk.fields import Refused, asked, paging, sent
from firsthand.desk.render import page
from firsthand.desk.state import desk_of
from firsthand.errors import BadCorrections

PAGE = 50
STATES = ("standing", "undone")


def corrections(request: Request) -> Response:
    """All decisions, the newest first, and before them those that lost their words."""
    desk, at = desk_of(request), paging(request, PAGE)
    every = stored.corrections(desk.store)
    fields = {
        "by": asked(request, "by"),
        "kind": asked(request, "kind"),
        "state": asked(request, "state", STATES),
    }
    rows = [
        c
        for c in every
        if fields["by"] in ("", c.by)
        and fields["kind"] in ("", c.kind)
        and fields["state"] in ("", "undone" if c.undone else "standing")
    ]
    return page(
        request,
        "corrections.html.j2",
        rows=rows[at.offset : at.offset + at.limit],
        total=len(rows),
        paging=at,
        fields=fields,
        people=sorted({c.by for c in every}),
        kinds=sorted({c.kind for c in every}),
        orphans=stored.orphans(desk.store),
        taken_in=asked(request, "in"),
    )


def exported(request: Request) -> Response:
    """All decisions as a W3C Web Annotation collection (JSON-LD)."""
    text = to_annotations(stored.corrections(desk_of(request).store))
    headers = {"content-disposition": 'attachment; filename="corrections.jsonld"'}
    return Response(text, media_type="application/ld+json", headers=headers)


async def imported(request: Request) -> Response:
    """Take in the decisions of a file that a desk wrote; those known already stay as they are."""
    desk = desk_of(request)
    form = await sent(request, desk.secret)
    file = form.get("file")
    data = await file.read() if isinstance(file, UploadFile) else b""
    await form.close()
    if not data:
        raise Refused("Choose a file first.")
    try:
        given = await run_in_threadpool(from_annotations, data.decode("utf-8"))
    except (BadCorrections, UnicodeDecodeError) as error:
        raise Refused(f"This file cannot be taken in: {error}") from error
    fresh = await run_in_threadpool(stored.take_in, desk.store, given, desk.settings)
    return RedirectResponse(f"/corrections?in={fresh}", 303)
