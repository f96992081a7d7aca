"""Attribution without a reporting verb: “according to …”, “his claim that …”, “Name: …”."""

from collections.abc import Iterator, Sequence

from firsthand.records import Spans
from firsthand.stages.attribute.draft import Draft
from firsthand.stages.attribute.lexicon import Lexicon
from firsthand.stages.attribute.source import SUBJECTS
from firsthand.stages.attribute.tree import Tree, child, spans_of, subtree


def phrases(tree: Tree, lexicon: Lexicon) -> Iterator[Draft]:
    """Drafts from attributing phrases: the source follows, the clause around the phrase is the content."""
    tokens = tree.parse.tokens
    starts: dict[str, list[list[str]]] = {}
    for phrase in lexicon.tables["phrases"]["before_source"]:
        starts.setdefault(phrase.split()[0], []).append(phrase.split())
    found: dict[int, list[tuple[int, int]]] = {}
    for i, token in enumerate(tokens):
        for phrase in starts.get(token.text.casefold(), ()):
            if [t.text.casefold() for t in tokens[i : i + len(phrase)]] == phrase:
                found.setdefault(token.sentence, []).append((i, i + len(phrase)))
                break
    for places in found.values():
        several = in_turn(tree, places, lexicon) if len(places) > 1 else []
        yield from several or (d for d in (around(tree, *place, lexicon) for place in places) if d is not None)


def in_turn(tree: Tree, places: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[Draft]:
    """“600 people according to police and 4,000 according to its organisers”: each phrase has what stands before it.

    Empty where a phrase opens the sentence or has nothing with a verb or number in front of it.
    """
    tokens = tree.parse.tokens
    start, past = tree.parse.sentences[tokens[places[0][0]].sentence]
    drafts = []
    for k, (first, after) in enumerate(places):
        nouns = [c for c in tree.children[after - 1] if c >= after and tokens[c].dep == "pobj"]
        content = list(range(start, first))
        if not nouns or not any(tokens[t].pos in ("VERB", "AUX", "NUM") for t in content):
            return []
        limit = places[k + 1][0] if k + 1 < len(places) else past
        below = set(subtree(tree, nouns[0]))
        source = [t for t in range(after, limit) if t <= nouns[0] or t in below]
        joint = next(
            (t for t in source if t > nouns[0] and (tokens[t].pos in ("CCONJ", "NUM") or tokens[t].text == ",")), limit
        )
        source = [t for t in source if t < joint]
        while content and tokens[content[0]].pos in ("CCONJ", "PUNCT"):
            content.pop(0)
        source_spans, spans = spans_of(tree, source), spans_of(tree, content)
        if not source_spans or not spans:
            return []
        drafts.append(phrase_draft(tree, first, after, spans, source_spans))
        start = source[-1] + 1
    return drafts


def phrase_draft(tree: Tree, first: int, past: int, spans: Spans, source: Spans) -> Draft:
    """The draft of a phrase at tokens [first, past)."""
    tokens = tree.parse.tokens
    return Draft(
        how="phrase",
        lemma=tokens[past - 1].lemma,
        verb=first,
        spans=spans,
        source=source,
        cue=((tokens[first].start, tokens[past - 1].end),),
        kind="speech",
    )


def around(tree: Tree, first: int, past: int, lexicon: Lexicon) -> Draft | None:
    """The draft of a phrase at tokens [first, past): its source is the noun phrase that follows."""
    tokens = tree.parse.tokens
    if past >= len(tokens) or tokens[past].sentence != tokens[first].sentence:
        return None
    sentence = tree.parse.sentences[tokens[first].sentence]
    head = next((c for c in tree.children[past - 1] if c >= past and tokens[c].dep == "pobj"), None)
    if head is None:
        return None
    source = [t for t in subtree(tree, head) if t >= past]
    top = first
    while tokens[top].head != top and first <= tokens[top].head < past:
        top = tokens[top].head
    clause = clause_above(tree, tokens[top].head)
    phrase = set(range(first, past)) | set(source)
    content = [t for t in subtree(tree, clause) if t not in phrase]
    if not any(tokens[t].pos in ("VERB", "AUX", "NUM") for t in content):  # the parser hung the phrase on a noun
        content = [t for t in range(*sentence) if t not in phrase]
    if first == sentence[0] and content:
        content = [t for t in content if t > max(source)]
    while content and tokens[content[0]].lemma in lexicon.particles.complementizers:
        content.pop(0)
    spans = spans_of(tree, content)
    if not spans:
        return None
    return phrase_draft(tree, first, past, spans, spans_of(tree, source))


def clause_above(tree: Tree, i: int) -> int:
    """The nearest verb at or above token i that has a subject, or the sentence's root."""
    tokens = tree.parse.tokens
    while tokens[i].head != i:
        if tokens[i].pos in ("VERB", "AUX") and child(tree, i, *SUBJECTS) is not None:
            return i
        i = tokens[i].head
    return i


def nouns(tree: Tree, lexicon: Lexicon) -> Iterator[Draft]:
    """Drafts from nouns that carry a clause: “the minister's claim that …”, “reports by police that …”."""
    yield from words_from(tree, lexicon)
    tokens = tree.parse.tokens
    kinds = {noun: kind for kind in ("belief", "speech") for noun in lexicon.tables["nouns"][kind]}
    for i, token in enumerate(tokens):
        if token.pos != "NOUN" or token.lemma not in kinds:
            continue
        clauses = [c for c in tree.children[i] if tokens[c].dep in ("acl", "ccomp")]
        if token.dep == "nsubj" and tokens[token.head].pos == "AUX":  # “the commander's answer is that …”
            clauses += [c for c in tree.children[token.head] if tokens[c].dep == "ccomp"]
        marks = [m for c in clauses for m in tree.children[c] if tokens[m].dep == "mark"]
        marks = [m for m in marks if tokens[m].lemma in lexicon.particles.complementizers]
        source = owner(tree, i, lexicon)
        if not marks and source and max(source) + 1 < len(tokens):  # the parser hung the clause elsewhere
            marks = [t for t in (max(source) + 1,) if t > i and tokens[t].dep == "mark" and tokens[t].head > t]
            marks = [m for m in marks if tokens[m].lemma in lexicon.particles.complementizers]
        if not marks or not source:
            continue
        spans = spans_of(tree, [t for t in subtree(tree, tokens[marks[0]].head) if t > marks[0]])
        if spans:
            yield Draft(
                how="noun",
                lemma=token.lemma,
                verb=i,
                spans=spans,
                source=spans_of(tree, source),
                cue=((token.start, token.end),),
                kind="belief" if kinds[token.lemma] == "belief" else "speech",
            )


def words_from(tree: Tree, lexicon: Lexicon) -> Iterator[Draft]:
    """Drafts from “‘Shut for good’ is the word from the depot”: a quotation named somebody's word or message."""
    tokens = tree.parse.tokens
    named = frozenset(lexicon.tables["nouns"]["speech"]) | frozenset(lexicon.tables["nouns"]["words"])
    for i, token in enumerate(tokens):
        verb = token.head
        first = tree.parse.sentences[token.sentence][0]
        if token.dep != "attr" or token.lemma not in named or not first < verb < i:
            continue
        source = [t for t in owner(tree, i, lexicon) if t != i]
        opened = next((t for t in range(first, verb) if tokens[t].tag == "``"), None)
        if not source or tokens[verb].pos != "AUX" or opened is None or tokens[verb - 1].tag != "''":
            continue
        spans = spans_of(tree, range(opened + 1, verb - 1))
        if spans:
            yield Draft(
                how="clause",
                lemma=token.lemma,
                verb=verb,
                spans=spans,
                source=spans_of(tree, source),
                cue=spans_of(tree, [verb, *(c for c in tree.children[i] if tokens[c].dep == "det"), i]),
                kind="speech",
            )


def owner(tree: Tree, i: int, lexicon: Lexicon) -> list[int]:
    """Whose a noun is: its possessive, or what follows “by” or “from”."""
    tokens = tree.parse.tokens
    for c in tree.children[i]:
        if tokens[c].dep == "poss":
            return [t for t in subtree(tree, c) if tokens[t].dep != "case"]
        if tokens[c].dep in ("prep", "agent") and tokens[c].lemma in lexicon.owners and tree.children[c]:
            return subtree(tree, tree.children[c][0])
    return []


def colons(tree: Tree, lexicon: Lexicon) -> Iterator[Draft]:
    """Bare drafts from “His captain was less sure: ‘…’”: a colon before a quotation in a sentence without a cue."""
    tokens = tree.parse.tokens
    for i, token in enumerate(tokens[:-1]):
        if token.text != ":" or tokens[i + 1].tag not in ("``", "''"):
            continue
        first = tree.parse.sentences[token.sentence][0]
        if any(tokens[t].lemma in lexicon.quoting for t in range(first, i)):
            continue
        subject = next((t for t in range(first, i) if tokens[t].dep in ("nsubj", "nsubjpass")), None)
        if subject is None or not (tokens[subject].pos == "PROPN" or tokens[subject].lemma in lexicon.speakers):
            continue
        yield Draft(
            how="bare",
            lemma=":",
            verb=i,
            spans=(),
            source=spans_of(tree, [t for t in subtree(tree, subject) if t < i]),
            cue=((token.start, token.end),),
            kind="speech",
        )
