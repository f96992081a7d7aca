"""What a later statement tells of an earlier plan: done, delayed, dropped, no news; or that something was corrected."""

from collections.abc import Sequence
from functools import cache

from firsthand.language import topic
from firsthand.stages.compare.view import View

_ORDER = ("corrected", "dropped", "delayed", "silent", "done")  # the first that fits is told


def outcome(new: Sequence[View], old: Sequence[View], language: str) -> str:
    """The words that show what became of `old`, "" when it is no plan or `new` tells nothing of that.

    A correction speaks of facts as well; everything else needs a plan before it.
    """
    planned = any(v.plan for v in old)
    for kind in _ORDER:
        if kind != "corrected" and not planned:
            continue
        for view in new:
            if words := _found(view, kind, language):
                return f"{kind} “{words}”"
    if planned and not any(v.plan for v in new):
        return "done"
    return ""


def _found(view: View, kind: str, language: str) -> str:
    text = " " + " ".join(view.statement.text.casefold().split()) + " "
    return next((p for p in _phrases(language, kind) if f" {p} " in text.replace(",", " ").replace(".", " ")), "")


@cache
def _phrases(language: str, kind: str) -> tuple[str, ...]:
    return tuple(sorted(topic(language, "claims")["outcomes"][kind], key=len, reverse=True))
