"""Who stands behind a speaker: several spokespersons of one organisation are one party."""

from collections.abc import Iterable

from firsthand.records import Actor


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
