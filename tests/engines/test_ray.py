import os
import sys
from functools import partial

import pytest

from engines import work
from firsthand.errors import EngineFailed
from firsthand.tasks import Lost

pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning", "ignore::ResourceWarning", "ignore::FutureWarning"
)


@pytest.fixture(scope="module")
def engine(nodes):
    from firsthand.engines.ray import cluster

    with cluster("auto", 2) as made:
        yield made


def test_results_come_in_the_order_of_the_tasks(engine):
    assert list(engine.spread(work.later, range(9))) == list(range(9))


def test_the_same_actors_do_one_job_after_another(engine):
    done = {who for _ in range(3) for who in engine.spread(work.who, range(20))}
    assert len(done - {os.getpid()}) == len(done) <= 2


def test_what_the_work_raises_is_raised_here(engine):
    with pytest.raises(ValueError, match="three is too much"):
        list(engine.spread(work.refuse, range(6)))


def test_a_task_that_kills_whoever_does_it_costs_no_other(engine):
    made = list(engine.spread(partial(work.die_of, 3), range(6)))
    assert made[:3] + made[4:] == [0, 1, 2, 4, 5]
    assert isinstance(made[3], Lost)


def test_a_task_whose_actor_was_killed_is_tried_again(engine, tmp_path):
    assert list(engine.spread(partial(work.die_once, tmp_path / "mark"), range(6))) == list(range(6))


def test_rows_of_one_bucket_come_together(engine, tmp_path):
    from engines.rows import check_exchange

    check_exchange(engine, tmp_path)


def test_a_node_that_goes_takes_no_task_with_it(nodes, tmp_path):
    from firsthand.engines.ray import cluster

    second = nodes.add_node(num_cpus=2)
    with cluster("auto", 4) as engine:
        results = engine.spread(partial(work.where, tmp_path), range(16))
        made: list[int] = []
        for number, _ in results:
            made.append(number)
            if len(made) == 1:
                nodes.remove_node(second, allow_graceful=False)
    assert made == list(range(16))
    assert len(list(tmp_path.iterdir())) == 2


def test_without_ray_one_line_tells_what_to_install(monkeypatch):
    monkeypatch.delitem(sys.modules, "firsthand.engines.ray", raising=False)
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(EngineFailed, match=r"pip install 'firsthand\[ray\]'"):
        import firsthand.engines.ray  # noqa: F401
