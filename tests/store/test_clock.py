import re
from datetime import UTC, datetime, timedelta

from firsthand.store import clock, stories, whole
from firsthand.store.clock import now
from store.sample import PILE


def test_now_is_a_moment_of_utc_to_the_millisecond():
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", now())
    assert abs(datetime.fromisoformat(now()) - datetime.now(UTC)) < timedelta(seconds=60)


def test_a_clock_that_jumps_back_loses_nothing(store, put, found, monkeypatch):
    """The order of adding is counted, not timed."""
    year = iter(range(2050, 2000, -5))

    class Jumping(datetime):
        @classmethod
        def now(cls, zone=None):
            return datetime(next(year), 1, 1, tzinfo=zone)

    monkeypatch.setattr(clock, "datetime", Jumping)
    for name in ("leak", "theft", "copy", "reward"):
        put(PILE[name])
    assert [a.id for a in whole(store).articles] == [PILE[n].id for n in ("leak", "theft", "copy", "reward")]
    assert {row.anchor: row.added[:4] for row in stories(store).rows} == {
        PILE["leak"].id: "2040", PILE["theft"].id: "2035",
    }  # fmt: skip
    assert put(*(PILE[n] for n in ("leak", "theft"))) == ["known", "known"]
