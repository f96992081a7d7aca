from dataclasses import replace

from firsthand.records import Period
from firsthand.stages.compare.times import ahead, named


def test_a_statement_names_days_and_those_to_come_lie_ahead(record, seen):
    days = ("on Monday", "2025-03-03"), ("on Friday", "2025-03-07")
    said = record.statement("s1", "1", "It sank on Monday and will be raised on Friday", days=days)
    (view,), _ = seen([record.article("1", day="2025-03-04")], [said])
    assert [when.text for when in named(view)] == ["on Monday", "on Friday"]
    assert [when.text for when in ahead(view)] == ["on Friday"]


def test_a_year_and_a_time_without_bounds_are_no_days(record, seen):
    said = record.statement("s1", "1", "It sank last year", days=[("last year", "2024")])
    (view,), _ = seen([record.article("1", day="2025-03-04")], [said])
    assert named(view) == []
    (time,) = said.times
    for period in (None, Period(start="2024-01-01", end="2024-12-31", basis="expression")):
        (view,), _ = seen([record.article("1")], [replace(said, times=(replace(time, period=period),))])
        assert named(view) == []
