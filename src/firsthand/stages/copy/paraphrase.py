"""Articles → silent rewrites: the same details in other words and the same order, without credit or own material.

Fails closed: an article that credits anyone, marks its own reporting or holds a long quotation that its source
has not is no silent rewrite; and details that other articles hold too count for little.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from firsthand.language import topic
from firsthand.language.terms import terms
from firsthand.records import Article, Copy, Passage
from firsthand.stages.copy.credit import mentions, mentions_any, outlet_names, same_outlet
from firsthand.stages.copy.direction import before, days_between
from firsthand.stages.copy.sentences import Aligned, Sentence, align, sentences, value
from firsthand.stages.copy.words import quotations

RARE = 4.5  # the value from which a stem leads to other articles of the story
HOLDERS = 60  # a stem of more articles leads to none
WINDOW = 45  # days between a text and its rewrite
NEIGHBOURS = 24  # articles of the story that are weighed against each other
TRIED = 8  # of these, how many are aligned
ENOUGH, SHARE = 3, 0.08  # aligned sentences, and their share of all details in the rewrite
LEAD, LEAD_DETAILS = 0.55, 5  # or: this share of the first sentence, with so many details
AHEAD = 1.15  # how much heavier than any other source it must be
SPEECH = 7  # words in quotation marks that are somebody's speech, not a name
TITLE = 0.5  # a word of the source's title tells what the event is: anyone who reports it uses it


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Told:
    """An article as the paraphrase finder sees it."""

    article: Article
    sentences: tuple[Sentence, ...]
    details: frozenset[str]
    title: frozenset[str]


def paraphrases(pile: Sequence[Article], copies: Collection[str]) -> list[Copy]:
    """The silent rewrites in a pile; `copies` are the ids of articles already known to reuse a text."""
    known = [told(article) for article in pile if article.id not in copies]
    holders: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, one in enumerate(known):
        for stem in one.details:
            if value(one.article.language or "", stem) >= RARE:
                holders[one.article.language or "", stem].append(place)
    out = []
    for place, one in enumerate(known):
        if one.sentences and not owned(one.article):
            near = [known[n] for n in _neighbours(place, known, holders)]
            copy = _rewrite(one, near)
            if copy:
                out.append(copy)
    return out


def told(article: Article) -> Told:
    """The sentences and details of an article."""
    found = sentences(article)
    return Told(
        article=article,
        sentences=found,
        details=frozenset().union(*(s.details for s in found)),
        title=frozenset(t.stem for t in terms(article.language or "", article.title or "")),
    )


def owned(article: Article) -> bool:
    """Whether an article marks its own reporting, or credits an agency."""
    phrases = topic(article.language or "", "firsthand")["phrases"]
    return mentions_any(article, {*phrases, *outlet_names(article)})


def speech(article: Article) -> list[frozenset[str]]:
    """The stems of each quotation in the body long enough to be speech."""
    out = []
    for part in article.parts:
        if part.kind == "body":
            text = article.text[part.start : part.end]
            for start, end in quotations(text):
                found = terms(article.language or "", text[start:end])
                if len(found) >= SPEECH:
                    out.append(frozenset(t.stem for t in found))
    return out


def _neighbours(place: int, known: Sequence[Told], holders: dict[tuple[str, str], list[int]]) -> list[int]:
    """The articles that share most rare details with one, heaviest first."""
    one = known[place].article
    weights: Counter[int] = Counter()
    for stem in known[place].details:
        found = holders.get((one.language or "", stem), ())
        if 1 < len(found) <= HOLDERS:
            for other in found:
                weights[other] += value(one.language or "", stem)
    del weights[place]
    near = (n for n, _ in sorted(weights.items(), key=lambda x: (-x[1], x[0])))
    out = [n for n in near if days_between(one.published, known[n].article.published) <= WINDOW]
    return out[:NEIGHBOURS]


def _rewrite(one: Told, near: Sequence[Told]) -> Copy | None:
    """The silent rewrite of one of the articles near it, or None."""
    if any(mentions(one.article, other.article) for other in near):
        return None
    earlier = [other for other in near if not before(one.article.published, other.article.published)]
    sources = [other for other in earlier if not same_outlet(one.article, other.article)]
    chains = []
    for other in sources[:TRIED]:
        held = Counter(s for third in earlier if third is not other for s in third.details)

        def weigh(stem: str, other: Told = other, held: Counter[str] = held) -> float:
            part = TITLE if stem in other.title and not stem[0].isdecimal() else 1.0
            return part * value(one.article.language or "", stem) / (1 + held[stem])

        chains.append((align(one.sentences, other.sentences, weigh), other))
    for judge in (_whole, _lead):
        ranked = sorted(((judge(one, chain), n) for n, (chain, _) in enumerate(chains)), key=lambda x: (-x[0], x[1]))
        if not ranked or not ranked[0][0]:
            continue
        chain, source = chains[ranked[0][1]]
        rivals = [w for w, n in ranked[1:] if not mentions(chains[n][1].article, source.article)]
        if ranked[0][0] >= AHEAD * max(rivals, default=0.0) and _nothing_own(one.article, source.article):
            return _record(one.article, source.article, chain)
    return None


def _whole(one: Told, chain: Sequence[Aligned]) -> float:
    """The weight of a chain that is long and heavy enough for a rewrite, else 0."""
    weight = sum(aligned.weight for aligned in chain)
    language = one.article.language or ""
    enough = len(chain) >= ENOUGH and weight >= SHARE * sum(value(language, s) for s in one.details)
    return weight if enough else 0.0


def _lead(one: Told, chain: Sequence[Aligned]) -> float:
    """The weight of the first sentence in a chain that restates it nearly whole, with a number in it, else 0."""
    first = next((a for a in chain if a.place == 0), None)
    if first is None or len(first.details) < LEAD_DETAILS or not any(s[0].isdecimal() for s in first.details):
        return 0.0
    language = one.article.language or ""
    lead = sum(value(language, s) for s in one.sentences[0].details)
    return first.weight if sum(value(language, s) for s in first.details) >= LEAD * lead else 0.0


def _nothing_own(article: Article, of: Article) -> bool:
    """Whether every speech that an article quotes stands in its source too."""
    said = speech(article)
    if not said:
        return True
    words = frozenset(t.stem for t in terms(of.language or "", of.text))
    return all(len(one & words) >= 0.8 * len(one) for one in said)


def _record(article: Article, of: Article, chain: Sequence[Aligned]) -> Copy:
    """The copy record, its reason made of the details themselves."""
    details = list(dict.fromkeys(s for aligned in chain for s in aligned.details[:3]))
    gap = days_between(of.published, article.published, unknown=-1)
    later = f"; {gap} days apart" if gap >= 0 else ""
    return Copy(
        article=article.id,
        of=of.id,
        kind="paraphrase",
        credited=False,
        passages=tuple(Passage(article=(a.article,), of=(a.of,)) for a in chain),
        why=f"{len(chain)} sentences share details in order: {', '.join(details[:12])}; names no source{later}",
    )
