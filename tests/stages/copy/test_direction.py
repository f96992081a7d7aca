import pytest

from firsthand.records import Period
from firsthand.stages.copy.direction import before, days_between, direction
from firsthand.stages.copy.source import Source, sources
from stages.copy.piles import article


def pair(text: str, day: str | None, other: str, other_day: str | None) -> tuple[Source, Source]:
    (one, two), _ = sources([article(text, day, "The Douro Post"), article(other, other_day, "Iberia Wire")])
    return one, two


@pytest.mark.parametrize(
    ("text", "day", "other", "other_day", "why"),
    [
        ("PORTO (Iberia Wire) - Rain.", "2025-02-01", "Rain in Porto.", "2025-02-03", "its credit line"),
        ("Rain.\n\n© 2025 Iberia Wire", "2025-02-01", "Rain in Porto.", "2025-02-03", "its credit line"),
        ("Rain in Porto all day.", "2025-02-03", "Rain.", "2025-02-01", "time"),  # which beats completeness
        ("Rain, Iberia Wire said, fell all day.", None, "Rain.", "2025-02-01", "its mention of the source"),
        ("Rain.", None, "Rain in Porto all day.", None, "being the shorter"),
        ("Rain.", "2025-02-03", "Rain in Porto all day.", "2025-02", "being the shorter"),
    ],
)
def test_which_is_the_copy(text: str, day: str | None, other: str, other_day: str | None, why: str) -> None:
    one, two = pair(text, day, other, other_day)
    assert direction(one, two) == (True, why)
    assert direction(two, one) == (False, why)


def test_where_nothing_tells_the_id_decides() -> None:
    one, two = pair("Rain.", None, "Rain.", None)
    assert {direction(one, two), direction(two, one)} == {(True, None), (False, None)}


def period(start: str | None, end: str | None) -> Period:
    return Period(start=start, end=end, basis="metadata")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            period("2025-02-01T08:00:00+02:00", "2025-02-01T08:00:00+02:00"),
            period("2025-02-01T07:00:00+00:00", None),
            True,
        ),
        (period("2025-02-01", "2025-02-01"), period("2025-02-01T07:00:00+00:00", None), False),
        (period("2024-12", "2024-12"), period("2025", None), True),
        (period("2025", "2025"), period("2025-03", None), False),
        (period("2025", "no date"), period("2025-03", None), False),
        (period(None, None), period("2025-03", None), False),
    ],
)
def test_before(one: Period, other: Period, expected: bool) -> None:
    assert before(one, other) is expected


def test_days_between() -> None:
    assert days_between(period("2025-03-01", None), period("2025-02-27", None)) == 2
    assert days_between(period(None, None), period("2025-02-27", None), unknown=-1) == -1


def test_an_agency_does_not_copy_its_clients() -> None:
    (agency, client), _ = sources(
        [article("Rain.", "2025-02-03", "Reuters"), article("Rain all day.", "2025-02-01", "The Douro Post")]
    )
    assert direction(client, agency) == (True, "its source being an agency")
    assert direction(agency, client) == (False, "its source being an agency")
