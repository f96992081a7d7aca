"""The entities of one actor → its record: a name, a kind, where it is mentioned, and what made it one."""

from collections import Counter
from collections.abc import Iterator, Sequence

from firsthand.ids import actor_id
from firsthand.records import Actor, ActorKind, ActorMention, ActorMerge, Spans
from firsthand.stages.resolve.grouping import Merge
from firsthand.stages.resolve.lexicon import lexicon
from firsthand.stages.resolve.names import key, words
from firsthand.stages.resolve.pile import Pile

ONE_ARTICLE: tuple[ActorKind, ...] = ("unnamed", "group", "document")


def actor_of(
    pile: Pile, members: Sequence[int], made_by: Sequence[Merge], texts: Sequence[str], name: str | None = None
) -> Actor:
    """The actor of some entities, with the surest kind, every alias, and `name` or else its fullest name.

    `texts` are the articles', in the pile's order.
    """
    entities = [pile.entities[n] for n in members]
    kind = kind_of(pile, members)
    name = name or _fullest(pile, members)
    aliases = {alias for e in entities for alias in (e.name, *e.aliases)}
    unique = f"{name} {entities[0].article}" if kind in ONE_ARTICLE else name
    return Actor(
        id=actor_id(kind, unique),
        name=name,
        kind=kind,
        aliases=tuple(sorted(aliases)),
        member_of=None,
        mentions=tuple(_mentions(pile, members)),
        merges=_merges(pile, members, made_by, texts),
    )


def kind_of(pile: Pile, members: Sequence[int]) -> ActorKind:
    """The kind of an actor by those of its entities."""
    lex = lexicon(pile.languages[members[0]])
    known = {key(pile.entities[n].name, lex.articles) for n in members}
    kinds = Counter(pile.entities[n].kind for n in members)
    if kinds["outlet"] + kinds["agency"] and not known.isdisjoint(lex.outlets) and known.isdisjoint(lex.agencies):
        return "outlet"
    if kinds["agency"]:
        return "agency"
    if any(n in pile.outlets for n in members) or kinds["outlet"] > kinds["person"]:
        return "outlet"
    if kinds["person"] >= max(1, kinds["organisation"] + kinds["government"]):
        return "person"
    del kinds["person"]
    return min(kinds, key=lambda k: (k in ONE_ARTICLE, -kinds[k], k))


def _fullest(pile: Pile, members: Sequence[int]) -> str:
    count = Counter(pile.entities[n].name for n in members)
    lex = lexicon(pile.languages[members[0]])
    articles = lex.definite | lex.indefinite

    def rank(name: str) -> tuple[bool, bool, int, int, bool, str]:
        folded = words(name)
        nameless = bool(folded) and folded[0] in articles and name[:1].islower()
        return nameless, len(folded) > 5, -len(folded), -count[name], name.isascii(), name

    return min(count, key=rank)


def _mentions(pile: Pile, members: Sequence[int]) -> Iterator[ActorMention]:
    """Where each article speaks of the actor; a name within a longer mention is not told twice."""
    spans: dict[int, set[tuple[int, int]]] = {}
    for n in members:
        if pile.home[n] >= 0 and pile.entities[n].spans:
            spans.setdefault(pile.home[n], set()).update(pile.entities[n].spans)
    for home in sorted(spans):
        yield ActorMention(article=pile.articles[home], spans=outermost(spans[home]))


def outermost(spans: set[tuple[int, int]]) -> Spans:
    """The spans that lie in no other, in order.

    >>> outermost({(3, 7), (0, 7), (9, 11)})
    ((0, 7), (9, 11))
    """
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not out or end > out[-1][1]:
            out.append((start, end))
    return tuple(out)


def _merges(
    pile: Pile, members: Sequence[int], made_by: Sequence[Merge], texts: Sequence[str]
) -> tuple[ActorMerge, ...]:
    """What made the names one, within articles and over them; like ones are told once, the surest first."""
    rows: dict[tuple[str, str, str], tuple[float, dict[int, None]]] = {}

    def add(one: str, two: str, why: str, score: float, *homes: int) -> None:
        least, seen = rows.get((one, two, why), (1.0, {}))
        seen.update(dict.fromkeys(h for h in homes if h >= 0))
        rows[one, two, why] = min(least, score), seen

    for merge in made_by:
        one, two = pile.entities[merge.one], pile.entities[merge.two]
        add(one.name, two.name, merge.why, merge.score, pile.home[merge.one], pile.home[merge.two])
    for n in members:
        for link in pile.entities[n].links:
            written = texts[pile.home[n]][link.start : link.end]
            if written != pile.entities[n].name:
                add(pile.entities[n].name, written, link.why, link.score, pile.home[n])
    made = [
        ActorMerge(one=one, two=two, score=score, why=why, articles=tuple(pile.articles[h] for h in homes))
        for (one, two, why), (score, homes) in rows.items()
    ]
    return tuple(sorted(made, key=lambda m: (-m.score, m.one, m.two, m.why)))
