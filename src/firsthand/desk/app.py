"""Binds the pages to their addresses, and what goes wrong to a page that says what to do."""

import secrets
from collections.abc import Sequence
from importlib.resources import files

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from firsthand.desk import actors, article, claim, decide, log, orphans, review, search, story
from firsthand.desk.render import page
from firsthand.desk.safety import Guard
from firsthand.desk.state import Desk
from firsthand.errors import FirsthandError
from firsthand.settings import Settings
from firsthand.show.as_html import asset
from firsthand.store import Store

LOOPBACK = ("127.0.0.1", "localhost", "::1")
SORRY = {
    400: "This could not be used",
    403: "Not from here",
    404: "Nothing stands at this address",
    405: "Nothing is done at this address",
    413: "Too much at once",
}
MISSING = "It may have been in another store, or a decision has changed what stood here. Look for it by its words:"


def make_app(
    store: Store,
    by: str,
    *,
    settings: Settings = Settings(),
    hosts: Sequence[str] = LOOPBACK,
    token: str | None = None,
) -> ASGIApp:
    """The desk over a store as an ASGI app; decisions are signed with `by`.

    It answers to the names in `hosts`; with a `token` only to who has shown it once, as ?token=….
    """
    app = Starlette(
        routes=[
            Route("/", story.stories),
            Route("/story/{article}", story.story),
            Route("/seen/{article}", story.seen, methods=["POST"]),
            Route("/claim/{statement}", claim.claim),
            Route("/article/{article}", article.article),
            Route("/article/{article}/changes", article.changed),
            Route("/actors", actors.actors),
            Route("/actor/{actor}", actors.actor),
            Route("/search", search.search),
            Route("/unprocessed", search.unprocessed),
            Route("/review", review.review),
            Route("/corrections", log.corrections),
            Route("/corrections/export", log.exported),
            Route("/corrections/import", log.imported, methods=["POST"]),
            Route("/corrections/apply", orphans.apply, methods=["POST"]),
            Route("/decide", decide.decide, methods=["POST"]),
            Route("/undo", decide.undo, methods=["POST"]),
            Route("/help", guide),
            Route("/look/{name}", look),
        ],
        exception_handlers={HTTPException: _refused, FirsthandError: _unusable, Exception: _failed},
    )
    app.state.desk = Desk(store=store, by=by, secret=secrets.token_bytes(32), settings=settings)
    return Guard(app, hosts=hosts, token=token)


def guide(request: Request) -> Response:
    """How the desk is used: its keys, its marks."""
    return page(request, "help.html.j2")


def look(request: Request) -> Response:
    """The style sheets and the script."""
    name = request.path_params["name"]
    if name == "look.css":
        return PlainTextResponse(asset(name), media_type="text/css")
    kinds = {"desk.css": "text/css", "desk.js": "text/javascript"}
    if name not in kinds:
        raise HTTPException(404)
    text = (files("firsthand.desk") / "static" / name).read_text("utf-8")
    return PlainTextResponse(text, media_type=kinds[name])


def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    why = error.detail if isinstance(error, HTTPException) and status not in (404, 405) else MISSING
    return page(request, "problem.html.j2", status, title=SORRY.get(status, "This did not work"), why=why)


def _unusable(request: Request, error: Exception) -> Response:
    return page(request, "problem.html.j2", 503, title="The store could not be used", why=str(error))


def _failed(request: Request, _error: Exception) -> Response:
    """One page without a traceback, which goes to the terminal. It reads nothing from the store: that may be broken."""
    return page(request, "problem.html.j2", 500, title="This did not work", why="The desk’s terminal says more.")
