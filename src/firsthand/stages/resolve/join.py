"""Entities of many articles → actors of the pile."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from firsthand.ids import actor_id
from firsthand.records import Actor, ActorKind, Article, Entity, Speakers
from firsthand.stages.resolve.lexicon import lexicon
from firsthand.stages.resolve.merge import Merge, Pile, merges, pile_of
from firsthand.stages.resolve.names import words

ONE_ARTICLE: tuple[ActorKind, ...] = ("unnamed", "group", "document")


def resolve(articles: Sequence[Article], speakers: Sequence[Speakers]) -> tuple[tuple[Actor, ...], dict[str, str]]:
    """One actor for all the names of a person or body over the pile; also entity key → actor id.

    `speakers[i]` belongs to `articles[i]`. Actors are those who speak, pass on, have such members, or publish;
    entities of others are in no actor.
    """
    pile = pile_of(articles, speakers)
    groups = _groups(pile, merges(pile))
    of = {n: g for g, members in enumerate(groups) for n in members}
    place = {e.key: n for n, e in enumerate(pile.entities)}
    used = {of[place[k]] for s in speakers for chain in s.chains for k in chain}
    used |= {of[n] for n in pile.outlets}
    parents: dict[int, int] = {}
    for g, members in enumerate(groups):
        over = Counter(
            of[place[key]] for n in members if (key := pile.entities[n].member_of) is not None and of[place[key]] != g
        )
        if over and _kind(pile, members, [pile.entities[n] for n in members]) not in ("outlet", "agency"):
            parents[g] = min(over, key=lambda p: (-over[p], p))
    used |= {parents[g] for g in used if g in parents}
    made = {g: _actor(pile, groups[g]) for g in sorted(used)}
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for g, actor in made.items():
        ids[g] = (
            actor.id
            if actor.id not in taken
            else actor_id(actor.kind, f"{actor.name} {pile.entities[groups[g][0]].key}")
        )
        taken.add(ids[g])
    actors = tuple(
        replace(actor, id=ids[g], member_of=ids.get(parents[g]) if g in parents else None) for g, actor in made.items()
    )
    return actors, {pile.entities[n].key: ids[of[n]] for n in place.values() if of[n] in ids}


def _groups(pile: Pile, joined: Sequence[Merge]) -> list[list[int]]:
    """The entities of each actor, in the pile's order."""
    parent = list(range(len(pile.entities)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for merge in joined:
        one, two = sorted((root(merge.one), root(merge.two)))
        parent[two] = one
    out: dict[int, list[int]] = {}
    for n in range(len(parent)):
        out.setdefault(root(n), []).append(n)
    return list(out.values())


def _actor(pile: Pile, members: list[int]) -> Actor:
    """The actor of some entities: its fullest name, the surest kind, every alias."""
    entities = [pile.entities[n] for n in members]
    kind = _kind(pile, members, entities)
    count = Counter(e.name for e in entities)
    articles = lexicon(pile.languages[members[0]]).definite | lexicon(pile.languages[members[0]]).indefinite

    def rank(name: str) -> tuple[bool, bool, int, int, bool, str]:
        folded = words(name)
        nameless = bool(folded) and folded[0] in articles and name[:1].islower()
        return nameless, len(folded) > 5, -len(folded), -count[name], name.isascii(), name

    name = min(count, key=rank)
    aliases = {alias for e in entities for alias in (e.name, *e.aliases)}
    unique = f"{name} {entities[0].article}" if kind in ONE_ARTICLE else name
    return Actor(id=actor_id(kind, unique), name=name, kind=kind, aliases=tuple(sorted(aliases)), member_of=None)


def _kind(pile: Pile, members: list[int], entities: list[Entity]) -> ActorKind:
    kinds = Counter(e.kind for e in entities)
    if kinds["agency"]:
        return "agency"
    if any(n in pile.outlets for n in members) or kinds["outlet"] > kinds["person"]:
        return "outlet"
    if kinds["person"] >= max(1, kinds["organisation"] + kinds["government"]):
        return "person"
    del kinds["person"]
    return min(kinds, key=lambda k: (k in ONE_ARTICLE, -kinds[k], k))
