"""Which articles have to do with each other, found through the rare names that they share."""

import re
from collections import Counter
from collections.abc import Sequence

from firsthand.records import Article
from firsthand.stages.resolve.names import fold

CAPITALISED = re.compile(r"(?<=[^\W_] )[^\W\d_a-z][^\W\d_]{3,}")  # after a word and a blank: not a sentence's first
MOST = 20  # articles a rare word may stand in; in a large pile a two-hundredth of it, at most FAR_MOST
FAR_MOST = 60
SHARED = 3  # rare words two articles share when they have to do with each other


def rare_words(articles: Sequence[Article]) -> list[frozenset[str]]:
    """The folded capitalised words of each article that few articles have."""
    seen = [
        frozenset(fold(w) for w in CAPITALISED.findall(f"{a.title or ''}\n{a.text}") if w[0].isupper())
        for a in articles
    ]
    count = Counter(w for found in seen for w in found)
    most = max(MOST, min(FAR_MOST, len(articles) // 200))
    return [frozenset(w for w in found if count[w] <= most) for found in seen]


def related(rare: list[frozenset[str]]) -> list[dict[int, int]]:
    """For each article those that share SHARED rare words or more, with how many."""
    holders: dict[str, list[int]] = {}
    for n, found in enumerate(rare):
        for word in found:
            holders.setdefault(word, []).append(n)
    out: list[dict[int, int]] = []
    for n, found in enumerate(rare):
        shared: Counter[int] = Counter()
        for word in found:
            shared.update(holders[word])
        shared.pop(n, None)
        out.append({other: count for other, count in shared.items() if count >= SHARED})
    return out
