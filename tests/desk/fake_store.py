"""A store in memory over one brief, with the reading functions that the desk asks for."""

from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from firsthand.corrections import Anchor, Correction
from firsthand.records import Article, Brief, Unprocessed


class Page(NamedTuple):
    rows: tuple[Any, ...]
    total: int


class StoryRow(NamedTuple):
    id: int
    anchor: str
    title: str
    articles: int
    outlets: int
    first: str | None
    last: str | None
    claims: int
    disputed: int
    added: str


class ArticleRow(NamedTuple):
    article: Article
    story: str | None
    ready: bool
    older: str | None
    newer: str | None
    added: str


class Hit(NamedTuple):
    article: str
    statement: str | None
    title: str | None
    outlet: str | None
    published: str | None
    speaker: str | None
    stance: str | None
    said: str | None
    text: str
    marked: str


class ActorRow(NamedTuple):
    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    statements: int
    articles: int
    stories: int


class Doubt(NamedTuple):
    kind: str
    doubt: float
    article: str
    statement: str | None
    other: str | None
    text: str
    why: str


@dataclass
class Store:
    brief: Brief
    log: list[Correction] = field(default_factory=list)
    orphaned: list[tuple[Correction, Anchor]] = field(default_factory=list)
    visits: dict[tuple[str, str], str] = field(default_factory=dict)
    older: dict[str, Article] = field(default_factory=dict)
    waiting: int = 0
    added: dict[str, str] = field(default_factory=dict)


def _page(rows, offset, limit):
    return Page(tuple(rows)[offset : offset + limit], len(rows))


def dossier(store, article):
    known = {a.id for a in store.brief.articles}
    return store.brief if article in known else None


def whole(store):
    return store.brief


def article_with(store, statement):
    return next((s.article for s in store.brief.statements if s.id == statement), None)


def waiting(store):
    return store.waiting


def stories(store, *, text="", outlet="", since="", until="", offset=0, limit=50):
    articles = {a.id: a for a in store.brief.articles}
    claims = {c.id: c for c in store.brief.claims}
    rows = []
    for n, s in enumerate(store.brief.stories):
        mine = [articles[a] for a in s.articles]
        days = sorted(a.published.start for a in mine if a.published.start)
        names = {a.outlet.name for a in mine if a.outlet}
        disputed = sum(bool(claims[c].denied_by or claims[c].doubted_by) for c in s.claims)
        if text.casefold() not in s.title.casefold() or (outlet and outlet not in names):
            continue
        first, last = (days[0], days[-1]) if days else (None, None)
        added = max(store.added.get(a.id, "2026-01-01T00:00:00+00:00") for a in mine)
        rows.append(
            StoryRow(n, s.articles[0], s.title, len(mine), len(names), first, last, len(s.claims), disputed, added)
        )
    return _page(rows, offset, limit)


def article_of(store, id):
    for a in store.brief.articles:
        if a.id == id:
            story = next((s.articles[0] for s in store.brief.stories if id in s.articles), None)
            old = store.older.get(id)
            added = store.added.get(id, "2026-01-01T00:00:00+00:00")
            return ArticleRow(a, story, True, old.id if old else None, None, added)
    for newer, old in store.older.items():
        if old.id == id:
            return ArticleRow(old, None, False, None, newer, "2025-12-31T00:00:00+00:00")
    return None


def search(
    store, text, *, what="statements", speaker="", stance="", outlet="", since="", until="", story="", offset=0, limit=50
):
    articles = {a.id: a for a in store.brief.articles}
    names = {a.id: a.name for a in store.brief.actors}
    rows = []

    def marked(words):
        at = words.casefold().find(text.casefold()) if text else -1
        return words if at < 0 else f"{words[:at]}\x02{words[at : at + len(text)]}\x03{words[at + len(text) :]}"

    if what == "statements":
        for s in store.brief.statements:
            a = articles[s.article]
            who = names.get(s.source or "")
            if text.casefold() in s.text.casefold() and speaker.casefold() in (who or "").casefold():
                if not stance or s.stance == stance:
                    said = s.said.start if s.said else None
                    published = a.published.start
                    outlet_name = a.outlet.name if a.outlet else None
                    rows.append(
                        Hit(a.id, s.id, a.title, outlet_name, published, who, s.stance, said, s.text, marked(s.text))
                    )
    else:
        for a in articles.values():
            at = a.text.casefold().find(text.casefold())
            if at >= 0:
                part = a.text[max(0, at - 80) : at + 160]
                rows.append(
                    Hit(
                        a.id,
                        None,
                        a.title,
                        a.outlet.name if a.outlet else None,
                        a.published.start,
                        None,
                        None,
                        None,
                        part,
                        marked(part),
                    )
                )
    return _page(rows, offset, limit)


def _rows(store):
    rows = []
    for a in store.brief.actors:
        mine = [s for s in store.brief.statements if a.id in (s.source, *s.chain)]
        rows.append(ActorRow(a.id, a.name, a.kind, a.aliases, len(mine), len({s.article for s in mine}), 1))
    return sorted(rows, key=lambda r: -r.statements)


def actors(store, *, text="", kind="", offset=0, limit=50):
    rows = [r for r in _rows(store) if text.casefold() in r.name.casefold() and (not kind or r.kind == kind)]
    return _page(rows, offset, limit)


def actor_of(store, id):
    return next((r for r in _rows(store) if r.id == id), None)


def unprocessed(store) -> tuple[Unprocessed, ...]:
    return store.brief.unprocessed


def corrections(store, *, undone=True):
    return tuple(c for c in reversed(store.log) if undone or not c.undone)


def orphans(store):
    return tuple(store.orphaned)


def decide(store, correction):
    store.log.append(correction)


def undo(store, id, by):
    store.log[:] = [
        replace(c, undone="2026-01-02T00:00:00+00:00", undone_by=by) if c.id == id else c for c in store.log
    ]


def review(store, *, offset=0, limit=50):
    rows = [
        Doubt("statement", 1 - s.confidence, s.article, s.id, None, s.text, f"confidence {s.confidence:.2f}")
        for s in store.brief.statements
        if s.confidence < 0.9
    ]
    claims = [c for c in store.brief.claims if c.statements]
    where = {s.id: s.article for s in store.brief.statements}
    if len(claims) > 1:
        a, b = claims[0].statements[0], claims[1].statements[0]
        rows.append(Doubt("claims", 0.4, where[a], a, b, "", "share words"))
    if len(store.brief.actors) > 1:
        one, two = store.brief.actors[:2]
        rows.append(Doubt("actors", 0.3, next(iter(where.values())), None, two.name, one.name, "names alike"))
    for c in store.brief.copies:
        rows.append(Doubt("rewrite", 0.5, c.article, None, c.of, c.why, "no credit"))
    rows.sort(key=lambda d: -d.doubt)
    return _page(rows, offset, limit)


def visited(store, who, story):
    return store.visits.get((who, story))


def visit(store, who, story, when):
    store.visits[who, story] = when
