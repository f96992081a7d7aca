"""Cue verbs → frames: the verb, its source and its content, as the grammar gives them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from firsthand.records import Token
from firsthand.stages.attribute.clause import (
    aloof,
    aside,
    clause_of,
    clause_tokens,
    closing,
    covers_too_little,
    introduced,
)
from firsthand.stages.attribute.idioms import Idiom, idiom_at
from firsthand.stages.attribute.particles import Particles
from firsthand.stages.attribute.source import CLOSERS, RELATIVE, inversion, name_before, noun_phrase, subject_of
from firsthand.stages.attribute.tree import Tree, child, opening, subtree

# What may follow an object and still belong to what was said: “called the plan a disaster”.
OBJECTS = ("dobj", "oprd", "ccomp", "acomp")
FIGURES = ("figure", "figure of", "figure as", "figure at")
NUMBER = 3  # words of an object among which its number stands: “at least 14 dead”
MARKS = ("``", "''")
AFTER_OBJECT = ("dobj", "oprd", "prep", "xcomp", "ccomp", "acomp", "attr", "pcomp", "advcl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A cue with its source and content, as token indices into the parse.

    `kind` names the construction: clause (said that …), inverted (…, said the mayor), aside (as he said), quoted
    (quoted him as saying), infinitive (declined to …), object (denied the charge), preposition:of (spoke of …),
    figure (a document gives a figure or quotation), figure of (counted 14 dead), figure as (gave the date as …),
    figure at (a cost it puts at …),
    bare (a source and a cue whose content is a quotation nearby).
    `addressee` is whoever was told, `hand` whoever quotes the source; `document` tells that the source is written
    or recorded.
    """

    kind: str
    lemma: str
    verb: int
    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    addressee: tuple[int, ...] = ()
    hand: tuple[int, ...] = ()
    passive: bool = False
    negated: bool = False
    document: bool = False
    idiom: Idiom | None = None

    @property
    def how(self) -> str:
        """The kind as far as it matters later: the ways of giving a clause are one."""
        if self.kind in FIGURES:
            return "object"
        return "clause" if self.kind in ("aside", "inverted", "quoted") else self.kind

    @property
    def construction(self) -> str:
        """The above with the voice: a verb may attribute in the one and not in the other."""
        how = self.kind if self.kind in FIGURES else self.how
        return how + "/passive" if self.passive else how


def frames(tree: Tree, accepts: Callable[[Frame], bool], particles: Particles) -> Iterator[Frame]:
    """The first reading of every verb that `accepts` allows, most telling construction first."""
    for i, token in enumerate(tree.parse.tokens):
        if not verbal(tree, i) or token.dep in ("aux", "auxpass") or for_a_purpose(tree, i, particles):
            continue
        for frame in readings(tree, i, particles):
            if accepts(frame):
                yield frame
                break


def verbal(tree: Tree, i: int) -> bool:
    """Whether a token is a verb, or one that the parser took for a plural: “the log, kept by hand, records …”."""
    token = tree.parse.tokens[i]
    subject = child(tree, i, "nsubj") if token.tag == "NNS" and token.dep in ("ROOT", "relcl") else None
    return token.pos in ("VERB", "AUX") or (subject is not None and subject < i)


def for_a_purpose(tree: Tree, i: int, particles: Particles) -> bool:
    """Whether a verb says what a thing is for: “votes to confirm him” are nobody's words."""
    token = tree.parse.tokens[i]
    to = any(tree.parse.tokens[c].tag == "TO" for c in tree.children[i])
    return to and token.dep in ("acl", "relcl") and tree.parse.tokens[token.head].lemma not in particles.speakers


def readings(tree: Tree, i: int, particles: Particles) -> Iterator[Frame]:
    """The frames in which verb i may stand, most telling first."""
    subject = subject_of(tree, i, particles)
    frame = bare(tree, i, subject, particles)
    found = idiom_at(tree, i, particles.idioms, particles.complementizers)
    if found is not None:
        idiom, words, content = found
        said = replace(frame, kind=idiom.takes, lemma=idiom.name, cue=tuple(sorted({*frame.cue, *words})), idiom=idiom)
        own = idiom.belief or any(tree.parse.tokens[t].lemma in particles.negations for t in words)
        yield replace(said, content=content, addressee=(), negated=frame.negated and not own)
    yield from heard_from(tree, frame, particles)
    yield from quoted_as(tree, frame, particles)
    yield from with_clause(tree, frame, particles)
    yield from with_infinitive(tree, frame, subject)
    yield from with_object(tree, frame, subject, particles)
    yield frame


def bare(tree: Tree, i: int, subject: int | None, particles: Particles) -> Frame:
    """Verb i with its source and whom it addresses, without content."""
    tokens = tree.parse.tokens
    agent = child(tree, i, "agent")
    participle = tokens[i].tag == "VBN" and tokens[i].dep == "advcl" and child(tree, i, "aux") is None
    passive = child(tree, i, "auxpass") is not None or participle
    source = noun_phrase(tree, subject, i) if subject is not None else ()
    reduced = tokens[i].dep == "acl" and tokens[i].tag == "VBN"  # or a past tense that the parser took for one
    source = tuple(t for t in source if t < i or tokens[t].tag not in MARKS)
    marks = [t for t in source if tokens[t].tag in MARKS]
    source = tuple(t for t in source if not marks or t > marks[-1])  # a quotation in front is not the speaker
    doubtful = not source or reduced
    nearer = name_before(tree, i) if doubtful or max(source) < i - 2 else ()
    if nearer and (doubtful or nearer[0] > max(source)):
        source = nearer
    else:
        passive = passive or reduced
    if passive and tokens[i].lemma not in particles.passive_speakers:
        # Whoever did the saying stands behind “by”, or is not named.
        told = tokens[i].lemma in particles.telling
        below = (
            [c for c in tree.children[agent] if speaks(tokens[c], particles) or (told and somebody(tree, c))]
            if agent is not None
            else []
        )
        source = noun_phrase(tree, below[0], i) if below else ()
    near = [*tree.children[i], *(tree.children[subject] if subject is not None else ())]
    near += [c for first in alternative_to(tree, i, particles) for c in tree.children[first]]
    held = withheld(tree, i, particles)
    return Frame(
        kind="bare",
        lemma=tokens[i].lemma,
        verb=i,
        cue=tuple(sorted({*cue_of(tree, i), *held})),
        source=source,
        content=(),
        addressee=addressee(tree, i),
        passive=passive,
        negated=bool(held) or any(tokens[c].dep == "neg" or negates(tree, i, c, particles) for c in near),
        document=subject is not None
        and not {tokens[subject].lemma, tokens[subject].text.casefold()}.isdisjoint(particles.documents),
    )


def negates(tree: Tree, i: int, c: int, particles: Particles) -> bool:
    """Whether a word negates verb i: “told nobody”, but not “said none of its boats …”, where it opens what is said."""
    return tree.parse.tokens[c].lemma in particles.negations and (c < i or not tree.children[c])


def alternative_to(tree: Tree, i: int, particles: Particles) -> list[int]:
    """The verbs that share a negation with verb i: “would neither confirm nor deny”, “did not confirm or deny”."""
    tokens = tree.parse.tokens
    found: list[int] = []
    while tokens[i].dep == "conj" and len(found) < 3:
        i = tokens[i].head
        if not any(tokens[c].dep == "cc" and tokens[c].lemma in particles.alternatives for c in tree.children[i]):
            break
        found.append(i)
    return found


def withheld(tree: Tree, i: int, particles: Particles) -> tuple[int, ...]:
    """The words above verb i that keep it from being done: “was unable to confirm”, “stopped short of confirming”."""
    tokens, passed = tree.parse.tokens, []
    for _ in range(3):
        if tokens[i].dep not in ("xcomp", "pcomp", "prep", "acomp", "advmod") or tokens[i].head == i:
            return ()
        i = tokens[i].head
        passed.append(i)
        beside = [c for c in tree.children[i] if tokens[c].dep == "advmod"]
        if any(tokens[t].lemma in particles.withholding for t in (i, *beside)):
            return tuple(sorted({*passed, *(t for t in beside if tokens[t].lemma in particles.withholding)}))
    return ()


def heard_from(tree: Tree, frame: Frame, particles: Particles) -> Iterator[Frame]:
    """“had heard from a neighbour that …”: the neighbour speaks, whoever heard it hands it on."""
    if frame.lemma not in particles.hearing or not frame.source:
        return
    tokens, i = tree.parse.tokens, frame.verb
    origins = [c for c in tree.children[i] if tokens[c].dep == "prep" and tokens[c].lemma in particles.owners]
    nouns = [n for c in origins for n in tree.children[c] if speaks(tokens[n], particles) or somebody(tree, n)]
    clause = clause_of(tree, i, particles)
    if clause is None and nouns:
        clause = next((c for c in tree.children[nouns[0]] if introduced(tree, c, particles)), None)
    if nouns and clause is not None and clause > i:
        source = tuple(t for t in subtree(tree, nouns[0], without=frozenset({clause})) if t < opening(tree, clause))
        content = clause_tokens(tree, clause, i, frame.source, particles)
        yield replace(frame, kind="quoted", source=source, content=content, hand=frame.source)


def with_clause(tree: Tree, frame: Frame, particles: Particles) -> Iterator[Frame]:
    """“said that …”, “…, he said”, “…, announced on Tuesday its management”, “as he said”."""
    i, clause = frame.verb, clause_of(tree, frame.verb, particles)
    inverted = inversion(tree, i, particles)
    if inverted is not None:
        source, content, told = inverted
        yield replace(frame, kind="inverted", source=source, content=content, addressee=told, passive=False)
    whole = closing(tree, i, frame.source, particles)
    if whole and (clause is None or (clause < i and covers_too_little(tree, clause, whole))):
        yield replace(frame, kind="clause", content=whole, addressee=())
    elif clause is not None:
        content = clause_tokens(tree, clause, i, frame.source, particles)
        told = tuple(t for t in frame.addressee if t not in content)
        yield replace(frame, kind="clause", content=content, addressee=told)
    else:
        rest = aside(tree, i, frame.source, particles)
        if rest:
            yield replace(frame, kind="aside", content=rest, addressee=())


def with_infinitive(tree: Tree, frame: Frame, subject: int | None) -> Iterator[Frame]:
    """“declined to …”, “she is said to …”; in the passive without an agent the subject belongs to what is said."""
    i = frame.verb
    infinitive = child(tree, i, "xcomp")
    if infinitive is None:  # “committed to plant trees”, read as a purpose
        infinitive = next((c for c in tree.children[i] if opening(tree, c) == i + 1 and c > i + 1), None)
    if infinitive is None or not any(tree.parse.tokens[c].tag == "TO" for c in tree.children[infinitive]):
        return
    content = tuple(subtree(tree, infinitive))
    if frame.passive and subject is not None and not frame.source:
        content = (*noun_phrase(tree, subject, i), *content)
    yield replace(frame, kind="infinitive", content=content)


def with_object(tree: Tree, frame: Frame, subject: int | None, particles: Particles) -> Iterator[Frame]:
    """“denied the charge”, “called the plan a disaster”, “a charge the party rejected”, “spoke of a disaster”."""
    tokens, i = tree.parse.tokens, frame.verb
    agent = child(tree, i, "agent")
    after = [
        c
        for c in tree.children[i]
        if c > i and tokens[c].dep in AFTER_OBJECT and not (tokens[c].dep == "advcl" and aloof(tree, c, particles))
    ]
    yield from at_figure(tree, frame, subject, after)
    content: list[int] = []
    if frame.passive and agent is not None and subject is not None:
        content = subtree(tree, subject, without=frozenset({i}))
        content += [t for c in after if c != agent for t in subtree(tree, c)]
    elif any(
        tokens[c].dep in OBJECTS or tokens[opening(tree, c)].tag == "VBG" or tokens[opening(tree, c) - 1].tag == "``"
        for c in after
    ):
        content = [t for c in after for t in subtree(tree, c)]
    elif tokens[i].dep == "relcl" and subject is not None and subject != tokens[i].head and not frame.passive:
        content = subtree(tree, tokens[i].head, without=frozenset({i}))  # the noun that the clause hangs on
    else:  # “…, which the party rejects”
        content = [c for c in tree.children[i] if c < i and tokens[c].dep == "dobj" and tokens[c].tag in RELATIVE]
    if tokens[i].dep == "relcl" and content and subject not in (None, tokens[i].head) and not frame.passive:
        first = opening(tree, i)
        if tokens[first - 1].lemma in particles.reports:  # “an accusation his family called a lie”
            content = [*subtree(tree, tokens[i].head, without=frozenset({i})), *content]
    if content:
        yield replace(frame, kind="object", content=tuple(content), addressee=())
        said = replace(frame, content=tuple(content), addressee=())
        yield from with_figure(tree, said, subject, particles)
    for c in after:
        if tokens[c].dep == "prep" and tree.children[c]:
            content = [t for t in subtree(tree, c) if t != c]
            yield replace(frame, kind="preposition:" + tokens[c].lemma, content=tuple(content), addressee=())


def at_figure(tree: Tree, frame: Frame, subject: int | None, after: list[int]) -> Iterator[Frame]:
    """“at a cost it puts at £9m”: the figure alone is what is said; the lemma holds the preposition."""
    tokens, i = tree.parse.tokens, frame.verb
    if tokens[i].dep != "relcl" or subject is None or subject == tokens[i].head or frame.passive:
        return
    for c in after:
        content = tuple(t for t in subtree(tree, c) if t != c)
        if tokens[c].dep == "prep" and any(is_figure(tokens[t]) for t in content):
            lemma = f"{frame.lemma} {tokens[c].lemma}"
            yield replace(frame, kind="figure at", lemma=lemma, cue=(*frame.cue, c), content=content, addressee=())


def with_figure(tree: Tree, frame: Frame, subject: int | None, particles: Particles) -> Iterator[Frame]:
    """“the receipt gives 12 tonnes”, “the log records ‘no fault’”, “the ministry gives the date as 4 May”."""
    tokens, i = tree.parse.tokens, frame.verb
    named = subject is not None and tokens[subject].text[0].isupper() and subject > i - 3
    if subject is None or not (speaks(tokens[subject], particles) or named):
        return  # “an earlier version of this story gave …”
    as_ = next((c for c in tree.children[i] if c > i and tokens[c].lemma in particles.comparatives), None)
    if as_ is not None and any(is_figure(tokens[t]) for t in subtree(tree, as_)):
        last = max(subtree(tree, as_))
        yield replace(frame, kind="figure as", content=tuple(t for t in frame.content if t <= last))
    if any(is_figure(tokens[t]) for t in frame.content[:NUMBER]):
        yield replace(frame, kind="figure of")
    # “gives the council two years” grants something
    given = [c for c in tree.children[i] if c > i and tokens[c].dep == "dative" and tokens[c].pos != "ADP"]
    said = any(is_figure(tokens[t]) or tokens[t].tag in MARKS for t in frame.content)
    said = said or any(tokens[t - 1].tag == "``" for t in frame.content[:1])
    if frame.document and said and not given:
        other = [t for c in tree.children[i] if c > i and tokens[c].dep == "dative" for t in subtree(tree, c)]
        yield replace(frame, kind="figure", content=tuple(sorted((*frame.content, *other))))


def is_figure(token: Token) -> bool:
    """Whether a token is a number or holds one, as “40m” does."""
    return token.pos == "NUM" or any(c.isdigit() for c in token.text)


def speaks(token: Token, particles: Particles) -> bool:
    """Whether a noun can be somebody: “by the minister”, not “by telephone”."""
    return token.pos in ("PROPN", "PRON") or token.lemma in particles.speakers


def somebody(tree: Tree, i: int) -> bool:
    """Whether a noun may be a person where a person is wanted: “by a nurse”, not “by telephone”."""
    return tree.parse.tokens[i].pos == "NOUN" and child(tree, i, "det", "poss") is not None


def quoted_as(tree: Tree, frame: Frame, particles: Particles) -> Iterator[Frame]:
    """“…, the agency quoted Ana Ilic as saying”: the object speaks, the subject hands it on."""
    tokens, i = tree.parse.tokens, frame.verb
    said = [c for c in tree.children[i] if c > i and tokens[c].lemma in particles.comparatives]
    said += [g for c in tree.children[i] for g in tree.children[c] if tokens[g].lemma in particles.comparatives]
    verbs = [v for c in said for v in tree.children[c] if tokens[v].dep == "pcomp" and tokens[v].pos == "VERB"]
    speaker = child(tree, i, "dobj")
    if frame.lemma not in particles.citing or not verbs or speaker is None or not frame.source:
        return
    first, _ = tree.parse.sentences[tokens[i].sentence]
    clause = clause_of(tree, verbs[0], particles)
    edge = min(*frame.source, i)
    content = clause_tokens(tree, clause, verbs[0], (), particles) if clause is not None else tuple(range(first, edge))
    source = tuple(t for t in subtree(tree, speaker, without=frozenset(said)) if t < min(said))
    if content and (clause is not None or tokens[edge - 1].text in {",", *CLOSERS}):
        yield replace(
            frame, kind="quoted", source=source, content=content, hand=frame.source, cue=(*frame.cue, verbs[0])
        )


def addressee(tree: Tree, i: int) -> tuple[int, ...]:
    """Whoever verb i is directed at, where it takes an object beside its content."""
    tokens = tree.parse.tokens
    return tuple(t for c in tree.children[i] if tokens[c].dep in ("dobj", "dative") for t in subtree(tree, c))


def cue_of(tree: Tree, i: int) -> tuple[int, ...]:
    """The cue words: the verb with its auxiliaries, negation and particle."""
    tokens = tree.parse.tokens
    beside = (c for c in tree.children[i] if tokens[c].dep in ("aux", "auxpass", "neg", "prt") and abs(c - i) < 5)
    return tuple(sorted((i, *beside)))
