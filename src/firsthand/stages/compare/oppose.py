"""What words alone show between two claims: opposites, and what a later claim tells of a plan."""

from collections.abc import Mapping

from firsthand.language.terms import fold
from firsthand.records import Relation
from firsthand.stages.compare.deeds import planned
from firsthand.stages.compare.outcome import outcome
from firsthand.stages.compare.pair import numbers, overlap
from firsthand.stages.compare.setting import Setting
from firsthand.stages.compare.side import SPEAKERS, Side, alike, attributed, in_turn, matter, worded
from firsthand.stages.compare.view import View
from firsthand.stages.compare.words import TELLING

_LIKE = 0.25  # overlap from which two claims are about one thing
_CLEAR = 0.3  # overlap of two statements from which the opposites need no subject in their own clause
_FOLLOWS = 0.3  # overlap from which a later statement may tell what became of a plan
_NAMED = 0.1  # shared names count a little less than what is told
_DROPS = 0.35  # overlap from which it may tell that what was told as a fact is dropped
_NEGATED = 0.5  # overlap from which one word and its negation count as opposites
_WORDS = 2  # fewer words say too little to be opposed ("guilty")
_WEEK = 7  # days within which opposites contradict; later ones may both be true


def opposition(a: Side, b: Side, setting: Setting, names: Mapping[str, str]) -> Relation | None:
    """A contradiction by opposite words about one thing, by two parties, within a week."""
    if a.parties & b.parties or not attributed(a, b) or alike(a, b, setting) < _LIKE:
        return None
    for x in a.told[:SPEAKERS]:
        for y in b.told[:SPEAKERS]:
            if (words := _opposed(x, y, overlap(x, y, setting).score)) and _near(x, y):
                why = f"{worded(a, names)} / {worded(b, names)}: {words[0]} / {words[1]}"
                return Relation(a=a.claim.id, b=b.claim.id, kind="contradicts", why=why)
    return None


def succession(
    a: Side, b: Side, setting: Setting, names: Mapping[str, str], language: str
) -> tuple[float, Relation] | None:
    """How well the later claim tells what became of the earlier one, and the relation."""
    if (turn := in_turn(a, b)) is None:
        return None
    new, old = turn
    for y in old.told[:SPEAKERS]:
        plan = y.statement.stance == "promises" or bool(planned(language, y.statement.text))
        for x in new.told[:SPEAKERS]:
            if numbers(x, y, setting).score < -1:
                continue
            like = max(matter(x, y, setting), overlap(x, y, setting).score - _NAMED)
            if like >= (_FOLLOWS if plan else _DROPS) and (became := outcome(x, y, language, plan)):
                told = f"{worded(new, names)}: {became.kind} “{became.phrase}” / {worded(old, names)}"
                return like, Relation(a=new.claim.id, b=old.claim.id, kind="updates", why=told)
    return None


def _opposed(x: View, y: View, like: float) -> tuple[str, str] | None:
    """The words by which two statements are on opposite sides of something that both speak of."""
    if min(len(x.wording.weights), len(y.wording.weights)) < _WORDS or not (_speaks_plainly(x) and _speaks_plainly(y)):
        return None
    one, two = x.wording, y.wording
    against = [d for d in one.sides if one.sides[d] * two.sides.get(d, 0) < 0]
    if not against or any(one.sides[d] * two.sides.get(d, 0) > 0 for d in one.sides):
        return None
    side = against[0]
    first, second = one.sided[side], two.sided[side]
    subjects = [t for t in one.beside[side] & two.beside[side] if one.weights.get(t, 0.0) >= TELLING]
    subjects = [t for t in subjects if t in two.weights and not t.isdecimal()]
    if like >= _CLEAR:
        subjects = subjects or [side]
    if fold(first) == fold(second) and like < _NEGATED:
        return None
    return (first, second) if subjects else None


def _speaks_plainly(view: View) -> bool:
    """Whether the words of a statement are what its speaker holds: the content of a denial may be what is denied."""
    stance = view.statement.stance
    if stance == "denies":
        return view.statement.quote == "direct" or view.wording.negated
    return stance != "doubts"


def _near(x: View, y: View) -> bool:
    return x.day is None or y.day is None or abs(x.day - y.day) <= _WEEK
