"""What the user names → articles for a store: files and folders are read, addresses and feeds fetched."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import select

from firsthand.fetch import Gathered, Manners, Visit, due, feed_in, gather
from firsthand.pipeline import Progress
from firsthand.records import Article, Unprocessed
from firsthand.settings import Settings
from firsthand.stages.read import read_each
from firsthand.store.kept import pack, unpack
from firsthand.store.place import Store, read, write
from firsthand.store.tables import page


def gathered(
    store: Store,
    what: Sequence[str],
    settings: Settings = Settings(),
    progress: Progress | None = None,
    *,
    private: Iterable[str] = (),
) -> Iterator[Article | Unprocessed]:
    """The articles of paths, web addresses, feeds and lists of feeds, one after another.

    `private` names hosts that may stand at private addresses, "*" all. That an address was visited is kept when what it
    gave was taken: a run that is stopped goes on there.
    """
    fetched = [each for each in what if "://" in each or feed_in(each) is not None]
    paths = [each for each in what if each not in fetched]
    if paths:
        yield from read_each(paths, settings, progress)
    if fetched:
        yield from _kept(
            store, gather(fetched, visits(store), settings, Manners(private=frozenset(private)), progress=progress)
        )


def news(
    store: Store, settings: Settings = Settings(), progress: Progress | None = None, *, private: Iterable[str] = ()
) -> Iterator[Article | Unprocessed]:
    """What is new in the store's feeds and lists of feeds, and on pages that could not be had before."""
    known = visits(store)
    yield from _kept(store, gather(due(known), known, settings, Manners(private=frozenset(private)), progress=progress))


def visits(store: Store) -> dict[str, Visit]:
    """The last visit at each address that was fetched."""
    with read(store) as connection:
        return {url: unpack(record, Visit) for url, record in connection.execute(select(page.c.url, page.c.record))}


def _kept(store: Store, found: Iterable[Gathered]) -> Iterator[Article | Unprocessed]:
    for each in found:
        if not isinstance(each, Visit):
            yield each
            continue
        with write(store) as connection:
            connection.execute(page.delete().where(page.c.url == each.url))
            connection.execute(page.insert().values(url=each.url, record=pack(each)))
