"""Drafts put in relation: who told it through whom, and which draft holds another."""

from collections.abc import Sequence
from dataclasses import replace

from firsthand.records import Spans
from firsthand.stages.attribute.direct import Page
from firsthand.stages.attribute.draft import Draft, length, overlap, tidy
from firsthand.stages.attribute.hands import Reader, is_pronoun, outlets
from firsthand.stages.attribute.tree import named, spans_of, subtree

LEFT_OVER = 6  # words that an object must keep once a clause with its own cue is cut from it
FILLED = 0.6  # share of an outer content that an inner attribution must fill to be what was passed on


def link(reader: Reader, page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with their re-reporters, one for each speaker, and none inside another."""
    told = [relayed(reader, refer(reader, page, d, drafts)) for d in drafts]
    speaking = [d for d in told if says_something(reader, d)]
    handed = [replace(d, via=(*d.via, *outlets(reader, d))) for d in speaking]
    nested = nest(reader, merge_refusals(reader, cite(reader, handed)))
    parted = [one for d in nested for one in each_source(reader, d)]
    return inherit(reader, page, [replace(d, via=tuple(v for v in d.via if v and v != d.source)) for d in parted])


def says_something(reader: Reader, draft: Draft) -> bool:
    """Whether a draft has a speaker who can speak and a content that is more than a date or a pronoun."""
    if draft.quote == "direct":
        return True
    content = reader.tokens(draft.spans)
    tokens = reader.tree.parse.tokens
    telling = [t for t in content if tokens[t].pos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "AUX", "ADV")]
    if all(named(reader.tree.parse, (tokens[t].start, tokens[t].end), "DATE", "TIME") for t in telling):
        return False
    if draft.how == "infinitive" and any(tokens[t].lemma in reader.anonymity for t in content[:5]):
        return False  # “who asked not to be named” tells of the source, not of the matter
    needed = reader.only_with.get(draft.lemma)
    if needed and draft.how != "clause" and not any(tokens[t].lemma in needed for t in content):
        return False
    speaker = [tokens[t].lemma for t in reader.tokens(draft.source)]
    return not (speaker and speaker[0] in reader.nobody)


def refer(reader: Reader, page: Page, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """“… a charge he rejected”, “neither confirmed them”: the content is what was said just before."""
    words = " ".join(reader.text[start:end] for start, end in draft.spans).casefold()
    pronoun, _, rest = words.partition(" ")
    stands_in = words in reader.standing_in or (pronoun in reader.standing_in and len(rest.split()) < 5)
    if draft.how != "object" or not stands_in or draft.lemma not in reader.responding:
        return draft
    paragraph = page.paragraphs[page.paragraph(draft.spans[0][0])]
    before = [
        d
        for d in drafts
        if d.verb != draft.verb and d.spans and d.spans[-1][1] <= draft.cue[0][0] and d.spans[0][0] >= paragraph[0]
    ]
    if not before:
        return draft
    last = max(before, key=lambda d: d.spans)
    between = [s for s in page.sentences if last.cue and last.cue[-1][1] < s[0] and s[1] < draft.cue[0][0]]
    return draft if between else replace(draft, how="reference", spans=last.spans)


def relayed(reader: Reader, draft: Draft) -> Draft:
    """“He passed on the president's thanks”: the possessor is the source, the subject the hand it went through."""
    if draft.lemma not in reader.relaying or draft.how == "clause":
        return draft
    tokens = reader.tree.parse.tokens
    content = reader.tokens(draft.spans)
    owners = [t for t in content if tokens[t].dep == "poss" and tokens[t].pos == "PROPN"]
    if not owners:
        return draft
    ids = [t for t in subtree(reader.tree, owners[0]) if tokens[t].dep != "case"]
    return replace(draft, source=spans_of(reader.tree, ids), via=(draft.source,))


def merge_refusals(reader: Reader, drafts: Sequence[Draft]) -> list[Draft]:
    """“Declined to say whether …” is one cue: the refusal gives the stance, what follows “say” the content."""
    tokens = reader.tree.parse.tokens
    out = list(drafts)
    for outer in drafts:
        if outer.how != "infinitive" or outer.lemma not in reader.declining:
            continue
        for inner in drafts:
            if inner.how == "clause" and inner.verb != outer.verb and tokens[inner.verb].head == outer.verb:
                whole = replace(inner, lemma=outer.lemma, cue=(*outer.cue, *inner.cue), negated=outer.negated)
                out = [whole if d is inner else d for d in out if d is not outer]
    return out


def cite(reader: Reader, drafts: Sequence[Draft]) -> list[Draft]:
    """“Adria Wire reported, citing two people”: the cited are the source, the one who cites is a hand."""
    citing = [d for d in drafts if d.lemma in reader.citing and d.how == "object"]
    out = []
    for draft in drafts:
        if draft in citing:
            continue
        by = next(
            (c for c in citing if c.source and c.source == draft.source and c.verb != draft.verb and speaks(reader, c)),
            None,
        )
        if by is not None and draft.how != "phrase":
            draft = replace(draft, source=by.spans, via=(*draft.via, draft.source))
        out.append(draft)
    kept = [c for c in citing if not any(d.source == c.spans for d in out)]
    return sorted([*out, *kept], key=lambda d: d.spans)


def speaks(reader: Reader, cited: Draft) -> bool:
    """Whether what is cited can speak: people, offices, documents and names, not reasons."""
    tokens = reader.tree.parse.tokens
    ids = reader.tokens(cited.spans)
    return any(tokens[t].lemma in reader.speakers or tokens[t].pos == "PROPN" for t in ids[:6])


def nest(reader: Reader, drafts: Sequence[Draft]) -> list[Draft]:
    """Fold an attribution that fills another's content into one: the innermost speaker, then the outer hands."""
    out = list(drafts)
    for outer in sorted(drafts, key=lambda d: length(d.spans)):
        if outer not in out or outer.quote == "direct":
            continue
        inner = [d for d in out if d is not outer and inside(d, outer)]
        if not inner:
            continue
        if outer.how == "object" and all(d.how == "clause" for d in inner):
            shorter = before(reader, outer, inner)
            if shorter is not None:  # “thanked the army, which he said had …”: two statements, one after the other
                out[out.index(outer)] = shorter
            else:
                out.remove(outer)
            continue
        best = max(inner, key=lambda d: length(d.spans))
        used = length(best.spans) + length(best.cue) + length(best.source) + length(best.addressee)
        passed_on = (
            best.kind in ("speech", "writing")
            and (best.how != "object" or best.lemma in reader.judging)
            and best.source != outer.source
            and used >= FILLED * length(outer.spans)
            and best.source
            and outer.source
            and not is_pronoun(reader, best.source)
        )
        out = [d for d in out if d not in inner]
        if not passed_on:
            continue
        out.remove(outer)
        if outer.how == "phrase" and best.lemma in reader.reporting:
            out.append(replace(best, source=outer.source, via=(*best.via, best.source)))
        else:
            out.append(replace(best, via=(*best.via, outer.source, *outer.via)))
    return sorted(out, key=lambda d: d.spans)


def before(reader: Reader, outer: Draft, inner: Sequence[Draft]) -> Draft | None:
    """The outer draft up to the clause that holds an inner one; None when too little is left to say anything."""
    start = min(min(d.spans[0][0], d.source[0][0] if d.source else d.spans[0][0]) for d in inner)
    spans = tidy(reader.text, tuple((a, min(b, start)) for a, b in outer.spans if a < start))
    words = [reader.tree.parse.tokens[t] for t in reader.tokens(spans)]
    while words and words[-1].tag in ("WDT", "WP", ",", "IN"):
        words.pop()
    if len(words) < LEFT_OVER:
        return None
    return replace(outer, spans=tidy(reader.text, ((spans[0][0], words[-1].end),)))


def inside(inner: Draft, outer: Draft) -> bool:
    """Whether the inner draft's cue and content stand within the outer's content."""
    return (
        bool(inner.cue)
        and overlap(inner.cue, outer.spans) > 0
        and overlap(inner.spans, outer.spans) >= 0.8 * length(inner.spans)
        and (length(inner.spans) < length(outer.spans) or inner.verb > outer.verb)
    )


def inherit(reader: Reader, page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """“…, she added”: what is added went through the same hands as what it is added to."""
    out: list[Draft] = []
    for draft in drafts:
        if out and not draft.via and out[-1].via and draft.lemma in reader.adding:
            if page.paragraph(draft.spans[0][0]) == page.paragraph(out[-1].spans[0][0]) and draft.quote == "direct":
                draft = replace(draft, via=out[-1].via)
        out.append(draft)
    return out


def each_source(reader: Reader, draft: Draft) -> list[Draft]:
    """One draft for each of two named speakers: “neither Moscow nor Pyongyang confirmed …”."""
    tokens = reader.tree.parse.tokens
    ids = reader.tokens(draft.source)
    heads = [i for i in ids if tokens[i].head not in ids or tokens[i].head == i]
    if not heads or tokens[heads[0]].pos != "PROPN":
        return [draft]
    chain = [heads[0]]
    while True:
        following = [c for c in reader.tree.children[chain[-1]] if tokens[c].dep == "conj" and tokens[c].pos == "PROPN"]
        if not following or following[0] not in ids:
            break
        chain.append(following[0])
    whole = tokens[chain[0]].start, tokens[chain[-1]].end
    if len(chain) < 2 or any(n.start <= whole[0] and whole[1] <= n.end for n in named(reader.tree.parse, whole)):
        return [draft]
    parts: list[Spans] = []
    for k, head in enumerate(chain):
        below = subtree(reader.tree, head, without=frozenset(chain[k + 1 : k + 2]))
        parts.append(spans_of(reader.tree, [t for t in below if t in ids and tokens[t].dep not in ("cc", "preconj")]))
    return [replace(draft, source=tidy(reader.text, part)) for part in parts if part]
