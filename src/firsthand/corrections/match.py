"""An anchor → the statement that it means, among those of its article."""

from collections.abc import Iterable, Mapping, Sequence

from firsthand.corrections.records import Anchor, Correction, in_order
from firsthand.records import Spans, Statement

SHARED = 0.5  # of all characters of two contents that both hold, from which one may stand for the other
AHEAD = 0.2  # by which the best must lead the second

Former = Mapping[tuple[str, Spans], frozenset[Spans]]  # text hash and spans of today → spans of before
NEVER: Former = {}


def match(at: Anchor, statements: Sequence[Statement], former: Former = NEVER) -> Statement | None:
    """The statement that an anchor means, of those of its article; None where that is not clear.

    It is the one with the anchor's very spans, else the one that had them before a person cut it anew (`former`), else
    the one that by far shares most with them: a later model cuts some contents a little otherwise.
    """
    found = nearest(at, [s.spans for s in statements], former)
    return None if found is None else statements[found]


def nearest(at: Anchor, contents: Sequence[Spans], former: Former = NEVER) -> int | None:
    """Which of some contents of its article an anchor means, as `match` tells it."""
    exact = [n for n, spans in enumerate(contents) if spans == at.spans]
    exact = exact or [n for n, spans in enumerate(contents) if at.spans in former.get((at.text, spans), ())]
    if exact:
        return exact[0] if len(exact) == 1 else None
    shares = [shared(at.spans, spans) for spans in contents]
    best, second = sorted([*shares, 0.0, 0.0], reverse=True)[:2]
    return shares.index(best) if best >= SHARED and best - second >= AHEAD else None


def shared(one: Spans, two: Spans) -> float:
    """The characters that two contents share, as a share of those that either has (0 to 1); spans are in order.

    >>> shared(((0, 10),), ((0, 4), (6, 10))), shared(((0, 4),), ((4, 8),))
    (0.8, 0.0)
    """
    if not one or not two or one[-1][1] <= two[0][0] or two[-1][1] <= one[0][0]:
        return 0.0
    both = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in two)
    return both / (sum(b - a for a, b in (*one, *two)) - both)


def former(corrections: Iterable[Correction]) -> Former:
    """Under which spans a statement was known before its content was cut anew, by its text and spans of today.

    Cutting gives a statement another id; anchors made before and after it both lead to it.
    """
    out: dict[tuple[str, Spans], frozenset[Spans]] = {}
    for correction in in_order(corrections, ("spans",)):
        for at in correction.at:
            known = out.get((at.text, correction.spans), frozenset()) | out.get((at.text, at.spans), frozenset())
            out[at.text, correction.spans] = known | {at.spans}
    return out
