"""Who said it first-hand, through whom it reached us, who denies it, when, and how many independent origins it has.

>>> import firsthand
>>> brief = firsthand.brief(["articles/"])  # doctest: +SKIP
>>> [claim.text for claim in brief.claims if claim.independent_origins.at_most == 1]  # doctest: +SKIP
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand import records
from firsthand.errors import FirsthandError, NothingReadable
from firsthand.settings import Settings

if TYPE_CHECKING:
    from firsthand.pipeline import Progress
    from firsthand.settings import Names

__all__ = ["FirsthandError", "NothingReadable", "Settings", "brief", "read", "read_names", "records"]

Paths = str | Path | Iterable[str | Path]


def brief(paths: Paths, settings: Settings = Settings(), progress: "Progress | None" = None) -> records.Brief:
    """Read a pile and work out its brief; in a notebook it shows itself as HTML.

    `paths` is one path or several: files, folders (read recursively), globs, "-" for standard input.
    `progress` is called with what is being done, how many are done, and of how many.
    Raises NothingReadable when no article could be read.
    """
    from firsthand import pipeline

    return pipeline.brief(listed(paths), settings, progress)


def read(
    paths: Paths, settings: Settings = Settings()
) -> tuple[tuple[records.Article, ...], tuple[records.Unprocessed, ...]]:
    """Read articles without analysing them: those read, and what could not be read with the reasons."""
    from firsthand.stages.read import read as read_articles

    return read_articles(listed(paths), settings)


def read_names(path: str | Path) -> "Names":
    """What a names file (YAML) says, for `Settings(names=…)`: same and different names, memberships.

    Raises FirsthandError, with one line that says what is wrong, for a file that cannot be used.
    """
    from firsthand.names import read_names as read_file

    return read_file(path)


def listed(paths: Paths) -> list[str | Path]:
    """One path or several as a list.

    >>> listed("a.txt"), listed(["a.txt", "b.txt"])
    (['a.txt'], ['a.txt', 'b.txt'])
    """
    return [paths] if isinstance(paths, str | Path) else list(paths)


def _shown(made: records.Brief) -> str:
    from firsthand.show import notebook

    return notebook(made)


# What notebooks look for. It is set here because records know nothing of how they are shown.
records.Brief._repr_html_ = _shown  # type: ignore[attr-defined]
