#!/usr/bin/env python3
"""How well a claim told in other words is found in a pile: the answer keys' claims looked up in the packs' briefs.

    lookup.py [PACK...]              # default: the packs that ship here

The sentences of a pack's own answer key should be found; those of the other packs should not. A find is right when the
claim holds one of the statements that the key gives for that sentence. A line for each of several thresholds.
"""

import argparse
from pathlib import Path

import firsthand
from firsthand.find import LEAST, find
from gate import HERE, as_json
from score_packs import Trial

THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)


def looked_up(packs: list[Path]) -> tuple[list[tuple[float, bool, bool]], list[float]]:
    """Best score, whether that claim is right, whether it is among the first four, of the sentences to be found;
    and the best scores of sentences that no pack article tells (0 where nothing shares words)."""
    trials = []
    for pack in packs:
        brief = firsthand.brief([pack / "articles.jsonl"])
        trials.append((Trial(pack, as_json(brief)), brief))
    own, foreign = [], []
    for trial, brief in trials:
        for claim in trial.gold["claims"]:
            places = {trial.got[trial.matched[g]]["claim"] for g in trial.labels if trial.labels[g] == claim["id"]}
            if places - {None}:
                found = find(claim["text"], brief)[:4]
                right = [match.claim in places for match in found]
                own.append((found[0].score if found else 0.0, any(right[:1]), any(right)))
            others = [other for _, other in trials if other is not brief]
            foreign += [next((match.score for match in find(claim["text"], other)), 0.0) for other in others]
    return own, foreign


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packs", nargs="*", type=Path)
    packs = parser.parse_args().packs or sorted(p.parent for p in (HERE / "packs").glob("*/gold.json"))
    own, foreign = looked_up(packs)
    print(f"{len(own)} sentences to be found, {len(foreign)} not to be found")
    print(
        f"right first {sum(right for _, right, _ in own) / len(own):.1%}, "
        f"in the first four {sum(near for *_, near in own) / len(own):.1%}"
    )
    for least in sorted({*THRESHOLDS, LEAST}):
        found = [right for score, right, _ in own if score >= least]
        wrong = sum(score >= least for score in foreign)
        print(
            f"from {least:.2f}{' *' if least == LEAST else '  '} found {len(found) / len(own):.1%}, "
            f"right of those {sum(found) / max(1, len(found)):.1%}, found though not there {wrong} of {len(foreign)}"
        )


if __name__ == "__main__":
    main()
