"""Learn which verbs attribute, and in which constructions, from a split of PolNeAR.

    python training/cues.py POLNEAR_SPLIT > src/firsthand/language/en/cues.toml

A verb in a construction (clause, infinitive, object, preposition) is listed when at least half of its
occurrences in the split are cues of an attribution, seen at least three times. Only counts leave the corpus.
"""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from firsthand.stages.attribute.frames import readings
from firsthand.stages.attribute.lexicon import particles
from firsthand.stages.attribute.quotes import quotations
from firsthand.stages.attribute.tree import tree_of
from firsthand.stages.parse import parse
from polnear import article as as_article
from score_polnear import load_gold

SHARE, LEAST = 0.5, 3
LONG = 25  # code points of a quotation whose inside is not looked at: verbs there are the speaker's


def count(split: Path) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """How often each (verb, construction) occurs, and how often it is a cue."""
    seen, cues = Counter(), Counter()
    gold = load_gold(split)
    articles = [as_article(name, text) for name, (text, _) in gold.items()]
    for article, tree in zip(articles, map(tree_of, parse(articles)), strict=True):
        tokens = tree.parse.tokens
        _, people = gold[article.path or ""]  # the first annotator counts, as in the scorer
        marked = [span for row in next(iter(people.values())) if row["content"] for span in row["cue"]]
        paragraphs = tuple((tokens[a].start, tokens[b - 1].end) for a, b in tree.parse.paragraphs)
        inside = [q.outer for q in quotations(article.text, paragraphs) if q.inner[1] - q.inner[0] > LONG]
        for i, token in enumerate(tokens):
            if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass"):
                continue
            if any(a <= token.start < b for a, b in inside):
                continue
            cue = any(a <= token.start < b for a, b in marked)
            done: set[str] = set()
            for frame in readings(tree, i, particles("en")):
                kind = frame.how.partition(":")[0]
                if kind == "bare" or (kind == "object" and "clause" in done) or (kind == "preposition" and done):
                    continue
                done.add(kind)
                key = frame.lemma, frame.construction
                seen[key] += 1
                cues[key] += cue
    return seen, cues


def main() -> None:
    seen, cues = count(Path(sys.argv[1]))
    table: dict[str, list[str]] = {}
    for (lemma, construction), n in sorted(seen.items()):
        hits = cues[lemma, construction]
        if hits >= LEAST and hits / n >= SHARE and lemma.isalpha():
            table.setdefault(construction, []).append(lemma)
    print("# Verbs that attribute, by construction. Written by training/cues.py from counts over PolNeAR train.")
    print("# Do not edit: words to add or leave out go into reporting.toml.\n")
    for construction in sorted(table):
        print(f'"{construction}" = [')
        line = " "
        for lemma in table[construction]:
            if len(line) + len(lemma) > 110:
                print(line)
                line = " "
            line += f' "{lemma}",'
        print(line + "\n]")


if __name__ == "__main__":
    main()
