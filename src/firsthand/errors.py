"""What can go wrong with a run: one exception a cause, the remedy in its text."""

from collections.abc import Sequence
from typing import Any


class FirsthandError(Exception):
    """Any error with a message made for the user."""


class NothingReadable(FirsthandError):
    """None of the paths held an article that could be read; `unprocessed` says why, path by path."""

    def __init__(self, message: str, unprocessed: Sequence[Any] = ()) -> None:
        super().__init__(message)
        self.unprocessed = tuple(unprocessed)


class BadNames(FirsthandError):
    """A names file that cannot be used."""


class Unwritable(FirsthandError):
    """A file that was to be written and cannot be: the disk is full, or it may not."""


class StoreUnusable(FirsthandError):
    """A store that is not there, is none, is full, locked or read-only, or was made by a newer Firsthand."""


class BadCorrections(FirsthandError):
    """Corrections that cannot be taken in; none of them is."""


class EngineFailed(FirsthandError):
    """Processes that do the work cannot be started, or the engine that was asked for is not installed."""


class OtherRun(FirsthandError):
    """A folder of results that was made from other inputs, with other settings, or by another version."""
