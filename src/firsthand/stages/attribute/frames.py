"""Cue verbs → frames: the verb, its source and its content, as the grammar gives them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from firsthand.stages.attribute.tree import Tree, child, named, opening, subtree

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
TAIL = 11  # tokens that may stand from a closing cue to the end of its sentence: “said on Tuesday in a statement.”
MOST = 0.75  # share of what stands before a closing cue that its clause must cover to be taken as it is
TRAILING = ("npadvmod", "advmod", "prep", "acl")
APPOSITIVE = 16  # tokens between a name and its verb that an appositive may fill
DIVIDERS = frozenset({",", "—", "–", "-", "--"})
CLOSERS = frozenset("”\"’'»")
QUESTION = frozenset({"WRB", "WP", "WDT"})
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
    questions: frozenset[str]  # “whether”
    contrasting: frozenset[str]  # “though”
    of: frozenset[str]  # “of”, which goes on with a noun phrase
    inverting: frozenset[str]  # verbs that may stand before their subject after what was said
    citing: frozenset[str]  # “citing”
    passive_speakers: frozenset[str]  # “was quoted”, “would not be drawn”: the subject speaks
    speakers: frozenset[str]  # nouns for those who speak


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
    participle = tokens[i].tag == "VBN" and tokens[i].dep == "advcl" and child(tree, i, "aux") is None
    passive = child(tree, i, "auxpass") is not None or participle
    clause = clause_of(tree, i, particles)
    objects = [c for c in tree.children[i] if tokens[c].dep in ("dobj", "dative")]
    source = noun_phrase(tree, subject, i) if subject is not None else ()
    nearer = name_before(tree, i) if not source or max(source) < i - 2 else ()
    if nearer and (not source or nearer[0] > max(source)):
        source = nearer
    else:
        passive = passive or (tokens[i].dep == "acl" and tokens[i].tag == "VBN")
    if passive and tokens[i].lemma not in particles.passive_speakers:  # whoever did the saying stands behind “by”, or is not named
        below = tree.children[agent] if agent is not None else ()
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
    inverted = inversion(tree, i, particles)
    if inverted is not None:
        source, content, told = inverted
        yield replace(frame, kind="clause", source=source, content=content, addressee=told, passive=False)
    whole = closing(tree, i, source, particles)
    if whole and (clause is None or covers_too_little(tree, clause, whole)):
        yield replace(frame, kind="clause", content=whole)
    elif clause is not None:
        content = clause_tokens(tree, clause, i, source, particles)
        told = tuple(t for o in objects for t in subtree(tree, o) if t not in content)
        yield replace(frame, kind="clause", content=content, addressee=told)
    else:
        rest = aside(tree, i, source, particles)
        if rest:
            yield replace(frame, kind="aside", content=rest)
    infinitive = child(tree, i, "xcomp")
    if infinitive is not None and child(tree, infinitive, "aux") is not None:
        content = tuple(subtree(tree, infinitive))
        if passive and agent is None and subject is not None and not source:  # “she is said to have left”
            content = (*noun_phrase(tree, subject, i), *content)
        yield replace(
            frame, kind="infinitive", content=content, addressee=tuple(t for o in objects for t in subtree(tree, o))
        )
    after = [
        c
        for c in tree.children[i]
        if c > i
        and tokens[c].dep in AFTER_OBJECT
        and not (tokens[c].dep == "advcl" and aloof(tree, c, particles))
    ]
    if passive and agent is not None and subject is not None:
        rest = [t for c in after if c != agent for t in subtree(tree, c)]
        subject_words = subtree(tree, subject, without=frozenset({i}))
        yield replace(frame, kind="object", content=(*subject_words, *rest))
    elif any(tokens[c].dep in ("dobj", "oprd", "ccomp", "acomp") for c in after):
        yield replace(frame, kind="object", content=tuple(t for c in after for t in subtree(tree, c)))
    elif tokens[i].dep == "relcl" and subject is not None and subject != tokens[i].head and not passive:
        # “a charge the party rejected”: the noun that the clause hangs on is its object
        yield replace(frame, kind="object", content=tuple(subtree(tree, tokens[i].head, without=frozenset({i}))))
    prepositions = [c for c in after if tokens[c].dep == "prep" and tree.children[c]]
    if prepositions:
        first = prepositions[0]
        yield replace(
            frame,
            kind="preposition:" + tokens[first].lemma,
            content=tuple(t for t in subtree(tree, first) if t != first),
        )
    yield replace(frame, addressee=tuple(t for o in objects for t in subtree(tree, o)))


def aloof(tree: Tree, clause: int, particles: Particles) -> bool:
    """Whether a clause behind a comma tells something else: “…, though …”, “…, saying that …”."""
    tokens = tree.parse.tokens
    set_off = tokens[opening(tree, clause) - 1].text in DIVIDERS
    own = any(tokens[c].dep in ("mark", "ccomp", "nsubj", "nsubjpass") for c in tree.children[clause])
    return set_off and (own or tokens[clause].lemma in particles.citing)


def inversion(
    tree: Tree, i: int, particles: Particles
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]] | None:
    """Source, content and addressee of “…, announced on Tuesday its management”: a cue after a comma, its subject behind it.

    English seldom puts anything between such a cue and its subject and parsers miss it; translated English does.
    """
    tokens = tree.parse.tokens
    first, past = tree.parse.sentences[tokens[i].sentence]
    subject = child(tree, i, *SUBJECTS)
    if tokens[i].tag not in ("VBD", "VBZ", "VBN") or i - first < 4:
        return None
    if subject is not None and (subject > i or subtree(tree, subject, without=frozenset({i}))[-1] >= i - 2):
        return None
    if tokens[i - 1].text not in DIVIDERS | CLOSERS or tokens[i].lemma not in particles.inverting:
        return None
    source = trailing_noun(tree, i + 1, past, particles)
    if not source:
        return None
    told = [t for t in range(i + 1, source[0]) if tokens[t].lemma in particles.of]
    return source, tuple(range(first, i - 1)), tuple(range(told[-1] + 1, source[0])) if told else ()


def trailing_noun(tree: Tree, start: int, past: int, particles: Particles) -> tuple[int, ...]:
    """The noun phrase for a speaker that a stretch ends in, once its adverbials are passed over."""
    tokens = tree.parse.tokens
    at, found = start, range(0)
    while at < past and tokens[at].pos not in ("PUNCT", "VERB", "SCONJ", "CCONJ"):
        adverbial = tokens[at].pos == "ADP"
        end = at + adverbial
        while end < past and tokens[end].pos in ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART"):
            end += 1
            if tokens[end - 1].tag in ("NN", "NNS", "NNP", "NNPS") and end < past and tokens[end].pos in ("DET", "PRON"):
                break
        if not adverbial and end > at:
            found = range(at, end)
        elif adverbial and tokens[at].lemma in particles.of and found:
            found = range(found.start, end)
        at = max(end, at + 1)
    # The name after the comma of “the chief of his headquarters, Ana Ilic.”
    if found and at + 1 < past and tokens[at].text == "," and tokens[at + 1].pos == "PROPN":
        end = at + 1
        while end < past and tokens[end].pos == "PROPN":
            end += 1
        found = range(found.start, end)
    speaks = any(tokens[t].lemma in particles.speakers or tokens[t].pos == "PROPN" for t in found)
    if not speaks or named(tree.parse, (tokens[found.start].start, tokens[found.start].end), "DATE", "TIME"):
        return ()
    return tuple(found)


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


def name_before(tree: Tree, i: int) -> tuple[int, ...]:
    """The person named right before a verb, with an appositive between: what the parser misses behind a long clause."""
    tokens = tree.parse.tokens
    first = tree.parse.sentences[tokens[i].sentence][0]
    for at in range(i - 1, max(first, i - APPOSITIVE), -1):
        if tokens[at].pos in ("VERB", "AUX", "SCONJ"):
            return ()
        people = named(tree.parse, (tokens[at].start, tokens[at].end), "PERSON") if tokens[at - 1].text == "," else ()
        if any(n.start == tokens[at].start for n in people):
            return tuple(range(at, i - (tokens[i - 1].text == ",")))
    return ()


def noun_phrase(tree: Tree, i: int, verb: int) -> tuple[int, ...]:
    """The source headed by token i, without the branch in which the cue itself stands."""
    tokens = tree.parse.tokens
    barred, at = frozenset({verb}), verb
    while tokens[at].head != at and at != i:
        barred |= {at}
        at = tokens[at].head
    dates = {c for c in tree.children[i] if tokens[c].dep == "npadvmod"}
    ids = subtree(tree, i, without=barred | dates)
    # A clause in front of the cue that the parser hung on the subject is content, not source.
    return tuple(t for t in ids if tokens[t].sentence == tokens[i].sentence)


def clause_of(tree: Tree, i: int, particles: Particles) -> int | None:
    """The head of the clause that a verb takes: its clausal complement, or the main clause that it interrupts."""
    tokens = tree.parse.tokens
    found = [c for c in tree.children[i] if tokens[c].dep in ("ccomp", "parataxis") and tokens[c].pos != "PUNCT"]
    after = [c for c in found if c > i and not reports_too(tree, c, particles)]
    found = [c for c in found if c < i]
    if after:
        return max(after, key=lambda c: len(subtree(tree, c)))
    hidden = hidden_clause(tree, i, particles)
    if hidden is not None:
        return hidden
    if found and not divided(tree, max(found), i):
        return max(found, key=lambda c: len(subtree(tree, c)))
    head = tokens[i].head
    if tokens[i].dep in ("parataxis", "ccomp") and head != i and tokens[head].pos in ("VERB", "AUX"):
        own = [t for t in subtree(tree, i) if tokens[t].pos != "PUNCT"]
        marks = [c for c in tree.children[i] if tokens[c].dep == "mark"]
        before, behind = max(own[0] - 1, 0), min(own[-1] + 1, len(tokens) - 1)
        set_off = tokens[before].text in DIVIDERS and (head < i or tokens[behind].text in DIVIDERS)
        if not marks and child(tree, i, *SUBJECTS) is not None and set_off:
            return head
    return None


def reports_too(tree: Tree, clause: int, particles: Particles) -> bool:
    """Whether a clause behind a comma is a second cue rather than content: “…, she said, the agency reported.”"""
    tokens = tree.parse.tokens
    set_off = tokens[opening(tree, clause) - 1].text in DIVIDERS
    empty = not any(tokens[c].dep in ("ccomp", "dobj", "mark", "xcomp") for c in tree.children[clause])
    return set_off and empty and tokens[clause].lemma in particles.inverting


def hidden_clause(tree: Tree, i: int, particles: Particles) -> int | None:
    """A clause that the parser hung beside its verb: on “confirmed in a statement that …”, “would not say when …”."""
    tokens = tree.parse.tokens
    for c in tree.children[i]:
        if c < i:
            continue
        if tokens[c].dep == "prep" and tree.children[c]:
            for clause in tree.children[tree.children[c][0]]:
                marks = [m for m in tree.children[clause] if tokens[m].lemma in particles.complementizers]
                if tokens[clause].dep in ("acl", "relcl", "ccomp") and any(tokens[m].dep == "mark" for m in marks):
                    return clause
        if tokens[c].dep == "advcl":
            first = opening(tree, c)
            if first == i + 1 and (tokens[first].tag in QUESTION or tokens[first].lemma in particles.questions):
                return c
    return None


def divided(tree: Tree, clause: int, verb: int) -> bool:
    """Whether a colon or semicolon stands between a clause and the verb after it: then it is not the verb's."""
    tokens = tree.parse.tokens
    return any(tokens[t].text in (":", ";") for t in range(clause, verb))


def closing(tree: Tree, i: int, source: tuple[int, ...], particles: Particles) -> tuple[int, ...]:
    """All that stands before a source and cue that close their sentence: “…, the coast guard said on Tuesday.”"""
    tokens = tree.parse.tokens
    first, past = tree.parse.sentences[tokens[i].sentence]
    again = [c for c in tree.children[i] if c > i and reports_too(tree, c, particles)]
    past = min([past, *(opening(tree, c) for c in again)])
    if not source or past - i > TAIL or max(source) > i + 2:
        return ()
    taken = [c for c in tree.children[i] if i < c < past and tokens[c].dep in ("dobj", "oprd", "xcomp", "ccomp")]
    if any(c not in again for c in taken):
        return ()
    edge = min(*source, i)
    if tokens[edge - 1].text != "," or not any(tokens[t].pos in ("VERB", "AUX") for t in range(first, edge)):
        return ()
    return tuple(range(first, edge))


def covers_too_little(tree: Tree, clause: int, whole: tuple[int, ...]) -> bool:
    """Whether a clause leaves out words of what stands before a closing cue that are no clause of their own."""
    tokens, inside = tree.parse.tokens, set(subtree(tree, clause)) & set(whole)
    extra = [t for t in whole if t not in inside and tokens[t].pos != "PUNCT"]
    verbless = not any(tokens[t].pos in ("VERB", "AUX") for t in extra)
    return bool(extra) and (verbless or len(inside) < MOST * len(whole))


def aside(tree: Tree, i: int, source: tuple[int, ...], particles: Particles) -> tuple[int, ...]:
    """The rest of the sentence, where a cue and its source are set off from it: “…, as she said”, “…, he says.”

    Catches what the parser hung elsewhere; nothing when the cue takes an object or is not set off.
    """
    tokens = tree.parse.tokens
    first, past = tree.parse.sentences[tokens[i].sentence]
    if not source or any(tokens[c].dep in ("oprd", "xcomp") for c in tree.children[i]):
        return ()
    own = set(subtree(tree, i))
    comparative = any(tokens[c].dep == "mark" and tokens[c].lemma in particles.comparatives for c in tree.children[i])
    objects = [c for c in tree.children[i] if tokens[c].dep == "dobj"]
    if tokens[i].head == i or any(not comparative or tokens[c].pos != "PRON" for c in objects):
        return ()
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
    aside_clauses = {c for c in tree.children[clause] if tokens[c].dep == "advcl" and contrasts(tree, c, particles)}
    ids = subtree(tree, clause, without=frozenset({cue, *aside_clauses}))
    inner = set(source)
    out = [t for t in ids if t not in inner]
    if clause > cue:  # what trails behind the clause belongs to it: “… had ended, three days ahead of schedule”
        trailing = [c for c in tree.children[cue] if c > max(ids) and tokens[c].dep in TRAILING]
        if trailing and all(c in trailing or tokens[c].pos == "PUNCT" for c in tree.children[cue] if c > max(ids)):
            out += [t for c in trailing for t in subtree(tree, c)]
    if clause > cue:  # behind a semicolon the narrator goes on
        stop = next((t for t in range(clause, max(out, default=clause)) if tokens[t].text == ";"), None)
        out = out if stop is None else [t for t in out if t < stop]
    first = next((t for t in out if tokens[t].pos != "PUNCT"), None)
    if clause > cue and first is not None and tokens[first].lemma in particles.complementizers:
        out = [t for t in out if t > first]
    while out and tokens[out[0]].tag in RELATIVE:  # “which he said had …”: the pronoun is not what was said
        out.pop(0)
    return tuple(out)


def contrasts(tree: Tree, clause: int, particles: Particles) -> bool:
    """Whether a clause behind a comma sets the narrator's words against what was said: “…, though …”."""
    tokens = tree.parse.tokens
    marks = [tokens[c].lemma for c in tree.children[clause] if tokens[c].dep == "mark"]
    first = opening(tree, clause)
    return any(m in particles.contrasting for m in marks) and first > clause - 12 and tokens[first - 1].text == ","


def cue_of(tree: Tree, i: int) -> tuple[int, ...]:
    """The cue words: the verb with its auxiliaries, negation and particle."""
    tokens = tree.parse.tokens
    return tuple(
        sorted([i, *(c for c in tree.children[i] if tokens[c].dep in ("aux", "auxpass", "neg", "prt") and abs(c - i) < 5)])
    )
