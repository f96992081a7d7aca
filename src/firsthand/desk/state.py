"""What every page of a running desk needs."""

from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock
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
MOST = 200  # lists of actors that are held ready
RECENT = 2_000_000  # bytes, as they are kept, of the dossiers that are held ready: some twenty times that in memory


class Dossier(NamedTuple):
    """The stories around an article, as they are shown; `said` is by statement id, `cards` by number."""

    brief: Brief
    sheet: Sheet
    said: dict[str, Said]
    cards: dict[int, Card]


def dossier_of(brief: Brief) -> Dossier:
    """A dossier's brief as it is shown."""
    shown = sheet(brief)
    return Dossier(
        brief=brief,
        sheet=shown,
        said={s.record.id: s for s in shown.said},
        cards={c.number: c for t in shown.tellings for c in t.cards},
    )


class Recent:
    """The dossiers that were shown last, by the bytes that they are kept as: to make one ready takes long."""

    def __init__(self) -> None:
        self._held: OrderedDict[bytes, Dossier] = OrderedDict()
        self._lock = Lock()

    def get(self, store: Store, kept: bytes) -> Dossier:
        """The dossier of these bytes; those that were not asked for longest are let go."""
        with self._lock:
            found = self._held.get(kept)
            if found is not None:
                self._held.move_to_end(kept)
                return found
        made = dossier_of(stored.brief_kept(store, kept))
        with self._lock:
            self._held[kept] = made
            while len(self._held) > 1 and sum(map(len, self._held)) > RECENT:
                self._held.popitem(last=False)
        return made


class Listed:
    """The lists of actors that were shown last: to add all actors up takes long, and hardly anything changes them."""

    def __init__(self) -> None:
        self._stamp: tuple[int, ...] = ()
        self._held: dict[tuple[str, str, int], stored.Page[stored.ActorRow]] = {}

    def actors(self, store: Store, *, text: str, kind: str, offset: int, limit: int) -> stored.Page[stored.ActorRow]:
        """What `store.actors` says, as long as nothing was worked out anew."""
        now, key = stored.stamp(store), (text, kind, offset)
        if now != self._stamp or len(self._held) > MOST:
            self._stamp, self._held = now, {}
        held = self._held
        if key not in held:
            held[key] = stored.actors(store, text=text, kind=kind, offset=offset, limit=limit)
        return held[key]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A store, who decides, the secret that this process signs its forms with, and what a run is made with."""

    store: Store
    by: str
    secret: bytes
    settings: Settings
    shown: Recent = field(default_factory=Recent)
    listed: Listed = field(default_factory=Listed)

    def correction(self, id: str) -> Correction | None:  # noqa: A002 - what the record calls it
        """The correction with that id."""
        return next((c for c in stored.corrections(self.store) if c.id == id), None)


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
    kept = stored.dossier_kept(desk.store, article)
    if kept is None:
        raise HTTPException(404)
    return desk.shown.get(desk.store, kept)


def answer(desk: Desk, address: str, told: str) -> Response:
    """On to an address after a decision, of which the browser is told.

    What the decision touches beyond the first stories is worked out behind the answer.
    """
    made = RedirectResponse(address, 303, background=BackgroundTask(_rest, desk))
    made.set_cookie(COOKIE, told, httponly=True, samesite="strict")
    return made


def _rest(desk: Desk) -> None:
    # The decision is kept; what cannot be worked out now waits, and the first page says so.
    with suppress(FirsthandError):
        stored.update(desk.store, desk.settings)


def told(request: Request) -> Told:
    """What the browser was told of its last decision."""
    just, _, undoable = request.cookies.get(COOKIE, "").partition(".")
    return Told(just[:64], undoable[:64])
