"""The entities of all articles of a pile, with what joining needs to know of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand.ids import digest
from firsthand.language.domains import outlet_at
from firsthand.records import ActorKind, Article, Entity, Speakers
from firsthand.stages.resolve.block import rare_words, related
from firsthand.stages.resolve.credit import credits_itself, looks_like_agency
from firsthand.stages.resolve.lexicon import Lexicon, lexicon
from firsthand.stages.resolve.names import key, words


@dataclass(slots=True)
class Pile:
    """The entities of all articles with what joining needs to know of each."""

    articles: list[str]  # ids
    entities: list[Entity]
    home: list[int]  # article index of each entity; -1 for an outlet
    names: list[tuple[str, ...]]  # folded words without articles
    languages: list[str]
    outlets: set[int]  # entities that are the articles' outlets
    near: list[dict[int, int]]  # related articles
    rare: list[frozenset[str]]
    at: list[list[int]]  # entities of each article
    publishers: list[tuple[str, ...]]  # the outlet of each article, folded
    chains: list[list[tuple[int, ...]]]  # the chains of each article, as entities
    speaking: set[int]  # entities that are a source


def pile_of(articles: Sequence[Article], speakers: Sequence[Speakers]) -> Pile:
    """Gather the entities, and one more for each outlet that published something."""
    rare = rare_words(articles)
    pile = Pile(
        [a.id for a in articles], [], [], [], [], set(), related(rare), rare, [[] for _ in articles], [], [], set()
    )
    published: dict[str, int] = {}
    for n, article in enumerate(articles):
        language = article.language or "en"
        lex = lexicon(language)
        for entity in speakers[n].entities:
            pile.at[n].append(len(pile.entities))
            _add(pile, entity, n, language, lex)
        place = {e.key: at for e, at in zip(speakers[n].entities, pile.at[n], strict=True)}
        pile.chains.append([tuple(place[k] for k in chain) for chain in speakers[n].chains if chain])
        pile.speaking.update(chain[0] for chain in pile.chains[-1])
        name = _publisher(article, language)
        pile.publishers.append(tuple(key(name, lex.articles).split()))
        if article.outlet and words(name):
            folded = key(name, lex.articles)
            if folded not in published:
                published[folded] = len(pile.entities)
                pile.outlets.add(len(pile.entities))
                kind: ActorKind = "agency" if looks_like_agency(name, lex) or credits_itself(article, lex) else "outlet"
                entity = Entity(
                    key=f"outlet:{digest(folded)}",
                    article="",
                    name=name,
                    kind=kind,
                    aliases=(name,),
                    roles=(),
                    spans=(),
                    member_of=None,
                )
                _add(pile, entity, -1, language, lex)
            known = pile.entities[published[folded]]
            if article.outlet.name not in known.aliases:
                pile.entities[published[folded]] = replace(known, aliases=(*known.aliases, article.outlet.name))
    return pile


def _publisher(article: Article, language: str) -> str:
    """The name of an article's outlet, by its domain where that is known; "" without one."""
    outlet = article.outlet
    return (outlet_at(language, outlet.domain) or outlet.name) if outlet else ""


def _add(pile: Pile, entity: Entity, home: int, language: str, lex: Lexicon) -> None:
    folded = words(entity.name)
    while len(folded) > 1 and (folded[0] in lex.articles or folded[0] in lex.definite):
        folded = folded[1:]
    pile.entities.append(entity)
    pile.home.append(home)
    pile.names.append(folded)
    pile.languages.append(language)
