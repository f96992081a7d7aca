"""Which claim does a denial or a doubt speak against?"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from firsthand.language import words
from firsthand.language.terms import fold, stem
from firsthand.stages.compare.pair import likeness, numbers
from firsthand.stages.compare.setting import Setting
from firsthand.stages.compare.view import View
from firsthand.stages.compare.words import TELLING, concept, cut, stopwords, wording

_QUOTED = re.compile('[“"‘][^“”"]*[”"’]')
_SHARED = 2  # such words that a denial which points at nothing shares with what it denies
_ALIKE = 0.5  # or is so much like it
_COUNT = 0.4  # more for one number in both
_READ = 0.5  # or the pair reader finds one against the other
_WEIGHT, _DOUBT = 1.2, 0.2  # how much its share adds, less what a wrong pair gets
_FAR = 450  # code points between a claim and what points back at it
_LEAST = 0.3  # a denial below this for every claim stands alone
_HERE = 0.15  # for a claim told before the denial in its article
_NEAR = 0.2  # more for the claim told right before it
_POINTING = 0.15  # more when the denial points back ("the allegation")
_SPREAD = 0.1  # more for each further article that tells the claim: "the account" is the story, not an aside
_WIDE = 3  # articles, at most, that count so
_TOUCH = 0.15  # likeness without which a denial that points at nothing does not go to what an outlet says before it
_BREATH = 0.3  # more when both stand in one sentence
_JOINT = 40  # code points that a phrase which sets a claim aside takes
_SENTENCE = 120  # code points between the two at most
_LATER = 1  # days by which the day of either may be wrong
_REACH = 6  # statements between a claim and a denial of it in one article


def against(
    denial: View,
    clusters: Sequence[Sequence[View]],
    neighbours: Mapping[str, Sequence[int]],
    candidates: Sequence[int],
    setting: Setting,
    language: str,
) -> int | None:
    """The position of the cluster that a denial or doubt speaks against, None when nothing fits.

    `candidates` are clusters that share words with it, `neighbours` the clusters of each article. A party does not deny
    its own claim, nor what a person says it does not. A claim told just before the denial in the same article needs
    fewer shared words.
    """
    places = sorted({*candidates, *neighbours.get(denial.statement.article, ())})
    best, chosen = _LEAST, None
    for place in places:
        if setting.decided.parts([denial], clusters[place]):
            continue
        if (found := _fit(denial, clusters[place], setting, language)) > best:
            best, chosen = found, place
    return chosen


def _fit(denial: View, cluster: Sequence[View], setting: Setting, language: str) -> float:
    others = [v for v in cluster if denial.party is None or v.party != denial.party]
    others = [v for v in others if _told_before(v, denial)]
    if not others:
        return 0.0
    alike = max(likeness(denial, v, setting) for v in others)
    read = max(setting.denied.get((v.statement.id, denial.statement.id), _DOUBT) for v in others)
    numbered = any(numbers(denial, v, setting).score > 0 for v in others)
    breath = any(_one_breath(v, denial, setting) for v in others)
    pointing = not _pointing(language).isdisjoint(denial.plain)
    named = _named(language, denial.statement.text) if pointing else frozenset()
    meets = pointing and any(_meets(named, v, setting, language) for v in others)
    before = [v for v in others if _just_before(v, denial)]
    near = [denial.place - v.place for v in before]
    beside = bool(near) and (min(near) == 1 or (min(near) <= _SHARED and len(denial.wording.weights) <= _SHARED))
    if not (
        pointing
        or breath
        or numbered
        or beside
        or alike >= _ALIKE
        or read >= _READ
        or any(_ties(denial, v) for v in others)
    ):
        return 0.0
    alike += _COUNT if numbered else 0.0
    alike += _WEIGHT * (read - _DOUBT)
    spoken = any(v.party is not None for v in before)
    if near and (breath or (meets or not named if pointing else spoken or alike >= _TOUCH)):
        alike += _HERE + _NEAR / min(near) ** 0.5
        if pointing:
            alike += _POINTING / min(near) + _SPREAD * min(len({v.statement.article for v in cluster}) - 1, _WIDE)
    return alike + (_BREATH if breath else 0.0)


def _told_before(told: View, denial: View) -> bool:
    """Whether a statement was there to be denied: further up in its article, or said no days later in another."""
    if told.statement.article == denial.statement.article:
        return told.place < denial.place
    return told.day is None or denial.day is None or told.day - denial.day <= _LATER


def _just_before(told: View, denial: View) -> bool:
    """Whether a statement stands a little before a denial in its article."""
    if told.statement.article != denial.statement.article or not 0 < denial.place - told.place <= _REACH:
        return False
    return denial.statement.spans[0][0] - told.statement.spans[-1][1] <= _FAR


def _ties(denial: View, told: View) -> bool:
    """Whether two statements share two telling words."""
    mine, theirs = denial.wording, told.wording
    return sum(mine.weights[t] >= TELLING for t in mine.weights.keys() & theirs.weights.keys()) >= _SHARED


@lru_cache(maxsize=4096)
def _named(language: str, text: str) -> frozenset[str]:
    """What a denial that points back names of its matter: not its pointing words, nor its own words for them."""
    plain = _QUOTED.sub(" ", text)
    found = wording(language, plain).weights
    pointing = {concept(language, stemmed) or stemmed for stemmed in _pointing(language)}
    return frozenset(t for t, w in found.items() if w >= TELLING and t not in pointing)


def _meets(named: frozenset[str], told: View, setting: Setting, language: str) -> bool:
    """Whether a statement, or who makes it, is what a denial names ("Ford's allegation")."""
    if named & told.wording.weights.keys():
        return True
    article = setting.articles.get(told.statement.article)
    if article is None:
        return False
    who = " ".join(article.text[start:end] for start, end in told.statement.source_spans)
    return bool(named & _words(language, who))


@lru_cache(maxsize=4096)
def _words(language: str, text: str) -> frozenset[str]:
    return frozenset(wording(language, text).weights)


@cache
def _pointing(language: str) -> frozenset[str]:
    return frozenset(stem(language, word) for word in words(language, "claims", "pointing"))


def _one_breath(told: View, denial: View, setting: Setting) -> bool:
    """Whether a denial follows in the sentence that tells what it denies."""
    article = setting.articles.get(denial.statement.article)
    if article is None or told.statement.article != denial.statement.article:
        return False
    between = article.text[told.statement.spans[-1][1] : denial.statement.spans[0][0]]
    return len(between) <= _SENTENCE and not any(mark in between for mark in (". ", "? ", "! ", "\n"))


def set_aside(view: View, language: str) -> frozenset[float]:
    """The numbers that a statement sets aside for its own: the 250 of "259 aboard, not the 250 claimed"."""
    if not any(c.old for c in view.counts):
        return frozenset()
    run = cut(language, view.statement.text)
    raw = [fold(view.statement.text[t.start : t.end]) for t in run]
    old = {c.value for c in view.counts if c.old}
    marks, stop = words(language, "claims", "set_aside_number"), stopwords(language)
    found = set()
    for place, term in enumerate(run):
        before = [w for w in raw[max(place - 2, 0) : place] if w in marks or w not in stop]
        if before and before[-1] in marks and term.stem.isdecimal() and float(term.stem) in old:
            found.add(float(term.stem))
    return frozenset(found)


def sets_aside(view: View, others: Sequence[View], setting: Setting, language: str) -> str | None:
    """The party that rejects a statement in the breath of its own: "259, not the 250 claimed by the operator"."""
    article = setting.articles.get(view.statement.article)
    if article is None:
        return None
    for own in others:
        if own.party is None or own.party == view.party or own.statement.spans[-1][1] > view.statement.spans[0][0]:
            continue
        start, end = own.statement.spans[-1][1], view.statement.spans[0][0]
        if end - start > _JOINT:
            continue
        between = article.text[start:end].casefold()
        if between.strip(" ,;–—-") in words(language, "claims", "set_aside"):
            return own.party
    return None
