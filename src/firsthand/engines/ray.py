"""Ray: workers on one machine or many, which load their models once. Imported only when it is asked for."""

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import pyarrow as pa

from firsthand.engines.spread import Answer, Done, Engine, Said, Spread
from firsthand.errors import EngineFailed

try:
    import ray
    import ray.data
    from ray.exceptions import RayError, RayTaskError
except ImportError as error:
    raise EngineFailed("Ray is not installed; run: pip install 'firsthand[ray]'") from error

T = TypeVar("T")

SPARE = 1  # processors left to Ray itself: with an actor on each, Ray Data waits for ever
PARTITIONS = 200  # what rows are sorted into by hash; each may hold several buckets
LOCAL = "local"


@dataclass(eq=False, slots=True)
class _Worker:
    actor: Any
    said: Any  # where what it says next will be


@contextmanager
def cluster(address: str, workers: int | None = None) -> Iterator[Engine]:
    """Workers of the Ray cluster at an address ("ray://host:10001", "auto" for the one of this machine), or of one that
    is started here for as long as the block runs ("local").

    Without `workers` one for each processor of the cluster but one. Raises EngineFailed where there is no cluster.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is told to anybody
    ours = not ray.is_initialized()
    if ours:
        _join(address, workers)
    most = workers or max(1, int(ray.cluster_resources().get("CPU", 1)) - SPARE)
    spread = Spread(_Actors(), most)
    try:
        yield Engine(spread, partial(exchange, spread), most)
    finally:
        spread.close()
        if ours:
            ray.shutdown()


def _join(address: str, workers: int | None) -> None:
    quiet = {"log_to_driver": False, "logging_level": "ERROR"}
    try:
        if address == LOCAL:
            processors = (workers or max(1, (os.cpu_count() or 1) - SPARE)) + SPARE
            ray.init(num_cpus=processors, include_dashboard=False, **quiet)
        else:
            ray.init(address=address, **quiet)
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise EngineFailed(f"no Ray cluster at {address}: {error}") from error


def exchange(
    spread: Spread[Any],
    sources: Sequence[T],
    read: Callable[[T, int, int], pa.Table],
    put: Callable[[int, pa.Table], None],
    buckets: int,
    at_once: int,
) -> None:
    """Exchange as the protocol has it, over the whole cluster: the actors of `spread` make room."""
    spread.close()
    # In a task, for Ray Data does not work from outside a cluster (ray://).
    ray.get(ray.remote(_exchange).options(num_cpus=0).remote(sources, read, put, buckets))


def _exchange(
    sources: Sequence[T],
    read: Callable[[T, int, int], pa.Table],
    put: Callable[[int, pa.Table], None],
    buckets: int,
) -> None:
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    ray.data.DataContext.get_current().enable_progress_bars = False
    rows = ray.data.from_items([{"source": n} for n in range(len(sources))], override_num_blocks=len(sources))
    labelled = rows.map_batches(partial(_read, sources, read, buckets), batch_format="pyarrow", batch_size=1)
    by_bucket = labelled.groupby("bucket", num_partitions=min(buckets, PARTITIONS))
    by_bucket.map_groups(partial(_put, put), batch_format="pyarrow").materialize()


def _read(sources: Sequence[T], read: Callable[[T, int, int], pa.Table], buckets: int, batch: pa.Table) -> pa.Table:
    return pa.concat_tables([read(sources[number], 0, buckets) for number in batch["source"].to_pylist()])


def _put(put: Callable[[int, pa.Table], None], rows: pa.Table) -> pa.Table:
    put(rows["bucket"][0].as_py(), rows)
    return rows.select(["bucket"]).slice(0, 1)


class _Doer:
    """What is kept alive on the other side, and with it the models that were loaded there."""

    def start(self) -> Said:
        return Said.STARTED

    def do(self, work: Callable[[Any], Any], task: Any) -> Done:
        return Done(work(task))


class _Actors:
    """A crew of actors."""

    def hire(self) -> _Worker:
        """A new actor; it starts where a processor is free."""
        actor = ray.remote(_Doer).options(num_cpus=1, max_restarts=0).remote()
        return _Worker(actor, actor.start.remote())

    def hand(self, worker: _Worker, work: Callable[[Any], Any], task: Any) -> None:
        """Send a task."""
        worker.said = worker.actor.do.remote(work, task)

    def wait(self, workers: Iterable[_Worker]) -> list[tuple[_Worker, Answer]]:
        """What the first to say something says."""
        at = {worker.said: worker for worker in workers}
        ready, _ = ray.wait(list(at), num_returns=1)
        return [(at[each], self._said(each)) for each in ready]

    def _said(self, each: Any) -> Answer:
        try:
            said: Answer = ray.get(each)
        except RayTaskError as error:
            return error.cause if isinstance(error.cause, Exception) else error
        except RayError:  # the actor, or the machine that it was on, is no more
            return Said.DIED
        return said

    def dismiss(self, workers: Iterable[_Worker]) -> None:
        """End actors."""
        for worker in workers:
            ray.kill(worker.actor)
