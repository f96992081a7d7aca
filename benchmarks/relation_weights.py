"""Fit what each feature of two claims weighs (firsthand.stages.compare.stand) to training packs.

    python training/claims/packs.py training/claims/packs FOLDER
    python benchmarks/relation_weights.py FOLDER/[PQ]*/ --test benchmarks/packs/*/

Of the training packs only P and Q: with the others the statement encoder was trained, so they show too much likeness.

Logistic regression, one for either relation, over the pairs of claims of a story: those of the answer key that are
related or would be compared, and those that firsthand finds and compares, which hold what most of their statements hold
in the key. Needs scipy. Prints the weights, and for the packs under --test, never fitted to, the average precision over
the pairs of the key's claims, and of the claims found, as fitted and with the weights in use. The joint reader is asked
of every pair here: some ten minutes.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np

import firsthand
import oracle
from firsthand.records import Actor, Article, Copy, Statement
from firsthand.stages.compare.candidates import CONTESTING
from firsthand.stages.compare.rebut import ASSERTING
from firsthand.stages.compare.relate import near
from firsthand.stages.compare.setting import Setting
from firsthand.stages.compare.side import Side, side_of
from firsthand.stages.compare.stand import BASE, WEIGHTS, in_order, read, readable, shown
from firsthand.stages.compare.state import claim_of
from firsthand.stages.compare.view import View, views
from gate import as_json
from measures import average_precision
from pair_weights import fitted
from score_packs import Trial

KINDS = ("contradicts", "updates")
Relations = Mapping[tuple[str, str], str]
Rows = tuple[np.ndarray, np.ndarray]  # pairs × (features and 1), pairs × (contradicts, the later updates the earlier)


def of_key(pack: Path) -> Rows:
    """The pairs of claims of a pack's answer key that are related or share telling words."""
    found, gold = oracle.load(pack)
    statements, ids = oracle.statements(found, gold)
    seen, setting = _read([*found.values()], statements, oracle.actors(gold), oracle.copies(found, gold))
    told = defaultdict(list)
    for row in gold["statements"]:
        told[row["claim"]].append(seen[ids[row["id"]]])
    by_claim = {c["id"]: side for c in gold["claims"] if (side := _side(told[c["id"]])) is not None}
    names, sides, known = [*by_claim], [*by_claim.values()], _relations(gold)
    related = {tuple(sorted(map(names.index, pair))) for pair in known if by_claim.keys() >= {*pair}}
    return _rows(sides, names, sorted(near(sides) | related), known, setting)


def as_found(pack: Path) -> Rows:
    """The pairs of claims that firsthand compares in a pack."""
    brief = firsthand.brief([pack / "articles.jsonl"])
    trial = Trial(pack, as_json(brief))
    seen, setting = _read(brief.articles, brief.statements, brief.actors, brief.copies)
    key = {s["id"]: s["claim"] for s in trial.gold["statements"]}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for wanted, got in trial.matched.items():
        votes[got][key[wanted]] += 1
    sides, names = [], []
    for claim in brief.claims:
        if (side := _side([seen[s] for s in claim.statements])) is not None:
            told = sum((votes[s] for s in claim.statements), Counter())
            sides.append(side)
            names.append(told.most_common(1)[0][0] if told else None)
    return _rows(sides, names, sorted(near(sides)), _relations(trial.gold), setting)


def _read(
    articles: Sequence[Article], statements: Sequence[Statement], actors: Sequence[Actor], copies: Sequence[Copy]
) -> tuple[dict[str, View], Setting]:
    known = {a.id: a for a in articles}
    seen = views(known, statements, actors)
    return seen, oracle.setting(seen.values(), known, actors, copies)


def _side(told: Sequence[View]) -> Side | None:
    groups = [[v for v in told if v.statement.stance in kind] for kind in (ASSERTING, CONTESTING)]
    return side_of(claim_of(*groups, "en"), *groups) if any(groups) else None


def _relations(gold: dict) -> Relations:
    return {(r["a"], r["b"]): r["kind"] for r in gold["relations"]}


def _rows(
    sides: Sequence[Side],
    names: Sequence[str | None],
    pairs: Iterable[tuple[int, int]],
    known: Relations,
    setting: Setting,
) -> Rows:
    middle = np.mean([*setting.meaning.values()], axis=0)
    rows, stand = [], []
    for a, b in pairs:
        old, new = (a, b) if in_order(sides[a], sides[b])[0] is sides[a] else (b, a)
        seen = shown(sides[old], sides[new], setting, middle, "en")
        seen |= read(readable(sides[old], sides[new], setting), setting)
        rows.append([*seen.values(), 1.0])
        told = [known.get((names[x], names[y])) for x, y in ((new, old), (old, new))]
        stand.append(["contradicts" in told, told[0] == "updates"])
    return np.array(rows), np.array(stand)


def _joined(parts: Iterable[Rows]) -> Rows:
    rows, stand = zip(*parts, strict=True)
    return np.concatenate(rows), np.concatenate(stand)


def main() -> None:
    """Fit, print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("packs", nargs="+", type=Path)
    ask.add_argument("--test", nargs="*", default=[], type=Path)
    told = ask.parse_args()
    rows, stand = _joined(rows_of(pack) for pack in told.packs for rows_of in (of_key, as_found))
    found = np.array([fitted(rows, stand[:, kind]) for kind in range(len(KINDS))])
    for place, name in enumerate(WEIGHTS):
        print(f'    "{name}": Weights({found[0, place]:.2f}, {found[1, place]:.2f}),')
    print(f"BASE = Weights({found[0, -1]:.2f}, {found[1, -1]:.2f})")
    for label, rows_of in (("of the key", of_key), ("as found", as_found)):
        if not told.test:
            break
        rows, stand = _joined(map(rows_of, told.test))
        for kind, name in enumerate(KINDS):
            use = np.array([*(w[kind] for w in WEIGHTS.values()), BASE[kind]])
            now, new = (average_precision(stand[:, kind], rows @ w) for w in (use, found[kind]))
            of = f"{label:10} {name:12} {stand[:, kind].sum():4} of {len(rows):6} pairs"
            print(f"{of}  fitted {100 * new:.1f}  in use {100 * now:.1f}")


if __name__ == "__main__":
    main()
