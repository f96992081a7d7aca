"""Decisions on claims, origins, stories and copies → hints for the stages that join them."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from firsthand.corrections.anchor import find, texts
from firsthand.corrections.match import former, match, nearest
from firsthand.corrections.records import COPIES, Anchor, Correction, Kind, in_order
from firsthand.hints import Hints, Pairs, pairs
from firsthand.records import Article, Spans, Statement

GONE = ""  # what an anchor of a statement leads to that a person said is none
Known = Callable[[Anchor], str | None]  # the id of today that an anchor leads to; None where it is lost
Lost = tuple[tuple[Correction, Anchor], ...]


class Told(NamedTuple):
    """The hints, and the anchors that lead to nothing in the pile, each with its correction."""

    hints: Hints
    lost: Lost


def hints_of(corrections: Sequence[Correction], statements: Sequence[Statement], articles: Sequence[Article]) -> Told:
    """What was decided on pairs, in the ids of today; `statements` are those after `apply`.

    An anchor that is lost changes nothing; the rest of its correction holds. The statement that a person said is none
    is not lost.
    """
    known, moved = texts(articles), former(corrections)
    rows: dict[str, list[Statement]] = {}
    for statement in statements:
        rows.setdefault(statement.article, []).append(statement)
    withdrawn: dict[str, dict[Spans, None]] = {}
    for at in (at for c in in_order(corrections, ("not a statement",)) for at in c.at):
        withdrawn.setdefault(at.text, {})[at.spans] = None

    def article(at: Anchor) -> str | None:
        place = find(at, known)
        return place.article.id if place else None

    def statement_id(at: Anchor) -> str | None:
        place = find(at, known)
        if place is None:
            return None
        one = match(at, rows.get(place.article.id, ()), moved)
        if one:
            return one.id
        return None if nearest(at, list(withdrawn.get(at.text, ())), moved) is None else GONE

    lost: list[tuple[Correction, Anchor]] = []
    copied = _copied(corrections, article, lost)
    hints = Hints(
        claims=_pairs(corrections, "same claim", "different claims", statement_id, lost),
        origins=_pairs(corrections, "same origin", "different origins", statement_id, lost),
        stories=_pairs(corrections, "same story", "different stories", article, lost),
        copies=frozenset(pair for pair, is_one in copied.items() if is_one),
        no_copies=frozenset(pair for pair, is_one in copied.items() if not is_one),
        stances=frozenset(
            key
            for each in in_order(corrections, ("statement", "stance"))
            if each.stance is not None
            for at in each.at
            if (key := statement_id(at)) is not None
        ),
    )
    return Told(hints, tuple(lost))


def _led(correction: Correction, of: Known, lost: list[tuple[Correction, Anchor]]) -> list[str]:
    """What the anchors lead to, one after another; GONE where to nothing."""
    found = [of(at) for at in correction.at]
    lost += [(correction, at) for at, one in zip(correction.at, found, strict=True) if one is None]
    return [one or GONE for one in found]


def _pairs(
    corrections: Iterable[Correction], same: Kind, different: Kind, of: Known, lost: list[tuple[Correction, Anchor]]
) -> Pairs:
    told: list[tuple[bool, list[list[str]]]] = []
    for correction in in_order(corrections, (same, different)):
        found = _led(correction, of, lost)
        groups = [found[: correction.first], found[correction.first :]]
        told.append((correction.kind == same, [[one for one in group if one] for group in groups]))
    return pairs(told)


def _copied(
    corrections: Iterable[Correction], of: Known, lost: list[tuple[Correction, Anchor]]
) -> dict[tuple[str, str], bool]:
    """Whether the first of two articles is a copy of the second; neither is of the other both ways."""
    out: dict[tuple[str, str], bool] = {}
    for correction in in_order(corrections, COPIES):
        copy, source = _led(correction, of, lost)
        if not copy or not source or copy == source:
            continue
        out[copy, source] = correction.kind == "copy"
        if out[copy, source] and out.get((source, copy)):
            del out[source, copy]
    return out
