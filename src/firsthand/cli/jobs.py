"""The option --jobs: how many processes read articles closely."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any, TypeVar

import click

from firsthand.tasks import Lost, Map, in_turn

T = TypeVar("T")
R = TypeVar("R")

FEW = 200  # articles for which it does not pay to start processes: each spends seconds on loading its models


def jobs_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --jobs to a command, which gets what the user gave, or None, as `jobs`."""
    return click.option(
        "-j",
        "--jobs",
        type=click.IntRange(min=1),
        help=f"Processes that read articles closely. Default: as many as there are processors, 1 up to {FEW} articles.",
    )(command)


@contextmanager
def spread_over(jobs: int | None) -> Iterator[Map]:
    """A Map over so many processes, over all processors where `jobs` is None and there is much to do."""
    from firsthand.engines.pool import pool

    wanted = jobs or processors()
    with pool(wanted) as engine:

        def spread(work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[R | Lost]:
            if jobs:
                return engine.spread(work, tasks)
            given = iter(tasks)
            first = list(islice(given, FEW + 1))
            return (engine.spread if len(first) > FEW else in_turn)(work, chain(first, given))

        yield spread


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
