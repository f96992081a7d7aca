"""Two statements through the joint reader: how likely they are one claim."""

from firsthand.stages.compare.joint.model import Joint, Pair, shares
from firsthand.stages.compare.joint.roles import Told, roles
from firsthand.stages.compare.reader.model import RELATIONS
from firsthand.stages.compare.view import View

SAME = RELATIONS.index("same")


def one_claim(joint: Joint, a: View, b: View) -> float:
    """How likely two statements are one claim (0 to 1), whichever is given first."""
    one, two = _in_order(a, b)
    pair = Pair(one.statement.text, two.statement.text, roles(_told(one), _told(two)))
    return float(shares(joint, pair)[SAME])


def _in_order(a: View, b: View) -> tuple[View, View]:
    """The statement of the earlier day first, in one article the one further up."""
    if a.statement.article == b.statement.article:
        return (a, b) if a.place <= b.place else (b, a)
    one, two = sorted((a, b), key=lambda v: (v.day or 0, v.statement.article))
    return one, two


def _told(view: View) -> Told:
    said = view.statement
    return Told(said.stance, said.quote, view.party, view.day, said.article, view.place)
