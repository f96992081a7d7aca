"""Templates → pages: everything from articles is escaped, and every page knows how to send forms back."""

from functools import cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.corrections import Correction
from firsthand.desk import addresses
from firsthand.desk.fields import written
from firsthand.desk.safety import sign
from firsthand.desk.state import COOKIE, Desk, Told, desk_of, told
from firsthand.desk.telling import about, decided
from firsthand.errors import FirsthandError
from firsthand.show import wording
from firsthand.show.as_html import environment
from firsthand.show.dates import of_period
from firsthand.show.dates import written as day
from firsthand.show.plain import encodable


def page(request: Request, template: str, status: int = 200, **shown: Any) -> HTMLResponse:
    """A page from a template; it may use `desk`, `csrf`, `here` (its own address) and what is `shown`."""
    desk, last = desk_of(request), told(request)
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    text = (
        templates()
        .get_template(template)
        .render(
            desk=desk,
            csrf=sign(desk.secret),
            here=addresses.here(here),
            at=request.url.path,
            just=_just(desk, last),
            undoable=last.undoable,
            words=wording,
            **shown,
        )
    )
    answer = HTMLResponse(encodable(text), status)
    if last.just:
        answer.set_cookie(COOKIE, f".{last.undoable}", httponly=True, samesite="strict")
    return answer


def _just(desk: Desk, last: Told) -> Correction | None:
    """The decision that was just made; None too where the store cannot be read, which is what the page may be about."""
    try:
        return desk.correction(last.just) if last.just else None
    except FirsthandError:
        return None


@cache
def templates() -> Environment:
    """The desk's templates, those of the one-file brief under "show/"."""
    made = environment(
        ChoiceLoader([PackageLoader("firsthand.desk"), PrefixLoader({"show": PackageLoader("firsthand.show")})])
    )
    made.filters |= {"period": of_period, "day": day, "moment": moment, "decided": decided, "spans": written}
    made.globals |= {"to": addresses, "about": about}
    return made


def moment(iso: str | None) -> str:
    """A time in UTC as a reader writes it, to the minute.

    >>> moment("2031-03-03T04:05:06.789+00:00")
    '3 Mar 2031, 04:05'
    """
    if not iso:
        return ""
    return f"{day(iso)}, {iso[11:16]}" if len(iso) > 15 and iso[10] == "T" else day(iso)
