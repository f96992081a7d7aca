"""Statements that speak against another's in words of their own: “There was no container”, with no word of denial."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from firsthand.stages.compare.reader.read import Denied
from firsthand.stages.compare.view import View

HINT = 0.2  # the pair reader's share from which the denial reader is asked where no negation stands
ALONE = 0.8  # the denial reader's share from which a statement denies something
SURE = 0.5  # and the share of both readers from which it denies another
ASSERTING = frozenset({"asserts", "confirms", "promises"})


def rebutting(views: Sequence[View], pairs: Iterable[tuple[int, int]], denied: Denied) -> frozenset[str]:
    """The ids of the statements that speak against another; `denied` holds the readers' shares.

    Of two that speak against each other, the one that does so less surely stays an assertion.
    """
    share = {
        (one, two): denied[views[one].statement.id, views[two].statement.id]
        for one, two in pairs
        if views[one].statement.stance in ASSERTING
    }
    found: dict[int, int] = {}
    for (one, two), sure in sorted(share.items(), key=lambda row: (-row[1], row[0])):
        if sure < SURE:
            break
        if one not in found:
            found.setdefault(two, one)
    return frozenset(views[two].statement.id for two in found)


def as_denial(view: View) -> View:
    """A statement that speaks against another, with that stance."""
    return replace(view, statement=replace(view.statement, stance="denies"))
