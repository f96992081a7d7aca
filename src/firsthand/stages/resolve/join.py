"""Entities of many articles → actors of the pile."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from firsthand.ids import actor_id
from firsthand.records import Actor, ActorKind, Article, Entity, Speakers
from firsthand.stages.resolve.lexicon import lexicon
from firsthand.stages.resolve.names import key


def resolve(articles: Sequence[Article], speakers: Sequence[Speakers]) -> tuple[tuple[Actor, ...], dict[str, str]]:
    """One actor for all the names of a person or body over the pile; also entity key → actor id."""
    used = {k for s in speakers for chain in s.chains for k in chain}
    groups: dict[object, list[Entity]] = defaultdict(list)
    for s in speakers:
        for e in s.entities:
            if e.key not in used:
                continue
            name = key(e.name, lexicon("en").articles)
            groups[e.key if e.kind in ("unnamed", "group", "document") else name].append(e)
    actors: dict[str, Actor] = {}
    ids: dict[str, str] = {}
    for group_key, members in groups.items():
        names: Counter[str] = Counter(e.name for e in members)
        name = max(sorted(names), key=lambda n: names[n])
        kinds: Counter[ActorKind] = Counter(e.kind for e in members)
        kind = max(sorted(kinds), key=lambda k: kinds[k])
        unique = name if not group_key == members[0].key else f"{name}\x1f{members[0].article}"
        made = actor_id(kind, unique)
        aliases = tuple(sorted({a for e in members for a in e.aliases}))
        actors[made] = Actor(id=made, name=name, kind=kind, aliases=aliases, member_of=None)
        ids |= {e.key: made for e in members}
    return tuple(actors.values()), ids
