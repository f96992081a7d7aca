"""Article → a weighted bag of terms: what it is about, of length one; and the rare names in it."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt

from firsthand.language.frequency import idf
from firsthand.language.terms import Term, terms
from firsthand.records import Article

TITLE = 4.0  # a word of the title counts as this many in the body
NAME = 1.3  # a name (a capital inside a sentence) weighs this much more
LEAD, LEAD_WORDS = 2.0, 120  # the first words count more: news leads with what happened
WORDS = 1500  # later words say little about what the story is
KEPT = 120  # the heaviest terms of an article; the rest only cost time
RARE = 8.3  # an idf from which a name marks a story of its own (in at most 3 of 12,000 articles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vector:
    """The heaviest terms with their weights (sum of squares 1), and how often each rare name is written."""

    weights: dict[str, float]
    names: dict[str, int]


def vector(article: Article) -> Vector:
    """What an article is about."""
    language = article.language or ""
    counts: defaultdict[str, float] = defaultdict(float)
    capitals: Counter[str] = Counter()
    names: set[str] = set()  # in a sentence, so that the capital is the name's own
    place = 0
    for part in article.parts:
        if part.kind not in ("title", "body"):
            continue
        text = article.text[part.start : part.end]
        for term, inside in _placed(text, terms(language, text)):
            if part.kind == "body":
                place += 1
                if place > WORDS:
                    break
                counts[term.stem] += LEAD if place <= LEAD_WORDS else 1.0
                if term.capital and _single(text[term.start : term.end]):
                    capitals[term.stem] += 1
                    if inside:
                        names.add(term.stem)
    for title_term in terms(language, article.title or ""):
        counts[title_term.stem] += TITLE
    weights = {}
    for stem, count in counts.items():
        weight = (1 + log(count)) * idf(language, stem)
        weights[stem] = weight * NAME if stem in names else weight
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:KEPT]
    length = sqrt(sum(w * w for _, w in heaviest)) or 1.0
    rare = {stem: capitals[stem] for stem, _ in heaviest if stem in names and idf(language, stem) >= RARE}
    return Vector(weights={s: w / length for s, w in heaviest}, names=rare)


def _single(word: str) -> bool:
    """Whether it is one word of letters: menus run together, and words with an apostrophe are in no table."""
    return word.isalpha() and not any(a.islower() and b.isupper() for a, b in pairwise(word[2:]))


def _placed(text: str, found: list[Term]) -> list[tuple[Term, bool]]:
    """Each term, and whether it stands inside a sentence: only there a capital marks a name."""
    out = []
    for term in found:
        before = text[max(0, term.start - 3) : term.start].rstrip(" \"'“‘")
        out.append((term, bool(before) and before[-1] not in ".!?:\n"))
    return out
