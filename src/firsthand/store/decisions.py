"""Keeps what an analyst decided, and notes which dossiers must be worked out anew by it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import Connection, select

from firsthand.corrections import Anchor, Correction, flaw, folded, former, locate, match, names_of, text_hash
from firsthand.corrections.records import ACTORS, STORIES
from firsthand.errors import BadCorrections
from firsthand.records import Spans, Statement
from firsthand.settings import Names
from firsthand.store.clock import now
from firsthand.store.kept import UNSTORABLE, pack, unpack
from firsthand.store.pile import article_of
from firsthand.store.pile import dossier as dossier_brief
from firsthand.store.place import Store, read, write
from firsthand.store.tables import DERIVED, alias, article, correction, dossier, story, touched

JOINING = frozenset({"same claim", "same origin", "copy"})  # what they speak of must be in one dossier
_ALL = select(correction.c.record, correction.c.undone, correction.c.undone_by)
_IN_FORCE = _ALL.where(correction.c.undone.is_(None))


class Orphan(NamedTuple):
    """A correction of which an anchor leads to nothing: no article that counts holds its text any more, or no statement
    is found at its words.

    `article` is the newest version of what it spoke of, by its id, and `spans` is where the words stand in it; None
    where there is none, or no clear place.
    """

    correction: Correction
    anchor: Anchor
    article: str | None
    spans: Spans | None


def keep_decision(store: Store, made: Correction) -> list[int]:
    """Keep a correction; the dossiers that it touches, which wait to be worked out.

    Raises BadCorrections, with what is wrong, for one that means nothing.
    """
    told = (made.note, made.by, made.speaker or "", *made.names, *(at.quote for at in made.at))
    if any(UNSTORABLE.search(text) for text in told):
        raise BadCorrections(f"the correction {made.id!a} is not kept: it holds characters that cannot be stored")
    if wrong := flaw(made):
        raise BadCorrections(f"the correction {made.id} is not kept: {wrong}")
    with write(store) as connection:
        if connection.scalar(select(correction.c.num).where(correction.c.id == made.id)) is not None:
            return []
        connection.execute(
            correction.insert().values(id=made.id, record=pack(made), undone=made.undone, undone_by=made.undone_by)
        )
        spoken_of = [{"correction": made.id, "digest": at.text, "folded": None} for at in made.at]
        spoken_of += [{"correction": made.id, "digest": None, "folded": folded(name)} for name in made.names]
        if spoken_of:
            connection.execute(touched.insert(), spoken_of)
        return _touch(connection, made)


def undo_decision(store: Store, key: str, by: str) -> list[int] | None:
    """Take a correction back: it stays as a record. The dossiers that it touches, which wait to be worked out; None
    where no correction with this id is in force."""
    with write(store) as connection:
        held = correction.c.id == key
        row = connection.execute(select(correction.c.record).where(held, correction.c.undone.is_(None))).one_or_none()
        if row is None:
            return None
        connection.execute(correction.update().where(held).values(undone=now(), undone_by=by))
        return _touch(connection, unpack(row.record, Correction))


def corrections(store: Store, *, undone: bool = True) -> tuple[Correction, ...]:
    """All corrections, the newest first; with or without those that were undone."""
    with read(store) as connection:
        asked = (_ALL if undone else _IN_FORCE).order_by(correction.c.num.desc())
        return tuple(map(_correction, connection.execute(asked)))


def decided(connection: Connection, digests: Iterable[str]) -> tuple[Correction, ...]:
    """The corrections in force that speak of articles with one of these texts, or of names; in their order."""
    spoken_of = select(touched.c.correction).where(touched.c.digest.in_(digests) | touched.c.folded.is_not(None))
    asked = _IN_FORCE.where(correction.c.id.in_(spoken_of)).order_by(correction.c.num)
    return tuple(map(_correction, connection.execute(asked)))


def about_stories(connection: Connection) -> tuple[Correction, ...]:
    """The corrections in force that say which articles tell one story, in their order."""
    rows = connection.execute(_IN_FORCE.order_by(correction.c.num))
    return tuple(made for made in map(_correction, rows) if made.kind in STORIES)


def orphans(store: Store) -> tuple[Orphan, ...]:
    """The corrections whose words are gone: the article's text changed, it is not in the store, or no statement of it
    is meant any more."""
    made = corrections(store, undone=False)
    with read(store) as connection:
        spoken_of = select(touched.c.digest).where(touched.c.digest.is_not(None))
        asked = select(article.c.digest).where(article.c.newer.is_(None), article.c.digest.in_(spoken_of))
        held = set(connection.scalars(asked))
    before = former(made)
    said: dict[str, list[Statement]] = {}

    def lost(each: Correction, at: Anchor) -> bool:
        if at.text not in held:
            return True
        if not at.spans or each.kind in ("statement", "not a statement"):
            return False
        if at.article not in said:
            brief = dossier_brief(store, at.article)
            said[at.article] = [s for s in brief.statements if s.article == at.article] if brief else []
        return match(at, said[at.article], before) is None

    return tuple(_orphan(store, each, at) for each in made for at in each.at if lost(each, at))


def names_decided(store: Store, names: Names) -> Names:
    """What corrections say of names, and below that what `names` says."""
    return names_of(corrections(store, undone=False), names)


def _orphan(store: Store, made: Correction, at: Anchor) -> Orphan:
    row = article_of(store, at.article)
    while row is not None and row.newer is not None:
        row = article_of(store, row.newer)
    if row is None or text_hash(row.article.text) == at.text:
        return Orphan(made, at, None, None)
    return Orphan(made, at, row.article.id, locate(at, row.article) if at.spans else ())


def _correction(row: tuple[bytes, str | None, str | None]) -> Correction:
    record, undone, undone_by = row
    return replace(unpack(record, Correction), undone=undone, undone_by=undone_by)


def _touch(connection: Connection, made: Correction) -> list[int]:
    """Note the dossiers that a correction bears on; articles whose story it tells are grouped anew."""
    homes = select(story.c.dossier).join(article, article.c.story == story.c.id)
    numbers = set(connection.scalars(homes.where(article.c.digest.in_({at.text for at in made.at}))))
    if made.kind in ACTORS:
        called = {folded(name) for name in made.names}
        numbers |= set(connection.scalars(select(alias.c.dossier).where(alias.c.folded.in_(called))))
    if made.kind in JOINING and len(numbers) > 1:
        numbers = {join(connection, numbers)}
    if made.kind in STORIES:
        held = article.c.digest.in_({at.text for at in made.at}) & article.c.newer.is_(None)
        connection.execute(article.update().where(held).values(story=None))
    connection.execute(dossier.update().where(dossier.c.id.in_(numbers)).values(turn=dossier.c.turn + 1))
    return sorted(numbers)


def join(connection: Connection, numbers: Iterable[int]) -> int:
    """Make several dossiers one, which must be worked out anew; its number, the least of theirs."""
    first, *others = sorted(set(numbers))
    for table in DERIVED:
        connection.execute(table.delete().where(table.c.dossier.in_(others)))
    connection.execute(story.update().where(story.c.dossier.in_(others)).values(dossier=first))
    connection.execute(dossier.delete().where(dossier.c.id.in_(others)))
    connection.execute(dossier.update().where(dossier.c.id == first).values(turn=dossier.c.turn + 1))
    return first
