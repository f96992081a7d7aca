"""Who stands behind a speaker or an article: an organisation behind its spokespersons, an outlet behind its text."""

from collections.abc import Iterable, Mapping

from firsthand.language import words
from firsthand.language.terms import fold
from firsthand.records import Actor, Article

_PRESS = frozenset({"outlet", "agency"})
_PEOPLE = frozenset({"person", "unnamed", "group"})


def parties(actors: Iterable[Actor]) -> dict[str, str]:
    """Actor id → the id of the organisation at the top of its `member_of` chain, itself when it has none.

    A circle of memberships ends where it began. An outlet is behind its people, not behind other organisations.
    """
    known = {actor.id: actor for actor in actors}
    above = {actor.id: _parent(actor, known) for actor in known.values()}
    return {actor: _top(actor, above) for actor in above}


def _parent(actor: Actor, known: Mapping[str, Actor]) -> str | None:
    parent = known.get(actor.member_of or "")
    if parent is None or (parent.kind in _PRESS and actor.kind not in _PEOPLE):
        return None
    return parent.id


def _top(actor: str, above: dict[str, str | None]) -> str:
    seen = {actor}
    while (parent := above.get(actor)) and parent in above and parent not in seen:
        seen.add(parent)
        actor = parent
    return actor


def publishers(articles: Iterable[Article], actors: Iterable[Actor]) -> dict[str, frozenset[str]]:
    """Article id → the actors that are its outlet, known by name; articles without an outlet are left out."""
    known = [(actor.id, name) for actor in actors for name in (actor.name, *actor.aliases)]
    named: dict[str, dict[str, set[str]]] = {}
    out = {}
    for article in articles:
        if article.outlet is None:
            continue
        language = article.language or "en"
        if language not in named:
            named[language] = {}
            for actor, name in known:
                named[language].setdefault(_bare(language, name), set()).add(actor)
        out[article.id] = frozenset(named[language].get(_bare(language, article.outlet.name), ()))
    return out


def _bare(language: str, name: str) -> str:
    """A name folded, without a leading article."""
    parts = [fold(word) for word in name.split()]
    leading = len(parts) > 1 and parts[0] in words(language, "claims", "stop")
    return " ".join(parts[1:] if leading else parts)
