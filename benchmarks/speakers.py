"""Print how well sources, chains and actors come out when the statements' spans are the answer keys'.

    speakers.py PACK... [--misses] [--pile]

The re-reporters' spans are not in the answer keys: they are the nearest mention of the next actor in the gold chain
within the statement's paragraph; where none is found the statement still counts. `--pile` joins all packs as one pile.
"""

import argparse
import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path

import oracle
from firsthand.records import Actor, Article, Attribution, Span, Spans, Speakers
from firsthand.stages.parse import parse
from firsthand.stages.resolve import identify, resolve
from measures import bcubed, names

PRONOUN = re.compile(r"\b(?:her|him|she|he|it|they|them|(?:the|that|this) (?:same )?(?:paper|driver|agency|daily))\b")


@dataclass
class Tally:
    """Counts over packs."""

    n: int = 0
    source: int = 0
    chain: int = 0
    nested: int = 0
    nested_ok: int = 0
    own: int = 0
    gold: dict[str, str] = field(default_factory=dict)
    found: dict[str, str] = field(default_factory=dict)
    label: dict[str, str] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)


def via_spans(
    article: Article, content: Span, chain: list[str], actors: dict[str, dict]
) -> tuple[tuple[Span, ...], ...]:
    """Spans of the re-reporters of a statement, by the nearest alias in its paragraph."""
    out = []
    start = article.text.rfind("\n\n", 0, content[0]) + 1
    end = article.text.find("\n\n", content[1])
    end = end if end >= 0 else len(article.text)
    for key in chain:
        hits = []
        for alias in sorted({actors[key]["name"], *actors[key]["aliases"]}, key=len, reverse=True):
            for match in re.finditer(r"\b" + re.escape(alias) + r"\b", article.text[start:end]):
                span = (start + match.start(), start + match.end())
                if not content[0] <= span[0] < content[1] and article.text[span[0] - 1] != "(":
                    hits.append((min(abs(span[0] - content[1]), abs(content[0] - span[1])), span))
        if not hits:
            for match in PRONOUN.finditer(article.text, start, end):
                if not content[0] <= match.start() < content[1]:
                    near = min(abs(match.start() - content[1]), abs(content[0] - match.end()))
                    if near < 90:
                        hits.append((near, match.span()))
        if hits:
            out.append((min(hits)[1],))
    return tuple(out)


def whole_words(text: str, found: Spans, exact: str | None, content: Span) -> Spans:
    """The source's span, where the oracle took the letters inside another word ("the" for "he")."""
    if not found or not exact:
        return found
    hits = [m.span() for m in re.finditer(r"\b" + re.escape(exact) + r"(?!\w)", text)]
    hits = [h for h in hits if not content[0] <= h[0] < content[1]] or hits
    return (min(hits, key=lambda h: min(abs(h[1] - content[0]), abs(h[0] - content[1]))),)


def same(gold: dict, actor: Actor | None) -> bool:
    """As score_packs judges it."""
    if actor is None:
        return False
    mine, theirs = names({"name": actor.name, "aliases": actor.aliases}), names(gold)
    loose = gold["kind"] == actor.kind == "unnamed"
    return bool(mine & theirs) or (loose and any(m in t or t in m for m in mine for t in theirs))


def run(packs: list[Path], tally: Tally) -> None:
    """Identify and join the packs as one pile, and count."""
    articles: list[Article] = []
    speakers: list[Speakers] = []
    rows: list[tuple[dict, str | None, tuple[str, ...], dict[str, dict], str]] = []
    for pack in packs:
        by_id, gold = oracle.load(pack)
        actors = {a["id"]: a for a in gold["actors"]}
        for name, pairs in oracle.attributions(by_id, gold).items():
            article = by_id[name]
            given: list[Attribution] = [
                replace(
                    a,
                    source=whole_words(article.text, a.source, g["source_exact"], a.spans[0]),
                    via=via_spans(article, a.spans[0], g["chain"][1:], actors),
                )
                for a, g in pairs
            ]
            found = identify(article, next(iter(parse([article]))), given)
            articles.append(article)
            speakers.append(found)
            rows += [
                (g, s, c, actors, pack.name) for (_, g), s, c in zip(pairs, found.sources, found.chains, strict=True)
            ]
    made, ids = resolve(articles, speakers)
    actor = {a.id: a for a in made}
    for gold_row, source, chain, actors, pack_name in rows:
        count(tally, gold_row, actor.get(ids.get(source or "", "")), [actor[ids[k]] for k in chain], actors, pack_name)


def count(
    tally: Tally, row: dict, source: Actor | None, chain: list[Actor], actors: dict[str, dict], pack: str
) -> None:
    if row["source"] is None:
        tally.own += source is not None
        return
    tally.n += 1
    gold = actors[row["source"]]
    right = same(gold, source)
    whole = len(chain) == len(row["chain"]) and all(
        same(actors[g], a) for g, a in zip(row["chain"], chain, strict=False)
    )
    tally.source += right
    tally.chain += whole
    if len(row["chain"]) > 1:
        tally.nested += 1
        tally.nested_ok += whole
    key = f"{pack}/{row['id']}"
    tally.gold[key] = f"{pack}/{row['source']}"
    tally.found[key] = source.id if source else f"none-{key}"
    tally.label[tally.found[key]] = f"{source.name} ({source.kind})" if source else "unknown"
    if not (right and whole):
        want = [actors[a]["name"] for a in row["chain"]]
        tally.misses.append(
            f"{pack[:2]} {row['article']} {row['id']} {row['source_exact']!r}: {want} -> "
            f"{source and source.name!r} {[a.name for a in chain]}"
        )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("packs", nargs="+", type=Path)
    options.add_argument("--misses", action="store_true")
    options.add_argument("--pile", action="store_true")
    given = options.parse_args()
    tally = Tally()
    for piles in [given.packs] if given.pile else [[p] for p in given.packs]:
        run(piles, tally)
    if given.misses:
        print("\n".join(tally.misses))
    p, r = bcubed(tally.gold, tally.found)
    f = 2 * p * r / (p + r)
    split = defaultdict(set)
    for key, value in tally.gold.items():
        split[value].add(tally.found[key])
    if given.misses:
        for key, parts in split.items():
            if len(parts) > 1:
                print("split", key, sorted(tally.label[p] for p in parts))
    print(f"statements with a source              {tally.n}")
    print(f"source right %                        {100 * tally.source / tally.n:.1f}")
    print(f"chain right %                         {100 * tally.chain / tally.n:.1f}")
    print(f"chain right, more than one hand %     {100 * tally.nested_ok / max(tally.nested, 1):.1f} of {tally.nested}")
    print(f"actors of source mentions B-cubed     {100 * p:.1f} / {100 * r:.1f} / {100 * f:.1f}")
    print(f"gold actors in one piece %            {100 * sum(len(v) == 1 for v in split.values()) / len(split):.1f}")
    print(f"own voice given a speaker             {tally.own}")


if __name__ == "__main__":
    main()
