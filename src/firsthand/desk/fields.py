"""What comes with a request, read with limits: nothing of it is trusted."""

from collections.abc import Sequence
from typing import NamedTuple

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from firsthand.desk.safety import signed
from firsthand.records import Spans

LONGEST = 500  # code points of a field
WORDS = 20_000  # code points of words pasted from an article
MOST = 400  # fields of a form; spans of a statement
PAGES = 100_000


class Refused(HTTPException):
    """A form that cannot be used, with what is wrong with it."""

    def __init__(self, why: str) -> None:
        super().__init__(400, why)


class Paging(NamedTuple):
    """Which rows a page shows: `limit` from `offset` on; `number` counts from 1."""

    number: int
    limit: int

    @property
    def offset(self) -> int:
        """How many rows come before."""
        return (self.number - 1) * self.limit


def asked(request: Request, name: str, among: Sequence[str] = ()) -> str:
    """A field of the query on one line; the empty string where it is missing, or not `among` what may stand there."""
    value = " ".join(request.query_params.get(name, "")[:LONGEST].split())
    return value if not among or value in among else ""


def paging(request: Request, limit: int) -> Paging:
    """The page asked for with `page`, the first for what is no number."""
    return Paging(max(number(request, "page"), 1), limit)


def number(request: Request, name: str) -> int:
    """A whole number of the query, 0 where there is none, never above PAGES."""
    value = request.query_params.get(name, "")
    return min(int(value), PAGES) if value.isascii() and value.isdigit() and len(value) < 9 else 0


async def sent(request: Request, secret: bytes) -> FormData:
    """The form that was sent, if it is one of this desk's own. Raises HTTPException 403 for any other."""
    form = await request.form(max_files=1, max_fields=MOST)
    if not signed(secret, one(form, "csrf")):
        await form.close()
        raise HTTPException(
            403,
            "This form is not of the desk that runs now; nothing was changed. Go back, load the page anew, try again.",
        )
    return form


def one(form: FormData, name: str, longest: int = LONGEST) -> str:
    """A field of the form, trimmed; the empty string where it is missing. Raises Refused when it is too long."""
    value = form.get(name, "")
    if isinstance(value, UploadFile):
        return ""
    if len(value) > longest:
        raise Refused(f"“{name}” is longer than {longest:,} characters.")
    return value.strip()


def several(form: FormData, name: str) -> tuple[str, ...]:
    """All fields of that name that hold something, each once."""
    values = (value.strip()[:LONGEST] for value in form.getlist(name) if isinstance(value, str))
    return tuple(dict.fromkeys(value for value in values if value))


def spans(text: str, length: int) -> Spans:
    """Spans written as "12-40,50-60": in order, apart, inside a text of `length` code points. Raises Refused.

    >>> spans("50-60,12-40", 100)
    ((12, 40), (50, 60))
    """
    found = []
    for piece in text.split(",")[: MOST + 1] if text else ():
        start, dash, end = piece.strip().partition("-")
        if not (dash and start.isascii() and start.isdigit() and end.isascii() and end.isdigit() and len(piece) < 24):
            raise Refused("These words cannot be found in the article.")
        found.append((int(start), int(end)))
    found.sort()
    edges = [0, *(edge for span in found for edge in span), length]
    if len(found) > MOST or any(start >= end for start, end in found) or sorted(edges) != edges:
        raise Refused("These words do not stand in the article.")
    return tuple(found)


def written(spans: Spans) -> str:
    """Spans as `spans` reads them.

    >>> written(((12, 40), (50, 60)))
    '12-40,50-60'
    """
    return ",".join(f"{start}-{end}" for start, end in spans)
