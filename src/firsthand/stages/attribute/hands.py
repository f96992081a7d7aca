"""Through whose hands a statement came: the outlets and agencies named beside its cue."""

from dataclasses import dataclass, replace

from firsthand.records import Spans
from firsthand.stages.attribute.draft import Draft, overlap, tidy
from firsthand.stages.attribute.lexicon import Hands, Lexicon
from firsthand.stages.attribute.particles import Particles
from firsthand.stages.attribute.tree import Tree, named, opening, spans_of, subtree

QUOTES = ("``", "''")


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
    found += [spans for _, spans in participles(reader, draft)]
    return tuple(dict.fromkeys(found))


def participles(reader: Reader, draft: Draft) -> list[tuple[int, Spans]]:
    """The hands that a participle beside the source or cue names, with its verb.

    “…, quoted by the agency Nordwire,”, “speaking to Reuters”, “a letter seen by the Ledger”, “a statement carried by”.
    """
    if draft.verb < 0 or draft.how in ("voice", "label"):
        return []
    tokens, tree = reader.tree.parse.tokens, reader.tree
    content = set(reader.tokens(draft.spans))
    ids = reader.tokens(draft.source)
    below = [t for t in subtree(tree, draft.verb) if tokens[t].dep in ("acl", "advcl", "relcl") and t not in content]
    found = []
    for t in dict.fromkeys((*(t for t in ids if tokens[t].dep in ("acl", "advcl", "relcl")), *below)):
        citing = tokens[t].lemma in reader.particles.citing
        for c in tree.children[t]:
            if not tree.children[c]:
                continue
            noun = tree.children[c][0]
            phrase = spans_of(
                tree, [n for n in subtree(tree, noun, without=clauses_of(tree, noun)) if n not in content]
            )
            shown = tokens[c].dep == "agent" and (citing or tokens[t].lemma in reader.hands.showing_through)
            told = tokens[t].tag == "VBG" and tokens[t].lemma in reader.hands.speaking_to
            told = told and tokens[c].dep == "prep" and tokens[c].lemma in reader.hands.prepositions
            if phrase and (
                (shown and citing and can_speak(reader, phrase)) or ((shown or told) and is_outlet(reader, phrase))
            ):
                found.append((t, phrase))
    return found


def without_participles(reader: Reader, draft: Draft) -> Draft:
    """The draft whose source ends before “, quoted by the agency Nordwire,” and “, speaking to Reuters,”."""
    tokens = reader.tree.parse.tokens
    hands = reader.particles.citing | reader.hands.speaking_to
    starts = [
        tokens[opening(reader.tree, verb)].start
        for verb, _ in participles(reader, draft)
        if tokens[verb].lemma in hands and overlap(draft.source, ((tokens[verb].start, tokens[verb].end),))
    ]
    if not starts:
        return draft
    first = min(starts)
    kept = tidy(reader.text, tuple((a, min(b, first)) for a, b in draft.source if a < first))
    return replace(draft, source=kept) if kept else draft


def clauses_of(tree: Tree, noun: int) -> frozenset[int]:
    """The clauses that hang on a noun."""
    return frozenset(c for c in tree.children[noun] if tree.parse.tokens[c].dep in ("relcl", "acl"))


def can_speak(reader: Reader, spans: Spans) -> bool:
    """Whether the head of a noun phrase is a name or a noun for those who speak."""
    tokens = reader.tree.parse.tokens
    ids = reader.tokens(spans)
    heads = [t for t in ids if tokens[t].head not in ids or tokens[t].head == t]
    return any(tokens[t].lemma in reader.words.speakers or tokens[t].pos == "PROPN" for t in heads)


def through(reader: Reader, draft: Draft, tops: list[int], preposition: int) -> Spans:
    """The outlet behind a preposition: told to it, quoted by it, or met in an interview with it."""
    tokens, tree = reader.tree.parse.tokens, reader.tree
    above, lemma = tokens[preposition].head, tokens[preposition].lemma
    content = set(reader.tokens(draft.spans))
    if content & {tree.children[preposition][0]}:
        return ()
    noun = tree.children[preposition][0]
    phrase = spans_of(tree, [t for t in subtree(tree, noun, without=clauses_of(tree, noun)) if t not in content])
    if lemma not in reader.hands.prepositions or overlap(phrase, draft.source):
        return ()
    between = range(*sorted((noun, draft.verb)))
    if sum(tokens[t].tag in QUOTES for t in between) % 2:
        return ()  # one of the words that are quoted: “… on the same sheet of paper,” she said
    quoted = tokens[preposition].dep == "agent" or any(tokens[t].lemma in reader.particles.citing for t in tops)
    direct = above in tops and (
        quoted or (lemma in reader.particles.given_with and draft.lemma in reader.hands.given_to)
    )
    if tokens[preposition].dep == "agent" and above in tops and tokens[above].lemma in reader.particles.citing:
        return phrase if can_speak(reader, phrase) else ()  # “was quoted by his lawyer as saying”
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
    head = next((ids[n - 1] for n in range(1, len(ids)) if tokens[ids[n]].pos == "ADP"), ids[-1])
    if tokens[head].lemma in reader.hands.institutions - reader.hands.outlet_nouns:
        return False  # “a news conference in Lisbon”
    if words & reader.hands.outlet_nouns:
        return True
    if words & reader.hands.institutions:
        return False
    written = " ".join(reader.text[start:end] for start, end in spans).casefold().removeprefix("the ")
    if written in reader.hands.outlet_names or written.endswith(reader.hands.outlet_endings):
        return True
    return any(named(reader.tree.parse, span, "ORG") for span in spans)
