"""Through whose hands a statement came: the outlets and agencies named beside its cue."""

from dataclasses import dataclass

from firsthand.records import Spans
from firsthand.stages.attribute.draft import Draft, overlap
from firsthand.stages.attribute.lexicon import Lexicon
from firsthand.stages.attribute.tree import Tree, spans_of, subtree


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """An article's text and tree with the word lists that tell hands."""

    text: str
    tree: Tree
    starts: dict[int, int]  # code point → token that starts there
    citing: frozenset[str]
    reporting: frozenset[str]
    adding: frozenset[str]
    pronouns: frozenset[str]
    outlet_nouns: frozenset[str]
    institutions: frozenset[str]
    occasions: frozenset[str]
    given_to: frozenset[str]
    prepositions: frozenset[str]

    def tokens(self, spans: Spans) -> list[int]:
        """The tokens that start inside some spans, in order."""
        found = []
        for start, end in spans:
            first = next((self.starts[at] for at in range(start, end) if at in self.starts), None)
            while first is not None and first < len(self.tree.parse.tokens):
                if self.tree.parse.tokens[first].start >= end:
                    break
                found.append(first)
                first += 1
        return found


def reader_of(text: str, tree: Tree, lexicon: Lexicon) -> Reader:
    hands = {key: frozenset(value) for key, value in lexicon.tables["hands"].items()}
    return Reader(
        text=text,
        tree=tree,
        starts={token.start: i for i, token in enumerate(tree.parse.tokens)},
        citing=frozenset(lexicon.tables["phrases"]["citing"]),
        reporting=hands["reporting"],
        adding=hands["adding"],
        pronouns=hands["pronouns"],
        outlet_nouns=hands["outlet_nouns"],
        institutions=hands["institutions"],
        occasions=hands["occasions"],
        given_to=hands["given_to"],
        prepositions=hands["prepositions"],
    )


def is_pronoun(reader: Reader, spans: Spans) -> bool:
    return len(spans) == 1 and reader.text[slice(*spans[0])].casefold() in reader.pronouns


def outlets(reader: Reader, draft: Draft) -> tuple[Spans, ...]:
    """The outlets and agencies beside a cue: told, interviewed by, quoted by; none for most statements."""
    if draft.verb < 0 or draft.how in ("phrase", "noun", "label", "voice"):
        return ()
    found: list[Spans] = []
    tokens, tree = reader.tree.parse.tokens, reader.tree
    if draft.lemma in reader.given_to and draft.addressee and is_outlet(reader, draft.addressee):
        found.append(draft.addressee)
    tops = {draft.verb}
    head = tokens[draft.verb].head
    while head not in tops and tokens[head].lemma in (*reader.citing, "as"):
        tops.add(head)
        head = tokens[head].head
    content = draft.spans
    for top in sorted(tops):
        for c in tree.children[top]:
            if tokens[c].dep not in ("prep", "agent", "dative") or tokens[c].lemma not in reader.prepositions:
                continue
            ids = subtree(tree, c)
            spans = spans_of(tree, [t for t in ids if t != c])
            if not spans or overlap(spans, content) or overlap(spans, draft.source):
                continue
            through = tokens[c].dep == "agent" or tokens[top].lemma in reader.citing
            given = draft.lemma in reader.given_to and tree.children[c]
            if (through or given) and is_outlet(reader, spans):
                found.append(last_name(reader, ids, c))
    return tuple(dict.fromkeys(found))


def last_name(reader: Reader, ids: list[int], preposition: int) -> Spans:
    """Of “in an interview with the daily X on Friday”, the phrase that names X."""
    tokens, tree = reader.tree.parse.tokens, reader.tree
    best = preposition
    for i in ids:
        if tokens[i].dep in ("pobj", "dobj") and is_outlet(reader, spans_of(tree, subtree(tree, i))):
            best = i
    head = best if best != preposition else ids[-1]
    return spans_of(tree, [t for t in subtree(tree, head) if t >= min(ids)])


def is_outlet(reader: Reader, spans: Spans) -> bool:
    """Whether a noun phrase names a medium: a name with a word for one, or an organisation that is no institution."""
    ids = reader.tokens(spans)
    tokens = reader.tree.parse.tokens
    words = {word for i in ids for word in (tokens[i].lemma, tokens[i].text.casefold())}
    if not any(tokens[i].pos == "PROPN" or tokens[i].lemma in reader.pronouns for i in ids):
        return bool(words & reader.outlet_nouns) and bool(words & reader.pronouns)
    if words & reader.outlet_nouns:
        return True
    if words & reader.institutions:
        return False
    return any(n.label == "ORG" and overlap(((n.start, n.end),), spans) for n in reader.tree.parse.names)
