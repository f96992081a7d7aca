"""Sets of sentence pairs and claim sets → examples: two texts, a head, what that head should say."""

import csv
import gzip
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from pair_network import ENTAILMENT, RELATIONS

from firsthand.stages.compare.reader.wording import said, then

SPEAKING, REVERSED = {"asserts", "confirms", "promises"}, {"updates": "updated", "updated": "updates"}
PLAIN = 0.2  # share of pairs without speaker, stance and days
HIDDEN = 0.4  # share of denials in own words that are passed off as assertions
ALIKE, UNLIKE = 4.0, 2.8  # of five, from which headlines are told apart as one claim or two


def home(model: Path) -> tuple[str, Path]:
    """The language of a model and the folder that its own stands in, by which the package loads it."""
    folder = model.resolve()
    return folder.name.rpartition("-")[2], folder.parent


class Example(NamedTuple):
    """`label` is a place in the head's names; head "alike" says only whether two texts are one claim (0) or not (1)."""

    one: str
    two: str
    head: str
    label: int


def entailment(folder: Path) -> Iterator[Example]:
    """The three-way pairs of a folder of CSV files (premise, hypothesis, label); other labels are left out."""
    for path in sorted(folder.rglob("*.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["label"] in ENTAILMENT and "jpg" not in row["premise"]:
                    yield Example(row["premise"], row["hypothesis"], "entailment", ENTAILMENT.index(row["label"]))


def alike(folder: Path) -> Iterator[Example]:
    """News sentences that say the same or not: MSRP and the headlines of SemEval's similarity tasks."""
    for path in sorted((folder / "msrp").glob("*.gz")):
        with gzip.open(path, "rt", encoding="utf-8-sig") as lines:
            for row in [line.rstrip("\n").split("\t") for line in lines][1:]:
                if len(row) == 5:
                    yield Example(row[3], row[4], "alike", 1 - int(row[0]))
    for path in sorted((folder / "sts-headlines").glob("*.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in [line.rstrip("\n").split("\t") for line in lines]:
                if len(row) == 3 and row[0] and not UNLIKE < float(row[0]) < ALIKE:
                    yield Example(row[1], row[2], "alike", int(float(row[0]) < ALIKE))


def stories(path: Path) -> list[dict[str, Any]]:
    """The claim sets of a JSONL file or of a folder of them (see training/claims/README.md)."""
    files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
    return [json.loads(line) for f in files for line in f.read_text("utf-8").splitlines() if line.strip()]


def chosen(paths: Sequence[Path], most: int, chance: random.Random) -> list[dict[str, Any]]:
    """At most so many stories of each path."""
    told = [stories(path) for path in paths]
    return [story for some in told for story in chance.sample(some, min(most, len(some)))]


def relation(story: dict[str, Any], one: dict[str, Any], two: dict[str, Any]) -> str:
    """How the second statement stands to the first."""
    if one["claim"] is not None and one["claim"] == two["claim"]:
        sides = {(s["stance"] in SPEAKING) for s in (one, two)}
        return "same" if len(sides) == 1 else "against"
    if one["stance"] not in SPEAKING or two["stance"] not in SPEAKING:
        return "other"
    for a, b, kind in story["relations"]:
        if {a, b} == {one["claim"], two["claim"]} and kind in RELATIONS:
            if kind == "updates":
                return "updates" if a == two["claim"] else "updated"
            return kind
    return "other"


def in_turn(story: dict[str, Any], places: Iterable[int]) -> Iterator[tuple[int, int, str]]:
    """Every two of some statements of a story, by their places, the one told first first, and how they stand."""
    rows = story["statements"]
    for pair in combinations(places, 2):
        one, two = sorted(pair, key=lambda n: (rows[n]["day"], n))
        yield one, two, relation(story, rows[one], rows[two])


def told(story: dict[str, Any], chance: random.Random) -> Iterator[Example]:
    """Every pair of a story's statements in one order or the other, some of them without speaker, stance and days.

    Some denials in the denier's own words are passed off as assertions, since nothing in them says that they deny.
    """
    kept = [s for s in story["statements"] if s["stance"] not in ("declines", "asks")]
    for pair in combinations(kept, 2):
        one, two = pair if chance.random() < 0.5 else pair[::-1]
        label = RELATIONS.index(relation(story, one, two))
        if chance.random() < PLAIN:
            yield Example(one["text"], two["text"], "relations", label)
        else:
            second = then("en", two["day"] - one["day"], _said(two, chance))
            yield Example(_said(one, chance), second, "relations", label)


def _said(row: dict[str, Any], chance: random.Random) -> str:
    return said("en", row["speaker"], passed_off(row, chance), row["text"])


def passed_off(row: dict[str, Any], chance: random.Random) -> str:
    """The stance that a reader is told: some denials in the denier's own words are passed off as assertions, since
    nothing in them says that they deny."""
    hidden = row["stance"] == "denies" and row["quote"] == "direct" and chance.random() < HIDDEN
    return "asserts" if hidden else row["stance"]
