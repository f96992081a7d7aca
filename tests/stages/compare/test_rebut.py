from firsthand.stages.compare.candidates import answering, deniable
from firsthand.stages.compare.rebut import as_denial, rebutting

TEXT = "The camp kept men in a container, Lund said. There was no container, Moe said. The choir sang, Berg said."


def told(record, seen):
    article = record.article("1", TEXT)
    said = [
        record.statement("s1", article, "The camp kept men in a container", "Lund"),
        record.statement("s2", article, "There was no container", "Moe"),
        record.statement("s3", article, "The choir sang", "Berg"),
    ]
    return seen([article], said, [record.actor(name) for name in ("Lund", "Moe", "Berg")])[0]


def test_the_surest_reading_tells_who_speaks_against_whom(record, seen):
    views = told(record, seen)
    denied = {("s1", "s2"): 0.9, ("s2", "s1"): 0.8, ("s1", "s3"): 0.1}
    assert rebutting(views, [(0, 1), (1, 0), (0, 2)], denied) == {"s2"}


def test_what_is_unsure_stays_an_assertion(record, seen):
    assert rebutting(told(record, seen), [(0, 1)], {("s1", "s2"): 0.2}) == frozenset()


def test_a_statement_that_speaks_against_another_is_a_denial(record, seen):
    view = as_denial(told(record, seen)[1])
    assert view.statement.stance == "denies"
    assert view.statement.text == "There was no container"


def test_what_somebody_is_quoted_with_may_deny_what_others_said_before(record, seen):
    views = told(record, seen)
    assert answering(views) == [(0, 1), (1, 2)]
    assert answering(views, frozenset({"s2"})) == [(1, 2)]
    assert deniable(views) == set()
    assert deniable(views, {1}) == {(0, 1)}
