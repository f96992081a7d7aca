"""Figures whose verb is left out: “Organisers put the crowd at 4,000, police at 600”."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from firsthand.stages.attribute.draft import Draft, tidy
from firsthand.stages.attribute.hands import Reader
from firsthand.stages.attribute.tree import named, spans_of

NOUNS = ("DET", "ADJ", "NOUN", "PROPN", "PRON", "PART")
LONGEST = 14  # tokens of a clause without its verb
REACH = 80  # tokens behind a verb in which it is still understood
PLACES = ("GPE", "LOC", "DATE", "TIME")


def with_elided(reader: Reader, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, and those that repeat one's verb unsaid for another speaker and another figure."""
    out: list[Draft] = []
    seen: set[int] = set()
    tokens = reader.tree.parse.tokens
    for draft in drafts:
        numbers = any(tokens[t].pos == "NUM" for t in reader.tokens(draft.spans))
        if not numbers or draft.verb < 0 or not draft.cue or not draft.source or draft.quote == "direct":
            out.append(draft)
            continue
        _, past = reader.tree.parse.sentences[tokens[draft.verb].sentence]
        past = min(past, draft.verb + REACH)
        marks = [t for t in range(draft.verb + 1, past) if tokens[t].text in {",", ";"}]
        found: list[Draft] = []
        for mark, end in pairwise([*marks, past]):
            second = elided(reader, draft, mark + 1, end) if mark not in seen else None
            if second is not None:
                seen.add(mark)
                found.append(second)
                cut = tokens[mark].start
                draft = replace(
                    draft,
                    spans=tidy(reader.text, tuple((a, min(b, cut)) for a, b in draft.spans if a < cut)),
                    source=tuple(s for s in draft.source if s[0] < cut),
                )
        out += [draft, *found] if draft.spans and draft.source else found
    return out


def elided(reader: Reader, draft: Draft, start: int, past: int) -> Draft | None:
    """The draft of “police at 600”, “the organisers 4,000” or “organisers said 4,000” at tokens [start, past)."""
    tokens, at = reader.tree.parse.tokens, start
    while past > start and tokens[past - 1].pos == "PUNCT":
        past -= 1
    while at < past and (tokens[at].pos == "CCONJ" or tokens[at].lemma in reader.particles.contrasting):
        at += 1
    first = at
    while at < past and tokens[at].pos in NOUNS:
        at += 1
    noun, said = at, draft.cue
    if at == first or at >= past or past - first > LONGEST or not somebody(reader, first, noun):
        return None
    if tokens[at].pos == "ADP" and noun < past:
        at += 1
    elif tokens[at].lemma in reader.particles.inverting and tokens[at].pos == "VERB":
        said = ((tokens[at].start, tokens[at].end),)
        at += 1
    figure = [t for t in range(at, past) if tokens[t].pos == "NUM"]
    allowed = ("NUM", "NOUN", "ADJ", "ADV", "ADP", "DET", "SYM", "PUNCT")
    if not figure or figure[0] > at + 3 or any(tokens[t].pos not in allowed for t in range(at, past)):
        return None
    return replace(
        draft,
        how="elided",
        spans=tidy(reader.text, spans_of(reader.tree, range(at, past))),
        source=spans_of(reader.tree, range(first, noun)),
        cue=said,
        addressee=(),
        via=(),
        quote="indirect",
    )


def somebody(reader: Reader, first: int, past: int) -> bool:
    """Whether the noun phrase at tokens [first, past) is somebody who gives figures, and no place or time."""
    last = reader.tree.parse.tokens[past - 1]
    place = named(reader.tree.parse, (last.start, last.end), *PLACES)
    return (last.lemma in reader.words.speakers and last.pos != "PRON") or (last.pos == "PROPN" and not place)
