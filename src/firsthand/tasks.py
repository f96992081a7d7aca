"""How work that can be done apart is handed out: what a stage's caller asks of an engine, and the plainest one."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol, TypeVar

from firsthand.errors import EngineFailed

T = TypeVar("T")
R = TypeVar("R")


class Lost(NamedTuple):
    """In place of a result: whoever did the task died of it, more than once."""

    why: str


class Map(Protocol):
    """Gives what `work` makes of each task, in the order of the tasks; what `work` raises is raised here.

    `work` must be one that other processes can import: a function of a module, or `functools.partial` of one.
    """

    def __call__(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[R | Lost]:
        """The results, one after another."""


def in_turn(work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[R | Lost]:
    """One task after another, here.

    >>> list(in_turn(abs, [1, -2]))
    [1, 2]
    """
    return map(work, tasks)


def none_lost(results: Iterable[R | Lost], what: str) -> Iterator[R]:
    """The results, one after another. Raises EngineFailed at the first that is lost: `what` could not be done, and why.

    >>> list(none_lost(in_turn(abs, [1, -2]), "numbers could not be read"))
    [1, 2]
    """
    for each in results:
        if isinstance(each, Lost):
            raise EngineFailed(f"{what}: {each.why}")
        yield each
