"""Measure claims, relations and origins alone: the packs' gold statements, actors and copies go in.

    python benchmarks/claims.py PACK... [--gold-claims] [--same 0.5] [--verbose]

Prints the figures of score_packs.py that these two stages decide. With --gold-claims the counting is measured alone.
"""

import argparse
import dataclasses
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import oracle
import score_packs
from firsthand.ids import story_id
from firsthand.records import Claim, Count, Story
from firsthand.stages.compare import compare
from firsthand.stages.count import count_origins

FIGURES = (
    "claims B-cubed P/R/F1",
    "origins exact % (all claims)",
    "origins exact % (claims said more than once)",
    "origins over-counted %",
    "origins inside range %",
    "denials found %",
    "contradicts P/R/F1",
    "updates P/R/F1",
)


def brief(pack: Path, gold_claims: bool = False, **settings: float) -> dict:
    """The brief of a pack as a dictionary, with claims, relations and origins worked out from gold statements."""
    found, gold = oracle.load(pack)
    articles = tuple(found.values())
    statements, ids = oracle.statements(found, gold)
    actors, copies = oracle.actors(gold), oracle.copies(found, gold)
    names = tuple(a.id for a in articles)
    story = Story(id=story_id(names), title=gold["story"], articles=names, claims=())
    if gold_claims:
        claims, relations, unsure = _gold_claims(gold, ids), (), frozenset()
    else:
        claims, relations, _, unsure = compare(articles, statements, actors, copies, (story,), **settings)
    claims = count_origins(articles, statements, actors, copies, claims, unsure=unsure)
    home = {s: c.id for c in claims for s in c.statements}
    out = {
        "articles": articles,
        "actors": actors,
        "statements": [dataclasses.replace(s, claim=home.get(s.id)) for s in statements],
        "claims": claims,
        "relations": relations,
        "copies": copies,
        "stories": (story,),
        "timeline": (),
    }
    return {key: [dataclasses.asdict(item) for item in items] for key, items in out.items()}


def _gold_claims(gold: dict, ids: dict[str, str]) -> tuple[Claim, ...]:
    return tuple(
        Claim(
            id=row["id"],
            text=row["text"],
            statements=tuple(ids[s["id"]] for s in gold["statements"] if s["claim"] == row["id"]),
            origins=(),
            independent_origins=Count(at_least=0, at_most=0),
            denied_by=(),
            doubted_by=(),
            plan=row["plan"],
            quantity=None,
        )
        for row in gold["claims"]
    )


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("packs", nargs="+", type=Path)
    ask.add_argument("--gold-claims", action="store_true")
    ask.add_argument("--same", type=float)
    ask.add_argument("--verbose", action="store_true", help="a line for each pack, and what went wrong")
    told = ask.parse_args()
    settings = {} if told.same is None else {"same": told.same}
    total: Counter = Counter()
    for pack in told.packs:
        made, counted = brief(pack, told.gold_claims, **settings), Counter()
        score_packs.score_pack(pack, made, counted)
        total.update(counted)
        if told.verbose:
            figures = score_packs.figures(counted)
            print(pack.name, json.dumps({k: score_packs.show(figures[k]) for k in FIGURES}))
    figures = score_packs.figures(total)
    for name in FIGURES:
        print(f"{name:46} {score_packs.show(figures[name])}")


if __name__ == "__main__":
    main()
