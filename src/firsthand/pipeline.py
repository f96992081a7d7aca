"""Binds the stages: articles in, one brief out. The only conductor."""

from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

from firsthand.ids import statement_id
from firsthand.records import (
    SCHEMA,
    Article,
    Attribution,
    Brief,
    Parse,
    Speakers,
    Statement,
    TimeExpression,
    Unprocessed,
)
from firsthand.settings import Settings
from firsthand.stages.attribute import attribute
from firsthand.stages.compare import compare
from firsthand.stages.copy import find_copies
from firsthand.stages.count import count_origins
from firsthand.stages.date import date_statements, find_times
from firsthand.stages.group import group
from firsthand.stages.order import order
from firsthand.stages.parse import parse
from firsthand.stages.read import read
from firsthand.stages.resolve import identify, resolve

Progress = Callable[[str, int, int], None]  # what is being done, how many done, of how many


def brief(paths: Iterable[str | Path], settings: Settings = Settings(), progress: Progress | None = None) -> Brief:
    """Read a pile and work out its brief.

    `paths` may name files, folders (read recursively), globs, and "-" for standard input.
    Raises NothingReadable when no article could be read.
    """
    articles, unprocessed = read(paths, settings)
    return brief_of(articles, unprocessed, settings, progress)
