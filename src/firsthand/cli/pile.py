"""The brief of the paths on the command line, with its progress and its problems told on standard error."""

from collections.abc import Sequence

from firsthand.cli.problems import report
from firsthand.cli.progress import progress_bar
from firsthand.records import Brief
from firsthand.settings import Settings


def brief_of(paths: Sequence[str], settings: Settings = Settings()) -> Brief:
    """The brief; raises NothingReadable, once the reasons were told, when no article could be read."""
    from firsthand import pipeline
    from firsthand.errors import NothingReadable

    with progress_bar() as progress:
        try:
            made = pipeline.brief(paths, settings, progress)
        except NothingReadable as error:
            report(error.unprocessed)
            raise
    report(made.unprocessed)
    return made
