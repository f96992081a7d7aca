"""The reporting words of a language, ready for look-up."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from firsthand.language import topic
from firsthand.records import CueKind, Stance
from firsthand.stages.attribute.frames import Frame
from firsthand.stages.attribute.idioms import idioms_of
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
    set_off: tuple[str, ...]
    responding: Words
    relaying: Words
    declining: Words
    judging: Words
    naming: Words
    nobody: Words
    reports: Words
    denying: Words
    showing_through: Words
    speaking_to: Words
    outlet_names: Words
    outlet_endings: tuple[str, ...]
    anonymity: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Verbs by construction, and the tables of reporting.toml."""

    constructions: dict[str, Words]
    only_with: dict[str, Words]
    quoting: Words
    silent: dict[str, Words]  # verb → objects with which it says nothing
    particles: Particles
    hands: Hands
    owners: Words
    speakers: Words
    hedging: Words
    kinds: dict[str, Words]
    speech_in: dict[str, Words]
    showing: Words
    labels: Words
    stances: dict[str, Stance]  # of cues of several words
    tables: dict[str, dict[str, Any]]

    def accepts(self, frame: Frame) -> bool:
        """Whether a verb attributes in the construction it stands in."""
        if frame.idiom is not None:
            return bool(frame.source)
        if frame.kind == "bare":
            return frame.lemma in self.quoting and bool(frame.source)
        if frame.kind == "quoted":
            return True
        if frame.kind == "inverted":
            return frame.lemma in self.constructions["clause"] | self.quoting
        if frame.kind == "aside":
            return frame.lemma in self.constructions["clause"] | self.constructions["aside"]
        if frame.document and frame.kind == "clause" and frame.lemma in self.showing:
            return True
        known = self.constructions.get(frame.construction, frozenset())
        return frame.lemma in known

    def kind(self, frame: Frame) -> CueKind:
        """What kind of cue a verb is where it stands; speech unless listed otherwise."""
        if frame.idiom is not None:
            return "belief" if frame.idiom.belief else "speech"
        if frame.kind == "quoted":  # “heard from a neighbour that”: the neighbour speaks
            return "speech"
        if frame.document and frame.lemma in self.kinds["perception"]:
            return "writing"
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
        documents=frozenset(topic(language, "bodies")["documents"]),
        withholding=frozenset(hand["clauses"]["withholding"]),
        alternatives=frozenset(hand["clauses"]["alternatives"]),
        hearing=frozenset(hand["hands"]["hearing"]),
        owners=frozenset(hand["clauses"]["owners"]),
        reports=frozenset(hand["stances"]["words"]["reports"]),
        idioms=idioms_of(hand["idioms"]),
    )


def hands(language: str) -> Hands:
    """The words for hands of a language."""
    hand = topic(language, "reporting")
    listed = ("reporting", "adding", "pronouns", "outlet_nouns", "media", "institutions", "occasions", "given_to")
    stances = {key: frozenset(value) for key, value in hand["stances"].items() if isinstance(value, list)}
    naming = frozenset(hand["stances"]["words"]["naming"])
    return Hands(
        **{name: frozenset(hand["hands"][name]) for name in (*listed, "prepositions")},
        standing_in=frozenset(hand["phrases"]["standing_in"]) | frozenset(hand["phrases"]["set_off"]),
        set_off=tuple(sorted(hand["phrases"]["set_off"], key=len, reverse=True)),
        responding=(stances["denies"] | stances["confirms"] | stances["doubts"]).union(
            i.name
            for listed in idioms_of(hand["idioms"]).values()
            for i in listed
            if i.stance in ("denies", "confirms", "doubts")
        ),
        reports=frozenset(hand["stances"]["words"]["reports"]),
        denying=frozenset(hand["stances"]["words"]["denies"]),
        showing_through=frozenset(hand["hands"]["showing_through"]),
        speaking_to=frozenset(hand["hands"]["speaking_to"]),
        outlet_names=frozenset(
            name.casefold()
            for table in ("agencies", "outlets")
            for names in topic(language, table)["names"]
            for name in names
        ),
        outlet_endings=tuple(ending for ending in topic(language, "agencies")["endings"] if " " not in ending),
        relaying=frozenset(hand["phrases"]["relaying"]),
        declining=stances["declines"],
        judging=naming.union(hand["hands"]["passed_on"], *stances.values()),
        naming=naming,
        nobody=frozenset(hand["speakers"]["nobody"]),
        anonymity=frozenset(hand["speakers"]["anonymity"]),
    )


def needed(hand: Mapping[str, Any]) -> dict[str, Words]:
    """Verbs → the nouns that their object must hold one of: their own, or those for somebody's statement."""
    reports = frozenset(hand["stances"]["words"]["reports"]) | frozenset(hand["phrases"]["standing_in"])
    own = {verb: frozenset(nouns) for verb, nouns in hand["only_with"].items()}
    return {**dict.fromkeys(hand["of_reports"]["verbs"], reports), **own}


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
        only_with=needed(hand),
        quoting=frozenset(hand["quoting"]["verbs"]),
        silent={verb: frozenset(nouns) for verb, nouns in hand["silent"].items()},
        particles=particles(language),
        hands=hands(language),
        owners=frozenset(hand["clauses"]["owners"]),
        speakers=speaking(language) | frozenset(hand["hands"]["pronouns"]),
        hedging=frozenset(hand["hedges"]["words"]) - frozenset(hand["hedges"]["weak"]),
        kinds={name: frozenset(listed) for name, listed in hand["kinds"].items() if isinstance(listed, list)},
        speech_in={name: frozenset(listed) for name, listed in hand["kinds"]["speech_in"].items()},
        showing=frozenset(hand["speakers"]["showing"]),
        labels=frozenset(hand["speakers"]["labels"]),
        stances={idiom.name: idiom.stance for listed in idioms_of(hand["idioms"]).values() for idiom in listed},
        tables={name: table for name, table in hand.items() if isinstance(table, dict)},
    )
