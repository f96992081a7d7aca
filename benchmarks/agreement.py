"""How far a second reader agrees with the packs' answer keys: what an aim on claims and relations can be.

    python benchmarks/agreement.py benchmarks/packs/*/

Each pack's second.json holds the claims of the key's statements as another reader saw them: a large language model that
got the articles, the statements and the conventions of benchmarks/packs/GUIDE.md on claims, and no answer key.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from measures import names, norm
from score_packs import Trial, as_brief, figures, score_claims, score_origins, score_relations, show

FIGURES = ("claims B-cubed P/R/F1", "denials found %", "contradicts P/R/F1", "updates P/R/F1")


def second(pack: Path) -> dict:
    """The answer key as a brief, with the second reader's claims, denials and relations in place of its own."""
    brief, read = as_brief(pack), json.loads((pack / "second.json").read_text("utf-8"))
    known = {name: a.get("member_of") or a["id"] for a in brief["actors"] for name in names(a)}
    claims = [
        {
            "id": key,
            "independent_origins": 0,
            "denied_by": [known[n] for d in c["denied_by"] if (n := norm(d)) in known],
        }
        for key, c in read["claims"].items()
    ]
    for said in brief["statements"]:
        said["claim"] = read["statements"].get(said["id"])
    return brief | {"claims": claims, "relations": read["relations"]}


def supports(trial: Trial) -> tuple[int, int, int]:
    """Pairs of claims of which one supports the other: of both readers, of the second, of the key."""
    back = {mine: key for key, mine in trial.claim_of.items()}
    gold = {(r["a"], r["b"]) for r in trial.gold["relations"] if r["kind"] == "supports"}
    got = {(back.get(r["a"]), back.get(r["b"])) for r in trial.brief["relations"] if r["kind"] == "supports"}
    return len(gold & got), len(got), len(gold)


def main() -> None:
    """Score, print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("packs", nargs="+", type=Path)
    counts: Counter[str] = Counter()
    support = [0, 0, 0]
    for pack in ask.parse_args().packs:
        trial = Trial(pack, second(pack))
        for score in (score_claims, score_origins, score_relations):
            score(trial, counts)
        support = [a + b for a, b in zip(support, supports(trial), strict=True)]
    reached = figures(counts)
    for name in FIGURES:
        print(f"{name:24} {show(reached[name])}")
    both, told, known = support
    print(f"{'supports P/R/F1':24} {show((100 * both / told, 100 * both / known, 200 * both / (told + known)))}")


if __name__ == "__main__":
    main()
