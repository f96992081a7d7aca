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
