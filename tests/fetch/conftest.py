"""A site and a clock for each test."""

import pytest

from fetch.sites import Watch, site


@pytest.fixture(name="here")
def _here():
    with site() as found:
        yield found


@pytest.fixture
def watch():
    return Watch()
