"""What every page of a running desk needs."""

from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple

from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from firsthand import store as stored
from firsthand.corrections import Correction
from firsthand.errors import FirsthandError
from firsthand.records import Brief
from firsthand.settings import Settings
from firsthand.show.sheet import sheet
from firsthand.show.view import Card, Said, Sheet
from firsthand.store import Store

COOKIE = "firsthand-told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A store, who decides, the secret that this process signs its forms with, and what a run is made with."""

    store: Store
    by: str
    secret: bytes
    settings: Settings

    def correction(self, id: str) -> Correction | None:  # noqa: A002 - what the record calls it
        """The correction with that id."""
        return next((c for c in stored.corrections(self.store) if c.id == id), None)


class Dossier(NamedTuple):
    """The stories around an article, as they are shown; `said` is by statement id, `cards` by number."""

    brief: Brief
    sheet: Sheet
    said: dict[str, Said]
    cards: dict[int, Card]


class Told(NamedTuple):
    """The decision that was just kept or undone, and the one that "undo" would undo; ids, empty where there is none."""

    just: str
    undoable: str


def desk_of(request: Request) -> Desk:
    """The desk that answers."""
    desk: Desk = request.app.state.desk
    return desk


def dossier(desk: Desk, article: str) -> Dossier:
    """The dossier that holds the article. Raises HTTPException 404 where none does."""
    brief = stored.dossier(desk.store, article)
    if brief is None:
        raise HTTPException(404)
    return dossier_of(brief)


def dossier_of(brief: Brief) -> Dossier:
    """A dossier's brief as it is shown."""
    shown = sheet(brief)
    return Dossier(
        brief=brief,
        sheet=shown,
        said={s.record.id: s for s in shown.said},
        cards={c.number: c for t in shown.tellings for c in t.cards},
    )


def answer(desk: Desk, address: str, told: str) -> Response:
    """On to an address after a decision, of which the browser is told.

    What the decision touches beyond the first stories is worked out behind the answer.
    """
    made = RedirectResponse(address, 303, background=BackgroundTask(_rest, desk))
    made.set_cookie(COOKIE, told, httponly=True, samesite="strict")
    return made


def _rest(desk: Desk) -> None:
    with suppress(
        FirsthandError
    ):  # the decision is kept; what cannot be worked out now waits, and the first page says so
        stored.update(desk.store, desk.settings)


def told(request: Request) -> Told:
    """What the browser was told of its last decision."""
    just, _, undoable = request.cookies.get(COOKIE, "").partition(".")
    return Told(just[:64], undoable[:64])
