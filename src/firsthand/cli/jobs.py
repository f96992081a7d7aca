"""The options --jobs and --quick: how many processes work on a pile, and how much they do."""

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


def quick_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --quick to a command, which gets it as `quick`."""
    return click.option(
        "--quick",
        is_flag=True,
        help="For piles of thousands: compare statements by their words alone. Takes a fraction of the time; finds "
        "fewer of the statements that say one thing in other words, and fewer denials.",
    )(command)


@contextmanager
def spread_over(jobs: int | None) -> Iterator[Map]:
    """A Map over so many processes; where `jobs` is None over all processors, from when there is much to do."""
    from firsthand.engines.pool import pool

    wanted, begun = jobs or processors(), jobs is not None
    with pool(wanted) as engine:

        def spread(work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[R | Lost]:
            nonlocal begun
            if not begun:
                given = iter(tasks)
                first = list(islice(given, FEW + 1))
                begun, tasks = len(first) > FEW, chain(first, given)
            return (engine.spread if begun else in_turn)(work, tasks)

        yield spread


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
