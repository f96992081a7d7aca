#!/usr/bin/env python3
"""Check story packs against packs/GUIDE.md: every exact string occurs, every reference resolves.

    check_packs.py [PACK...]          # all of packs/ by default

Standard library only.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from score_packs import read_pack

STANCES = {"asserts", "confirms", "denies", "doubts", "declines", "promises", "asks"}
WITHHOLDING = {"denies", "doubts", "declines", "asks"}  # a statement of these need not stand under an origin
QUOTES = {"direct", "indirect", "mixed", "none"}
RELATIONS = {"contradicts", "updates", "supports"}
FIELDS = ("id", "url", "outlet", "published", "title", "text")
DATE = r"\d{4}(-\d\d(-\d\d)?)?"


def statement_problems(s: dict, text: str, actors: set, claims: set) -> Iterator[str]:
    """What is wrong with one statement of an answer key."""
    if text.count(s["exact"]) <= s.get("nth", 0):
        yield f"content not in article {s['article']}: {s['exact'][:60]!r}"
    yield from (f"{k} {s[k]!r} not in article" for k in ("source_exact", "cue_exact") if s.get(k) and s[k] not in text)
    if s["quote"] not in QUOTES:
        yield f"quote {s['quote']}"
    if s["stance"] not in STANCES:
        yield f"stance {s['stance']}"
    if (s["quote"] == "none") != (s["source"] is None):
        yield "quote none without source null, or the reverse"
    yield from (f"unknown actor {a}" for a in [s["source"], *s["chain"]] if a is not None and a not in actors)
    if s["source"] is not None and s["chain"][:1] != [s["source"]]:
        yield "chain must start with source"
    if s["said"] is not None and not re.fullmatch(f"{DATE}(/{DATE})?", s["said"]):
        yield f"said {s['said']}"
    if s["claim"] is not None and s["claim"] not in claims:
        yield f"claim {s['claim']}"


def claim_problems(c: dict, statements: dict, actors: set) -> Iterator[str]:
    """What is wrong with one claim of an answer key."""
    listed = [s for o in c["origins"] for s in o["statements"]]
    yield from (
        f"unknown actor {a}" for a in [*(o["actor"] for o in c["origins"]), *c.get("denied_by", ())] if a not in actors
    )
    yield from (f"unknown statement {s}" for s in listed if s not in statements)
    yield from (f"{s} has another claim" for s in listed if s in statements and statements[s]["claim"] != c["id"])
    if len(listed) != len(set(listed)):
        yield "a statement under two origins"
    mine = {s["id"] for s in statements.values() if s["claim"] == c["id"] and s["stance"] not in WITHHOLDING}
    if mine - set(listed):
        yield f"statements under no origin: {sorted(mine - set(listed))}"


def pack_problems(articles: dict, gold: dict) -> Iterator[str]:
    """What is wrong with a pack."""
    actors = {a["id"] for a in gold["actors"]}
    statements = {s["id"]: s for s in gold["statements"]}
    claims = {c["id"] for c in gold["claims"]}
    yield from (f"article {a['id']}: no {k}" for a in articles.values() for k in FIELDS if k not in a)
    if len(actors) != len(gold["actors"]) or len(statements) != len(gold["statements"]):
        yield "an id is given twice"
    yield from (f"{a['id']}: member_of" for a in gold["actors"] if a.get("member_of") not in {None, *actors})
    for s in gold["statements"]:
        if s["article"] not in articles:
            yield f"{s['id']}: unknown article"
            continue
        yield from (f"{s['id']}: {p}" for p in statement_problems(s, articles[s["article"]]["text"], actors, claims))
    for c in gold["claims"]:
        yield from (f"{c['id']}: {p}" for p in claim_problems(c, statements, actors))
    for r in gold["relations"]:
        if not {r["a"], r["b"]} <= claims or r["kind"] not in RELATIONS:
            yield f"relation {r}"
    yield from (f"copy {c}" for c in gold["copies"] if not {c["article"], c["of"]} <= set(articles))
    yield from (f"timeline {t}" for t in gold["timeline"] if not set(t["statements"]) <= set(statements))
    for key in ("furniture", "not_attributions"):
        yield from (f"{key}: {f}" for f in gold[key] if f["exact"] not in articles[f["article"]]["text"])


def main(packs: list[Path]) -> int:
    """Print what is wrong; the exit status."""
    bad = 0
    for pack in packs or sorted(p.parent for p in Path(__file__).parent.glob("packs/*/gold.json")):
        articles, gold = read_pack(pack)
        problems = list(pack_problems(articles, gold))
        counts = {k: len(gold[k]) for k in ("statements", "claims", "relations", "copies")}
        print(pack.name, {"articles": len(articles), **counts}, *problems or ["OK"], sep="\n    " if problems else " ")
        bad += len(problems)
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main([Path(p) for p in sys.argv[1:]]))
