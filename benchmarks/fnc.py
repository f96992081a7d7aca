#!/usr/bin/env python3
"""Does a body agree with a headline, disagree, discuss it or tell of something else: the Fake News Challenge (FNC-1).

    fnc.py BODIES.csv[.gz] STANCES.csv[.gz] [--cache DIR] [--folds 10] [--limit N]

What Firsthand works out between a headline and a body (fnc_features.py) goes into small trees, learnt on all folds but
one and judged on that one, by the challenge's weighted score. No body stands in two folds, but headlines do. So it is
done again with folds of whole stories (all bodies and headlines that tell of one matter): as in the challenge's test,
a story is judged by what was learnt from others.
What the article stages find (8 CPU minutes) and the pair reader says (5) is kept in DIR. Needs scikit-learn.
"""

import argparse
import csv
import gzip
import hashlib
import io
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import msgspec
import numpy as np

import fnc_features as features
from firsthand.pipeline import Found, find_in
from firsthand.settings import Settings
from firsthand.stages.compare.reader.model import load, shares
from large_store import cached, opened
from polnear import article

STANCES = ("agree", "disagree", "discuss", "unrelated")
UNRELATED = STANCES.index("unrelated")
RELATED_RIGHT, EXACT = 0.25, 0.75  # what a pair gets for being rightly called related or not; and how, if related
KINDS = {"words only": 1, "+ statements": 2, "+ pair reader": 3}  # groups of features that go in
SITE = "https://fnc.invalid/"
SEED = 1
LOT = 2000  # pairs that the pair reader is asked before its answers are kept
BODY_FIELDS, STANCE_FIELDS = ("Body ID", "articleBody"), ("Headline", "Body ID", "Stance")


class Pair(NamedTuple):
    """A headline, a body by its id, and the place of the answer in STANCES."""

    headline: str
    body: str
    stance: int


def rows(path: Path, fields: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Some columns of a CSV file; a space and "_" in their names are one."""
    csv.field_size_limit(1 << 27)
    with opened(path) as data, io.TextIOWrapper(data, encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            named = {key.replace("_", " "): value for key, value in row.items()}
            yield tuple(named[field] for field in fields)


def stance_of(answer: str) -> int:
    """The place of an answer, which is a name of STANCES or its number."""
    return int(answer) if answer.isdecimal() else STANCES.index(answer)


# --- the score ------------------------------------------------------------------------------------


def weighted(truths: Sequence[int], guesses: Sequence[int]) -> float:
    """The score of FNC-1 in per cent of what can be had.

    A quarter for unrelated called so, a quarter for related called related, three quarters more when that is also the
    right one of the three.

    >>> weighted([3, 2, 0, 1], [3, 2, 2, 3])
    46.15384615384615
    """
    got = 0.0
    for truth, guess in zip(truths, guesses, strict=True):
        if (truth == UNRELATED) == (guess == UNRELATED):
            got += RELATED_RIGHT + (EXACT if truth == guess != UNRELATED else 0.0)
    most = sum(RELATED_RIGHT if truth == UNRELATED else RELATED_RIGHT + EXACT for truth in truths)
    return 100 * got / most


def decided(related: Sequence[float], kinds: Sequence[Sequence[float]]) -> list[int]:
    """The answers from which most points are to be expected.

    `related`: how likely each pair is related; `kinds`: how likely agree, disagree and discuss are if it is.
    """
    out = []
    for likely, three in zip(related, kinds, strict=True):
        kind = max(range(len(three)), key=lambda at: three[at])
        points = likely * (RELATED_RIGHT + EXACT * three[kind])
        out.append(kind if points > (1 - likely) * RELATED_RIGHT else UNRELATED)
    return out


def confusion(truths: Sequence[int], guesses: Sequence[int]) -> list[str]:
    """The lines of a table: the right answers down, what was said across, and the F1 of each answer."""
    counts = Counter(zip(truths, guesses, strict=True))
    lines = [f"{'':12}" + "".join(f"{name:>11}" for name in (*STANCES, "F1"))]
    every = []
    for truth, name in enumerate(STANCES):
        hit, given, said = counts[truth, truth], truths.count(truth), guesses.count(truth)
        every.append(200 * hit / (given + said) if given + said else 0.0)
        lines.append(f"{name:12}" + "".join(f"{counts[truth, at]:11}" for at in range(4)) + f"{every[-1]:11.1f}")
    hits = sum(t == g for t, g in zip(truths, guesses, strict=True))
    return [*lines, f"right {100 * hits / len(truths):.1f} %, mean F1 {sum(every) / 4:.1f}"]


# --- the folds ------------------------------------------------------------------------------------


def folds_of(keys: Iterable[str], number: int) -> dict[str, int]:
    """Key → fold, shuffled."""
    order = sorted(set(keys))
    random.Random(SEED).shuffle(order)
    return {key: at % number for at, key in enumerate(order)}


def stories_of(pairs: Sequence[Pair], texts: dict[str, str]) -> dict[str, str]:
    """Body text or headline → the name of its story: what related pairs hang together."""
    parent: dict[str, str] = {}

    def top(key: str) -> str:
        parent.setdefault(key, key)
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for pair in pairs:
        one, two = top(texts[pair.body]), top(pair.headline)
        if pair.stance != UNRELATED:
            parent[one] = two
    return {key: top(key) for key in parent}


def splits(
    pairs: Sequence[Pair], texts: dict[str, str], number: int, whole_stories: bool
) -> Iterator[tuple[list[int], list[int]]]:
    """For each fold the places of the pairs to learn from and to judge. One text under two ids is one body."""
    if whole_stories:
        story = stories_of(pairs, texts)
        fold = folds_of(story.values(), number)
        homes = [(fold[story[texts[p.body]]], fold[story[p.headline]]) for p in pairs]
    else:
        fold = folds_of(texts.values(), number)
        homes = [(fold[texts[p.body]],) * 2 for p in pairs]
    for held in range(number):
        yield (
            [at for at, home in enumerate(homes) if held not in home],
            [at for at, home in enumerate(homes) if home[0] == held],
        )


# --- what Firsthand finds -------------------------------------------------------------------------


def found_in_bodies(texts: dict[str, str], cache: Path) -> dict[str, Found]:
    """Body id → what the article stages found; bodies in other languages are left out."""
    pile, kept = cache / "bodies.jsonl", cache / "bodies"
    kept.mkdir(exist_ok=True)
    lines = (json.dumps({"url": SITE + key, "text": text, "language": "en"}) + "\n" for key, text in texts.items())
    pile.write_text("".join(lines), encoding="utf-8")
    return {(one.article.url or "").removeprefix(SITE): one for one in cached(pile, kept, len(texts))}


def found_in_headlines(headlines: Sequence[str], cache: Path) -> list[Found]:
    """What the article stages find in each headline, read as a text of one line."""
    kept = cache / f"headlines-{digest(headlines)}.json.gz"
    if not kept.exists():
        made = [find_in(article(line, line), Settings()) for line in headlines]
        kept.write_bytes(gzip.compress(msgspec.json.encode(made), 5))
    return msgspec.json.decode(gzip.decompress(kept.read_bytes()), type=list[Found])


def read_pairs(asked: Sequence[tuple[str, str]], cache: Path) -> dict[tuple[str, str], Sequence[float]]:
    """What the pair reader says of each pair of texts; a run that was stopped goes on where it was."""
    out: dict[tuple[str, str], Sequence[float]] = {}
    for first in range(0, len(asked), LOT):
        lot = asked[first : first + LOT]
        kept = cache / f"reader-{digest(text for pair in lot for text in pair)}.npy"
        if not kept.exists():
            reader = load("en")
            if reader is None:
                sys.exit("the pair reader of English is not installed")
            np.save(kept, shares(reader, lot))
        out |= zip(lot, np.load(kept).tolist(), strict=True)
    return out


def digest(texts: Iterable[str]) -> str:
    """A short name of some texts."""
    made = hashlib.sha256()
    for text in texts:
        made.update(text.encode("utf-8", "surrogatepass") + b"\0")
    return made.hexdigest()[:16]


def numbers(pairs: Sequence[Pair], texts: dict[str, str], cache: Path) -> list[list[features.Numbers]]:
    """For each pair the three groups of features; a body that could not be read has none."""
    cache.mkdir(parents=True, exist_ok=True)
    headlines = sorted({p.headline for p in pairs})
    own = {
        line: features.body_of(one).statements
        for line, one in zip(headlines, found_in_headlines(headlines, cache), strict=True)
    }
    lines = {line: features.text_of(line) for line in headlines}
    bodies = {key: features.body_of(one) for key, one in found_in_bodies(texts, cache).items()}
    out: list[list[features.Numbers]] = []
    questions = []
    for pair in pairs:
        line, body = lines[pair.headline], bodies.get(pair.body)
        if body is None:
            out.append([{}, {}, {}])
            questions.append({})
            continue
        held = features.seen(line, body)
        said = own[pair.headline]
        out.append([features.by_words(line, body, held), features.by_statements(line, said, body, held), {}])
        questions.append(features.asked(line, said, body, held))
    answers = read_pairs(list(dict.fromkeys(asked for each in questions for asked in each.values())), cache)
    for row, each in zip(out, questions, strict=True):
        row[2] = features.by_reader({name: answers[asked] for name, asked in each.items()})
    return out


def table(given: Sequence[Sequence[features.Numbers]], groups: int) -> np.ndarray:
    """Pairs × features of the first groups, not a number where a pair has none."""
    names = [sorted({name for row in given for name in row[group]}) for group in range(groups)]
    return np.array(
        [[row[g].get(name, np.nan) for g in range(groups) for name in names[g]] for row in given], dtype=np.float32
    )


# --- learning and judging -------------------------------------------------------------------------


def judged(given: np.ndarray, truths: np.ndarray, learn: Sequence[int], judge: Sequence[int]) -> list[int]:
    """The answers for the pairs to judge."""
    trees = learner()
    related = trees().fit(given[learn], truths[learn] != UNRELATED)
    told = [at for at in learn if truths[at] != UNRELATED]
    kinds = trees().fit(given[told], truths[told])
    three = np.zeros((len(judge), UNRELATED))
    three[:, kinds.classes_] = kinds.predict_proba(given[judge])
    return decided(related.predict_proba(given[judge])[:, 1].tolist(), three.tolist())


@cache
def learner():
    """Makes the trees that learn. Ends the run where scikit-learn is missing."""
    try:
        from sklearn.ensemble import HistGradientBoostingClassifier
    except ImportError:
        sys.exit("this benchmark needs scikit-learn: pip install scikit-learn")
    return lambda: HistGradientBoostingClassifier(
        learning_rate=0.12,
        max_iter=90,
        max_leaf_nodes=24,
        min_samples_leaf=30,
        l2_regularization=2.0,
        random_state=SEED,
    )


def report(
    given: Sequence[Sequence[features.Numbers]], pairs: Sequence[Pair], texts: dict[str, str], folds: int
) -> None:
    """Print the score of each fold, their mean and the table of answers, for each group of features more."""
    truths = np.array([p.stance for p in pairs])
    for home, whole_stories in (("bodies", False), ("whole stories", True)):
        parts = list(splits(pairs, texts, folds, whole_stories))
        known = [{pairs[at].headline for at in learn} for learn, _ in parts]
        again = sum(pairs[at].headline in seen for seen, (_, judge) in zip(known, parts, strict=True) for at in judge)
        print(f"\nfolds of {home}; {again / len(pairs):.1%} of the pairs have a headline that was learnt from too")
        for kind, groups in KINDS.items():
            numbered = table(given, groups)
            guesses: dict[int, int] = {}
            scores = []
            for learn, judge in parts:
                answers = judged(numbered, truths, learn, judge)
                guesses |= dict(zip(judge, answers, strict=True))
                scores.append(weighted(truths[judge].tolist(), answers))
            print(f"{kind}, {numbered.shape[1]} features: mean {sum(scores) / len(scores):.1f}", end="; ")
            print("folds " + " ".join(f"{score:.1f}" for score in scores))
            print("\n".join(confusion(truths.tolist(), [guesses[at] for at in range(len(pairs))])), flush=True)


def main() -> None:
    """Read the pairs, work out what is to be learnt from, and report."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("bodies", type=Path)
    ask.add_argument("stances", type=Path)
    ask.add_argument("--cache", type=Path)
    ask.add_argument("--folds", type=int, default=10)
    ask.add_argument("--limit", type=int, help="only the first bodies")
    told = ask.parse_args()
    learner()
    texts = dict(islice(rows(told.bodies, BODY_FIELDS), told.limit))
    every = (Pair(line, body, stance_of(answer)) for line, body, answer in rows(told.stances, STANCE_FIELDS))
    pairs = [pair for pair in every if pair.body in texts]
    place = {body: at for at, body in enumerate(texts)}
    pairs.sort(key=lambda pair: place[pair.body])  # what the reader is asked of some bodies is kept when others come
    print(f"{len(pairs)} pairs, {len(texts)} bodies")
    with TemporaryDirectory() as folder:
        given = numbers(pairs, texts, told.cache or Path(folder))
    report(given, pairs, texts, told.folds)


if __name__ == "__main__":
    main()
