"""Count in how many articles each stem stands, and print the table that ships as language/<code>/frequency.toml.

    python benchmarks/frequency.py en ARTICLES.jsonl.gz > src/firsthand/language/en/frequency.toml

Counts are facts about the language; no text of an article is kept. One line a count, the stems behind it.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from firsthand.language.terms import terms

LEAST = 4  # a stem of fewer articles is as good as unknown


def main(language: str, path: str) -> None:
    """Print the table for the articles at `path` (JSON lines, gzipped, with `content` or `text`)."""
    seen: Counter[str] = Counter()
    articles = 0
    with gzip.open(Path(path), "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            articles += 1
            found = {t.stem for t in terms(language, row.get("content") or row["text"])}
            seen.update(s for s in found if " " not in s and (s.isalpha() or len(s) <= 4))
    by_count = defaultdict(list)
    for word, count in seen.items():
        if count >= LEAST and len(word) <= 20:
            by_count[count].append(word)
    print("# In how many of so many news articles each stem stands (made by benchmarks/frequency.py: see there).")
    print(f"\narticles = {articles}\n\n[stems]")
    for count in sorted(by_count, reverse=True):
        print(f'{count} = "{" ".join(sorted(by_count[count]))}"')


if __name__ == "__main__":
    main(*sys.argv[1:])
