#!/usr/bin/env python3
"""Training packs (packs/GUIDE.md): stories told in articles, with statements, claims and relations marked in the text.

A file of exchanges (exchanges/GUIDE.md) holds many.

    packs.py FOLDER OUT

Writes each pack of a folder as a story pack (articles.jsonl, gold.json) to a folder of OUT, and all of them as claim
sets to OUT/sets.jsonl.
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

STORY = re.compile(r"^(?=story: )", re.MULTILINE)
MARK = re.compile(r"\[\[([^|\]]*)\|([^|\]]*)\|([^|\]]*)\|([^|\]]*)\|(.*?)\]\]", re.DOTALL)


def pack(path: Path) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The articles of a training pack and its answer key, both as in a story pack (benchmarks/packs/GUIDE.md).

    Sources and cues have no places, origins are not told. Raises ValueError where a mark or a line cannot be read.
    """
    return _pack(path.name, path.read_text("utf-8"))


def several(path: Path) -> Iterator[tuple[str, list[dict[str, Any]], dict[str, Any]]]:
    """The stories of a file, each with a name of its own, its articles and its answer key as `pack` gives them."""
    for number, text in enumerate(filter(str.strip, STORY.split(path.read_text("utf-8"))), 1):
        name = f"{path.stem}-{number}"
        yield name, *_pack(name, text)


def _pack(name: str, text: str) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    head, *told = re.split(r"^== ", text, flags=re.MULTILINE)
    gold: dict[str, Any] = {"actors": [], "claims": [], "relations": [], "copies": [], "furniture": [], "timeline": []}
    gold |= {"not_attributions": [], "statements": []}
    for line in head.splitlines():
        kind, _, rest = line.strip().partition(" ")
        row = [part.strip() for part in rest.split("|")]
        if kind == "story:":
            gold["story"] = rest
        elif kind == "actor":
            belongs = {"member_of": row[3].split()[1]} if len(row) > 3 else {}
            names = dict.fromkeys((row[1], row[1].split(", ")[0]))  # "Callum Reith, hotel keeper"
            gold["actors"].append({"id": row[0], "name": row[1], "kind": row[2], "aliases": [*names], **belongs})
        elif kind == "claim":
            deniers = [d.strip() for part in row[2:] if part.startswith("denied ") for d in part[7:].split(",")]
            claim = {"id": row[0], "text": row[1], "origins": [], "independent_origins": 0, "about": None}
            gold["claims"].append({**claim, "denied_by": deniers, "plan": "plan" in row[2:]})
        elif kind == "relation":
            a, stands, b = rest.split()
            gold["relations"].append({"a": a, "b": b, "kind": stands, "why": ""})
        elif kind == "copy":
            article, _, of, how, credit = rest.split()
            gold["copies"].append({"article": article, "of": of, "kind": how, "credited": credit == "credited"})
        elif line.strip():
            raise ValueError(f"{name}: {line.strip()!r} is no line of a pack's head")
    articles = []
    for article in told:
        row, marks = _article(article)
        if "[[" in row["text"] or "]]" in row["text"]:
            raise ValueError(f"{name}: a mark of article {row['id']} cannot be read")
        articles.append(row)
        gold["statements"] += [{"id": f"s{len(gold['statements']) + n}", **mark} for n, mark in enumerate(marks, 1)]
    return articles, gold


def _article(told: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    top, _, body = told.partition("\n")
    key, outlet, domain, published, title = (part.strip() for part in top.split("|"))
    body = body.strip("\n")
    text, marks, at = "", [], 0
    for mark in MARK.finditer(body):
        text += body[at : mark.start()]
        claim, hands, stance, quote, exact = mark.groups()
        chain = [] if hands == "-" else hands.split(">")
        before = _count(text, exact)
        text, at = text + exact, mark.end()
        marks.append({
            "article": key, "exact": exact, "nth": before, "quote": quote, "source": chain[0] if chain else None,
            "source_exact": None, "cue_exact": None, "chain": chain, "stance": stance, "said": None,
            "claim": None if claim == "-" else claim,
        })  # fmt: skip
    text += body[at:]
    when = None if published == "-" else published + ":00+00:00"
    row = {"id": key, "url": f"https://{domain}/{key}", "outlet": outlet, "published": when, "title": title}
    return {**row, "text": text}, marks


def _count(text: str, exact: str) -> int:
    """How often a text holds another, overlaps counted."""
    return sum(text.startswith(exact, at) for at in range(len(text)))


def as_set(path: Path) -> dict[str, Any]:
    """A training pack as a claim set, its statements by day."""
    told = claim_set(path.stem, *pack(path))
    rows = [row | {"article": int(row["article"])} for row in told["statements"]]
    return told | {"statements": sorted(rows, key=lambda row: (row["day"], row["article"]))}


def claim_set(name: str, articles: Iterable[dict[str, Any]], gold: dict[str, Any]) -> dict[str, Any]:
    """The articles of a story pack and its answer key as a claim set (sets/GUIDE.md), statements in the key's order."""
    days = {a["id"]: date.fromisoformat(a["published"][:10]).toordinal() for a in articles if a["published"]}
    first = min(days.values(), default=0)
    names = {a["id"]: a["name"] for a in gold["actors"]}
    rows = [
        {"claim": s["claim"], "article": s["article"], "day": days.get(s["article"], first) - first}
        | {"speaker": names.get(s["source"]), "text": s["exact"], "stance": s["stance"], "quote": s["quote"]}
        for s in gold["statements"]
    ]
    claims = {c["id"]: {"text": c["text"], "plan": c["plan"]} for c in gold["claims"]}
    told = [[r["a"], r["b"], r["kind"]] for r in gold["relations"]]
    return {"id": name, "topic": gold["story"], "claims": claims, "statements": rows, "relations": told}


def main() -> None:
    """Read, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    paths = sorted(options.folder.glob("*.pack"))
    for path in paths:
        articles, gold = pack(path)
        home = options.out / path.stem
        home.mkdir(parents=True, exist_ok=True)
        (home / "articles.jsonl").write_text(_lines(articles), "utf-8")
        (home / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", "utf-8")
    (options.out / "sets.jsonl").write_text(_lines(as_set(path) for path in paths), "utf-8")


def _lines(rows: Iterable[Any]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


if __name__ == "__main__":
    main()
