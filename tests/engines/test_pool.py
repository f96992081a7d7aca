import os
from functools import partial
from multiprocessing import active_children

import pytest

from engines import work
from firsthand.engines.pool import pool
from firsthand.engines.spread import AHEAD
from firsthand.errors import EngineFailed
from firsthand.tasks import Lost


@pytest.fixture(scope="module")
def spread():
    with pool(2) as engine:
        yield engine.spread


def test_results_come_in_the_order_of_the_tasks(spread):
    assert list(spread(work.later, range(9))) == list(range(9))


def test_nothing_to_do_starts_nobody():
    with pool(2) as engine:
        before = active_children()
        assert list(engine.spread(work.double, [])) == []
        assert active_children() == before


def test_the_same_processes_do_one_job_after_another(spread):
    done = {who for _ in range(3) for who in spread(work.who, range(20))}
    assert len(done - {os.getpid()}) == len(done) <= 2


def test_what_the_work_raises_is_raised_here_with_where_it_was(spread):
    with pytest.raises(ValueError, match="three is too much") as raised:
        list(spread(work.refuse, range(6)))
    assert "in refuse" in raised.value.__notes__[0]
    assert list(spread(work.double, [1])) == [2], "the pool is as good as before"


def test_an_error_that_does_not_travel_is_told(spread):
    with pytest.raises(EngineFailed, match="Awkward: so it is"):
        list(spread(work.awkward, [1]))


def test_a_task_that_kills_whoever_does_it_costs_no_other(spread):
    made = list(spread(partial(work.die_of, 3), range(6)))
    assert made[:3] + made[4:] == [0, 1, 2, 4, 5]
    assert isinstance(made[3], Lost)
    assert "died" in made[3].why


def test_a_task_whose_process_was_killed_is_tried_again(spread, tmp_path):
    assert list(spread(partial(work.die_once, tmp_path / "mark"), range(6))) == list(range(6))


def test_no_more_is_begun_than_can_be_kept(spread):
    taken = []
    results = spread(work.double, (taken.append(n) or n for n in range(1000)))
    assert next(results) == 0
    assert len(taken) <= 2 * AHEAD + 1
    results.close()


def test_a_large_task_and_a_large_result_get_through(spread):
    assert [len(made) for made in spread(work.double, ["x" * 3_000_000] * 3)] == [6_000_000] * 3


def test_each_process_keeps_to_one_thread(spread):
    before = os.environ.get("OMP_NUM_THREADS")
    assert list(spread(work.threads, [1])) == ["1"]
    assert os.environ.get("OMP_NUM_THREADS") == before


def test_nobody_is_left_when_the_block_ends():
    before = {p.pid for p in active_children()}
    with pool(2) as engine:
        results = engine.spread(work.double, range(100))
        next(results)
        assert {p.pid for p in active_children()} - before
    results.close()
    assert {p.pid for p in active_children()} == before


@pytest.mark.parametrize("workers", [1, 2])
def test_rows_of_one_bucket_come_together(tmp_path, workers):
    pytest.importorskip("pyarrow")
    from engines.rows import check_exchange

    with pool(workers) as engine:
        assert engine.workers == workers
        check_exchange(engine, tmp_path)


def test_nothing_to_exchange_puts_nothing(tmp_path):
    pytest.importorskip("pyarrow")
    from engines.rows import numbers, put

    with pool(1) as engine:
        engine.exchange([0], partial(numbers, 0), partial(put, tmp_path), 2, 1)
    assert list(tmp_path.iterdir()) == []
