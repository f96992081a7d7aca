"""What a later statement tells of an earlier plan: done, delayed, dropped, no news."""

from functools import cache
from typing import NamedTuple

from firsthand.language import topic
from firsthand.language.terms import fold, terms
from firsthand.stages.compare.deeds import planned, told
from firsthand.stages.compare.view import View
from firsthand.stages.compare.words import TELLING, concept


class Outcome(NamedTuple):
    """What became of something: dropped, delayed, silent, gone, not yet or done; and the words that show it."""

    kind: str
    phrase: str


def outcome(new: View, old: View, language: str, plan: bool) -> Outcome | None:
    """What `new` shows to have become of what `old` tells, None when its words tell nothing of that.

    Only a plan (`plan`) is delayed or done; what was told as a fact may be dropped, or nothing more be heard of it.
    """
    kinds = ("dropped", "delayed", "silent", "gone") if plan else ("dropped", "gone")
    for kind in kinds:
        if (phrase := cue(new, kind, language)) and _of_the_same(new, old, phrase, language):
            return Outcome(kind, phrase)
    if not plan:
        return None
    verbs = planned(language, old.statement.text)
    past = told(language, new.statement.text)
    for verb in sorted(verb for verb in verbs & past.keys() if new.wording.weights.get(verb, 0.0) >= TELLING):
        if new.wording.signs.get(verb, 0) < 0:
            return Outcome("not yet", past[verb])
        if not new.plan and old.wording.signs.get(verb, 0) > 0 and new.wording.signs.get(verb, 0) > 0:
            return Outcome("done", past[verb])
    return None


def cue(view: View, kind: str, language: str) -> str:
    """The words of a statement that show an outcome of a kind, "" when there are none."""
    text = _plain(view.statement.text)
    return next((phrase for phrase in _phrases(language, kind) if f" {phrase} " in text), "")


def _of_the_same(new: View, old: View, phrase: str, language: str) -> bool:
    """Whether the older statement speaks of what the cue is said of: a telling word in front of it, else behind."""
    front, _, behind = _plain(new.statement.text).partition(f" {phrase} ")
    for side in (front, behind):
        about = [concept(language, t.stem) or t.stem for t in terms(language, side)]
        about = [t for t in about if new.wording.weights.get(t, 0.0) >= TELLING and not t.isdecimal()]
        if about:
            return any(t in old.wording.weights for t in about)
    return False


def _plain(text: str) -> str:
    return " " + " ".join(fold(word) for word in text.replace(",", " ").replace(".", " ").split()) + " "


@cache
def _phrases(language: str, kind: str) -> tuple[str, ...]:
    return tuple(sorted(topic(language, "claims")["outcomes"][kind], key=len, reverse=True))
