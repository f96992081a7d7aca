"""The small words that constructions turn on."""

from collections.abc import Mapping
from dataclasses import dataclass

from firsthand.stages.attribute.idioms import Idiom


@dataclass(frozen=True, slots=True, kw_only=True)
class Particles:
    """The small words that the constructions turn on, in one language."""

    negations: frozenset[str]
    complementizers: frozenset[str]  # “that”
    comparatives: frozenset[str]  # “as”, in “as the minister said”
    questions: frozenset[str]  # “whether”
    contrasting: frozenset[str]  # “though”
    telling: frozenset[str]  # verbs whose object is who was told, not what
    adversative: frozenset[str]  # “but”
    given_with: frozenset[str]  # “to”, before whoever was told
    of: frozenset[str]  # “of”, which goes on with a noun phrase
    inverting: frozenset[str]  # verbs that may stand before their subject after what was said
    citing: frozenset[str]  # “citing”
    passive_speakers: frozenset[str]  # “was quoted”, “would not be drawn”: the subject speaks
    speakers: frozenset[str]  # nouns for those who speak
    documents: frozenset[str]  # nouns for what is written or recorded
    withholding: frozenset[str]  # “unable to”, “short of”, “yet to”: what comes after is not done
    alternatives: frozenset[str]  # “nor”, “or”
    hearing: frozenset[str]  # verbs for what one has from somebody: “heard from a neighbour that …”
    owners: frozenset[str]  # “from”
    reports: frozenset[str]  # nouns for what somebody said: “claim”
    idioms: Mapping[str, tuple[Idiom, ...]]  # cues of several words, by the first
