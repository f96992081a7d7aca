"""Who the sources of one article are."""

from bisect import bisect_left
from collections.abc import Sequence

from firsthand.records import Article, Attribution, Entity, Link, Parse, Spans, Speakers
from firsthand.settings import Names
from firsthand.stages.resolve.belong import forward, forward_bodies, give_members
from firsthand.stages.resolve.cast import Character, cast_of, settle
from firsthand.stages.resolve.confidence import confidence
from firsthand.stages.resolve.credit import dateline_end, is_own, wire_credit
from firsthand.stages.resolve.lexicon import Lexicon, lexicon
from firsthand.stages.resolve.mentions import mentions
from firsthand.stages.resolve.names import words
from firsthand.stages.resolve.overrule import Overruling, overruling
from firsthand.stages.resolve.roles import give_roles
from firsthand.stages.resolve.scene import Scene, scene_of
from firsthand.stages.resolve.sort import tell_sorts
from firsthand.stages.resolve.speaker import speaker_of


def identify(article: Article, parse: Parse, attributions: Sequence[Attribution], names: Names = Names()) -> Speakers:
    """Build the article's cast and link each attribution's source and re-reporters to it.

    An unknown speaker is None with an empty chain. The article's own outlet is in no chain; the agency whose copy
    the article is stands last in every chain. What `names` keeps apart
    stays apart. Raises FileNotFoundError for a language without lists.
    """
    lex = lexicon(article.language or "en")
    scene, role_places = _scene(article, parse, attributions, lex, overruling(names, lex.articles))
    characters = scene.characters
    credit = _credit(article, scene, lex)
    order = sorted(range(len(attributions)), key=lambda n: (attributions[n].source or attributions[n].spans, n))
    sources: list[int | None] = [None] * len(attributions)
    chains: list[tuple[int, ...]] = [()] * len(attributions)
    shares = [1.0] * len(attributions)
    last: dict[int, float] = {}  # of each character
    seen: dict[object, int] = {}
    before: int | None = None
    for n in order:
        attribution = attributions[n]
        if attribution.quote == "none" or not attribution.source:
            continue
        same = (attribution.spans, attribution.source, attribution.cue)
        scene.told = _told(scene, attribution)
        source = speaker_of(scene, attribution.source, part=seen.get(same, 0))
        seen[same] = seen.get(same, 0) + 1
        if source is None or characters[source].own:
            continue
        shares[n] = confidence(scene.ground)
        if scene.ground.choice is not None and not scene.ground.choice.named:
            shares[n] = min(shares[n], last.get(source, 1.0))  # "she said … She added": as sure as the first
        last[source] = shares[n]
        scene.source = source
        via = [hand for spans in attribution.via if (hand := speaker_of(scene, spans, hands=True)) is not None]
        scene.source = None
        if not via and before is not None and sources[before] == source and _goes_on(scene, attribution.cue, lex):
            via = [hand for hand in chains[before][1:] if hand != credit]
        chain = [source, *(h for h in via if not characters[h].own)]
        if credit is not None and credit != source:
            chain = [*(hand for hand in chain if hand != credit), credit]
        sources[n], chains[n] = source, tuple(dict.fromkeys(chain))
        before = n
    give_members(scene, role_places)
    named = forward(characters, sources, order) | forward_bodies(characters, lex)
    sources = [named.get(s, s) if s is not None else None for s in sources]
    chains = [tuple(dict.fromkeys(named.get(c, c) for c in chain)) for chain in chains]
    return _speakers(article, characters, sources, chains, shares, lex)


def _scene(
    article: Article, parse: Parse, attributions: Sequence[Attribution], lex: Lexicon, given: Overruling
) -> tuple[Scene, list[tuple[int, int, int]]]:
    """The article about to be read with its cast, and where roles stand beside names."""
    found = mentions(parse, lex)
    seat = dateline_end(article, lex)
    for mention in found:
        if mention.end < seat and not mention.sure:
            mention.label, mention.sure = "place", True
    characters = cast_of(article.text, found, lex, given)
    role_places = give_roles(article.text, parse.tokens, found, characters, lex)
    tell_sorts(parse.tokens, found, characters, lex)
    settle(characters, lex)
    for character in characters:
        character.own = character.kind != "person" and is_own(" ".join(character.words), article, lex)
    quoted = [span for a in attributions if a.quote == "direct" for span in a.spans]
    return scene_of(article, parse, lex, found, characters, quoted, given), role_places


def _told(scene: Scene, attribution: Attribution) -> tuple[int, int]:
    """The tokens of what is told before its source."""
    before = [span for span in attribution.spans if span[1] <= attribution.source[0][0]]
    if not before:
        return 0, 0
    return bisect_left(scene.starts, before[0][0]), bisect_left(scene.starts, before[-1][1])


def _goes_on(scene: Scene, cue: Spans, lex: Lexicon) -> bool:
    """Whether a statement with this cue carries on the one before: "he added"."""
    first, past = (bisect_left(scene.starts, at) for at in (cue[0][0], cue[-1][1])) if cue else (0, 0)
    inside = [t.lemma for t in scene.tokens[first:past]]
    return any(lemma in lex.continuing for lemma in (" ".join(inside), *inside))


def _credit(article: Article, scene: Scene, lex: Lexicon) -> int | None:
    """The character of the agency whose copy the article is."""
    credit = wire_credit(article, lex)
    if credit is None:
        return None
    name, start, end = credit
    folded = words(name)
    for n, character in enumerate(scene.characters):
        initials = "".join(w[0] for w in character.words)
        if character.words == folded or (len(folded) == 1 and len(initials) > 1 and initials == folded[0]):
            character.kind = "agency"
            character.forms[name] += 1
            return n
    made = Character(name, "agency", folded)
    made.forms[name] += 1
    if end > start:
        made.spans.append((start, end))
    scene.characters.append(made)
    return len(scene.characters) - 1


def _speakers(
    article: Article,
    characters: list[Character],
    sources: list[int | None],
    chains: list[tuple[int, ...]],
    shares: list[float],
    lex: Lexicon,
) -> Speakers:
    """The records: people, bodies, and whoever is a source or parent."""
    used = {n for chain in chains for n in chain}
    used |= {c.member_of for c in characters if c.member_of is not None}
    kept = [
        n
        for n, c in enumerate(characters)
        if n in used or (c.kind in ("person", "organisation", "agency", "outlet") and c.head is None and not c.own)
    ]
    keys = {n: f"{article.id}:{at}" for at, n in enumerate(kept)}
    entities = []
    for n in kept:
        c = characters[n]
        entities.append(
            Entity(
                key=keys[n],
                article=article.id,
                name=c.name,
                kind=c.kind,
                aliases=tuple(sorted(c.forms, key=lambda f: (-c.forms[f], f))),
                roles=tuple(dict.fromkeys(role.text for role in c.roles)),
                spans=tuple(sorted(set(c.spans))),
                member_of=keys.get(c.member_of) if c.member_of is not None else None,
                member_why=c.member_why if c.member_of is not None else None,
                links=tuple(Link(*span, *link) for span, link in sorted(c.links.items())),
            )
        )
    return Speakers(
        entities=tuple(entities),
        sources=tuple(keys[n] if n is not None else None for n in sources),
        chains=tuple(tuple(keys[n] for n in chain) for chain in chains),
        confidences=tuple(shares),
    )
