"""Light work for engines: functions that other processes can import."""

import os
import signal
import time
from pathlib import Path


def double(number):
    return 2 * number


def who(_):
    return os.getpid()


def later(number):
    """The first tasks take longest."""
    time.sleep(0.3 if number == 0 else 0.0)
    return number


def refuse(number):
    if number == 3:
        raise ValueError("three is too much")
    return number


def die_of(bad, number):
    """Killed by one task, whoever does it."""
    if number == bad:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def die_once(mark, number):
    """Killed by the third task, but only the first time."""
    if number == 3 and not Path(mark).exists():
        Path(mark).write_text("done")
        os.kill(os.getpid(), signal.SIGKILL)
    return number


class Awkward(Exception):
    """An error that cannot be unpacked where it has been packed."""

    def __init__(self, one, two):
        super().__init__(f"{one} {two}")


def awkward(_):
    raise Awkward("so", "it is")


def threads(_):
    return os.environ.get("OMP_NUM_THREADS")


def where(seen, number):
    """The node of Ray that it was done on, with the number; waits until two nodes are at work."""
    import ray

    node = ray.get_runtime_context().get_node_id()
    (Path(seen) / node).touch()
    for _ in range(600):
        if len(list(Path(seen).iterdir())) > 1:
            break
        time.sleep(0.2)
    return number, node
