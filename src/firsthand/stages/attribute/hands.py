"""Through whose hands a statement came: the outlets and agencies named beside its cue."""

from collections.abc import Mapping
from dataclasses import dataclass

from firsthand.records import Spans
from firsthand.stages.attribute.draft import Draft, overlap
from firsthand.stages.attribute.lexicon import Lexicon
from firsthand.stages.attribute.tree import Tree, named, spans_of, subtree


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
    media: frozenset[str]
    institutions: frozenset[str]
    occasions: frozenset[str]
    given_to: frozenset[str]
    prepositions: frozenset[str]
    given_with: frozenset[str]
    comparatives: frozenset[str]
    standing_in: frozenset[str]
    responding: frozenset[str]
    relaying: frozenset[str]
    declining: frozenset[str]
    judging: frozenset[str]
    naming: frozenset[str]
    speakers: frozenset[str]
    nobody: frozenset[str]
    anonymity: frozenset[str]
    only_with: Mapping[str, frozenset[str]]

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
    """What the linking of drafts looks up, gathered once an article."""
    hands = {key: frozenset(value) for key, value in lexicon.tables["hands"].items()}
    stances = {key: frozenset(value) for key, value in lexicon.tables["stances"].items() if isinstance(value, list)}
    naming = frozenset(lexicon.tables["stances"]["words"]["naming"])
    return Reader(
        text=text,
        tree=tree,
        starts={token.start: i for i, token in enumerate(tree.parse.tokens)},
        citing=frozenset(lexicon.tables["phrases"]["citing"]),
        reporting=hands["reporting"],
        adding=hands["adding"],
        pronouns=hands["pronouns"],
        outlet_nouns=hands["outlet_nouns"],
        media=hands["media"],
        institutions=hands["institutions"],
        occasions=hands["occasions"],
        given_to=hands["given_to"],
        prepositions=hands["prepositions"],
        given_with=hands["given_with"],
        comparatives=lexicon.particles.comparatives,
        standing_in=frozenset(lexicon.tables["phrases"]["standing_in"]),
        responding=stances["denies"] | stances["confirms"] | stances["doubts"],
        relaying=frozenset(lexicon.tables["phrases"]["relaying"]),
        declining=stances["declines"],
        judging=naming.union(*stances.values()),
        naming=naming,
        speakers=lexicon.speakers,
        nobody=frozenset(lexicon.tables["speakers"]["nobody"]),
        anonymity=lexicon.anonymity,
        only_with=lexicon.only_with,
    )


def outlets(reader: Reader, draft: Draft) -> tuple[Spans, ...]:
    """The outlets and agencies beside a cue: told, interviewed by, quoted by; none for most statements."""
    if draft.verb < 0 or draft.how in ("phrase", "noun", "label", "voice"):
        return ()
    found: list[Spans] = []
    tokens, tree = reader.tree.parse.tokens, reader.tree
    if draft.lemma in reader.given_to and draft.addressee and is_outlet(reader, draft.addressee):
        found.append(draft.addressee)
    tops = [draft.verb]
    while (head := tokens[tops[-1]].head) not in tops and tokens[head].lemma in (*reader.citing, *reader.comparatives):
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
    if lemma not in reader.prepositions or overlap(phrase, draft.source):
        return ()
    quoted = tokens[preposition].dep == "agent" or any(tokens[t].lemma in reader.citing for t in tops)
    direct = above in tops and (quoted or (lemma in reader.given_with and draft.lemma in reader.given_to))
    occasion = tokens[above].lemma in reader.occasions
    return phrase if (direct or occasion) and is_outlet(reader, phrase) else ()


def is_outlet(reader: Reader, spans: Spans) -> bool:
    """Whether a noun phrase names a medium: a name with a word for one, or an organisation that is no institution."""
    ids = reader.tokens(spans)
    tokens = reader.tree.parse.tokens
    words = {word for i in ids for word in (tokens[i].lemma, tokens[i].text.casefold())}
    if ids and tokens[ids[-1]].lemma in reader.media:
        return True
    if not any(tokens[i].pos == "PROPN" or tokens[i].lemma in reader.pronouns for i in ids):
        return bool(words & reader.outlet_nouns) and bool(words & reader.pronouns)
    if words & reader.outlet_nouns:
        return True
    if words & reader.institutions:
        return False
    return any(named(reader.tree.parse, span, "ORG") for span in spans)
