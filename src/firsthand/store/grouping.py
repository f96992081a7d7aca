"""New articles → stories → dossiers. What was grouped before is never grouped anew, but where a person says so."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, Connection, Select, bindparam, delete, func, select

from firsthand.corrections import Anchor, Correction
from firsthand.dossiers import PRINTS, by_names, joins, partners
from firsthand.hints import Pairs, pairs
from firsthand.stages.group import Member, Stream, put, restore, title
from firsthand.store.decisions import about_stories, join
from firsthand.store.kept import unpack
from firsthand.store.place import Store, read, write
from firsthand.store.tables import DERIVED, article, dossier, mark, story

IN_ONE_QUERY = 500


def group_new(store: Store) -> list[int]:
    """Put the articles that are in no story yet into one, and stories that have to do with each other into one dossier.

    The numbers of the dossiers that have changed and wait to be worked out.
    """
    with read(store) as connection:
        if not any(
            connection.scalar(select(asked.exists())) for asked in (select(article.c.num).where(*_new()), _emptied())
        ):
            return []
    with write(store) as connection:
        known, ids = _restored(connection)
        fresh = _fresh(connection, known.articles)
        before = {key: ids[number] for key, number in known.home.items()}
        put([member for _, member in fresh], known, _hints(connection, {member.article for _, member in fresh}))
        if fresh:
            connection.execute(
                article.update().where(article.c.num == bindparam("which")).values(place=bindparam("where")),
                [{"which": num, "where": member.place} for num, member in fresh],
            )
        touched = _moved(connection, known, ids, before)
        return _dossiers(connection, known, ids, touched, [num for num, _ in fresh])


def _new() -> tuple[ColumnElement[bool], ...]:
    return article.c.story.is_(None), article.c.member.is_not(None), article.c.newer.is_(None)


def _emptied() -> Select[tuple[int]]:
    """The stories that no article is in any more: there are newer versions, in other stories or not analysed."""
    held = select(article.c.num).where(article.c.story == story.c.id, article.c.newer.is_(None))
    return select(story.c.id).where(~held.exists())


def _restored(connection: Connection) -> tuple[Stream, list[int]]:
    """The stream of all articles that are in a story, and the story of each of its numbers."""
    columns = (article.c.story, article.c.place, article.c.member)
    held = select(*columns).where(article.c.story.is_not(None), article.c.newer.is_(None)).order_by(article.c.place)
    ids: dict[int, int] = {}
    rows = []
    for home, place, member in connection.execute(held):
        rows.append((ids.setdefault(home, len(ids)), unpack(member, Member)._replace(place=place)))
    return restore(rows), list(ids)


def _fresh(connection: Connection, place: int) -> list[tuple[int, Member]]:
    """The articles to be grouped by number, in order of time, with their places from `place` on."""
    columns = (article.c.num, article.c.first, article.c.member)
    rows = [
        (num, first, unpack(member, Member))
        for num, first, member in connection.execute(select(*columns).where(*_new()))
    ]
    rows.sort(key=lambda row: (row[2].day is None, row[2].day or 0, row[1] or "", row[0]))
    return [(num, member._replace(place=place + n)) for n, (num, _, member) in enumerate(rows)]


def _hints(connection: Connection, fresh: set[str]) -> Pairs:
    """What was decided of stories, and that a new version of an article tells the story of the old one."""
    made = about_stories(connection)
    digests = {at.text for each in made for at in each.at}
    now: defaultdict[str, list[str]] = defaultdict(list)
    asked = select(article.c.digest, article.c.id).where(article.c.digest.in_(digests), article.c.newer.is_(None))
    for digest, key in connection.execute(asked):
        now[digest].append(key)
    told = [
        (each.kind == "same story", [[key for at in group for key in now[at.text]] for group in _groups(each)])
        for each in made
    ]
    older = select(article.c.newer, article.c.story).where(article.c.newer.in_(fresh), article.c.story.is_not(None))
    for key, home in connection.execute(older).all():
        others = select(article.c.id).where(article.c.story == home, article.c.newer.is_(None)).limit(1)
        told.insert(0, (True, [[key], list(connection.scalars(others))]))
    return pairs(told)


def _groups(made: Correction) -> tuple[tuple[Anchor, ...], ...]:
    return made.at[: made.first], made.at[made.first :]


def _moved(connection: Connection, known: Stream, ids: list[int], before: Mapping[str, int]) -> list[int]:
    """Write down which story each article is in now; the numbers of the stories that have changed. `ids` grows."""
    changed: dict[int, None] = {}
    for number, one in enumerate(known.stories):
        if number >= len(ids):
            ids.append(_opened(connection))
        moved = [member.article for member in one.members if before.get(member.article) != ids[number]]
        for some in range(0, len(moved), IN_ONE_QUERY):
            held = article.c.id.in_(moved[some : some + IN_ONE_QUERY])
            connection.execute(article.update().where(held).values(story=ids[number]))
        if moved:
            changed[number] = None
            connection.execute(story.update().where(story.c.id == ids[number]).values(title=title(one)))
    return list(changed)


def _opened(connection: Connection) -> int:
    """A new story in a new dossier."""
    home = connection.execute(dossier.insert().values(turn=0, done=-1)).inserted_primary_key
    made = connection.execute(story.insert().values(dossier=home and home[0])).inserted_primary_key
    assert made
    return int(made[0])


def _dossiers(
    connection: Connection, known: Stream, ids: list[int], touched: Iterable[int], fresh: list[int]
) -> list[int]:
    """Join the dossiers of the stories touched with those that they have to do with; mark all of them as changed."""
    _without_articles(connection)
    homes = dict(connection.execute(select(story.c.id, story.c.dossier)).all())
    sizes: dict[int, int] = dict(
        connection.execute(
            select(story.c.dossier, func.count())
            .join(article, article.c.story == story.c.id)
            .where(article.c.newer.is_(None))
            .group_by(story.c.dossier)
        ).all()
    )
    named = ((ids[one], ids[two]) for one, two in by_names(known, touched))
    for pair in joins([*named, *_by_prints(connection, fresh)], homes, sizes):
        join(connection, pair)
    homes = dict(connection.execute(select(story.c.id, story.c.dossier)).all())
    changed = sorted({number for place in touched if (number := homes.get(ids[place])) is not None})
    for number in changed:
        connection.execute(dossier.update().where(dossier.c.id == number).values(turn=dossier.c.turn + 1))
    return changed


def _without_articles(connection: Connection) -> None:
    """Drop the stories that no article is in any more, and dossiers without stories."""
    empty = list(connection.scalars(_emptied()))
    for some in range(0, len(empty), IN_ONE_QUERY):
        gone = empty[some : some + IN_ONE_QUERY]
        connection.execute(article.update().where(article.c.story.in_(gone)).values(story=None, shown=False))
        connection.execute(delete(story).where(story.c.id.in_(gone)))
    bare = dossier.c.id.not_in(select(story.c.dossier))
    for table in DERIVED:
        connection.execute(delete(table).where(table.c.dossier.in_(select(dossier.c.id).where(bare))))
    connection.execute(delete(dossier).where(bare))


def _by_prints(connection: Connection, fresh: list[int]) -> list[tuple[int, int]]:
    """Pairs of stories of which two articles share a passage."""
    shared: Counter[tuple[int, int]] = Counter()
    for some in range(0, len(fresh), IN_ONE_QUERY):
        batch = set(fresh[some : some + IN_ONE_QUERY])
        wanted = select(mark.c.hash).where(mark.c.article.in_(batch))
        holders: defaultdict[int, list[int]] = defaultdict(list)
        rows = select(mark.c.hash, mark.c.article).where(mark.c.hash.in_(wanted)).order_by(mark.c.article)
        for print_, held_by in connection.execute(rows):
            holders[print_].append(held_by)
        for held in holders.values():
            shared.update(pair for pair in partners(held) if pair[0] in batch or pair[1] in batch)
    pairs_ = [pair for pair, prints in shared.items() if prints >= PRINTS]
    numbers = list({number for pair in pairs_ for number in pair})
    home: dict[int, int | None] = {}
    for some in range(0, len(numbers), IN_ONE_QUERY):
        asked = select(article.c.num, article.c.story).where(article.c.num.in_(numbers[some : some + IN_ONE_QUERY]))
        home |= dict(connection.execute(asked).all())
    told = ((home[one], home[two]) for one, two in pairs_)
    return [(one, two) for one, two in told if one is not None and two is not None and one != two]
