"""What a later statement tells of an earlier plan: done, delayed, dropped, no news; or that something was corrected."""

from collections.abc import Sequence
from functools import cache

from firsthand.language import topic
from firsthand.stages.compare.view import View

_KINDS = ("dropped", "delayed", "silent", "done")  # the first that fits is told
_DONE = 0.5  # overlap from which a fact without such words is the plan carried out
_ANY = 0.4  # overlap from which weak words count, and "dropped" may follow what was told as a fact


def outcome(new: Sequence[View], planned: bool, language: str, like: float) -> str:
    """The words in `new` that show what became of an earlier claim, "" when they tell nothing of that.

    `planned` says whether the earlier claim is a plan, `like` how much the two have in common (0 to 1).
    """
    for kind in _KINDS:
        if (like >= _ANY and kind == "dropped") or (planned and (kind != "done" or like >= _ANY)):
            for view in new:
                if words := _found(view, kind, language):
                    return f"{kind} “{words}”"
    return "done" if planned and like >= _DONE and not any(v.plan for v in new) else ""


def _found(view: View, kind: str, language: str) -> str:
    text = " " + " ".join(view.statement.text.casefold().replace(",", " ").replace(".", " ").split()) + " "
    return next((phrase for phrase in _phrases(language, kind) if f" {phrase} " in text), "")


@cache
def _phrases(language: str, kind: str) -> tuple[str, ...]:
    return tuple(sorted(topic(language, "claims")["outcomes"][kind], key=len, reverse=True))
