"""How far the identity of a source is to be trusted: the share of its like that was right where people read."""

from dataclasses import replace
from math import exp

from firsthand.records import Entity, Speakers
from firsthand.stages.resolve.antecedent import Ground

# Shares right of the sources in benchmarks/polnear_speakers.jsonl (the half to tune on), training/identity/ and the
# packs, by what they were identified by. "own words" shows no more than the text has.
SHARES = {
    "name": 0.98,
    "own words": 0.97,
    "bearer": 0.97,
    "part": 0.96,
    "spoken": 0.96,
    "again": 0.96,
    "like": 0.96,
    "called": 0.8,  # the body was called so elsewhere
    "body": 0.96,
    "before": 0.85,  # "It" after "The report …"
}
# What is said of each where an actor's names are explained; what goes by its own words needs no reason.
REASONS = {
    "person": "pronoun",
    "many": "pronoun",
    "thing": "pronoun",
    "part": "part of it",
    "spoken": "what the last one speaking wrote",
    "bearer": "the one in that role here",
    "again": "spoken of before",
    "like": "spoken of before",
    "called": "so called here",
    "body": "the body of that sort here",
    "before": "subject of the sentence before",
}
# Where another spoke before: "the group" after a group without a name; a body among others named more often.
PASSING = {"like": 0.65, "body": 0.5}
# Logistic weights for pronouns, fitted by training/identity/fit.py; PolNeAR, with few of them, gives -0.71 for a thing.
# Of those in training/claims/packs that 0.1 adds, nine in ten are right.
WEIGHTS = {
    "person": 0.44,
    "thing": 0.1,
    "many": -1.49,
    "score": 0.53,
    "margin": 0.43,
    "spoke": 0.38,
    "unnamed": 0.24,
}


def features(ground: Ground) -> dict[str, float]:
    """What tells how clear a pronoun is; empty for what is none."""
    if ground.choice is None:
        return {}
    choice = ground.choice
    return {
        ground.how: 1.0,
        "score": choice.score,
        "margin": choice.margin,
        "spoke": float(ground.spoke),
        "unnamed": float(choice.unnamed),
    }


def confidence(ground: Ground) -> float:
    """Between 0 and 1: the measured share for what a source was identified by.

    >>> confidence(Ground("name"))
    0.98
    """
    clues = features(ground)
    if clues:
        return round(1 / (1 + exp(-sum(WEIGHTS[name] * value for name, value in clues.items()))), 2)
    near = ground.spoke or (ground.how == "body" and ground.foremost)
    return SHARES[ground.how] if near else PASSING.get(ground.how, SHARES[ground.how])


def shown(speakers: Speakers, least: float) -> Speakers:
    """The speakers without those identified with a confidence below `least`: they are unknown."""
    sure = [share >= least for share in speakers.confidences]
    return replace(
        speakers,
        entities=tuple(_named(entity, least) for entity in speakers.entities),
        sources=tuple(s if ok else None for s, ok in zip(speakers.sources, sure, strict=True)),
        chains=tuple(c if ok else () for c, ok in zip(speakers.chains, sure, strict=True)),
    )


def _named(entity: Entity, least: float) -> Entity:
    """An entity without the places that are its with a confidence below `least`."""
    doubted = {(link.start, link.end) for link in entity.links if link.score < least}
    if not doubted:
        return entity
    return replace(
        entity,
        spans=tuple(span for span in entity.spans if span not in doubted),
        links=tuple(link for link in entity.links if link.score >= least),
    )
