"""Fit what each feature of a pair of statements weighs (firsthand.stages.compare.pair) to the packs' answer keys.

    python benchmarks/pair_weights.py PACK... [--unread 32-x 52-y]

Logistic regression over all pairs of asserted gold statements of a pack of which one at least makes a claim; needs
scipy. Prints the weights, and the average precision of the pairs of one claim: for the weights in use, and with each
pack scored by weights fitted to the others.
Packs named after --unread are scored and never fitted to. The joint reader is asked of every pair here: some 80 seconds
for 13 packs.
"""

import argparse
import sys
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
from scipy.optimize import minimize

import oracle
from firsthand.stages.compare.pair import FEATURES, READ, read, score
from firsthand.stages.compare.rebut import ASSERTING
from firsthand.stages.compare.view import views
from measures import average_precision

LEAST = -1.0  # a feature that forbids outweighs all; to be fitted it counts no more than this
RIDGE = 0.05
WEIGHED = (*FEATURES, (read, READ))


def pairs(pack: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """pairs × (features and 1), whether each pair is one claim, the score that each has now."""
    found, gold = oracle.load(pack)
    articles = {a.id: a for a in found.values()}
    statements, ids = oracle.statements(found, gold)
    actors, copies = oracle.actors(gold), oracle.copies(found, gold)
    seen = [v for v in views(articles, statements, actors).values() if v.statement.stance in ASSERTING]
    setting = oracle.setting(seen, articles, actors, copies)
    claim = {ids[s["id"]]: s["claim"] for s in gold["statements"]}
    rows, one, now = [], [], []
    for a, b in combinations(seen, 2):
        mine, theirs = claim[a.statement.id], claim[b.statement.id]
        if mine is theirs is None:
            continue
        rows.append([*(max(LEAST, feature(a, b, setting).score) for feature, _ in WEIGHED), 1.0])
        one.append(mine == theirs)
        now.append(score(a, b, setting))
    return np.array(rows), np.array(one), np.array(now)


def fitted(rows: np.ndarray, one: np.ndarray) -> np.ndarray:
    """Weights and base (last) that make the answers likeliest, held back a little."""
    signs = np.where(one, 1.0, -1.0)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margins = signs * (rows @ weights)
        slope = -signs / (1 + np.exp(np.clip(margins, -50, 50)))
        return np.logaddexp(0, -margins).sum() + RIDGE * weights @ weights, rows.T @ slope + 2 * RIDGE * weights

    return minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x


def main() -> None:
    """Fit, print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("packs", nargs="+", type=Path)
    ask.add_argument("--unread", nargs="*", default=[], help="names of packs to score only")
    told = ask.parse_args()
    held = {pack.name: pairs(pack) for pack in told.packs}
    known = [name for name in held if name not in told.unread]

    def fit(names: list[str]) -> np.ndarray:
        return fitted(np.concatenate([held[n][0] for n in names]), np.concatenate([held[n][1] for n in names]))

    apart = {name: held[name][0] @ fit([n for n in known if n != name]) for name in held}
    for label, names in (("read", known), ("unread", [n for n in held if n in told.unread]), ("all", [*held])):
        if names:
            one = np.concatenate([held[n][1] for n in names])
            now = average_precision(one, np.concatenate([held[n][2] for n in names]))
            other = average_precision(one, np.concatenate([apart[n] for n in names]))
            of = f"{label:8} {len(names):2} packs  {one.sum():4} of {len(one):6} pairs"
            print(f"{of}  now {100 * now:.1f}  fitted to others {100 * other:.1f}")
    for (feature, weight), found in zip((*WEIGHED, (None, 0.0)), fit(known), strict=True):
        print(
            f"{feature.__name__ if feature else 'base':10} {found:6.2f}" + (f"  now {weight:5.2f}" if feature else "")
        )


if __name__ == "__main__":
    main()
