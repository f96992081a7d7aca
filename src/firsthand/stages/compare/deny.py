"""Which claim does a denial or a doubt speak against?"""

from collections.abc import Mapping, Sequence

from firsthand.language import words
from firsthand.stages.compare.pair import Setting, numbers, overlap
from firsthand.stages.compare.view import View

_LEAST = 0.3  # a denial below this for every claim stands alone
_NEAR = 0.25  # for the claim told right before the denial
_POINTING = 0.15  # more when the denial points back ("the allegation")
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
    if not others:
        return 0.0
    alike = max(overlap(denial, v, setting).score for v in others)
    if any(numbers(denial, v, setting).score > 0 for v in others):
        alike += 0.2
    behind = [denial.place - v.place for v in others if v.statement.article == denial.statement.article]
    near = [d for d in behind if 0 < d <= _REACH]
    if near:
        alike += _NEAR / min(near) ** 0.5
        if words(language, "claims", "pointing") & set(denial.plain):
            alike += _POINTING / min(near)
    return alike
