"""The cold-start benchmark."""

import subprocess
import sys

import pytest

import cold


def test_a_command_is_timed_with_the_cpu_of_its_process():
    wall, cpu = cold.took([sys.executable, "-c", "sum(range(3_000_000))"])
    assert cpu > 0
    assert wall > 0


def test_a_command_that_fails_is_no_figure():
    with pytest.raises(subprocess.CalledProcessError):
        cold.took([sys.executable, "-c", "raise SystemExit(3)"])
