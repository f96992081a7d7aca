import pytest

from desk.pile import client, fill, opened


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """The file of a store, made once."""
    place = tmp_path_factory.mktemp("desk") / "pile.db"
    fill(place)
    return place


@pytest.fixture(scope="module")
def held(made, tmp_path_factory):
    """A store that a module's tests only read."""
    store = opened(made, tmp_path_factory.mktemp("read"))
    yield store
    store.engine.dispose()


@pytest.fixture(scope="module")
def browser(held):
    """A desk that a module's tests only read."""
    return client(held)


@pytest.fixture
def own(made, tmp_path):
    """A store of one's own, to decide on."""
    store = opened(made, tmp_path)
    yield store
    store.engine.dispose()
