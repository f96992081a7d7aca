"""Hands tasks out to workers, of whatever kind: results in order, little begun at once, a worker that dies replaced."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Protocol, TypeVar

from firsthand.errors import EngineFailed
from firsthand.tasks import Lost, Map

if TYPE_CHECKING:
    from pyarrow import Table

T = TypeVar("T")
R = TypeVar("R")
W = TypeVar("W")

TRIES = 2  # a worker may be killed for what others did to the memory; twice is no chance
AHEAD = 4  # tasks for each worker that may be begun before the first result is taken: one slow task fills no memory


class Exchange(Protocol):
    """Brings together the rows of many sources that belong together, which are those of one bucket.

    `read(source, first, past)` gives the rows of a source in buckets [first, past), with a column `bucket`;
    `put(bucket, rows)` takes all rows of one bucket, in any order. `at_once` is how many buckets a machine can hold.
    """

    def __call__(
        self,
        sources: Sequence[T],
        read: "Callable[[T, int, int], Table]",
        put: "Callable[[int, Table], None]",
        buckets: int,
        at_once: int,
    ) -> None:
        """Every bucket that has rows is put once."""


class Engine(NamedTuple):
    """What an engine can do, and how many workers it has."""

    spread: Map
    exchange: Exchange
    workers: int


class Said(Enum):
    """What a worker tells of itself; all else that it tells is a `Done` or the error that it met."""

    STARTED = 1
    DIED = 2


class Done(NamedTuple):
    """What came of a task."""

    result: Any


Answer = Said | Done | BaseException


class Crew(Protocol[W]):
    """Workers of one kind. A worker has one task at a time."""

    def hire(self) -> W:
        """A new worker, which will say that it has STARTED."""

    def hand(self, worker: W, work: Callable[[Any], Any], task: Any) -> None:
        """Give a worker something to do."""

    def wait(self, workers: Iterable[W]) -> list[tuple[W, Answer]]:
        """What the first of these workers to say anything say."""

    def dismiss(self, workers: Iterable[W]) -> None:
        """Have done with workers, whatever they are doing."""


@dataclass(slots=True)
class _Job:
    number: int
    task: Any
    deaths: int = 0


class Spread(Generic[W]):
    """A Map over at most so many workers of a crew, hired when there is work and kept for the next."""

    def __init__(self, crew: Crew[W], most: int) -> None:
        self.crew, self.most = crew, most
        self.idle: list[W] = []
        self.starting: list[W] = []
        self.stillborn = 0  # since one has started

    def __call__(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[R | Lost]:
        """The results, in order; what `work` raises is raised. Raises EngineFailed when no worker can start."""
        fresh = (_Job(number, task) for number, task in enumerate(tasks))
        again: deque[_Job] = deque()
        busy: dict[W, _Job] = {}
        done: dict[int, R | Lost] = {}
        ready = begun = 0
        try:
            while True:
                while ready in done:
                    yield done.pop(ready)
                    ready += 1
                while len(again) + len(busy) < self.most and begun - ready < self.most * AHEAD:
                    job = next(fresh, None)
                    if job is None:
                        break
                    again.append(job)
                    begun = job.number + 1
                while again and self.idle:
                    worker = self.idle.pop()
                    busy[worker] = job = again.popleft()
                    self.crew.hand(worker, work, job.task)
                if not busy and not again:
                    return
                while len(again) > len(self.starting) and len(busy) + len(self.starting) < self.most:
                    self.starting.append(self.crew.hire())
                for worker, answer in self.crew.wait([*busy, *self.starting]):
                    self._heard(worker, answer, busy, again, done)
        finally:
            self.crew.dismiss(busy)

    def _heard(self, worker: W, answer: Answer, busy: dict[W, _Job], again: deque[_Job], done: dict[int, Any]) -> None:
        if worker in self.starting:
            self.starting.remove(worker)
            if answer is Said.STARTED:
                self.idle.append(worker)
                self.stillborn = 0
                return
            self.stillborn += 1  # its machine may have gone
            if self.stillborn > self.most:
                raise EngineFailed("workers end before they begin; is there memory enough? try fewer of them")
            return
        job = busy.pop(worker)
        if answer is Said.DIED:
            job.deaths += 1
            if job.deaths < TRIES:
                again.append(job)
            else:
                done[job.number] = Lost(f"{TRIES} processes died of it; out of memory?")
            return
        self.idle.append(worker)
        if isinstance(answer, BaseException):
            raise answer
        assert isinstance(answer, Done)
        done[job.number] = answer.result

    def close(self) -> None:
        """Have done with all workers."""
        self.crew.dismiss([*self.idle, *self.starting])
        self.idle, self.starting = [], []
