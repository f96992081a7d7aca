"""Stores on both databases, and the small pile with what the article stages found in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from firsthand.pipeline import Found, find_in
from firsthand.records import Article
from firsthand.settings import Settings
from firsthand.store import Store, close, open_store, update
from firsthand.store.add import keep
from store.places import fresh_place
from store.sample import CHANGED, PILE

BOTH = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def found() -> dict[str, Found]:
    """What the article stages find in each article, by its id; worked out once."""
    every = [*PILE.values(), CHANGED]
    return {each.id: find_in(each, Settings()) for each in every if each.language == "en"}


@pytest.fixture(params=BOTH)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a test may make a store of its own."""
    with fresh_place(request.param, tmp_path) as one:
        yield one


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    """An empty store."""
    made = open_store(place, create=True)
    yield made
    close(made)


@pytest.fixture
def put(store: Store, found: dict[str, Found]) -> Callable[..., list[str]]:
    """Keeps articles in the store and works out what they touch; gives the outcomes."""

    def puts(*given: Article, work: bool = True) -> list[str]:
        outcomes = [keep(store, each, found.get(each.id)) for each in given]
        if work:
            update(store)
        return outcomes

    return puts


@pytest.fixture(scope="session", params=BOTH)
def full(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, found: dict[str, Found]
) -> Iterator[Store]:
    """A store with the whole pile, for tests that only read."""
    with fresh_place(request.param, tmp_path_factory.mktemp("full")) as one:
        made = open_store(one, create=True)
        for each in PILE.values():
            keep(made, each, found.get(each.id))
        update(made)
        yield made
        close(made)
