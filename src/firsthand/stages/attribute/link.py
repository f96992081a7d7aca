"""Drafts put in relation: who told it through whom, and which draft holds another."""

from collections.abc import Sequence
from dataclasses import replace

from firsthand.records import Spans
from firsthand.stages.attribute.direct import Page
from firsthand.stages.attribute.draft import Draft, length, overlap, tidy
from firsthand.stages.attribute.hands import Reader, is_pronoun, outlets
from firsthand.stages.attribute.tree import spans_of, subtree

FILLED = 0.6  # share of an outer content that an inner attribution must fill to be what was passed on


def link(reader: Reader, page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with their re-reporters, one for each speaker, and none inside another."""
    handed = [replace(d, via=outlets(reader, d)) for d in drafts]
    cited = cite(reader, handed)
    nested = nest(reader, page, cited)
    return inherit(reader, page, [one for d in nested for one in each_source(reader, d)])


def cite(reader: Reader, drafts: Sequence[Draft]) -> list[Draft]:
    """“Adria Wire reported, citing two people”: the cited are the source, the one who cites is a hand."""
    citing = [d for d in drafts if d.lemma in reader.citing and d.how == "object"]
    out = []
    for draft in drafts:
        if draft in citing:
            continue
        by = next((c for c in citing if c.source and c.source == draft.source and c.verb != draft.verb), None)
        if by is not None and draft.how != "phrase":
            draft = replace(draft, source=by.spans, via=(*draft.via, draft.source))
        out.append(draft)
    kept = [c for c in citing if not any(d.source == c.spans for d in out)]
    return sorted([*out, *kept], key=lambda d: d.spans)


def nest(reader: Reader, page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Fold an attribution that fills another's content into one: the innermost speaker, then the outer hands."""
    out = list(drafts)
    for outer in sorted(drafts, key=lambda d: length(d.spans)):
        if outer not in out or outer.quote == "direct":
            continue
        inner = [d for d in out if d is not outer and inside(d, outer)]
        if not inner:
            continue
        best = max(inner, key=lambda d: length(d.spans))
        used = length(best.spans) + length(best.cue) + length(best.source) + length(best.addressee)
        passed_on = (
            best.kind in ("speech", "writing")
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
    named = any(n.start <= tokens[chain[0]].start and tokens[chain[-1]].end <= n.end for n in reader.tree.parse.names)
    if len(chain) < 2 or named:
        return [draft]
    parts: list[Spans] = []
    for k, head in enumerate(chain):
        below = subtree(reader.tree, head, without=frozenset(chain[k + 1 : k + 2]))
        parts.append(spans_of(reader.tree, [t for t in below if t in ids and tokens[t].dep not in ("cc", "preconj")]))
    return [replace(draft, source=tidy(reader.text, part)) for part in parts if part]
