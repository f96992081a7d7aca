import pytest

from firsthand.stages.compare.schedule import rescheduled
from firsthand.stages.compare.side import side_of
from firsthand.stages.compare.state import claim_of

PLAN = "The bridge will reopen on Friday", "2025-03-04", [("on Friday", "2025-03-07")]


def update(record, seen, *rows):
    """Rows of (text, day told, days named) → the words for the days of the relation, None where there is none."""
    articles = [record.article(str(n), day=day) for n, (_, day, _) in enumerate(rows)]
    said = [record.statement(f"s{n}", articles[n].id, row[0], "mayor", days=row[2]) for n, row in enumerate(rows)]
    views, _ = seen(articles, said, [record.actor("mayor")])
    sides = [side_of(claim_of([v], [], "en"), [v], []) for v in views]
    found = rescheduled(sides[0], sides[1], {}, "en")
    assert found is None or (found.kind, found.a, found.b) == ("updates", sides[1].claim.id, sides[0].claim.id)
    return found and found.why


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The bridge will not reopen before Sunday", [("Sunday", "2025-03-09")]),
        ("Work on the bridge was postponed to Sunday", [("Sunday", "2025-03-09")]),
        (
            "The bridge, promised for Friday, is expected on Sunday",
            [("Friday", "2025-03-07"), ("Sunday", "2025-03-09")],
        ),
    ],
)
def test_a_later_day_for_what_was_planned_is_an_update(record, seen, text, days):
    why = update(record, seen, PLAN, (text, "2025-03-05", days))
    assert why is not None
    assert "“Sunday”" in why
    assert "“on Friday”" in why


def test_word_of_the_planned_day_is_an_update(record, seen):
    told = "Cars crossed the bridge on Friday", "2025-03-08", [("on Friday", "2025-03-07")]
    assert update(record, seen, PLAN, told) is not None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The bridge will be blessed on Sunday", [("Sunday", "2025-03-09")]),  # another plan
        ("The choir will not sing before Sunday", [("Sunday", "2025-03-09")]),  # another matter
        ("Cars crossed the bridge on Thursday", [("Thursday", "2025-03-06")]),  # another day
        ("Cars crossed the bridge", []),
    ],
)
def test_other_days_and_other_matters_are_none(record, seen, text, days):
    assert update(record, seen, PLAN, (text, "2025-03-08", days)) is None


def test_two_days_of_one_article_are_no_update(record, seen):
    article = record.article("1", day="2025-03-04")
    said = [
        record.statement("s1", "1", PLAN[0], "mayor", days=PLAN[2], said="2025-03-04"),
        record.statement("s2", "1", "It will not reopen on Friday: the bridge is cracked", "mayor", said="2025-03-05"),
    ]
    views, _ = seen([article], said, [record.actor("mayor")])
    one, two = (side_of(claim_of([v], [], "en"), [v], []) for v in views)
    assert rescheduled(one, two, {}, "en") is None
