from datetime import date

import pytest

from firsthand.records import Period
from firsthand.stages.group.window import day, stream
from stages.copy.piles import article


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-02-10T09:00:00+00:00", "2024-02-10T09:00:00+00:00", date(2024, 2, 10)),
        ("2024-02", "2024-02", date(2024, 2, 1)),
        ("2024", "2024", date(2024, 1, 1)),
        ("2024-02-10", None, None),
        (None, "2024-02-10", None),
        ("soon", "soon", None),
    ],
)
def test_day(start: str | None, end: str | None, expected: date | None) -> None:
    assert day(Period(start=start, end=end, basis="metadata")) == (expected and expected.toordinal())


def test_stream_is_in_order_of_time_with_the_undated_last() -> None:
    pile = [article("c", None, "A"), article("b", "2025-02-01", "A"), article("a", "2024-02-01", "A")]
    assert [one.text for one in stream(pile)] == ["a", "b", "c"]
