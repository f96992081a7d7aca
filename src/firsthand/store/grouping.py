"""New articles → stories → dossiers. What was grouped before is never grouped anew, but where a person says so."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from sqlalchemy import ColumnElement, Connection, delete, func, select

from firsthand.corrections import Anchor, Correction
from firsthand.hints import Pairs, pairs
from firsthand.stages.group import Sketch, Stream, follow_sketches, restore, title
from firsthand.store.decisions import about_stories, join
from firsthand.store.kept import unpack
from firsthand.store.place import Store, alone, read, write
from firsthand.store.tables import DERIVED, article, dossier, mark, story

MOST = 60  # articles of stories that are worked out together; a story may be larger by itself
FEW = 3  # stories at most in which a name marks them as having to do with each other
NAMES = 2  # such names that two stories must share
PRINTS = 4  # sampled fingerprints that two articles of one text share: some 50 words
MANY = 30  # holders of a fingerprint from which on each leads to the earliest only
IN_ONE_QUERY = 500


def group_new(store: Store) -> list[int]:
    """Put the articles that are in no story yet into one, and stories that have to do with each other into one dossier.

    The numbers of the dossiers that have changed and wait to be worked out.
    """
    with read(store) as connection:
        if not connection.scalar(select(func.count()).where(*_new())):
            return []
    with write(store) as connection:
        alone(connection, story.name)  # two processes must not open the same story twice
        known, ids = _restored(connection)
        rows = connection.execute(select(article.c.num, article.c.member).where(*_new()).order_by(article.c.num))
        fresh = {num: unpack(member, Sketch) for num, member in rows}
        by_id = {each.article: num for num, each in fresh.items()}
        before = {m.sketch.article: ids[n] for n, one in enumerate(known.stories) for m in one.members}
        follow_sketches(fresh.values(), known)
        touched = _moved(connection, known, ids, before)
        return _dossiers(connection, known, ids, touched, list(fresh))


def _new() -> tuple[ColumnElement[bool], ...]:
    return article.c.story.is_(None), article.c.member.is_not(None), article.c.newer.is_(None)


def _restored(connection: Connection) -> tuple[Stream, list[int]]:
    """The stream of all articles that are in a story, and the story of each of its numbers."""
    held = select(article.c.story, article.c.member).where(article.c.story.is_not(None), article.c.newer.is_(None))
    ids: dict[int, int] = {}
    rows = []
    for home, member in connection.execute(held.order_by(article.c.num)):
        rows.append((ids.setdefault(home, len(ids)), unpack(member, Sketch)))
    return restore(rows), list(ids)


def _hints(connection: Connection, fresh: Mapping[str, int]) -> Pairs:
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
        homes = {member.sketch.article: before.get(member.sketch.article) for member in one.members}
        moved = [key for key, home in homes.items() if home != ids[number]]
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
    homes = dict(connection.execute(select(story.c.id, story.c.dossier)).tuples().all())
    sizes: dict[int, int] = dict(
        connection.execute(
            select(story.c.dossier, func.count())
            .join(article, article.c.story == story.c.id)
            .where(article.c.newer.is_(None))
            .group_by(story.c.dossier)
        )
        .tuples()
        .all()
    )
    numbers = {ids[number] for number in touched}
    for one, two in [*_by_names(known, ids, touched), *_by_prints(connection, fresh)]:
        left, right = homes.get(one), homes.get(two)
        if left is None or right is None or left == right or sizes[left] + sizes[right] > MOST:
            continue
        kept = join(connection, (left, right))
        sizes[kept] = sizes[left] + sizes[right]
        homes = {home: kept if number in (left, right) else number for home, number in homes.items()}
    changed = sorted({homes[home] for home in numbers if home in homes})
    for number in changed:
        connection.execute(dossier.update().where(dossier.c.id == number).values(turn=dossier.c.turn + 1))
    return changed


def _without_articles(connection: Connection) -> None:
    """Drop the stories that no article is in any more, and dossiers without stories."""
    held = select(article.c.story).where(article.c.story.is_not(None), article.c.newer.is_(None))
    empty = select(story.c.id).where(story.c.id.not_in(held))
    connection.execute(article.update().where(article.c.story.in_(empty)).values(story=None))
    connection.execute(delete(story).where(story.c.id.not_in(held)))
    bare = dossier.c.id.not_in(select(story.c.dossier))
    for table in DERIVED:
        connection.execute(delete(table).where(table.c.dossier.in_(select(dossier.c.id).where(bare))))
    connection.execute(delete(dossier).where(bare))


def _by_names(known: Stream, ids: list[int], touched: Iterable[int]) -> list[tuple[int, int]]:
    """Pairs of stories that share names which hardly any other story holds, one of them written more than once."""
    found = []
    for number in touched:
        own = known.stories[number].names
        shared: Counter[int] = Counter()
        often: set[int] = set()
        for name, count in own.items():
            holders = known.named[name]
            if 1 < len(holders) <= FEW:
                shared.update(other for other in holders if other != number)
                often |= {other for other in holders if min(count, known.stories[other].names[name]) > 1}
        found += [(ids[number], ids[other]) for other, names in shared.items() if names >= NAMES and other in often]
    return found


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
            near = combinations(held, 2) if len(held) <= MANY else ((held[0], other) for other in held[1:])
            shared.update(pair for pair in near if pair[0] in batch or pair[1] in batch)
    pairs_ = [pair for pair, prints in shared.items() if prints >= PRINTS]
    numbers = list({number for pair in pairs_ for number in pair})
    home: dict[int, int | None] = {}
    for some in range(0, len(numbers), IN_ONE_QUERY):
        asked = select(article.c.num, article.c.story).where(article.c.num.in_(numbers[some : some + IN_ONE_QUERY]))
        home |= dict(connection.execute(asked).tuples().all())
    told = ((home[one], home[two]) for one, two in pairs_)
    return [(one, two) for one, two in told if one is not None and two is not None and one != two]
