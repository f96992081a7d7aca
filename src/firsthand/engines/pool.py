"""Processes of this machine, which load their models once."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from traceback import format_exc
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from firsthand.engines.spread import Answer, Done, Engine, Said, Spread
from firsthand.errors import EngineFailed
from firsthand.tasks import Map, in_turn, none_lost

if TYPE_CHECKING:
    from pyarrow import Table

T = TypeVar("T")

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")  # the processes share the cores already


@dataclass(eq=False, slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection


@contextmanager
def pool(workers: int) -> Iterator[Engine]:
    """So many processes, started when there is work and ended with the block; with one all is done here."""
    if workers == 1:
        yield Engine(in_turn, partial(exchange, in_turn), 1)
        return
    spread = Spread(_Processes(), workers)
    try:
        yield Engine(spread, partial(exchange, spread), workers)
    finally:
        spread.close()


def exchange(
    spread: Map,
    sources: Sequence[T],
    read: "Callable[[T, int, int], Table]",
    put: "Callable[[int, Table], None]",
    buckets: int,
    at_once: int,
) -> None:
    """Exchange as the protocol has it, in the memory of this process: `at_once` buckets with each reading of all."""
    import pyarrow as pa

    for first in range(0, buckets, at_once):
        parts = spread(partial(_within, read, first, min(first + at_once, buckets)), sources)
        whole = pa.concat_tables(list(none_lost(parts, "what is to be exchanged could not be read")))
        of = whole["bucket"].to_numpy()
        order = np.argsort(of, kind="stable")
        borders = np.flatnonzero(np.diff(of[order])) + 1
        for held in np.split(order, borders) if len(order) else ():
            put(int(of[held[0]]), whole.take(held))


def _within(read: "Callable[[T, int, int], Table]", first: int, past: int, source: T) -> "Table":
    return read(source, first, past)


class _Processes:
    """A crew of processes, each at the other end of a pipe."""

    def hire(self) -> _Worker:
        """A new process; it begins with nothing of this one, so that locks and threads here do it no harm."""
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs,), daemon=True)
        before = {name: os.environ.get(name) for name in ONE_THREAD}
        os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
        try:
            process.start()
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
        theirs.close()
        return _Worker(process, ours)

    def hand(self, worker: _Worker, work: Callable[[Any], Any], task: Any) -> None:
        """Send a task. Of one who was killed while idle the end of the pipe tells."""
        try:
            worker.pipe.send((work, task))
        except BrokenPipeError:
            return

    def wait(self, workers: Iterable[_Worker]) -> list[tuple[_Worker, Answer]]:
        """What those who have something to say say."""
        at = {worker.pipe: worker for worker in workers}
        return [(at[pipe], self._said(at[pipe])) for pipe in wait(list(at)) if isinstance(pipe, Connection)]

    def _said(self, worker: _Worker) -> Answer:
        try:
            said: Answer = worker.pipe.recv()
        except (EOFError, OSError):
            self.dismiss([worker])
            return Said.DIED
        return said

    def dismiss(self, workers: Iterable[_Worker]) -> None:
        """End processes."""
        gone = list(workers)
        for worker in gone:
            worker.pipe.close()
            worker.process.kill()
        for worker in gone:
            worker.process.join()


def _serve(pipe: Connection) -> None:
    """The life of a process: task after task, until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who began the work ends it
    try:
        pipe.send(Said.STARTED)
        while True:
            answer = _done(pipe)
            try:
                pipe.send(answer)
            except (TypeError, AttributeError, ValueError) as error:
                pipe.send(EngineFailed(f"what came of a task cannot be sent: {error}"))
    except (EOFError, OSError):
        return


def _done(pipe: Connection) -> Answer:
    """What comes of the next task, or the error that tells why nothing does."""
    try:
        work, task = pipe.recv()
    except (EOFError, OSError):
        raise
    except Exception as error:  # a function that cannot be found here
        return EngineFailed(f"a task cannot be taken: {type(error).__name__}: {error}")
    try:
        return Done(work(task))
    except Exception as error:
        error.add_note(format_exc())  # where it happened, which does not travel by itself
        try:
            copy(error)
        except Exception:  # nor can it be made anew on the other side
            return EngineFailed(f"{type(error).__name__}: {error}")
        return error
