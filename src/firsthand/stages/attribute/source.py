"""Who a verb's source is, as the grammar gives it: its subject, even where it stands far off or behind the verb."""

from firsthand.stages.attribute.particles import Particles
from firsthand.stages.attribute.tree import Tree, child, named, subtree

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
RELATIVE = frozenset({"WDT", "WP", "WP$"})
DIVIDERS = frozenset({",", "—", "–", "-", "--"})
CLOSERS = frozenset("”\"’'»")
SHARING = ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "aux", "acomp", "advmod")  # take the subject above
APPOSITIVE = 24  # tokens between a name and its verb that an appositive may fill


def inversion(
    tree: Tree, i: int, particles: Particles
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]] | None:
    """Source, content and addressee of “…, announced on Tuesday its management”: comma, cue, and the subject behind.

    English seldom puts anything between such a cue and its subject and parsers miss it; translated English does.
    """
    tokens = tree.parse.tokens
    first, past = tree.parse.sentences[tokens[i].sentence]
    subject = child(tree, i, *SUBJECTS)
    start = i
    while start > first and tokens[start - 1].pos == "AUX":
        start -= 1
    if tokens[i].tag not in ("VBD", "VBZ", "VBN", "VBP") or tokens[i].lemma not in particles.inverting:
        return None
    if subject is not None and (subject > i or subtree(tree, subject, without=frozenset({i}))[-1] >= start - 2):
        return None
    if any(tokens[c].dep == "ccomp" and c > i for c in tree.children[i]):
        return None
    if start > first and tokens[start - 1].lemma in particles.comparatives:
        return inverted_opening(tree, i, start - 1, particles)
    if start - first < 4 or tokens[start - 1].text not in DIVIDERS | CLOSERS or name_before(tree, start):
        return None
    source = trailing_noun(tree, i + 1, past, particles)
    if not source:
        return None
    told = [t for t in range(i + 1, source[0]) if tokens[t].lemma in particles.given_with]
    return source, tuple(range(first, start - 1)), tuple(range(told[-1] + 1, source[0])) if told else ()


def inverted_opening(
    tree: Tree, i: int, comparative: int, particles: Particles
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]] | None:
    """The same for “As has told the mediator, Ana Ilic, to the agency, …”: the content follows the last comma."""
    tokens = tree.parse.tokens
    first, past = tree.parse.sentences[tokens[i].sentence]
    source = trailing_noun(tree, i + 1, past, particles)
    if comparative != first or not source:
        return None
    commas = [t for t in range(source[-1] + 1, past) if tokens[t].text == ","]
    verb = next((t for t in range(source[-1] + 1, past) if tokens[t].pos in ("VERB", "AUX")), past)
    commas = [t for t in commas if t < verb]
    if not commas:
        return None
    told = [t for t in range(source[-1] + 1, commas[-1]) if tokens[t].lemma in particles.given_with]
    return source, tuple(range(commas[-1] + 1, past)), tuple(range(told[0] + 1, commas[-1])) if told else ()


def trailing_noun(tree: Tree, start: int, past: int, particles: Particles) -> tuple[int, ...]:
    """The noun phrase for a speaker that a stretch ends in, once its adverbials are passed over."""
    tokens = tree.parse.tokens
    at, found = start, range(0)
    while at < past and tokens[at].pos not in ("PUNCT", "VERB", "SCONJ", "CCONJ"):
        adverbial = tokens[at].pos == "ADP"
        end = at + adverbial
        while end < past and tokens[end].pos in ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART"):
            end += 1
            noun = tokens[end - 1].tag in ("NN", "NNS", "NNP", "NNPS")
            if noun and end < past and (tokens[end].pos in ("DET", "PRON") or starts_person(tree, end)):
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


def starts_person(tree: Tree, i: int) -> bool:
    """Whether a person's name starts at token i."""
    token = tree.parse.tokens[i]
    return any(n.start == token.start for n in named(tree.parse, (token.start, token.end), "PERSON"))


def rejoined(tree: Tree, i: int, particles: Particles) -> int | None:
    """The cue that verb i stands beside although the parser put it into the cue's clause.

    “Katz said she would not sign, and rejected the offer”: the tense goes with “said”, not with “would sign”.
    """
    tokens = tree.parse.tokens
    clause = tokens[i].head
    cue = tokens[clause].head
    if (
        tokens[i].dep != "conj"
        or tokens[clause].dep != "ccomp"
        or cue > clause
        or child(tree, i, *SUBJECTS) is not None
    ):
        return None
    modal = any(tokens[c].tag in ("MD", "TO") for c in tree.children[clause])
    same = tokens[i].tag == tokens[cue].tag and not any(tokens[c].dep == "aux" for c in tree.children[i])
    return cue if same and (modal or tokens[i].lemma in particles.inverting) else None


def subject_of(tree: Tree, i: int, particles: Particles) -> int | None:
    """The token that heads a verb's subject, looked for up the tree where the verb shares another's."""
    tokens = tree.parse.tokens
    for _ in range(6):
        found = child(tree, i, *SUBJECTS)
        if found is not None:
            # Of two, as the parser sees in “‘Two of them,’ he said”, the one beside the verb.
            found = max((c for c in tree.children[i] if c < i and tokens[c].dep in SUBJECTS), default=found)
            if tokens[found].tag in RELATIVE and tokens[i].dep == "relcl":
                return past_date(tree, tokens[i].head)
            return found
        if tokens[i].dep in ("acl", "relcl"):
            return tokens[i].head
        controller = child(tree, tokens[i].head, "dobj") if tokens[i].dep == "xcomp" else None
        if controller is not None and controller < i:  # “prompting the authorities to order …”
            return controller
        cue = rejoined(tree, i, particles)
        if cue is not None:
            i = cue
            continue
        if tokens[i].dep not in SHARING or tokens[i].head == i:
            return None
        i = tokens[i].head
        while tokens[i].pos == "ADP" and tokens[i].head != i:
            i = tokens[i].head
    return None


def past_date(tree: Tree, i: int) -> int:
    """The noun that a date at token i tells the time of, else i: “a memo dated 19 April, which speaks of …”."""
    tokens, at = tree.parse.tokens, i
    dates = [(n.start, n.end) for n in named(tree.parse, (tokens[i].start, tokens[i].end), "DATE", "TIME")]
    while any(a <= tokens[at].start < b for a, b in dates) and tokens[at].head != at:
        at = tokens[at].head
    while tokens[at].dep in ("acl", "prep") and tokens[at].head != at:
        at = tokens[at].head
    return at if tokens[at].pos in ("NOUN", "PROPN") else i


def name_before(tree: Tree, i: int) -> tuple[int, ...]:
    """The name right before a verb, with an appositive or relative clause between: what the parser misses at times.

    “…, Ana Ilic, the mayor, said”; “…,” Ana Ilic, who led the talks, told”; “…, Ana Ilic said”.
    """
    tokens = tree.parse.tokens
    first = tree.parse.sentences[tokens[i].sentence][0]
    enclosed = tokens[i - 1].text in DIVIDERS
    last = i - enclosed
    for at in range(last - 1, max(first - 1, i - APPOSITIVE), -1):
        if (
            tokens[at].pos != "PROPN"
            or tokens[at].text in CLOSERS
            or (at > first and tokens[at - 1].text not in DIVIDERS | CLOSERS)
        ):
            continue
        end = at + 1
        while end < last and tokens[end].pos == "PROPN":
            end += 1
        if end == last:
            return tuple(range(role_before(tree, at) if enclosed else at, last))
        if not enclosed or tokens[end].text not in DIVIDERS or end + 1 >= last:
            return ()
        relative = tokens[end + 1].tag in RELATIVE
        clause = any(tokens[t].pos in ("VERB", "AUX", "SCONJ") for t in range(end + 1, last))
        noun = tokens[end + 1].pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP")
        if relative or (noun and not clause):
            return tuple(range(at, last))
    return ()


def role_before(tree: Tree, i: int) -> int:
    """Where a role set off by commas before the name at token i starts: “…, the mayor, Angela Brink,”; else i."""
    tokens = tree.parse.tokens
    first, at = tree.parse.sentences[tokens[i].sentence][0], i - 2
    if i - 3 <= first or tokens[i - 1].text != "," or tokens[at].pos != "NOUN":
        return i
    while at > first and tokens[at].pos in ("NOUN", "ADJ"):
        at -= 1
    return at if tokens[at].pos == "DET" and tokens[at - 1].text in DIVIDERS | CLOSERS else i


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
