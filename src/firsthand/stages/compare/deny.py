"""Which claim does a denial or a doubt speak against?"""

from collections.abc import Mapping, Sequence
from functools import cache

from firsthand.language import words
from firsthand.language.terms import stem
from firsthand.stages.compare.pair import numbers, overlap
from firsthand.stages.compare.setting import Setting
from firsthand.stages.compare.view import View

_LEAST = 0.3  # a denial below this for every claim stands alone
_HERE = 0.15  # for a claim told before the denial in its article
_NEAR = 0.2  # more for the claim told right before it
_POINTING = 0.15  # more when the denial points back ("the allegation")
_TOUCH = 0.05  # overlap without which a denial that points at nothing does not go to the claim before it
_BREATH = 0.3  # more when both stand in one sentence
_SENTENCE = 120  # code points between the two at most
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
    its own claim. A claim told just before the denial in the same article needs fewer shared words.
    """
    places = sorted({*candidates, *neighbours.get(denial.statement.article, ())})
    best, chosen = _LEAST, None
    for place in places:
        if (found := _fit(denial, clusters[place], setting, language)) > best:
            best, chosen = found, place
    return chosen


def _fit(denial: View, cluster: Sequence[View], setting: Setting, language: str) -> float:
    others = [v for v in cluster if denial.party is None or v.party != denial.party]
    others = [v for v in others if v.statement.article != denial.statement.article or v.place < denial.place]
    if not others:
        return 0.0
    alike = max(overlap(denial, v, setting).score for v in others)
    if any(numbers(denial, v, setting).score > 0 for v in others):
        alike += 0.2
    behind = [denial.place - v.place for v in others if v.statement.article == denial.statement.article]
    near = [d for d in behind if 0 < d <= _REACH]
    pointing = not _pointing(language).isdisjoint(denial.plain)
    breath = any(_one_breath(v, denial, setting) for v in others)
    if near and (pointing or breath or alike >= _TOUCH):
        alike += _HERE + _NEAR / min(near) ** 0.5
        if pointing:
            alike += _POINTING / min(near)
    if breath:
        alike += _BREATH
    return alike


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


def sets_aside(view: View, others: Sequence[View], setting: Setting, language: str) -> str | None:
    """The party that rejects a statement in the breath of its own: "259, not the 250 claimed by the operator"."""
    article = setting.articles.get(view.statement.article)
    if article is None:
        return None
    for own in others:
        if own.party is None or own.party == view.party or own.statement.spans[-1][1] > view.statement.spans[0][0]:
            continue
        between = article.text[own.statement.spans[-1][1] : view.statement.spans[0][0]].casefold()
        if between.strip(" ,;–—-") in words(language, "claims", "set_aside"):
            return own.party
    return None
