"""A reply that is set off behind what it answers: “…, which the bank denies”, “…, a charge she has rejected”.

It is read from the words in their order: parsers often take the verb that closes such a clause for a noun.
"""

from collections.abc import Iterator

from firsthand.stages.attribute.answer import SET_OFF
from firsthand.stages.attribute.draft import Draft
from firsthand.stages.attribute.lexicon import Lexicon
from firsthand.stages.attribute.tree import Tree, spans_of

REACH = 12  # words from what stands in for the claim to the verb
BESIDE_VERB = ("AUX", "ADV", "PART")


def set_off(tree: Tree, lexicon: Lexicon) -> Iterator[Draft]:
    """Drafts whose content is what stands in for the claim (“which”, “a charge”)."""
    tokens = tree.parse.tokens
    phrases = [p.split() for p in lexicon.hands.set_off]
    for i, token in enumerate(tokens):
        if token.text not in SET_OFF:
            continue
        after = [t.text.casefold() for t in tokens[i + 1 : i + 4]]
        size = next((len(p) for p in phrases if after[: len(p)] == p), 0)
        verb = _verb(tree, i + 1 + size, lexicon) if size else None
        if verb is None:
            continue
        source = list(range(i + 1 + size, verb))
        while source and tokens[source[-1]].pos in BESIDE_VERB:
            source.pop()
        if not any(tokens[t].pos in ("NOUN", "PROPN", "PRON") for t in source):
            continue
        cue = [t for t in range(source[-1] + 1, verb + 1) if t == verb or tokens[t].pos != "ADV"]
        yield Draft(
            how="object",
            lemma=tokens[verb].lemma,
            verb=verb,
            spans=spans_of(tree, range(i + 1, i + 1 + size)),
            source=spans_of(tree, source),
            cue=spans_of(tree, cue),
            kind="speech",
        )


def _verb(tree: Tree, start: int, lexicon: Lexicon) -> int | None:
    """The verb of answering that closes a clause, None where it takes an object of its own."""
    tokens = tree.parse.tokens
    past = tree.parse.sentences[tokens[start - 1].sentence][1]
    for at in range(start, min(start + REACH, past)):
        if tokens[at].pos == "PUNCT":
            return None
        if tokens[at].lemma in lexicon.hands.responding and at > start:
            closes = at + 1 == past or tokens[at + 1].pos in ("PUNCT", "ADP", "ADV", "CCONJ")
            return at if closes else None
    return None
