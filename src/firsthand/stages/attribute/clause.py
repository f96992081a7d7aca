"""What a verb's content is, as the grammar gives it: the clause it takes, interrupts or closes."""

from firsthand.stages.attribute.particles import Particles
from firsthand.stages.attribute.source import DIVIDERS, RELATIVE, SUBJECTS, rejoined
from firsthand.stages.attribute.tree import Tree, child, opening, subtree

QUESTION = frozenset({"WRB", "WP", "WDT"})
TAIL = 11  # tokens that may stand from a closing cue to the end of its sentence: “said on Tuesday in a statement.”
MOST = 0.75  # share of what stands before a closing cue that its clause must cover to be taken as it is
TRAILING = ("npadvmod", "advmod", "prep", "acl")


def clause_of(tree: Tree, i: int, particles: Particles) -> int | None:
    """The head of the clause that a verb takes: its clausal complement, or the main clause that it interrupts."""
    tokens = tree.parse.tokens
    found = [c for c in tree.children[i] if tokens[c].dep in ("ccomp", "parataxis") and tokens[c].pos != "PUNCT"]
    after = [c for c in found if c > i and not reports_too(tree, c, particles) and not relative(tree, c)]
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
        if not marks and not relative(tree, i) and child(tree, i, *SUBJECTS) is not None and set_off:
            told = [c for c in tree.children[head] if c < i < head and tokens[c].dep == "ccomp"]
            return told[0] if told and tokens[head].lemma in particles.inverting else head
    return None


def hidden_clause(tree: Tree, i: int, particles: Particles) -> int | None:
    """A clause that the parser hung beside its verb: on “confirmed in a statement that …”, “would not say when …”."""
    tokens = tree.parse.tokens
    if tokens[i].dep == "acl":  # “Deal Pitch reported in July that …”, read as a noun with two clauses
        for c in tree.children[tokens[i].head]:
            if c > i and tokens[c].dep in ("relcl", "acl", "ccomp") and introduced(tree, c, particles):
                return c
    for c in tree.children[i]:
        if c < i:
            continue
        if tokens[c].dep == "prep" and tree.children[c]:
            for clause in tree.children[tree.children[c][0]]:
                if tokens[clause].dep in ("acl", "relcl", "ccomp") and introduced(tree, clause, particles):
                    return clause
        if tokens[c].dep == "advcl":
            first = opening(tree, c)
            if first == i + 1 and (tokens[first].tag in QUESTION or tokens[first].lemma in particles.questions):
                return c
    return None


def introduced(tree: Tree, clause: int, particles: Particles) -> bool:
    """Whether a clause opens with a complementizer."""
    marks = [tree.parse.tokens[m] for m in tree.children[clause]]
    return any(m.dep == "mark" and m.lemma in particles.complementizers for m in marks)


def behind_comma(tree: Tree, clause: int) -> bool:
    """Whether a comma or dash stands before a clause."""
    return tree.parse.tokens[opening(tree, clause) - 1].text in DIVIDERS


def reports_too(tree: Tree, clause: int, particles: Particles) -> bool:
    """Whether a clause behind a comma is a second cue rather than content: “…, she said, the agency reported.”"""
    tokens = tree.parse.tokens
    empty = not any(tokens[c].dep in ("ccomp", "dobj", "mark", "xcomp") for c in tree.children[clause])
    return behind_comma(tree, clause) and empty and tokens[clause].lemma in particles.inverting


def relative(tree: Tree, clause: int) -> bool:
    """Whether a clause behind a comma opens with its own object: “…, the rebels said, which the ministry denied.”"""
    tokens, first = tree.parse.tokens, opening(tree, clause)
    object_ = tokens[first].tag in RELATIVE and tokens[first].dep == "dobj" and tokens[first].head == clause
    return object_ and first > 0 and tokens[first - 1].text in DIVIDERS


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
    verbs_after = any(tokens[t].pos in ("VERB", "AUX") for t in range(i + 1, past))
    if not source or (past - i > TAIL and verbs_after) or max(source) > i + 2:
        return ()
    taken = [c for c in tree.children[i] if i < c < past and tokens[c].dep in ("dobj", "oprd", "xcomp", "ccomp")]
    if tokens[i].lemma in particles.telling:
        taken = [c for c in taken if tokens[c].dep != "dobj"]
    if any(c not in again for c in taken):
        return ()
    if any(tokens[c].dep in SUBJECTS and tokens[c].tag in RELATIVE for c in tree.children[i]):
        return ()  # “…, said Ida Moor, a chemist who is advising them”
    edge = min(*source, i)
    if tokens[edge - 1].text != "," or not any(tokens[t].pos in ("VERB", "AUX", "NUM") for t in range(first, edge)):
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


def clause_tokens(tree: Tree, clause: int, cue: int, source: tuple[int, ...], particles: Particles) -> tuple[int, ...]:
    """The tokens of a content clause, without its complementizer, the cue and the source."""
    tokens = tree.parse.tokens
    aside_clauses = {c for c in tree.children[clause] if tokens[c].dep == "advcl" and contrasts(tree, c, particles)}
    aside_clauses |= {c for c in tree.children[clause] if rejoined(tree, c, particles) == cue}
    aside_clauses |= {c for c in tree.children[clause] if clause > cue and turns(tree, c, particles)}
    aside_clauses |= {c for c in tree.children[clause] if clause < cue < c and accompanies(tree, c)}
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


def accompanies(tree: Tree, clause: int) -> bool:
    """Whether a participle behind a comma tells what the speaker did besides: “…, the ministry said, blaming rain”."""
    tokens = tree.parse.tokens
    participle = tokens[clause].dep == "advcl" and tokens[opening(tree, clause)].tag == "VBG"
    return participle and behind_comma(tree, clause)


def turns(tree: Tree, clause: int, particles: Particles) -> bool:
    """Whether a clause of its own behind “, but” goes back to the narrator: “said so, but he gave no reason”."""
    tokens = tree.parse.tokens
    first = opening(tree, clause)
    own = tokens[clause].dep == "conj" and child(tree, clause, *SUBJECTS) is not None
    return own and first > 1 and tokens[first - 1].lemma in particles.adversative and tokens[first - 2].text == ","


def contrasts(tree: Tree, clause: int, particles: Particles) -> bool:
    """Whether a clause behind a comma sets the narrator's words against what was said: “…, though …”."""
    tokens = tree.parse.tokens
    marks = [tokens[c].lemma for c in tree.children[clause] if tokens[c].dep == "mark"]
    first = opening(tree, clause)
    reports = tokens[clause].lemma in particles.inverting and child(tree, clause, *SUBJECTS) is not None
    set_off = first > clause - 12 and (tokens[first - 1].text == "," or reports)
    return any(m in particles.contrasting for m in marks) and set_off


def aloof(tree: Tree, clause: int, particles: Particles) -> bool:
    """Whether a clause behind a comma tells something else: “…, though …”, “…, saying that …”."""
    tokens = tree.parse.tokens
    own = any(tokens[c].dep in ("mark", "ccomp", "nsubj", "nsubjpass") for c in tree.children[clause])
    return behind_comma(tree, clause) and (own or tokens[clause].lemma in particles.citing)
