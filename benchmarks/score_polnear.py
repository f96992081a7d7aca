#!/usr/bin/env python3
"""Score who-said-what predictions against a PolNeAR split.  Standard library only.

    score_polnear.py GOLD_SPLIT_DIR PRED.jsonl [--ignore-punct] [--json] [--articles FILE]
    score_polnear.py GOLD_SPLIT_DIR --agreement      # annotator against annotator, shared articles
    score_polnear.py GOLD_SPLIT_DIR --check          # .ann surface text against offsets

GOLD_SPLIT_DIR holds text/*.txt and attributions/*_<annotator>.ann (brat standoff).
PRED.jsonl: one line per article, offsets in code points into the text file:
    {"article": "x.txt",
     "attributions": [{"source": [[s, e], ...], "cue": [...], "content": [...]}, ...]}
An article of the split missing from PRED counts as an empty prediction.

Rules.  A role of one attribution is one span: the set of tokens its pieces touch.  Tokens are
words or single punctuation marks (TOKEN); --ignore-punct drops the marks.  Where several people
annotated an article the alphabetically first annotator is gold.  Attributions without content
are dropped on both sides.  'ovl' = Jaccard on tokens >= 0.5.  Span and attribution hits are a
maximum one-to-one matching; equal spans of one role in one article count once at span level.
Attribution hit: content and source both hit (both sources absent agrees).  'quoted' = content
holds or touches a double quotation mark (straight, curly, or two single ones).  For a class,
recall is over the gold of the class against every prediction, precision over the predictions
of the class against all gold.
"""

import argparse
import json
import re
import sys
from itertools import permutations
from pathlib import Path

TOKEN = re.compile(r"\w+|[^\w\s]")
ROLES = ("source", "cue", "content")
MARK, DOUBLED = re.compile('["“”„‟«»]'), re.compile("''|``|‘‘|’’")  # some articles type ''so''
THRESHOLD = 0.5


def read_text(path):
    """The text of a file with its line ends as they are: offsets count them."""
    with Path(path).open(encoding="utf-8", newline="") as handle:
        return handle.read()


def parse_ann(ann_text):
    """brat standoff -> list of {role: [[s, e], ...]}"""
    spans, events = {}, []
    for line in ann_text.split("\n"):
        fields = line.rstrip("\r").split("\t")
        if re.fullmatch(r"T\d+", fields[0]) and len(fields) > 1:
            _, _, offsets = fields[1].partition(" ")
            spans[fields[0]] = [[int(n) for n in piece.split()] for piece in offsets.split(";")]
        elif re.fullmatch(r"E\d+", fields[0]) and len(fields) > 1:
            head, *args = fields[1].split()
            if head.startswith("Attribution"):
                events.append([arg.split(":") for arg in args])
    attributions = []
    for args in events:
        item = {role: [] for role in ROLES}
        for name, span_id in args:
            item[name.rstrip("0123456789").lower()] += spans.get(span_id, [])
        attributions.append(item)
    return attributions


def load_gold(split_dir):
    """-> {article file name: (text, {annotator: attributions})}"""
    gold = {}
    for path in sorted(Path(split_dir, "text").glob("*.txt")):
        anns = {
            p.stem[-4:]: parse_ann(read_text(p))
            for p in sorted(Path(split_dir, "attributions").glob("*.ann"))
            if p.stem[:-5] == path.stem
        }
        if anns:
            gold[path.name] = (read_text(path), anns)
    return gold


def load_pred(path):
    """→ {article file name: attributions}"""
    with Path(path).open(encoding="utf-8") as handle:
        return {row["article"]: row["attributions"] for row in map(json.loads, handle)}


def prepare(text, attributions, ignore_punct=False):
    """Offsets -> list of {role: frozenset of token numbers, 'quoted': bool}"""
    tokens = [
        (m.start(), m.end())
        for m in TOKEN.finditer(text)
        if not (ignore_punct and not m.group()[0].isalnum() and m.group()[0] != "_")
    ]
    owner = {}
    for number, (start, end) in enumerate(tokens):
        for at in range(start, end):
            owner[at] = number
    out = []
    for item in attributions:
        row = {
            role: frozenset(owner[at] for s, e in item.get(role) or [] for at in range(s, e) if at in owner)
            for role in ROLES
        }
        if row["content"]:
            row["quoted"] = any(
                MARK.search(text, max(0, s - 1), e + 1) or DOUBLED.search(text, max(0, s - 2), e + 2)
                for s, e in item["content"]
            )
            out.append(row)
    return out


def hit(a, b, exact):
    """Whether two sets of tokens are the same, or overlap enough."""
    if exact or not a or not b:
        return a == b
    return len(a & b) >= THRESHOLD * len(a | b)


def matching(left, right, ok):
    """Size of a maximum one-to-one matching (augmenting paths)."""
    edges = [[j for j, b in enumerate(right) if ok(a, b)] for a in left]
    taken = {}

    def place(i, seen):
        for j in edges[i]:
            if j not in seen:
                seen.add(j)
                if j not in taken or place(taken[j], seen):
                    taken[j] = i
                    return True
        return False

    return sum(place(i, set()) for i in range(len(left)))


def count(gold_rows, pred_rows, keep):
    """One article -> {metric: [gold found, gold total, predictions right, predictions total]}"""
    golds, preds = [r for r in gold_rows if keep(r)], [r for r in pred_rows if keep(r)]
    out = {}

    def put(name, left, right, all_left, all_right, hits):
        out[name] = [hits(left, all_right), len(left), hits(all_left, right), len(right)]

    for role in ROLES:
        token_sets = [frozenset().union(*(r[role] for r in rows)) for rows in (golds, preds, gold_rows, pred_rows)]
        put(f"token {role}", *token_sets, lambda a, b: len(a & b))
        span_sets = [list({r[role] for r in rows if r[role]}) for rows in (golds, preds, gold_rows, pred_rows)]
        for exact, label in ((True, "exact"), (False, "ovl")):
            put(f"span {role} {label}", *span_sets, lambda a, b, x=exact: matching(a, b, lambda p, q: hit(p, q, x)))
    for exact, label in ((True, "exact"), (False, "ovl")):

        def ok(p, q, x=exact):
            return hit(p["content"], q["content"], x) and hit(p["source"], q["source"], x)

        put(f"attribution {label}", golds, preds, gold_rows, pred_rows, lambda a, b: matching(a, b, ok))
    return out


CLASSES = {"all": lambda r: True, "quoted": lambda r: r["quoted"], "unquoted": lambda r: not r["quoted"]}


def score(pairs, ignore_punct=False):
    """pairs: iterable of (text, gold attributions, predicted attributions)
    -> {class: {metric: {"p", "r", "f", "gold", "pred"}}}, micro-averaged, in percent"""
    totals = {name: {} for name in CLASSES}
    for text, gold, pred in pairs:
        gold_rows, pred_rows = (prepare(text, x, ignore_punct) for x in (gold, pred))
        for name, keep in CLASSES.items():
            for metric, numbers in count(gold_rows, pred_rows, keep).items():
                old = totals[name].setdefault(metric, [0, 0, 0, 0])
                totals[name][metric] = [a + b for a, b in zip(old, numbers, strict=True)]
    result = {}
    for name, metrics in totals.items():
        result[name] = {}
        for metric, (found, gold_n, right, pred_n) in metrics.items():
            p, r = 100 * right / pred_n if pred_n else 0.0, 100 * found / gold_n if gold_n else 0.0
            result[name][metric] = {
                "p": p,
                "r": r,
                "f": 2 * p * r / (p + r) if p + r else 0.0,
                "gold": gold_n,
                "pred": pred_n,
            }
    return result


def show(result):
    """Print the figures as tables."""
    for name, metrics in result.items():
        print(f"[{name}]".ljust(24) + "     P      R      F     gold     pred")
        for metric, m in metrics.items():
            print(f"  {metric:<22}{m['p']:6.1f} {m['r']:6.1f} {m['f']:6.1f} {m['gold']:8d} {m['pred']:8d}")


def check(gold):
    """Print the pieces whose offsets look wrong."""
    bad = total = 0
    for name, (text, anns) in gold.items():
        for attributions in anns.values():
            for item in attributions:
                for s, e in (piece for role in ROLES for piece in item[role]):
                    total += 1
                    if not 0 <= s < e <= len(text) or text[s:e] != text[s:e].strip():
                        bad += 1
                        print("odd span:", name, s, e, repr(text[s:e][:60]))
    print(f"{total} pieces, {bad} out of range or with blank edges")


def main():
    """Read the command line, score, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gold", help="folder of a split")
    parser.add_argument("pred", nargs="?")
    parser.add_argument("--articles", help="file of text file names: score only these")
    for flag in ("--ignore-punct", "--json", "--agreement", "--check"):
        parser.add_argument(flag, action="store_true")
    args = parser.parse_args()
    gold = load_gold(args.gold)
    if args.articles:
        wanted = set(Path(args.articles).read_text(encoding="utf-8").split())
        gold = {name: value for name, value in gold.items() if name in wanted}
    if args.check:
        check(gold)
        return
    if args.agreement:
        pairs = [(text, a, b) for text, anns in gold.values() for a, b in permutations(anns.values(), 2)]
    elif args.pred:
        pred = load_pred(args.pred)
        if set(pred) - set(gold) and not args.articles:
            sys.exit(f"articles not in the split: {sorted(set(pred) - set(gold))[:3]}")
        print(f"{len(gold)} articles, {len(set(gold) - set(pred))} without a prediction", file=sys.stderr)
        pairs = [(text, next(iter(anns.values())), pred.get(name, [])) for name, (text, anns) in gold.items()]
    else:
        parser.error("a prediction file, --agreement or --check is needed")
    result = score(pairs, args.ignore_punct)
    if args.json:
        print(json.dumps(result))
    else:
        show(result)


if __name__ == "__main__":
    main()
