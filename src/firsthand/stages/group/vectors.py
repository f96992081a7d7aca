"""Article → a weighted bag of terms, those of its title once more by themselves; and the rare names in it."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt

from firsthand.language.frequency import idf
from firsthand.language.terms import Term, terms
from firsthand.records import Article

TITLE = 4.0  # a word of the title counts as this many in the body
HEAD, HEADS = "^", 0.55  # what marks a word of the title, as a term of its own; the length of these terms together
NAME = 1.3  # a name (a capital inside a sentence) weighs this much more
LEAD, LEAD_WORDS = 2.0, 120  # the first words count more: news leads with what happened
WORDS = 1500  # later words say little about what the story is
KEPT = 120  # the heaviest terms of an article; the rest only cost time
RARE = 8.3  # an idf from which a name marks a story of its own (in at most 3 of 12,000 articles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vector:
    """The heaviest terms and those of the title with their weights, and how often each rare name is written.

    The sum of the squares is 1 for the text and HEADS squared for the title.
    """

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
    titled = [term.stem for term in terms(language, article.title or "")]
    for stem in titled:
        counts[stem] += TITLE
    weights = {}
    for stem, count in counts.items():
        weight = (1 + log(count)) * idf(language, stem)
        weights[stem] = weight * NAME if stem in names else weight
    heaviest = dict(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:KEPT])
    rare = {stem: capitals[stem] for stem in heaviest if stem in names and idf(language, stem) >= RARE}
    heads = {HEAD + stem: idf(language, stem) for stem in titled}
    return Vector(weights=_scaled(heaviest, 1.0) | _scaled(heads, HEADS), names=rare)


def _scaled(weights: dict[str, float], length: float) -> dict[str, float]:
    """The weights with a sum of squares of `length` squared."""
    now = sqrt(sum(w * w for w in weights.values())) or 1.0
    return {stem: weight * length / now for stem, weight in weights.items()}


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
