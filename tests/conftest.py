"""What tests of several folders share: the command line run inside the test's process, and a Ray cluster."""

import os
import sys
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

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


@pytest.fixture(scope="module")
def nodes() -> Iterator[Any]:
    """A real Ray on this machine, where it is installed; nodes can be added to it and killed.

    For one module: it writes to the standard output of whatever test is running.
    """
    ray = pytest.importorskip("ray")
    from ray.cluster_utils import Cluster

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("RAY_raylet_start_wait_time_s", "300")  # a busy machine is slow
        patch.setenv("PYTHONPATH", os.pathsep.join(sys.path))  # the work of tests is in tests
        made = Cluster(initialize_head=True, head_node_args={"num_cpus": 2, "include_dashboard": False})
        ray.init(address=made.address, log_to_driver=False, logging_level="ERROR")
        yield made
        ray.shutdown()
        made.shutdown()
