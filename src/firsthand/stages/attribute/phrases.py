"""Attribution without a reporting verb: “according to …”, “his claim that …”, “Name: …”."""

from collections.abc import Iterator

from firsthand.records import Parse, Span
from firsthand.stages.attribute.draft import Draft
from firsthand.stages.attribute.lexicon import Lexicon
from firsthand.stages.attribute.source import SUBJECTS
from firsthand.stages.attribute.tree import Tree, child, named, spans_of, subtree


def phrases(tree: Tree, lexicon: Lexicon) -> Iterator[Draft]:
    """Drafts from attributing phrases: the source follows, the clause around the phrase is the content."""
    tokens = tree.parse.tokens
    starts: dict[str, list[list[str]]] = {}
    for phrase in lexicon.tables["phrases"]["before_source"]:
        starts.setdefault(phrase.split()[0], []).append(phrase.split())
    for i, token in enumerate(tokens):
        for phrase in starts.get(token.text.casefold(), ()):
            if [t.text.casefold() for t in tokens[i : i + len(phrase)]] == phrase:
                draft = around(tree, i, i + len(phrase), lexicon)
                if draft is not None:
                    yield draft
                break


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
    return Draft(
        how="phrase",
        lemma=tokens[past - 1].lemma,
        verb=first,
        spans=spans,
        source=spans_of(tree, source),
        cue=((tokens[first].start, tokens[past - 1].end),),
        kind="speech",
    )


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


def owner(tree: Tree, i: int, lexicon: Lexicon) -> list[int]:
    """Whose a noun is: its possessive, or what follows “by” or “from”."""
    tokens = tree.parse.tokens
    for c in tree.children[i]:
        if tokens[c].dep == "poss":
            return [t for t in subtree(tree, c) if tokens[t].dep != "case"]
        if tokens[c].dep in ("prep", "agent") and tokens[c].lemma in lexicon.owners and tree.children[c]:
            return subtree(tree, tree.children[c][0])
    return []


def labelled(parse: Parse, text: str, titles: tuple[Span, ...], lexicon: Lexicon) -> Iterator[Draft]:
    """Drafts from lines of the form “Name: what was said”: in titles, and where only a name stands before the colon."""
    tokens = parse.tokens
    for first, past in parse.paragraphs:
        colon = next((i for i in range(first, min(first + 7, past)) if tokens[i].text == ":"), None)
        if colon is None or colon == first or colon + 3 >= past:
            continue
        span = tokens[first].start, tokens[colon - 1].end
        body = tokens[colon + 1].start, tokens[past - 1].end
        in_title = any(s <= span[0] < e for s, e in titles)
        names = named(parse, span, "PERSON", "ORG", "GPE", "NORP")
        is_name = any(n.start <= span[0] and span[1] <= n.end for n in names)
        shouted = text[span[0] : span[1]].isupper() and not any(c.isdigit() for c in text[span[0] : span[1]])
        if (is_name and (in_title or text[body[0]] in "“\"‘'")) or (shouted and colon - first <= 4 and not in_title):
            yield Draft(
                how="label",
                lemma=":",
                verb=colon,
                spans=(body,),
                source=(span,),
                cue=((tokens[colon].start, tokens[colon].end),),
                kind="speech",
            )


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
