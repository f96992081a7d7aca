"""New articles → stories → dossiers. What was grouped before is never grouped anew, but where a person says so."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import batched, combinations

from sqlalchemy import Connection, func, select

from firsthand.corrections import hints_of
from firsthand.hints import Pairs
from firsthand.stages.group import Sketch, Stream, follow_sketches, restore, title
from firsthand.store.decisions import about_stories, join
from firsthand.store.kept import unpack
from firsthand.store.place import Store, alone, read, write
from firsthand.store.tables import article, dossier, mark, story

MOST = 60  # articles of stories that are worked out together; a story may be larger by itself
FEW = 3  # stories at most in which a name marks them as having to do with each other
NAMES = 2  # such names that two stories must share
PRINTS = 4  # sampled fingerprints that two articles of one text share: some 50 words
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
        fresh = {num: unpack(member, Sketch) for num, member in connection.execute(_columns().where(*_new()))}
        known, ids, homes = _restored(connection)
        numbers = {sketch.article: num for num, sketch in fresh.items()}
        follow_sketches(fresh.values(), known, _hints(connection))
        touched = _moved(connection, known, ids, homes, numbers)
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
