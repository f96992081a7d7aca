"""The option --store, and the store of the folder one works in."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from firsthand.errors import StoreUnusable

if TYPE_CHECKING:
    from firsthand.store import Store

FILE = "firsthand.db"
VARIABLE = "FIRSTHAND_STORE"


def store_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --store to a command, which gets what the user named, or None, as `place`."""
    return click.option(
        "--store",
        "place",
        metavar="STORE",
        help=f"An SQLite file or a postgresql:// address. Default: ${VARIABLE}, else ./{FILE}.",
    )(command)


def named(place: str | None) -> str:
    """The store that is meant: as given, as the environment says, else that of this folder."""
    return place or os.environ.get(VARIABLE) or FILE


def from_store(paths: Sequence[str], place: str | None) -> bool:
    """Whether a command that takes PATH... or a store is to use the store.

    Raises StoreUnusable when both are given, or neither and there is no store here.
    """
    if paths and place:
        raise StoreUnusable("give either PATH... or --store, not both")
    if paths:
        return False
    if not place and not os.environ.get(VARIABLE) and not Path(FILE).exists():
        raise StoreUnusable(f"give PATH..., or --store STORE (there is no {FILE} in this folder); see --help")
    return True


@contextmanager
def opened(place: str | None, *, create: bool = False) -> Iterator["Store"]:
    """The store that is meant, open while the block runs."""
    from firsthand import store

    held = store.open_store(named(place), create=create)
    try:
        yield held
    finally:
        store.close(held)
