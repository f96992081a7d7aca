"""What the user's names file says, folded: it overrules what the machine finds."""

from functools import cache
from typing import NamedTuple

from firsthand.settings import Names
from firsthand.stages.resolve.names import key

Classes = frozenset[int]
WHY = "names file"


class Overruling(NamedTuple):
    """The names of a names file in folded form: those that are one form a class."""

    of: dict[str, int]  # folded name → class
    shown: dict[int, str]  # class that was listed as the same → the name to show
    apart: frozenset[frozenset[int]]  # pairs of classes that are different
    parents: dict[int, int | None]  # class → the class that it belongs to; None for nobody's
    written: dict[int, str]  # class → its first name as written

    def classes(self, name: str, aliases: tuple[str, ...], articles: frozenset[str]) -> Classes:
        """The classes of an actor: by its name, or else by any other way it is called."""
        named = self.of.get(key(name, articles))
        if named is not None:
            return frozenset((named,))
        return frozenset(c for a in aliases if (c := self.of.get(key(a, articles))) is not None)

    def name(self, borne: Classes) -> str | None:
        """The name to show for an actor of these classes; None where the names file does not say."""
        return next((self.shown[c] for c in sorted(borne) if c in self.shown), None)

    def forbid(self, one: Classes, two: Classes) -> bool:
        """Whether actors of these classes may not be one."""
        return any(frozenset((a, b)) in self.apart for a in one for b in two)

    def forbid_words(self, words: str, character: tuple[str, ...], articles: frozenset[str]) -> bool:
        """Whether words may not stand for somebody who is called as in `character`."""
        one = self.of.get(key(words, articles))
        if one is None:
            return False
        return self.forbid(frozenset((one,)), frozenset(c for n in character if (c := self.of.get(key(n, articles)))))


@cache
def overruling(names: Names, articles: frozenset[str]) -> Overruling:
    """A names file folded for texts whose articles ("the") are `articles`."""
    of: dict[str, int] = {}
    shown: dict[int, str] = {}
    written: dict[int, str] = {}

    def place(name: str) -> int:
        number = of.setdefault(key(name, articles), len(of) + 1)
        written.setdefault(number, name)
        return number

    for listed in names.same:
        first = place(listed[0])
        shown.setdefault(first, listed[0])
        for name in listed[1:]:
            other = of.get(key(name, articles))
            for each in [k for k, c in of.items() if other is not None and c == other]:
                of[each] = first
            of[key(name, articles)] = first
    lists = [[place(name) for name in listed] for listed in names.different]
    apart = frozenset(frozenset((a, b)) for ids in lists for a in ids for b in ids if a != b)
    parents = {place(child): None if over is None else place(over) for child, over in names.member_of}
    return Overruling(of, shown, apart, parents, written)


NOTHING = Overruling({}, {}, frozenset(), {}, {})
