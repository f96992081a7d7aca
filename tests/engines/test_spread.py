"""The hand that gives tasks out, with workers that live in the test."""

import pytest

from firsthand.engines.spread import AHEAD, TRIES, Done, Said, Spread
from firsthand.errors import EngineFailed
from firsthand.tasks import Lost


class Crew:
    """Workers that say what `says` makes of a task; the last to be given a task answers first."""

    def __init__(self, says=Done, start=Said.STARTED):
        self.says, self.start = says, start
        self.hired, self.gone, self.given = 0, [], {}

    def hire(self):
        self.hired += 1
        self.given[self.hired] = self.start
        return self.hired

    def hand(self, worker, work, task):
        self.given[worker] = self.says(work(task))

    def wait(self, workers):
        worker = list(workers)[-1]
        return [(worker, self.given[worker])]

    def dismiss(self, workers):
        self.gone += workers


def test_results_come_in_order_whoever_is_ready_first():
    assert list(Spread(Crew(), 3)(str, range(20))) == [str(n) for n in range(20)]


def test_no_more_are_hired_than_there_are_tasks():
    crew = Crew()
    spread = Spread(crew, 8)
    assert list(spread(str, [1, 2])) == ["1", "2"]
    assert crew.hired == 2
    list(spread(str, range(100)))
    assert crew.hired == 8


def test_a_slow_task_does_not_let_the_others_run_away():
    class Slow(Crew):
        def wait(self, workers):
            waiting = [w for w in workers if self.given[w] != Done(0)] or list(workers)
            return [(waiting[-1], self.given[waiting[-1]])]

    begun = []
    results = Spread(Slow(), 2)(lambda n: begun.append(n) or n, range(1000))
    assert next(results) == 0
    assert len(begun) <= 2 * AHEAD


def test_a_task_that_kills_is_tried_again_and_then_lost():
    tried = []
    made = list(
        Spread(Crew(says=lambda n: Said.DIED if n == 3 else Done(n)), 2)(lambda n: tried.append(n) or n, range(6))
    )
    assert tried.count(3) == TRIES
    assert [n for n in made if not isinstance(n, Lost)] == [0, 1, 2, 4, 5]
    assert isinstance(made[3], Lost)


def test_a_worker_that_cannot_begin_is_replaced():
    class Unlucky(Crew):
        def hire(self):
            self.start = Said.STARTED if self.hired else Said.DIED
            return super().hire()

    assert list(Spread(Unlucky(), 2)(str, range(5))) == list("01234")


def test_workers_of_whom_none_can_begin_end_the_run():
    with pytest.raises(EngineFailed, match="memory enough"):
        list(Spread(Crew(start=Said.DIED), 2)(str, [1]))


def test_an_error_is_raised_and_whoever_is_at_work_dismissed():
    crew = Crew(says=lambda n: ValueError("no") if n == 1 else Done(n))
    spread = Spread(crew, 2)
    with pytest.raises(ValueError, match="no"):
        list(spread(int, range(9)))
    spread.close()
    assert sorted(crew.gone) == [1, 2]
