"""Cue verbs → frames: the verb, its source and its content, as the grammar gives them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from firsthand.stages.attribute.tree import Tree, child, subtree

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
RELATIVE = frozenset({"WDT", "WP", "WP$"})
# What may follow an object and still belong to what was said: “called the plan a disaster”.
AFTER_OBJECT = ("dobj", "oprd", "prep", "xcomp", "ccomp", "acomp", "attr", "pcomp", "advcl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A cue with its source and content, as token indices into the parse.

    `kind` names the construction: clause (said that …), infinitive (declined to …), object (denied the charge),
    preposition (spoke of …), phrase (according to …), bare (a source and a cue whose content is a quotation nearby).
    `addressee` is whoever was told.
    """

    kind: str
    lemma: str
    verb: int
    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    addressee: tuple[int, ...] = ()
    passive: bool = False
    negated: bool = False

    @property
    def construction(self) -> str:
        """The kind, with the voice: a verb may attribute in the one and not in the other."""
        return self.kind + "/passive" if self.passive else self.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Particles:
    """The small words that the constructions turn on, in one language."""

    negations: frozenset[str]
    complementizers: frozenset[str]  # “that”
    comparatives: frozenset[str]  # “as”, in “as the minister said”


def frames(tree: Tree, accepts: Callable[[Frame], bool], particles: Particles) -> Iterator[Frame]:
    """The first reading of every verb that `accepts` allows, most telling construction first."""
    for i, token in enumerate(tree.parse.tokens):
        if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass"):
            continue
        for frame in readings(tree, i, particles):
            if accepts(frame):
                yield frame
                break


def readings(tree: Tree, i: int, particles: Particles) -> Iterator[Frame]:
    """The frames in which verb i may stand, most telling first."""
    tokens = tree.parse.tokens
    subject = subject_of(tree, i)
    agent = child(tree, i, "agent")
    passive = child(tree, i, "auxpass") is not None or (tokens[i].dep == "acl" and tokens[i].tag == "VBN")
    clause = clause_of(tree, i)
    objects = [c for c in tree.children[i] if tokens[c].dep in ("dobj", "dative")]
    source = noun_phrase(tree, subject, i) if subject is not None else ()
    if passive and agent is not None:
        below = tree.children[agent]
        source = noun_phrase(tree, below[0], i) if below else ()
    frame = Frame(
        kind="bare",
        lemma=tokens[i].lemma,
        verb=i,
        cue=cue_of(tree, i),
        source=source,
        content=(),
        passive=passive,
        negated=any(tokens[c].dep == "neg" or tokens[c].lemma in particles.negations for c in tree.children[i])
        or (subject is not None and any(tokens[c].lemma in particles.negations for c in subtree(tree, subject))),
    )
    if clause is not None:
        content = clause_tokens(tree, clause, i, source, particles)
        told = tuple(t for o in objects for t in subtree(tree, o) if t not in content)
        yield replace(frame, kind="clause", content=content, addressee=told)
    else:
        rest = aside(tree, i, source, particles)
        if rest:
            yield replace(frame, kind="clause", content=rest)
    infinitive = child(tree, i, "xcomp")
    if infinitive is not None and child(tree, infinitive, "aux") is not None:
        content = tuple(subtree(tree, infinitive))
        yield replace(
            frame, kind="infinitive", content=content, addressee=tuple(t for o in objects for t in subtree(tree, o))
        )
    after = [c for c in tree.children[i] if c > i and tokens[c].dep in AFTER_OBJECT]
    if passive and agent is not None and subject is not None:
        rest = [t for c in after if c != agent for t in subtree(tree, c)]
        yield replace(frame, kind="object", content=(*subtree(tree, subject), *rest))
    elif any(tokens[c].dep in ("dobj", "oprd", "ccomp", "acomp") for c in after):
        yield replace(frame, kind="object", content=tuple(t for c in after for t in subtree(tree, c)))
    prepositions = [c for c in after if tokens[c].dep == "prep" and tree.children[c]]
    if prepositions:
        first = prepositions[0]
        yield replace(
            frame,
            kind="preposition:" + tokens[first].lemma,
            content=tuple(t for t in subtree(tree, first) if t != first),
        )
    yield replace(frame, addressee=tuple(t for o in objects for t in subtree(tree, o)))


def subject_of(tree: Tree, i: int) -> int | None:
    """The token that heads a verb's subject, looked for up the tree where the verb shares another's."""
    tokens = tree.parse.tokens
    for _ in range(6):
        found = child(tree, i, *SUBJECTS)
        if found is not None:
            if tokens[found].tag in RELATIVE and tokens[i].dep == "relcl":
                return tokens[i].head
            return found
        if tokens[i].dep in ("acl", "relcl"):
            return tokens[i].head
        if tokens[i].dep not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "aux") or tokens[i].head == i:
            return None
        i = tokens[i].head
        while tokens[i].pos == "ADP" and tokens[i].head != i:
            i = tokens[i].head
    return None


def noun_phrase(tree: Tree, i: int, verb: int) -> tuple[int, ...]:
    """The source headed by token i, without the branch in which the cue itself stands."""
    tokens = tree.parse.tokens
    barred, at = frozenset({verb}), verb
    while tokens[at].head != at and at != i:
        barred |= {at}
        at = tokens[at].head
    ids = subtree(tree, i, without=barred)
    # A clause in front of the cue that the parser hung on the subject is content, not source.
    return tuple(t for t in ids if tokens[t].sentence == tokens[i].sentence)


def clause_of(tree: Tree, i: int) -> int | None:
    """The head of the clause that a verb takes: its clausal complement, or the main clause that it interrupts."""
    tokens = tree.parse.tokens
    found = [c for c in tree.children[i] if tokens[c].dep in ("ccomp", "parataxis") and tokens[c].pos != "PUNCT"]
    if found:
        return max(found, key=lambda c: len(subtree(tree, c)))
    head = tokens[i].head
    if tokens[i].dep in ("parataxis", "ccomp") and head != i and tokens[head].pos in ("VERB", "AUX"):
        marks = [c for c in tree.children[i] if tokens[c].dep == "mark"]
        subject = child(tree, i, *SUBJECTS)
        set_off = i > 0 and any(tokens[t].text in (",", "—", "–", "-") for t in (min(subtree(tree, i)) - 1,) if t >= 0)
        if not marks and subject is not None and set_off and head < i:
            return head
    return None


def aside(tree: Tree, i: int, source: tuple[int, ...], particles: Particles) -> tuple[int, ...]:
    """The rest of the sentence, where a cue and its source are set off from it: “…, as she said”, “…, he says.”

    Catches what the parser hung elsewhere; nothing when the cue takes an object or is not set off.
    """
    tokens = tree.parse.tokens
    own = set(subtree(tree, i))
    comparative = any(tokens[c].dep == "mark" and tokens[c].lemma in particles.comparatives for c in tree.children[i])
    first, past = tree.parse.sentences[tokens[i].sentence]
    if not source or any(tokens[c].dep in ("dobj", "oprd", "xcomp") for c in tree.children[i]):
        return ()
    if tokens[i].head == i:  # the main verb, at the end: whatever stands before the source
        edge = min(*source, i)
        if i + 12 < past or edge - first < 4 or tokens[edge - 1].text != ",":
            return ()
        return tuple(range(first, edge))
    if not comparative and tokens[i].dep not in ("parataxis", "advcl"):
        return ()
    if not comparative and any(tokens[c].dep in ("mark", "advmod") and c < i for c in tree.children[i]):
        return ()
    edge = min(own)
    if edge > first and tokens[edge - 1].pos != "PUNCT":
        return ()
    if edge == first and not comparative:
        return ()
    return tuple(t for t in range(first, past) if t not in own)


def clause_tokens(
    tree: Tree, clause: int, cue: int, source: tuple[int, ...], particles: Particles
) -> tuple[int, ...]:
    """The tokens of a content clause, without its complementizer, the cue and the source."""
    tokens = tree.parse.tokens
    ids = subtree(tree, clause, without=frozenset({cue}))
    inner = set(source)
    out = [t for t in ids if t not in inner]
    first = next((t for t in out if tokens[t].pos != "PUNCT"), None)
    if first is not None and tokens[first].dep == "mark" and tokens[first].lemma in particles.complementizers:
        out = [t for t in out if t > first]
    return tuple(out)


def cue_of(tree: Tree, i: int) -> tuple[int, ...]:
    """The cue words: the verb with its auxiliaries, negation and particle."""
    tokens = tree.parse.tokens
    return tuple(
        sorted([i, *(c for c in tree.children[i] if tokens[c].dep in ("aux", "auxpass", "neg", "prt") and abs(c - i) < 5)])
    )
