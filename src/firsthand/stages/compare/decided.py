"""What a person decided about claims, closed over: which statements make one claim, and which never do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from firsthand.hints import Pairs, joined, partners
from firsthand.stages.compare.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """`group`: statement id → the statement that stands for those in one claim with it, itself when there is none.

    `apart`: such a statement → those whose claims are others: what is apart from one of a group is so from all of it.
    """

    group: Mapping[str, str] = field(default_factory=dict)
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def parts(self, some: Iterable[View], others: Iterable[View]) -> bool:
        """Whether a statement of some and one of the others are never in one claim."""
        if not self.apart:
            return False
        theirs = {self.group.get(view.statement.id, view.statement.id) for view in others}
        ours = {self.group.get(view.statement.id, view.statement.id) for view in some}
        return any(not theirs.isdisjoint(self.apart.get(one, ())) for one in ours)

    def bound(self, views: Iterable[View]) -> list[list[int]]:
        """The positions in `views` of the statements that make one claim, for each claim of two or more."""
        found: dict[str, list[int]] = {}
        for place, view in enumerate(views if self.group else ()):
            if (group := self.group.get(view.statement.id)) is not None:
                found.setdefault(group, []).append(place)
        return [places for places in found.values() if len(places) > 1]


def decided(hints: Pairs, known: Iterable[str]) -> Decided:
    """The decisions about the `known` statements; where they contradict each other, what is apart stays apart."""
    if not hints:
        return Decided()
    ids = set(known)
    links = sorted((one, other) for one, other in map(sorted, hints.same) if one in ids and other in ids)
    group = joined(links, hints.apart)
    apart = (frozenset(group.get(one, one) for one in pair) for pair in hints.apart)
    return Decided(group=group, apart=partners(apart))
