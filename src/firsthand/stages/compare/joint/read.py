"""Two statements through the joint reader: how likely they are one claim, contradict or update each other."""

from collections.abc import Mapping
from typing import NamedTuple

from firsthand.stages.compare.joint.model import Joint, Pair, shares
from firsthand.stages.compare.joint.roles import Told, roles
from firsthand.stages.compare.reader.model import RELATIONS
from firsthand.stages.compare.view import View


class Read(NamedTuple):
    """How likely (0 to 1) two statements are one claim, contradict each other, or the second updates the first."""

    same: float
    contradicts: float
    updates: float


def together(joint: Joint, a: View, b: View, names: Mapping[str, str]) -> Read:
    """What the joint reader takes two statements for; whichever is given first, it is told the earlier one first.

    `names` are those of actors.
    """
    one, two = _in_order(a, b)
    who, other = (names.get(v.statement.source or "") for v in (one, two))
    pair = Pair((who, one.statement.text, other, two.statement.text), roles(told(one), told(two)))
    share = dict(zip(RELATIONS, map(float, shares(joint, pair)), strict=True))
    return Read(share["same"], share["contradicts"], share["updates" if one is a else "updated"])


def _in_order(a: View, b: View) -> tuple[View, View]:
    """The statement of the earlier day first, in one article the one further up."""
    if a.statement.article == b.statement.article:
        return (a, b) if a.place <= b.place else (b, a)
    one, two = sorted((a, b), key=lambda v: (v.day or 0, v.statement.article))
    return one, two


def told(view: View) -> Told:
    """What is known of a statement beside its words."""
    said = view.statement
    return Told(said.stance, said.quote, view.party, view.day, said.article, view.place)
