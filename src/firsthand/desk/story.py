"""The stories, and one story: its claims as cards, its timeline, its copies, what is new since the last visit."""

from contextlib import suppress
from typing import Any, NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from firsthand import store as stored
from firsthand.desk import addresses
from firsthand.desk.fields import asked, one, paging, sent
from firsthand.desk.render import page
from firsthand.desk.state import Desk, Dossier, desk_of, dossier
from firsthand.errors import StoreUnusable
from firsthand.show.view import Card, Said, Telling

PAGE = 30  # stories a page
JOINED = 8  # stories offered to be one with this


class News(NamedTuple):
    """What came since the last visit: ids of articles, numbers of claims that they tell; `since` in UTC."""

    since: str | None
    articles: frozenset[str]
    claims: frozenset[int]


def stories(request: Request) -> Response:
    """All stories, the newest first."""
    desk, at = desk_of(request), paging(request, PAGE)
    fields = {name: asked(request, name) for name in ("text", "outlet", "since", "until")}
    rows, total = stored.stories(desk.store, **fields, offset=at.offset, limit=at.limit)
    return page(
        request,
        "stories.html.j2",
        rows=rows,
        total=total,
        paging=at,
        fields=fields,
        fresh=stored.fresh(desk.store, desk.by, (row.id for row in rows)),
        waiting=stored.waiting(desk.store),
        problems=len(stored.unprocessed(desk.store)),
    )


def story(request: Request) -> Response:
    """The story that holds an article."""
    desk, article = desk_of(request), request.path_params["article"]
    held = dossier(desk, article)
    telling = telling_of(held, article)
    anchor = telling.papers[0].article.id
    join = asked(request, "join")
    rows = stored.stories(desk.store, text=join, limit=JOINED + 1).rows if join else ()
    return page(
        request,
        "story.html.j2",
        telling=telling,
        anchor=anchor,
        news=news(desk, anchor, telling),
        join=join,
        joined=[row for row in rows if row.anchor != anchor][:JOINED],
        **to_places(held),
    )


async def seen(request: Request) -> Response:
    """Note that the analyst has seen the story as it stands."""
    desk, article = desk_of(request), request.path_params["article"]
    form = await sent(request, desk.secret)
    row = await run_in_threadpool(stored.article_of, desk.store, article)
    if row is None:
        raise HTTPException(404)
    await run_in_threadpool(stored.visit, desk.store, desk.by, article)
    return RedirectResponse(addresses.here(one(form, "back", 2_000)), 303)


def telling_of(held: Dossier, article: str) -> Telling:
    """The story that an article is in. Raises HTTPException 404 where it is in none that is worked out."""
    for telling in held.sheet.tellings:
        if any(paper.article.id == article for paper in telling.papers):
            return telling
    raise HTTPException(404)


def to_places(held: Dossier) -> dict[str, Any]:
    """What templates ask for the addresses of a dossier's statements and claims."""

    def to_said(said: Said) -> str:
        return addresses.words(said.paper.article.id, said.record.id)

    def to_claim(number: int) -> str:
        card = held.cards.get(number)
        return addresses.claim(lead(card).record.id) if card and card.said else "#"

    return {"to_said": to_said, "to_claim": to_claim}


def lead(card: Card) -> Said:
    """The statement whose words the claim is shown by: it names the claim in addresses and decisions."""
    return next((s for s in card.said if s.record.text == card.text), card.said[0])


def news(desk: Desk, anchor: str, telling: Telling) -> News:
    """What came since the analyst was here. The first visit is noted: nothing is new then."""
    since = stored.visited(desk.store, desk.by, anchor)
    if since is None:
        with suppress(StoreUnusable):  # a store that may not be written to can be read
            stored.visit(desk.store, desk.by, anchor)
        return News(None, frozenset(), frozenset())
    articles = stored.arrivals(desk.store, (p.article.id for p in telling.papers), since)
    claims = frozenset(c.number for c in telling.cards if any(s.paper.article.id in articles for s in c.said))
    return News(since.at, articles, claims)
