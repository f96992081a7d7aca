"""One claim: where it comes from, who says it side by side, what stands against it, and what joins its statements."""

import re
from typing import NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from firsthand import store as stored
from firsthand.desk import addresses
from firsthand.desk.fields import asked
from firsthand.desk.passages import Piece, around
from firsthand.desk.render import page
from firsthand.desk.state import Dossier, desk_of, dossier
from firsthand.desk.story import lead, telling_of, to_places
from firsthand.find import find
from firsthand.show.tree import drawn, tree
from firsthand.show.view import Card, Said, Source

OFFERED = 12  # claims that may say the same
WORD = re.compile(r"\w+")


class Reason(NamedTuple):
    """Why two statements share an origin, to be read, and the references of the two groups that it joins."""

    text: str
    one: tuple[str, ...]
    two: tuple[str, ...]


class Root(NamedTuple):
    """An origin with its tree as lines (what stands in front, the text) and the reasons that joined it."""

    source: Source
    lines: tuple[tuple[str, str], ...]
    reasons: tuple[Reason, ...]
    references: tuple[str, ...]


class Telling(NamedTuple):
    """A statement with the words around it; `rest` are the references of the claim's other statements."""

    said: Said
    context: tuple[Piece, ...]
    reference: str
    rest: tuple[str, ...]


def claim(request: Request) -> Response:
    """The claim that holds a statement; one that makes none is shown where it stands."""
    desk, statement = desk_of(request), request.path_params["statement"]
    article = stored.article_with(desk.store, statement)
    if article is None:
        raise HTTPException(404)
    held = dossier(desk, article)
    said = held.said.get(statement)
    if said is None:
        raise HTTPException(404)
    if said.claim is None:
        return RedirectResponse(addresses.words(article, statement), 303)
    card = held.cards[said.claim]
    text = asked(request, "find")
    return page(
        request,
        "claim.html.j2",
        card=card,
        telling=telling_of(held, article),
        statement=statement,
        roots=[root(card, source, held) for source in card.sources],
        tellings=tellings(card),
        find=text,
        offered=offered(text or card.text, card, held),
        lead=lead,
        reference=reference,
        **to_places(held),
    )


def reference(said: Said) -> str:
    """How forms name a statement: its article and its id."""
    return f"{said.paper.article.id}/{said.record.id}"


def root(card: Card, source: Source, held: Dossier) -> Root:
    """An origin of the claim; each of its reasons names two statements, as the brief has it."""
    written = next((o.why for o, s in zip(card.record.origins, card.sources, strict=True) if s is source), ())
    by_index = {said.index: said for said in card.said}
    mine = [by_index[index] for index in source.said if index in by_index]
    reasons = []
    for shown, raw in zip(source.why, written, strict=True):
        named = list(dict.fromkeys(held.said[word] for word in WORD.findall(raw) if word in held.said))
        two = (reference(named[0]), reference(named[1])) if len(named) == 2 else ("", "")
        reasons.append(Reason(shown, (two[0],), (two[1],)))
    lines = tuple((lead, text) for lead, _, text in drawn(tree(card, source)))
    return Root(source, lines, tuple(reasons), tuple(map(reference, mine)))


def tellings(card: Card) -> list[Telling]:
    """The claim's statements with their context, in the card's order."""
    every = [reference(said) for said in card.said]
    return [
        Telling(said, around(said.paper.article.text, said.record.spans), mine, tuple(r for r in every if r != mine))
        for said, mine in zip(card.said, every, strict=True)
    ]


def offered(text: str, card: Card, held: Dossier) -> list[Card]:
    """The dossier's other claims that are nearest to `text`."""
    numbers = {c.record.id: c for c in held.cards.values()}
    found = (numbers.get(match.claim) for match in find(text, held.brief))
    return [other for other in found if other and other.number != card.number and other.said][:OFFERED]
