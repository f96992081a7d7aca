"""The claims of a brief that say what a given text says: a rumour looked up in a pile."""

from collections import Counter
from math import log, sqrt
from typing import NamedTuple

from firsthand.records import Brief, Statement
from firsthand.stages.compare.words import concept, cut, wording

LEAST = 0.45  # from this score on a claim is the one meant (benchmarks/lookup.py: 85% found, none of other packs)
_NUMBER = 6.0  # weight of a number: that of a rare word, however common the number is
_TIES = 2  # words that a text of more than one must share with a statement
_SPEAKER = 0.05  # for a statement of somebody whom the text names


class Match(NamedTuple):
    """A claim with the statement that is nearest to the text, and how near that is (0 to 1)."""

    score: float
    claim: str
    statement: str


def find(text: str, brief: Brief) -> list[Match]:
    """The claims that share words, names or numbers with `text`, the nearest first.

    A statement's score is the mean of the share of the text that it tells and of the cosine of both, with words
    weighted by how rare they are in the news and in the pile; its speaker's name is no part of what it must tell.
    A claim has the score of its nearest statement; of claims with one score the most told comes first. Linear in the
    number of statements.
    """
    languages = {article.id: article.language or "en" for article in brief.articles}
    names = {actor.id: " ".join((actor.name, *actor.aliases)) for actor in brief.actors}
    read = {s.id: _terms(languages[s.article], s.text) for s in brief.statements if s.claim}
    spread = Counter(term for terms in read.values() for term in terms)
    asked = {language: _terms(language, text) for language in {languages[s.article] for s in brief.statements}}
    best: dict[str, Match] = {}
    for said in brief.statements:
        if said.claim is None:
            continue
        language = languages[said.article]
        hands = " ".join(names.get(hand, "") for hand in _hands(said))
        speaker = _terms(language, hands).keys() - read[said.id].keys()
        score = _score(asked[language], read[said.id], speaker, spread, len(read))
        if score:
            best[said.claim] = max(best.get(said.claim, Match(0.0, "", "")), Match(score, said.claim, said.id))
    tellings = {claim.id: len(claim.statements) for claim in brief.claims}
    return sorted(best.values(), key=lambda m: (-m.score, -tellings.get(m.claim, 0), m.claim))


def untold(text: str, match: Match, brief: Brief) -> tuple[str, ...]:
    """The content words of `text` that neither the nearest statement nor its speakers' names hold, as written."""
    (said,) = (s for s in brief.statements if s.id == match.statement)
    language = next(a.language for a in brief.articles if a.id == said.article) or "en"
    names = (name for a in brief.actors if a.id in _hands(said) for name in (a.name, *a.aliases))
    told = _terms(language, " ".join((said.text, *names)))
    wanted = _terms(language, text).keys() - told.keys()
    words = (text[t.start : t.end] for t in cut(language, text) if (concept(language, t.stem) or t.stem) in wanted)
    return tuple(dict.fromkeys(words))


def _score(
    asked: dict[str, float], told: dict[str, float], speaker: set[str], spread: Counter[str], statements: int
) -> float:
    """How near a statement is to what is asked for, 0 to 1; `spread` counts the statements that hold each term."""

    def weight(terms: dict[str, float]) -> float:
        rarity = (w * (1 - log(max(spread[t], 1)) / log(statements + 1)) for t, w in terms.items())
        return sum(rarity)

    wanted = {t: w for t, w in asked.items() if t not in speaker}
    shared = {t: w for t, w in wanted.items() if t in told}
    if len(shared) < min(_TIES, len(wanted)) or not shared:
        return 0.0
    common, whole = weight(shared), weight(wanted)
    score = (common / whole + common / sqrt(whole * weight(told))) / 2
    return round(min(1.0, score + (_SPEAKER if len(wanted) < len(asked) else 0.0)), 3)


def _terms(language: str, text: str) -> dict[str, float]:
    """The content words of a text, folded, with how telling each is."""
    found = wording(language, text).weights
    return {t: max(w, _NUMBER) if t.replace(".", "").isdecimal() else w for t, w in found.items()}


def _hands(said: Statement) -> tuple[str, ...]:
    return said.chain or ((said.source,) if said.source else ())
