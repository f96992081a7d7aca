"""Work handed out to processes of this machine, which load their models once; one that is killed costs one task."""

import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from traceback import format_exc
from typing import Any, TypeVar

from firsthand.errors import EngineFailed
from firsthand.tasks import Lost, Map

T = TypeVar("T")
R = TypeVar("R")

TRIES = 2  # a process may be killed for what others did to the memory; twice is no chance
AHEAD = 4  # tasks for each process that may be begun before the first result is taken: one slow task fills no memory
STARTED = "started"
PATIENCE = 5.0  # seconds that a process without work gets to end
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")  # the processes share the cores already


@dataclass(eq=False, slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection
    started: bool = False


@dataclass(slots=True)
class _Job:
    number: int
    task: Any
    deaths: int = 0


@contextmanager
def pool(workers: int) -> Iterator[Map]:
    """A Map over so many processes, started when there is work and ended with the block.

    Raises EngineFailed when a process cannot start.
    """
    idle: list[_Worker] = []
    try:
        yield partial(_spread, idle, workers)
    finally:
        for each in idle:
            each.pipe.close()
        for each in idle:
            each.process.join(PATIENCE)
            _end(each)


def _spread(idle: list[_Worker], workers: int, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[R | Lost]:
    fresh = (_Job(number, task) for number, task in enumerate(tasks))
    again: deque[_Job] = deque()
    busy: dict[Any, tuple[_Worker, _Job]] = {}
    done: dict[int, R | Lost] = {}
    ready = begun = 0
    try:
        while True:
            while ready in done:
                yield done.pop(ready)
                ready += 1
            while len(busy) < workers:
                job = again.popleft() if again else next(fresh, None) if begun - ready < workers * AHEAD else None
                if job is None:
                    break
                begun = max(begun, job.number + 1)
                if worker := _handed(idle, work, job):
                    busy[worker.pipe] = worker, job
                else:
                    again.appendleft(job)
            if not busy:
                return
            for pipe in wait(list(busy)):
                worker, job = busy.pop(pipe)
                answer = _answer(worker)
                if answer is None:
                    job.deaths += 1
                    if job.deaths < TRIES:
                        again.append(job)
                    else:
                        done[job.number] = Lost(f"{TRIES} processes were killed over it; out of memory?")
                elif answer == STARTED:
                    busy[pipe] = worker, job
                else:
                    idle.append(worker)
                    done[job.number] = _result(answer)
    finally:
        for worker, _ in busy.values():
            _end(worker)


def _handed(idle: list[_Worker], work: Callable[[T], R], job: _Job) -> _Worker | None:
    """The process that has got a job; None where one without work had been killed meanwhile."""
    worker = idle.pop() if idle else _hired()
    try:
        worker.pipe.send((work, job.task))
    except OSError:
        if not worker.started:
            raise _cannot_start() from None
        _end(worker)
        return None
    return worker


def _hired() -> _Worker:
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


def _answer(worker: _Worker) -> Any:
    """What a process has to say: STARTED, or whether its work went well and what came of it; None: it is dead."""
    try:
        answer = worker.pipe.recv()
    except (EOFError, OSError):
        if not worker.started:
            raise _cannot_start() from None
        _end(worker)
        return None
    worker.started = True
    return answer


def _result(answer: tuple[bool, Any]) -> Any:
    well, result = answer
    if not well:
        raise result
    return result


def _end(worker: _Worker) -> None:
    worker.pipe.close()
    worker.process.kill()
    worker.process.join()


def _cannot_start() -> EngineFailed:
    return EngineFailed("a worker process ended before it began; try again with --jobs 1")


def _serve(pipe: Connection) -> None:
    """The life of a process: task after task, until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who began the work ends it
    try:
        pipe.send(STARTED)
        while True:
            pipe.send_bytes(_done(pipe.recv_bytes()))
    except (EOFError, OSError):
        return


def _done(asked: bytes) -> bytes:
    """What came of a task, or the error that tells why nothing did."""
    try:
        work, task = pickle.loads(asked)  # noqa: S301 - from the process that began this one
        return pickle.dumps((True, work(task)))
    except Exception as error:
        error.add_note(format_exc())  # where it happened, which does not travel by itself
        try:
            made = pickle.dumps((False, error))
            pickle.loads(made)  # noqa: S301 - just made; some errors cannot be unpacked
        except Exception:
            return pickle.dumps((False, EngineFailed(f"{type(error).__name__}: {error}")))
        return made
