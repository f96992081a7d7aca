"""The brief of the paths on the command line, or of a store, with progress and problems told on standard error."""

from collections.abc import Sequence

from firsthand.cli.jobs import spread_over
from firsthand.cli.place import from_store, opened
from firsthand.cli.problems import complain, report
from firsthand.cli.progress import progress_bar
from firsthand.errors import StoreUnusable
from firsthand.records import Brief
from firsthand.settings import Settings


def brief_of(
    paths: Sequence[str],
    settings: Settings = Settings(),
    place: str | None = None,
    story: str | None = None,
    jobs: int | None = None,
) -> Brief:
    """The brief of the paths or, where none are given, of a store (see `place`): of all of it, or of the `story` that
    holds an article, with those that have to do with it. `jobs` as in `spread_over`.

    Raises NothingReadable, once the reasons were told, when no article could be read, and StoreUnusable.
    """
    if from_store(paths, place):
        if settings != Settings():
            raise StoreUnusable(
                "--kinds, --names and --quick go with PATH...; what a store holds is set right by corrections"
            )
        return _kept(place, story)
    if story:
        raise StoreUnusable("--story goes with a store, not with PATH...")
    from firsthand import pipeline
    from firsthand.errors import NothingReadable

    with progress_bar() as progress, spread_over(jobs) as spread:
        try:
            made = pipeline.brief(paths, settings, progress, spread)
        except NothingReadable as error:
            report(error.unprocessed)
            raise
    report(made.unprocessed)
    return made


def _kept(place: str | None, story: str | None) -> Brief:
    """The brief that a store holds, and a word on what waits to be worked out."""
    from firsthand import store
    from firsthand.errors import NothingReadable

    with opened(place) as held:
        made, waiting = store.dossier(held, story) if story else store.whole(held), store.waiting(held)
    if made is None:
        raise StoreUnusable(f"no story holds an article {story}; see: firsthand stories --format json")
    if waiting:
        complain(f"{waiting} articles wait to be worked out; run: firsthand update --offline")
    if not made.articles:
        raise NothingReadable("the store holds no article yet; add some with: firsthand add PATH...", made.unprocessed)
    return made
