"""The reporting words of a language, ready for look-up."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from firsthand.language import topic
from firsthand.records import CueKind
from firsthand.stages.attribute.frames import Frame
from firsthand.stages.attribute.particles import Particles

Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """The words that tell through whom a statement came, and what refers to another."""

    reporting: Words
    adding: Words
    pronouns: Words
    outlet_nouns: Words
    media: Words
    institutions: Words
    occasions: Words
    given_to: Words
    prepositions: Words
    standing_in: Words
    responding: Words
    relaying: Words
    declining: Words
    judging: Words
    naming: Words
    nobody: Words
    anonymity: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Verbs by construction, and the tables of reporting.toml."""

    constructions: dict[str, Words]
    only_with: dict[str, Words]
    quoting: Words
    particles: Particles
    hands: Hands
    owners: Words
    speakers: Words
    hedging: Words
    kinds: dict[str, Words]
    speech_in: dict[str, Words]
    tables: dict[str, dict[str, Any]]

    def accepts(self, frame: Frame) -> bool:
        """Whether a verb attributes in the construction it stands in."""
        if frame.kind == "bare":
            return frame.lemma in self.quoting and bool(frame.source)
        if frame.kind == "quoted":
            return True
        if frame.kind == "inverted":
            return frame.lemma in self.constructions["clause"] | self.quoting
        if frame.kind == "aside":
            return frame.lemma in self.constructions["clause"] | self.constructions["aside"]
        known = self.constructions.get(frame.construction, frozenset())
        return frame.lemma in known

    def kind(self, frame: Frame) -> CueKind:
        """What kind of cue a verb is where it stands; speech unless listed otherwise."""
        if frame.lemma in self.speech_in.get(frame.kind, frozenset()):
            return "speech"
        order: tuple[CueKind, ...] = ("intention", "perception", "belief", "writing")
        if frame.kind != "infinitive":
            order = ("perception", "belief", "intention", "writing")
        return next((kind for kind in order if frame.lemma in self.kinds[kind]), "speech")


@cache
def speaking(language: str) -> Words:
    """The nouns for those who speak: people, bodies and documents."""
    roles, bodies = topic(language, "roles"), topic(language, "bodies")
    people = (roles[key] for key in ("men", "women", "either", "plain", "camps"))
    others = (bodies[key] for key in ("government", "company", "other", "documents"))
    return frozenset(topic(language, "reporting")["speakers"]["nouns"]).union(*people, *others)


def particles(language: str) -> Particles:
    """The small words of a language."""
    hand = topic(language, "reporting")
    return Particles(
        negations=frozenset(hand["negations"]),
        complementizers=frozenset(hand["clauses"]["complementizers"]),
        comparatives=frozenset(hand["clauses"]["as"]),
        questions=frozenset(hand["clauses"]["questions"]),
        contrasting=frozenset(hand["clauses"]["contrasting"]),
        telling=frozenset(hand["hands"]["telling"]),
        adversative=frozenset(hand["clauses"]["adversative"]),
        given_with=frozenset(hand["hands"]["given_with"]),
        of=frozenset(hand["clauses"]["of"]),
        inverting=frozenset(hand["quoting"]["verbs"]) - frozenset(hand["quoting"]["beside"]),
        citing=frozenset(hand["phrases"]["citing"]),
        passive_speakers=frozenset(hand["speakers"]["in_passive"]),
        speakers=speaking(language),
    )


def hands(language: str) -> Hands:
    """The words for hands of a language."""
    hand = topic(language, "reporting")
    listed = ("reporting", "adding", "pronouns", "outlet_nouns", "media", "institutions", "occasions", "given_to")
    stances = {key: frozenset(value) for key, value in hand["stances"].items() if isinstance(value, list)}
    naming = frozenset(hand["stances"]["words"]["naming"])
    return Hands(
        **{name: frozenset(hand["hands"][name]) for name in (*listed, "prepositions")},
        standing_in=frozenset(hand["phrases"]["standing_in"]),
        responding=stances["denies"] | stances["confirms"] | stances["doubts"],
        relaying=frozenset(hand["phrases"]["relaying"]),
        declining=stances["declines"],
        judging=naming.union(hand["hands"]["passed_on"], *stances.values()),
        naming=naming,
        nobody=frozenset(hand["speakers"]["nobody"]),
        anonymity=frozenset(hand["speakers"]["anonymity"]),
    )


@cache
def lexicon(language: str) -> Lexicon:
    """The reporting words of a language: what was learnt by count, as corrected by hand."""
    learnt, hand = topic(language, "cues"), topic(language, "reporting")
    names = {*learnt, *hand["add"]}
    return Lexicon(
        constructions={
            name: (frozenset(learnt.get(name, ())) | frozenset(hand["add"].get(name, ())))
            - frozenset(hand["leave"].get(name, ()))
            for name in names
        },
        only_with={verb: frozenset(nouns) for verb, nouns in hand["only_with"].items()},
        quoting=frozenset(hand["quoting"]["verbs"]),
        particles=particles(language),
        hands=hands(language),
        owners=frozenset(hand["clauses"]["owners"]),
        speakers=speaking(language) | frozenset(hand["hands"]["pronouns"]),
        hedging=frozenset(hand["hedges"]["words"]) - frozenset(hand["hedges"]["weak"]),
        kinds={name: frozenset(listed) for name, listed in hand["kinds"].items() if isinstance(listed, list)},
        speech_in={name: frozenset(listed) for name, listed in hand["kinds"]["speech_in"].items()},
        tables={name: table for name, table in hand.items() if isinstance(table, dict)},
    )
