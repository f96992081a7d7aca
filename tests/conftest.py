"""What tests of several folders share: the command line run inside the test's process."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from firsthand.cli import main

# A test that is slow on a busy machine is not wrong: timings are measured in benchmarks.
settings.register_profile("firsthand", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("firsthand")


class Run(NamedTuple):
    """What a run left behind."""

    status: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """Runs the command line on some words."""

    def runs(*words: object) -> Run:
        with pytest.raises(SystemExit) as ended:
            main([str(w) for w in words])
        out, err = capsys.readouterr()
        return Run(int(ended.value.code or 0), out, err)

    return runs
