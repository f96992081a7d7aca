"""The actor that a person means by a name; one that nobody was found to be is made."""

from collections.abc import Sequence
from functools import cache

from firsthand.corrections.names import folded
from firsthand.ids import actor_id
from firsthand.language import supported, topic
from firsthand.records import Actor, ActorKind, ActorMention, Article, Spans

ONE_ARTICLE = ("unnamed", "group", "document")  # whose names tell nobody outside their article


def meant(name: str, article: Article, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The actors that `name` can stand for in an article: one where it is clear, none where it is new.

    Case and accents do not matter. Whoever is shown under the name goes before who is also called so, whom the article
    mentions before others.
    """
    wanted = folded(name)
    fits = [a for a in actors if wanted in {folded(n) for n in (a.name, *a.aliases)}]
    here = [a for a in fits if any(m.article == article.id for m in a.mentions)]
    fits = [a for a in fits if a in here or a.kind not in ONE_ARTICLE]
    fits = [a for a in fits if folded(a.name) == wanted] or fits
    return tuple([a for a in fits if a in here] or fits)


def made(name: str, article: Article, spans: Spans = ()) -> Actor:
    """A new actor for a name that a person gave; `spans` are the words of the article that stand for it, if any.

    It is an outlet or an agency where a list or the article's masthead says so, unnamed where nothing in it is written
    with a capital ("two guards"), else a person.
    """
    name = " ".join(name.split())
    kind: ActorKind = "unnamed" if name.islower() else _press(article).get(folded(name), "person")
    unique = f"{name} {article.id}" if kind == "unnamed" else name
    mention = ActorMention(article=article.id, spans=spans)
    return Actor(id=actor_id(kind, unique), name=name, kind=kind, aliases=(name,), member_of=None, mentions=(mention,))


def _press(article: Article) -> dict[str, ActorKind]:
    language = article.language if article.language in supported() else "en"
    own: dict[str, ActorKind] = {folded(article.outlet.name): "outlet"} if article.outlet else {}
    return own | _listed(language or "en")


@cache
def _listed(language: str) -> dict[str, ActorKind]:
    kinds: tuple[tuple[str, ActorKind], ...] = (("outlets", "outlet"), ("agencies", "agency"))
    return {folded(name): kind for file, kind in kinds for row in topic(language, file)["names"] for name in row}
