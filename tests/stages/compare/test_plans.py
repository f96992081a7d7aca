"""What became of a plan, from the claims that update it."""

from dataclasses import replace

import pytest

from firsthand.records import Claim, Count, PlanState, Relation
from firsthand.stages.compare.plans import stated

PLAN = "The port will open the bridge in May"


def claim(key, *statements, plan=False):
    none = Count(at_least=0, at_most=0)
    return Claim(
        id=key,
        text="",
        statements=statements,
        origins=(),
        independent_origins=none,
        denied_by=(),
        doubted_by=(),
        plan=plan,
        quantity=None,
    )


@pytest.fixture
def states(record, seen):
    """(day, text, is a plan) of each claim, and which updates which → the states by place."""

    def work(told, updates=(), last="2025-03-01"):
        articles = [record.article(f"{n}", day=day) for n, (day, _, _) in enumerate(told)]
        said = [record.statement(f"s{n}", articles[n], text) for n, (_, text, _) in enumerate(told)]
        views, _ = seen(articles, said)
        pile = {a.id: a for a in [*articles, record.article("last", day=last)]}
        claims = [claim(f"c{n}", f"s{n}", plan=plan) for n, (_, _, plan) in enumerate(told)]
        relations = [Relation(a=f"c{a}", b=f"c{b}", kind="updates", why="") for a, b in updates]
        return [c.state for c in stated(claims, relations, {v.statement.id: v for v in views}, pile)]

    return work


@pytest.mark.parametrize(
    ("news", "word"),
    [
        ("The opening of the bridge was put off by a month", "delayed"),
        ("The port has scrapped the bridge", "dropped"),
        ("The bridge was opened on Monday", "done"),
        ("The bridge will open to walkers in June", "changed"),
    ],
)
def test_an_update_says_what_became_of_a_plan(states, news, word):
    plan, fact = states([("2025-03-01", PLAN, True), ("2025-04-02", news, False)], [(1, 0)])
    assert plan == PlanState(state=word, since="2025-04-02", claim="c1")
    assert fact is None


def test_a_report_of_no_news_leaves_the_day_of_the_plan(states):
    told = [("2025-03-01", PLAN, True), ("2025-06-02", "Of the bridge nothing more has been heard", False)]
    assert states(told, [(1, 0)])[0] == PlanState(state="no news", since="2025-03-01", claim="c1")


def test_without_an_update_there_is_no_news_once_the_pile_goes_on(states):
    told = [("2025-03-01", PLAN, True)]
    assert states(told) == [PlanState(state="announced", since="2025-03-01", claim=None)]
    assert states(told, last="2025-05-20") == [PlanState(state="no news", since="2025-03-01", claim=None)]


def test_a_day_that_is_not_known_is_not_guessed(states):
    assert states([(None, PLAN, True)]) == [PlanState(state="announced", since=None, claim=None)]


def test_a_plan_that_replaces_it_passes_on_what_became_of_that(states):
    told = [
        ("2025-03-01", PLAN, True),
        ("2025-04-02", "The bridge will now open in June", True),
        ("2025-06-03", "The bridge was opened on Monday", False),
    ]
    first, second, _ = states(told, [(1, 0), (2, 1)])
    assert first == second == PlanState(state="done", since="2025-06-03", claim="c2")


def test_the_last_update_counts_and_a_circle_ends(states):
    told = [
        ("2025-03-01", PLAN, True),
        ("2025-04-02", "The opening of the bridge was put off by a month", False),
        ("2025-05-03", "The port has scrapped the bridge", False),
    ]
    assert states(told, [(2, 0), (1, 0)])[0].state == "dropped"
    told[1] = ("2025-03-01", "The bridge will now open in June", True)
    assert {s.claim for s in states(told[:2], [(1, 0), (0, 1)])} == {"c0", "c1"}


def test_what_only_contradicts_or_is_no_plan_has_no_say(states, record, seen):
    assert states([("2025-03-01", "The bridge was opened", False)]) == [None]
    article = record.article("1")
    views, _ = seen([article], [record.statement("s0", article, PLAN), record.statement("s1", article, "It is shut")])
    relation = Relation(a="c1", b="c0", kind="contradicts", why="")
    claims = [claim("c0", "s0", plan=True), claim("c1", "s1")]
    plan, other = stated(claims, [relation], {v.statement.id: v for v in views}, {article.id: article})
    assert plan == replace(claims[0], state=PlanState(state="announced", since="2025-03-04", claim=None))
    assert other is claims[1]


def test_a_later_statement_of_the_claim_itself_may_tell(record, seen):
    articles = [record.article("1", day="2025-03-01"), record.article("2", day="2025-04-02")]
    news = "The opening of the bridge was put off by a month"
    views, _ = seen(articles, [record.statement("s0", articles[0], PLAN), record.statement("s1", articles[1], news)])
    by_id = {v.statement.id: v for v in views}
    (plan,) = stated([claim("c0", "s0", "s1", plan=True)], [], by_id, {a.id: a for a in articles})
    assert plan.state == PlanState(state="delayed", since="2025-04-02", claim=None)


def test_what_is_only_open_is_no_plan_with_a_state(states):
    assert states([("2025-03-01", "I would have settled for a phone call", True)]) == [None]
