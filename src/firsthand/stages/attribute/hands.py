"""Through whose hands a statement came: the outlets and agencies named beside its cue."""

from dataclasses import dataclass

from firsthand.records import Spans
from firsthand.stages.attribute.draft import Draft, overlap
from firsthand.stages.attribute.lexicon import Hands, Lexicon
from firsthand.stages.attribute.particles import Particles
from firsthand.stages.attribute.tree import Tree, named, spans_of, subtree


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """An article's text and tree with the words that tell hands."""

    text: str
    tree: Tree
    starts: dict[int, int]  # code point → token that starts there
    words: Lexicon

    @property
    def hands(self) -> Hands:
        """The words that tell hands."""
        return self.words.hands

    @property
    def particles(self) -> Particles:
        """The small words."""
        return self.words.particles

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
    """What the linking of drafts looks up in one article."""
    starts = {token.start: i for i, token in enumerate(tree.parse.tokens)}
    return Reader(text=text, tree=tree, starts=starts, words=lexicon)


def outlets(reader: Reader, draft: Draft) -> tuple[Spans, ...]:
    """The outlets and agencies beside a cue: told, interviewed by, quoted by; none for most statements."""
    if draft.verb < 0 or draft.how in ("phrase", "noun", "label", "voice"):
        return ()
    found: list[Spans] = []
    tokens, tree = reader.tree.parse.tokens, reader.tree
    if draft.lemma in reader.hands.given_to and draft.addressee and is_outlet(reader, draft.addressee):
        found.append(draft.addressee)
    tops = [draft.verb]
    while (head := tokens[tops[-1]].head) not in tops and tokens[head].lemma in (
        *reader.particles.citing,
        *reader.particles.comparatives,
    ):
        tops.append(head)
    below = [t for t in subtree(tree, tops[-1]) if tokens[t].dep == "pcomp" and tokens[t].pos == "VERB"]
    for top in dict.fromkeys((*tops, *below)):
        for c in subtree(tree, top):
            if tokens[c].dep in ("prep", "agent", "dative") and tree.children[c]:
                spans = through(reader, draft, [*tops, *below], c)
                if spans:
                    found.append(spans)
    return tuple(dict.fromkeys(found))


def through(reader: Reader, draft: Draft, tops: list[int], preposition: int) -> Spans:
    """The outlet behind a preposition: told to it, quoted by it, or met in an interview with it."""
    tokens, tree = reader.tree.parse.tokens, reader.tree
    above, lemma = tokens[preposition].head, tokens[preposition].lemma
    content = set(reader.tokens(draft.spans))
    if content & {tree.children[preposition][0]}:
        return ()
    noun = tree.children[preposition][0]
    clauses = frozenset(c for c in tree.children[noun] if tokens[c].dep in ("relcl", "acl"))
    phrase = spans_of(tree, [t for t in subtree(tree, noun, without=clauses) if t not in content])
    if lemma not in reader.hands.prepositions or overlap(phrase, draft.source):
        return ()
    quoted = tokens[preposition].dep == "agent" or any(tokens[t].lemma in reader.particles.citing for t in tops)
    direct = above in tops and (
        quoted or (lemma in reader.particles.given_with and draft.lemma in reader.hands.given_to)
    )
    occasion = tokens[above].lemma in reader.hands.occasions
    return phrase if (direct or occasion) and is_outlet(reader, phrase) else ()


def is_outlet(reader: Reader, spans: Spans) -> bool:
    """Whether a noun phrase names a medium: a name with a word for one, or an organisation that is no institution."""
    ids = reader.tokens(spans)
    tokens = reader.tree.parse.tokens
    words = {word for i in ids for word in (tokens[i].lemma, tokens[i].text.casefold())}
    if ids and tokens[ids[-1]].lemma in reader.hands.media:
        return True
    if not any(tokens[i].pos == "PROPN" or tokens[i].lemma in reader.hands.pronouns for i in ids):
        return bool(words & reader.hands.outlet_nouns) and bool(words & reader.hands.pronouns)
    if words & reader.hands.outlet_nouns:
        return True
    if words & reader.hands.institutions:
        return False
    return any(named(reader.tree.parse, span, "ORG") for span in spans)
