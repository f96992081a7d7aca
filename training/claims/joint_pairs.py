"""Claim sets → examples for the joint reader: two statements of a story, what is known of them, their relation."""

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from pairs import RELATIONS, in_turn, passed_off

from firsthand.stages.compare.joint.roles import Told, roles
from firsthand.stages.compare.meaning import Meaning

SAME, RELATED, HARD, ANY = 40, 12, 40, 24  # pairs of a story: of one claim; of two related ones; others alike, and any


class Example(NamedTuple):
    """Two statements: who says the first, its words, who says the second, its words; what is known of them beside, and
    the place of their relation."""

    texts: tuple[str | None, str, str | None, str]
    roles: tuple[int, ...]
    label: int


def beside(row: dict[str, Any], place: int, stance: str) -> Told:
    """What the joint reader is told of a statement of a claim set beside its words."""
    return Told(stance, row["quote"], row["speaker"], row["day"], row["article"], place)


def places(rows: Sequence[dict[str, Any]]) -> list[int]:
    """The rank of each statement in its article."""
    seen: dict[Any, int] = defaultdict(int)
    out = []
    for row in rows:
        out.append(seen[row["article"]])
        seen[row["article"]] += 1
    return out


def pairs(story: dict[str, Any], vectors: np.ndarray, chance: random.Random) -> Iterator[tuple[int, int, str]]:
    """Pairs of a story's statements with their relation, the statement told first first: related ones, and others."""
    rows = story["statements"]
    spoken = [n for n, row in enumerate(rows) if row["stance"] not in ("declines", "asks")]
    held: dict[Any, list[tuple[int, int, str]]] = defaultdict(list)
    for one, two, label in in_turn(story, spoken):
        claims = frozenset((rows[one]["claim"], rows[two]["claim"]))
        held[label if label in ("same", "other") else (label, claims)].append((one, two, label))
    same, other = held.pop("same", []), held.pop("other", [])
    yield from chance.sample(same, min(SAME, len(same)))
    for some in held.values():
        yield from chance.sample(some, min(RELATED, len(some)))
    other.sort(key=lambda row: -float(vectors[row[0]] @ vectors[row[1]]))
    yield from other[:HARD]
    rest = other[HARD:]
    yield from chance.sample(rest, min(ANY, len(rest)))


def examples(stories: Sequence[dict[str, Any]], known: Mapping[str, Meaning], seed: int) -> list[Example]:
    """The pairs of all stories, the same in every run."""
    chance, out = random.Random(seed), []
    for story in stories:
        rows, at = story["statements"], places(story["statements"])
        vectors = np.array([known[row["text"]].vector for row in rows])
        for one, two, label in pairs(story, vectors, chance):
            a, b = rows[one], rows[two]
            told = roles(*(beside(rows[k], at[k], passed_off(rows[k], chance)) for k in (one, two)))
            out.append(Example((a["speaker"], a["text"], b["speaker"], b["text"]), told, RELATIONS.index(label)))
    return out
