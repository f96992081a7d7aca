"""What the days show that two claims name: another day for what was planned, or word of the planned day itself."""

from collections.abc import Mapping, Sequence

from firsthand.language.terms import terms
from firsthand.records import Relation
from firsthand.stages.compare.outcome import cue
from firsthand.stages.compare.side import SPEAKERS, Side, in_turn, worded
from firsthand.stages.compare.times import Named, ahead, named
from firsthand.stages.compare.view import View
from firsthand.stages.compare.words import TELLING, concept


def rescheduled(a: Side, b: Side, names: Mapping[str, str], language: str) -> Relation | None:
    """The later claim sets a later day for what the earlier one expects, or tells of the expected day once it is there.

    Both speak of something in the same words, in two articles.
    """
    if (turn := in_turn(a, b)) is None:
        return None
    new, old = turn
    for y in old.told[:SPEAKERS]:
        for x in new.told[:SPEAKERS]:
            days = postponed(x, y, language) or _come(x, y)
            if days and x.statement.article != y.statement.article and _one_matter(x, y, language):
                why = f"{worded(new, names)}: “{days[0]}” / {worded(old, names)}: “{days[1]}”"
                return Relation(a=new.claim.id, b=old.claim.id, kind="updates", why=why)
    return None


def postponed(new: View, old: View, language: str) -> tuple[str, str] | None:
    """The words for a later day and for the one that it takes the place of, None where a statement sets no later day.

    A day that is only later may be that of another plan: the statement also names the old day, or negates or delays.
    """
    expected = ahead(old)
    if not expected:
        return None
    last = max(expected)
    later = next((when for when in ahead(new) if when.first > last.last), None)
    if later is None:
        return None
    if _again(new, expected) or new.wording.negated or cue(new, "delayed", language):
        return later.text, last.text
    return None


def _come(new: View, old: View) -> tuple[str, str] | None:
    """The words for a day that lay ahead of the old statement, where the new one is told on it or later."""
    pairs = _again(new, ahead(old))
    return next(((w.text, day.text) for w, day in pairs if new.day is not None and w.first <= new.day), None)


def _again(new: View, expected: Sequence[Named]) -> list[tuple[Named, Named]]:
    """The days that a statement names of those expected, each with the expected one."""
    return [(when, day) for when in named(new) for day in expected if when[:2] == day[:2]]


def _one_matter(new: View, old: View, language: str) -> bool:
    """Whether two statements share a telling word that tells no time."""
    times = " ".join(time.text for view in (new, old) for time in view.statement.times)
    skip = {concept(language, t.stem) or t.stem for t in terms(language, times)}
    shared = (t for t, w in new.wording.weights.items() if w >= TELLING and t in old.wording.weights)
    return any(t not in skip and not t.isdecimal() for t in shared)
