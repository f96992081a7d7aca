"""One article: its text with the statements marked, each open to be corrected; its versions and copies."""

from typing import NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from firsthand import store as stored
from firsthand.desk.changes import changes
from firsthand.desk.fields import asked
from firsthand.desk.render import page
from firsthand.desk.state import Dossier, desk_of, dossier
from firsthand.desk.story import to_places
from firsthand.records import Article, Copy, Spans
from firsthand.show.marks import paragraphs
from firsthand.show.sheet import teller
from firsthand.show.view import Paper

PASSAGES = 12  # of a copy, shown as words
NAMES = 1_000  # actors offered as speakers


class Taken(NamedTuple):
    """A copy as this article sees it: the `other` article, whether `mine` is the copy, and the words reused."""

    record: Copy
    other: Paper
    mine: bool
    words: tuple[str, ...]


def article(request: Request) -> Response:
    """An article; ?s=… opens one of its statements."""
    desk, id_ = desk_of(request), request.path_params["article"]
    row = stored.article_of(desk.store, id_)
    if row is None:
        raise HTTPException(404)
    held = _held(request, id_)
    said = [s for s in held.sheet.said if s.paper.article.id == id_] if held else []
    chosen = asked(request, "s")
    spans: dict[int, Spans] = {s.index: s.record.spans for s in said}
    return page(
        request,
        "article.html.j2",
        row=row,
        article=row.article,
        teller=teller(row.article),
        body=paragraphs(row.article.text, row.article.parts, spans),
        said={s.index: s for s in said},
        statements=sorted(said, key=lambda s: s.record.spans),
        chosen=next((s for s in said if s.record.id == chosen), None),
        gone=bool(chosen) and all(s.record.id != chosen for s in said),
        names=_names(held) if held else [],
        copies=taken(row.article, held) if held else [],
        others=[p for p in held.sheet.papers if p.article.id != id_] if held else [],
        **(to_places(held) if held else {}),
    )


def changed(request: Request) -> Response:
    """What changed since the version before."""
    desk = desk_of(request)
    row = stored.article_of(desk.store, request.path_params["article"])
    older = stored.article_of(desk.store, row.older) if row and row.older else None
    if row is None or older is None:
        raise HTTPException(404)
    return page(
        request,
        "changes.html.j2",
        row=row,
        older=older,
        teller=teller(row.article),
        changes=changes(older.article.text, row.article.text),
    )


def taken(article: Article, held: Dossier) -> list[Taken]:
    """The copies that an article is part of, with the words that they share."""
    papers = {p.article.id: p for p in held.sheet.papers}
    found = []
    for copy in held.brief.copies:
        if article.id not in (copy.article, copy.of) or copy.article not in papers or copy.of not in papers:
            continue
        mine = copy.article == article.id
        spans = [p.article if mine else p.of for p in copy.passages[:PASSAGES]]
        words = tuple(" … ".join(article.text[a:b] for a, b in each) for each in spans)
        found.append(Taken(copy, papers[copy.of if mine else copy.article], mine, words))
    return found


def _held(request: Request, article: str) -> Dossier | None:
    """The article's dossier; None for one that waits to be worked out, or that a newer version took the place of."""
    try:
        return dossier(desk_of(request), article)
    except HTTPException:
        return None


def _names(held: Dossier) -> list[str]:
    named = [a.name for a in held.brief.actors if a.kind != "unnamed"]
    return sorted(dict.fromkeys(named), key=str.casefold)[:NAMES]
