#!/usr/bin/env python3
"""Score briefs (JSON, schema 1) against story packs. Standard library only.

    score_packs.py PACK... --run 'firsthand brief {articles} --format json'
    score_packs.py PACK... --briefs DIR          # DIR/<pack name>.json already written
    score_packs.py PACK... --selftest            # the answer keys scored as briefs: 100 everywhere

Figures are micro-averages over the packs; --verbose adds a line a pack.
packs/GUIDE.md explains the answer keys, README.md what a brief must hold.
"""

import argparse
import json
import shlex
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

from measures import OVERLAP, bcubed, brief_dates, dates, f1, find, jaccard, match, names, tokens

# --- a brief beside its answer key ------------------------------------------------------------------


def locate(brief, articles):
    """Pack article id → (brief article id, offset of the pack's text in the brief's text)."""
    out = {}
    for a in articles.values():
        for b in brief["articles"]:
            if b.get("url") == a["url"] or b["text"].strip() == a["text"].strip():
                shift = b["text"].find(a["text"].strip()[:80])
                out[a["id"]] = (b["id"], max(shift, 0) - (len(a["text"]) - len(a["text"].lstrip())))
                break
    return out


def read_pack(pack):
    """A pack's articles by id, and its answer key."""
    lines = (pack / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return {a["id"]: a for a in map(json.loads, lines)}, json.loads((pack / "gold.json").read_text(encoding="utf-8"))


class Trial:
    """One brief beside one answer key: what stands where, who is who."""

    def __init__(self, pack, brief):
        self.articles, self.gold = read_pack(pack)
        self.brief = brief
        self.where = locate(brief, self.articles)
        self.back = {v[0]: k for k, v in self.where.items()}
        self.text = {a["id"]: a["text"] for a in brief["articles"]}
        self.wanted = {s["id"]: s for s in self.gold["statements"]}
        self.got = {s["id"]: s for s in brief["statements"]}
        self._gold_actors = {a["id"]: a for a in self.gold["actors"]}
        self._actors = {a["id"]: a for a in brief["actors"]}
        self.got_tokens = {
            s["id"]: (s["article"], tokens(self.text[s["article"]], s["spans"])) for s in brief["statements"]
        }
        self.matched = self._match(lambda s: s.get("source") is not None)
        self.attributed = self._match(lambda s: s.get("source") is not None or s.get("quote", "none") != "none")
        self.claim_of, self.labels, self.got_labels = self._claims()

    def span(self, article, exact, nth=0):
        """(brief article id, span) of a string of the answer key; (None, None) if its article is missing."""
        if article not in self.where:
            return None, None
        bid, shift = self.where[article]
        start, end = find(self.articles[article]["text"], exact, nth)
        return bid, (start + shift, end + shift)

    def same(self, gold_id, got_id):
        """Whether an actor of the answer key and one of the brief are the same: they share a name."""
        if gold_id is None or got_id is None:
            return gold_id is None and got_id is None
        mine, theirs = names(self._actors[got_id]), names(self._gold_actors[gold_id])
        if mine & theirs:
            return True
        unnamed = self._gold_actors[gold_id]["kind"] == self._actors[got_id].get("kind") == "unnamed"
        return unnamed and any(m in t or t in m for m in mine for t in theirs)

    def _match(self, attributed):
        """Statement of the answer key → statement of the brief, by content, the same speaker preferred.

        `attributed` tells which statements of the brief are somebody's; own voice is matched with own voice alone.
        """
        pairs = []
        for g, s in self.wanted.items():
            bid, span = self.span(s["article"], s["exact"], s.get("nth", 0))
            if bid is None:
                continue
            want = tokens(self.text[bid], [span])
            for p, (article, got) in self.got_tokens.items():
                source = self.got[p].get("source")
                if article == bid and want & got and jaccard(want, got) >= OVERLAP:
                    bonus = 0.01 if self.same(s["source"], source) else 0
                    if (s["source"] is not None) == attributed(self.got[p]):
                        pairs.append((jaccard(want, got) + bonus, g, p))
        return dict(match(pairs))

    def _claims(self):
        """Claim of the answer key → claim of the brief (by most votes), and both labelings of matched statements."""
        labels = {g: self.wanted[g]["claim"] for g in self.matched if self.wanted[g]["claim"]}
        got = {g: self.got[self.matched[g]].get("claim") or f"none-{self.matched[g]}" for g in labels}
        known = {c["id"] for c in self.brief["claims"]}
        claim_of = {}
        for c in self.gold["claims"]:
            votes = Counter(got[g] for g in labels if labels[g] == c["id"]).most_common(1)
            if votes and votes[0][0] in known:
                claim_of[c["id"]] = votes[0][0]
        return claim_of, labels, got


# --- what is counted ----------------------------------------------------------------------------------


def score_verbatim(t, n):
    """Each statement's text must be the characters at its spans."""
    for s in t.brief["statements"]:
        n["spans"] += 1
        n["spans_exact"] += " ".join(t.text[s["article"]][i:j] for i, j in s["spans"]).split() == s["text"].split()


def score_statements(t, n):
    """Content, speaker, chain, stance and date of attributed statements."""
    n["att_gold"] += sum(s["source"] is not None for s in t.gold["statements"])
    n["att_pred"] += sum(s.get("source") is not None for s in t.brief["statements"])
    for g, p in t.matched.items():
        want, got = t.wanted[g], t.got[p]
        if want["source"] is None:
            continue
        n["att_content"] += 1
        n["att_right"] += t.same(want["source"], got["source"])
        n["stance_n"] += 1
        n["stance_ok"] += want["stance"] == got.get("stance")
        chain = got.get("chain") or []
        right = len(chain) == len(want["chain"]) and all(map(t.same, want["chain"], chain))
        for key in ("chain", "nested") if len(want["chain"]) > 1 else ("chain",):
            n[key + "_n"] += 1
            n[key + "_ok"] += right
        if dates(want["said"]):
            n["said_n"] += 1
            n["said_ok"] += brief_dates(got.get("said")) == dates(want["said"])


def score_actors(t, n):
    """How the speakers of matched statements are joined to actors; an unknown speaker is somebody by himself."""
    labels = {g: t.wanted[g]["source"] for g in t.attributed if t.wanted[g]["source"] is not None}
    got = {g: t.got[t.attributed[g]].get("source") or f"none-{g}" for g in labels}
    p, r = bcubed(labels, got)
    n["actor_p"] += p * len(labels)
    n["actor_r"] += r * len(labels)
    n["actor_n"] += len(labels)
    n["speaker_ok"] += sum(t.same(source, t.got[t.attributed[g]].get("source")) for g, source in labels.items())


def score_scare_quotes(t, n):
    """Words in quotation marks that nobody says must not become an attributed statement."""
    for f in t.gold["not_attributions"]:
        bid, span = t.span(f["article"], f["exact"])
        if bid is None:
            continue
        want = tokens(t.text[bid], [span])
        n["scare_n"] += 1
        n["scare_false"] += any(
            a == bid and t.got[i].get("source") is not None and jaccard(want, got) >= OVERLAP
            for i, (a, got) in t.got_tokens.items()
        )


def score_claims(t, n):
    """How statements are joined to claims, over the matched statements that carry one."""
    p, r = bcubed(t.labels, t.got_labels)
    n["bc_p"] += p * len(t.labels)
    n["bc_r"] += r * len(t.labels)
    n["bc_n"] += len(t.labels)


def score_origins(t, n):
    """Numbers of independent origins, and denials."""
    claims = {c["id"]: c for c in t.brief["claims"]}
    for c in t.gold["claims"]:
        got = claims.get(t.claim_of.get(c["id"]))
        many = len({s for o in c["origins"] for s in o["statements"]}) > 1
        for key in ("orig", "orig_multi") if many else ("orig",):
            n[key + "_n"] += 1
            if got:
                told = got["independent_origins"]
                low, high = (told["at_least"], told["at_most"]) if isinstance(told, dict) else (told, told)
                n[key + "_ok"] += low == c["independent_origins"]
                n[key + "_over"] += low > c["independent_origins"]
                n[key + "_in"] += low <= c["independent_origins"] <= high
        if c.get("denied_by"):
            n["deny_n"] += 1
            told = (got or {}).get("denied_by") or []
            n["deny_ok"] += any(t.same(g, p) for g in c["denied_by"] for p in told)


def score_relations(t, n):
    """Relations between claims; direction counts for updates only."""

    def row(kind, a, b):
        return (kind, a, b) if kind == "updates" else (kind, *sorted((a, b)))

    back = defaultdict(set)
    for g, p in t.claim_of.items():
        back[p].add(g)
    gold = {row(r["kind"], r["a"], r["b"]) for r in t.gold["relations"]}
    got = {
        row(r["kind"], a, b)
        for r in t.brief["relations"]
        for a in back.get(r["a"], {f"?{r['a']}"})
        for b in back.get(r["b"], {f"?{r['b']}"})
    }
    for kind in ("contradicts", "updates"):
        wanted, told = ({x for x in rows if x[0] == kind} for rows in (gold, got))
        n[kind + "_tp"] += len(wanted & told)
        n[kind + "_pred"] += len(told)
        n[kind + "_gold"] += len(wanted)


def score_copies(t, n):
    """Which articles reuse which, and in which direction."""
    wanted = {(c["article"], c["of"]) for c in t.gold["copies"]}
    told = {(t.back.get(c["article"]), t.back.get(c["of"])) for c in t.brief["copies"]}
    pairs, told_pairs = set(map(frozenset, wanted)), set(map(frozenset, told))
    n["copy_tp"] += len(pairs & told_pairs)
    n["copy_pred"] += len(told_pairs)
    n["copy_gold"] += len(pairs)
    n["copy_dir"] += len(wanted & told)


def score_timeline(t, n):
    """An entry is found when one has its dates and shares a matched statement."""
    for entry in t.gold["timeline"]:
        n["time_gold"] += 1
        ids = {t.matched.get(s) for s in entry["statements"]}
        n["time_ok"] += any(
            brief_dates(e) == dates(entry["date"]) and ids & set(e["statements"]) for e in t.brief["timeline"]
        )


def score_furniture(t, n):
    """Page furniture and captions, by character."""
    parts = {a["id"]: a.get("parts", []) for a in t.brief["articles"]}
    for article, (bid, _) in t.where.items():
        mine = {i for p in parts[bid] if p["kind"] in ("furniture", "caption") for i in range(p["start"], p["end"])}
        spans = [t.span(article, f["exact"])[1] for f in t.gold["furniture"] if f["article"] == article]
        want = {i for s, e in spans for i in range(s, e)}
        n["furn_tp"] += len(mine & want)
        n["furn_pred"] += len(mine)
        n["furn_gold"] += len(want)


def score_story(t, n):
    """A pack is one story."""
    everything = {bid for bid, _ in t.where.values()}
    n["story_n"] += 1
    n["story_ok"] += any(set(s["articles"]) == everything for s in t.brief["stories"])


SCORES = (
    score_verbatim,
    score_statements,
    score_actors,
    score_scare_quotes,
    score_claims,
    score_origins,
    score_relations,
    score_copies,
    score_timeline,
    score_furniture,
    score_story,
)


def score_pack(pack, brief, counts):
    """Add what a brief gets right and wrong on one pack to `counts`."""
    trial = Trial(pack, brief)
    counts["articles_missing"] += len(trial.articles) - len(trial.where)
    for score in SCORES:
        score(trial, counts)


# --- what is shown --------------------------------------------------------------------------------------


def figures(n):
    """The figures, in percent, from the counts of one or several packs."""

    def part(a, b):
        return 100 * n[a] / n[b] if n[b] else float("nan")

    def three(tp, pred, gold):
        return tuple(100 * x for x in f1(n[tp], n[pred], n[gold]))

    def three_of(p, r, many):
        p, r = (n[p] / n[many], n[r] / n[many]) if n[many] else (0.0, 0.0)
        return 100 * p, 100 * r, 200 * p * r / (p + r) if p + r else 0.0

    return {
        "verbatim %": part("spans_exact", "spans"),
        "attribution content P/R/F1": three("att_content", "att_pred", "att_gold"),
        "attribution content+speaker P/R/F1": three("att_right", "att_pred", "att_gold"),
        "speaker % (of matched)": part("speaker_ok", "actor_n"),
        "actor mentions B-cubed P/R/F1": three_of("actor_p", "actor_r", "actor_n"),
        "chain % (of matched)": part("chain_ok", "chain_n"),
        "nested chain %": part("nested_ok", "nested_n"),
        "stance %": part("stance_ok", "stance_n"),
        "said-date %": part("said_ok", "said_n"),
        "scare quotes taken for speech %": part("scare_false", "scare_n"),
        "claims B-cubed P/R/F1": three_of("bc_p", "bc_r", "bc_n"),
        "origins exact % (all claims)": part("orig_ok", "orig_n"),
        "origins exact % (claims said more than once)": part("orig_multi_ok", "orig_multi_n"),
        "origins over-counted %": part("orig_over", "orig_n"),
        "origins inside range %": part("orig_in", "orig_n"),
        "denials found %": part("deny_ok", "deny_n"),
        "contradicts P/R/F1": three("contradicts_tp", "contradicts_pred", "contradicts_gold"),
        "updates P/R/F1": three("updates_tp", "updates_pred", "updates_gold"),
        "copies P/R/F1": three("copy_tp", "copy_pred", "copy_gold"),
        "copy direction %": part("copy_dir", "copy_gold"),
        "timeline recall %": part("time_ok", "time_gold"),
        "furniture P/R/F1": three("furn_tp", "furn_pred", "furn_gold"),
        "one story a pack %": part("story_ok", "story_n"),
        "articles missing": n["articles_missing"],
    }


def show(value):
    """A figure, or three, with one decimal."""
    return " / ".join(f"{v:.1f}" for v in value) if isinstance(value, tuple) else f"{value:.1f}"


def as_brief(pack):
    """The answer key itself as a brief: must score 100 everywhere (used by --selftest)."""
    articles, gold = read_pack(pack)

    def said(value):
        return dict(zip(("start", "end"), dates(value), strict=True)) if value else None

    def span(article, exact, nth=0):
        return find(articles[article]["text"], exact, nth)

    parts = defaultdict(list)
    for f in gold["furniture"]:
        start, end = span(f["article"], f["exact"])
        parts[f["article"]].append({"start": start, "end": end, "kind": "furniture"})
    kept = ("id", "article", "source", "chain", "stance", "claim")
    statements = [
        {k: s[k] for k in kept}
        | {"text": s["exact"], "said": said(s["said"]), "spans": [span(s["article"], s["exact"], s.get("nth", 0))]}
        for s in gold["statements"]
    ]
    return {
        **{k: gold[k] for k in ("actors", "claims", "relations", "copies")},
        "articles": [a | {"parts": parts[a["id"]]} for a in articles.values()],
        "statements": statements,
        "timeline": [t | said(t["date"]) for t in gold["timeline"]],
        "stories": [{"articles": list(articles)}],
    }


def main():
    """Read the command line, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packs", nargs="+", type=Path)
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--run", help="command that prints a brief; {articles} is the pack's file")
    how.add_argument("--briefs", type=Path, help="folder of briefs already made, one a pack: <pack name>.json")
    how.add_argument("--selftest", action="store_true", help="score the answer keys themselves")
    parser.add_argument("--verbose", action="store_true", help="also a line a pack, on standard error")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    total = Counter()
    for pack in options.packs:
        if options.selftest:
            brief = as_brief(pack)
        elif options.briefs:
            brief = json.loads((options.briefs / f"{pack.name}.json").read_text(encoding="utf-8"))
        else:
            command = [w.format(articles=pack / "articles.jsonl") for w in shlex.split(options.run)]
            brief = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout)
        counts = Counter()
        score_pack(pack, brief, counts)
        if options.verbose:
            print(pack.name, {k: show(v) for k, v in figures(counts).items()}, file=sys.stderr)
        total.update(counts)
    shown = figures(total)
    if options.json:
        print(json.dumps(shown, indent=1))
    else:
        for name, value in shown.items():
            print(f"{name:46} {show(value)}")


if __name__ == "__main__":
    main()
