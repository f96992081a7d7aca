"""Training packs → examples for the denial reader: a quotation in its article, and a statement it may deny or none."""

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from joint_pairs import places
from pairs import RELATIONS, SPEAKING, relation

from firsthand.stages.compare.denial.model import Asked
from firsthand.stages.compare.denial.read import NOBODY
from firsthand.stages.compare.denial.within import Within, around
from firsthand.stages.compare.joint.roles import Told, roles
from firsthand.stages.compare.meaning import Meaning
from packs import claim_set, several

HIDDEN = 0.75  # share of denials that are passed off as assertions
PLAIN = 0.55  # share of the quotations that deny nothing which are held against others
ALONE = 0.35  # and of those asked about by themselves
DENIED, BESIDE, OTHERS = 4, 4, 3  # statements that a denial denies, others for it, and for what denies nothing
BACK, AHEAD, ALIKE = 5, 2, 12  # statements of the same article, and of others most alike, that these are taken from


class Example(NamedTuple):
    """What is asked, and the place of the answer in RELATIONS."""

    asked: Asked
    label: int


def stories(folder: Path, letters: str = "") -> list[dict[str, Any]]:
    """The training packs or exchanges of a folder, of files whose names begin with one of the letters (without letters
    of all), as claim sets; each statement with its article around it (`within`) and its party."""
    paths = [path for path in sorted(folder.glob("*.pack")) if not letters or path.name[0] in letters]
    return [story(*told) for path in paths for told in several(path)]


def story(name: str, articles: Sequence[dict[str, Any]], gold: dict[str, Any]) -> dict[str, Any]:
    """The articles of a story pack and its answer key as such a claim set."""
    told, text = claim_set(name, articles, gold), {a["id"]: a for a in articles}
    party = {a["id"]: a.get("member_of", a["id"]) for a in gold["actors"] if a["kind"] != "unnamed"}
    for row, said in zip(told["statements"], gold["statements"], strict=True):
        article, start = text[said["article"]], -1
        for _ in range(said.get("nth", 0) + 1):
            start = article["text"].index(said["exact"], start + 1)
        end = start + len(said["exact"])
        row["within"] = Within(article["title"], *around(article["text"], start, end, said["exact"]))
        row["party"] = party.get(said["source"])
    return told


def examples(told: Sequence[dict[str, Any]], known: Mapping[str, Meaning], seed: int) -> list[Example]:
    """What is asked of all stories, the same in every run."""
    chance = random.Random(seed)
    return [example for story in told for example in _of(story, known, chance)]


def _of(story: dict[str, Any], known: Mapping[str, Meaning], chance: random.Random) -> Iterator[Example]:
    rows, at = story["statements"], places(story["statements"])
    vectors = np.array([known[row["text"]].vector for row in rows])
    for n in quoted(rows):
        answer = rows[n]
        denies = answer["stance"] not in SPEAKING
        stance = "asserts" if denies and chance.random() < HIDDEN else answer["stance"]
        if denies or chance.random() < ALONE:
            label = RELATIONS.index("against" if denies else "other")
            yield Example(asked(rows, at, n, "asserts" if denies else stance), label)
        for k in _others(rows, at, n, vectors, chance):
            yield Example(asked(rows, at, n, stance, k), RELATIONS.index(relation(story, rows[k], answer)))


def quoted(rows: Sequence[dict[str, Any]]) -> list[int]:
    """The quotations among statements that may deny something."""
    return [n for n, row in enumerate(rows) if row["quote"] != "none" and row["stance"] not in ("declines", "asks")]


def asked(rows: Sequence[dict[str, Any]], at: Sequence[int], n: int, stance: str, other: int | None = None) -> Asked:
    """Whether a statement denies another, or (None) anything, when the reader is told `stance` of it."""
    answer, told, known = rows[n], None, NOBODY
    if other is not None:
        told, known = (
            (rows[other]["speaker"], rows[other]["text"]),
            _beside(rows[other], at[other], rows[other]["stance"]),
        )
    return Asked(told, answer["speaker"], answer["within"], roles(known, _beside(answer, at[n], stance)))


def _others(
    rows: Sequence[dict[str, Any]], at: Sequence[int], n: int, vectors: np.ndarray, chance: random.Random
) -> list[int]:
    """The statements of others that one is held against in training."""
    answer, denies = rows[n], rows[n]["stance"] not in SPEAKING
    if not denies and chance.random() >= PLAIN:
        return []
    held = others(rows, n)
    close = near(rows, at, n, vectors, ALIKE)
    if not denies:
        return _some(close, OTHERS, chance)
    denied = [k for k in held if answer["claim"] is not None and rows[k]["claim"] == answer["claim"]]
    return _some(denied, DENIED, chance) + _some([k for k in close if k not in denied], BESIDE, chance)


def others(rows: Sequence[dict[str, Any]], n: int) -> list[int]:
    """The statements of a story that one may deny: those of others."""
    answer = rows[n]
    return [
        k
        for k, row in enumerate(rows)
        if k != n and row["stance"] in SPEAKING and (row["party"] is None or row["party"] != answer["party"])
    ]


def near(rows: Sequence[dict[str, Any]], at: Sequence[int], n: int, vectors: np.ndarray, alike: int) -> list[int]:
    """Of them those that stand near it in its article, and of the rest the `alike` most alike."""
    held = others(rows, n)
    here = [k for k in held if rows[k]["article"] == rows[n]["article"] and -AHEAD <= at[n] - at[k] <= BACK]
    return here + sorted({*held} - {*here}, key=lambda k: -float(vectors[k] @ vectors[n]))[:alike]


def _some(places: Sequence[int], most: int, chance: random.Random) -> list[int]:
    return chance.sample(places, min(most, len(places)))


def _beside(row: dict[str, Any], place: int, stance: str) -> Told:
    return Told(stance, row["quote"], row["party"], row["day"], row["article"], place)
