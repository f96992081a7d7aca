"""What the pair reader sees between two claims: one contradicts the other, or is its later state."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from firsthand.records import Relation
from firsthand.stages.compare.reader.read import Reading
from firsthand.stages.compare.setting import Setting
from firsthand.stages.compare.side import SPEAKERS, Side, attributed, worded

CLEAR = 0.75  # mean share from which a relation is stated


class Stand(NamedTuple):
    """How the second of two claims stands to the first, and how likely (0 to 1)."""

    kind: Literal["contradicts", "updates", "updated"]
    share: float


def mean(a: Side, b: Side, setting: Setting) -> Reading | None:
    """The mean reading of the statements of two claims, the first claim's first; None where nothing was read."""
    found = [r for x in a.told[:SPEAKERS] for y in b.told[:SPEAKERS] if (r := setting.reading(x, y)) is not None]
    return Reading(*(sum(shares) / len(found) for shares in zip(*found, strict=True))) if found else None


def stand(reading: Reading) -> Stand:
    """The likeliest relation; who speaks against a claim contradicts it."""
    return max(
        Stand("contradicts", reading.contradicts + reading.against),
        Stand("updates", reading.updates),
        Stand("updated", reading.updated),
        key=lambda s: s.share,
    )


def reread(a: Side, b: Side, setting: Setting, names: Mapping[str, str]) -> Relation | None:
    """The relation that the reader is clear about; one party's two claims, or an update told first, are none."""
    reading = mean(a, b, setting)
    if reading is None or not attributed(a, b):
        return None
    kind, share = stand(reading)
    new, old = (b, a) if kind == "updates" else (a, b)
    if share < CLEAR or (kind == "contradicts" and a.parties & b.parties):
        return None
    if kind != "contradicts" and new.first is not None and old.first is not None and new.first < old.first:
        return None
    why = f"{worded(new, names)} / {worded(old, names)}"
    return Relation(a=new.claim.id, b=old.claim.id, kind="contradicts" if kind == "contradicts" else "updates", why=why)
