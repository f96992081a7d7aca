"""Who stands behind a speaker or an article: an organisation behind its spokespersons, an outlet behind its text."""

from collections.abc import Iterable

from firsthand.records import Actor, Article


def parties(actors: Iterable[Actor]) -> dict[str, str]:
    """Actor id → the id of the organisation at the top of its `member_of` chain, itself when it has none.

    A circle of memberships ends where it began.
    """
    above = {actor.id: actor.member_of for actor in actors}
    return {actor: _top(actor, above) for actor in above}


def _top(actor: str, above: dict[str, str | None]) -> str:
    seen = {actor}
    while (parent := above.get(actor)) and parent in above and parent not in seen:
        seen.add(parent)
        actor = parent
    return actor


def publishers(articles: Iterable[Article], actors: Iterable[Actor]) -> dict[str, frozenset[str]]:
    """Article id → the actors that are its outlet, known by name; articles without an outlet are left out."""
    named: dict[str, set[str]] = {}
    for actor in actors:
        for name in (actor.name, *actor.aliases):
            named.setdefault(_bare(name), set()).add(actor.id)
    return {a.id: frozenset(named.get(_bare(a.outlet.name), ())) for a in articles if a.outlet is not None}


def _bare(name: str) -> str:
    return " ".join(name.casefold().split())
