"""Briefs compared by what they say: the order of a store is that of adding."""

from collections.abc import Iterable

from firsthand.pipeline import Found, conclude
from firsthand.records import Article, Brief, Speakers
from firsthand.settings import Settings


def same(one: Brief, other: Brief) -> None:
    """Assert that two briefs say the same of the same articles."""
    assert {a.id for a in one.articles} == {a.id for a in other.articles}
    for field in ("statements", "claims", "relations", "copies", "timeline"):
        ones, others = getattr(one, field), getattr(other, field)
        assert set(map(repr, ones)) == set(map(repr, others)), field
        assert len(ones) == len(others), field
    assert {a.id: (a.name, a.kind) for a in one.actors} == {a.id: (a.name, a.kind) for a in other.actors}
    assert {s.id: (set(s.articles), set(s.claims)) for s in one.stories} == {
        s.id: (set(s.articles), set(s.claims)) for s in other.stories
    }


def brief_of(articles: Iterable[Article], found: dict[str, Found]) -> Brief:
    """What `firsthand.pipeline.brief_of` gives, from what the article stages found already."""
    given = list(articles)
    return conclude([found[each.id] for each in given if each.id in found], given, (), Settings())


def bare(article: Article) -> Found:
    """An article in which the article stages found nothing: enough to be grouped, and quick to work out."""
    return Found(
        article=article, attributions=(), speakers=Speakers(entities=(), sources=(), chains=()), times=(), said=()
    )
