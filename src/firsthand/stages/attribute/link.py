"""Drafts put in relation: who told it through whom, and which draft holds another."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from firsthand.records import Spans
from firsthand.stages.attribute.answer import SET_OFF, answered, replies, stands_in, without_replies
from firsthand.stages.attribute.cite import cite, is_citing
from firsthand.stages.attribute.direct import Page
from firsthand.stages.attribute.draft import Draft, length, overlap, tidy
from firsthand.stages.attribute.elide import with_elided
from firsthand.stages.attribute.hands import Reader, can_speak, outlets, without_participles
from firsthand.stages.attribute.near import near, put, shelved
from firsthand.stages.attribute.source import RELATIVE, noun_phrase, subject_of
from firsthand.stages.attribute.tree import named, spans_of, subtree

LEFT_OVER = 6  # words that an object must keep once a clause with its own cue is cut from it
FILLED = 0.6  # share of an outer content that an inner attribution must fill to be what was passed on


def link(reader: Reader, page: Page, drafts: Sequence[Draft], nesting: bool = True) -> list[Draft]:
    """The drafts with their re-reporters, one for each speaker, and none inside another.

    Without `nesting` only the outermost of several is kept, as in corpora that have one label a word.
    """
    full = with_elided(reader, [taken_up(reader, d) for d in drafts] if nesting else drafts)
    cut = answered(reader, without_replies(reader, [named_a_lie(reader, d) for d in full]))
    in_order = sorted((d for d in cut if not is_citing(reader, d)), key=lambda d: d.spans)
    told = [relayed(reader, refer(reader, page, d, in_order)) for d in cut]
    speaking = [d if sense else replace(d, faint=True) for d in told if (sense := says_something(reader, d)) or d.share]
    handed = [without_participles(reader, replace(d, via=(*d.via, *outlets(reader, d)))) for d in speaking]
    cited = [d for d in merge_refusals(reader, cite(reader, page, handed)) if d.spans]
    nested = nest(reader, cited) if nesting else outermost(cited)
    parted = [one for d in nested for one in each_source(reader, d)]
    return inherit(
        reader, page, [replace(d, via=tuple(dict.fromkeys(v for v in d.via if v and v != d.source))) for d in parted]
    )


def taken_up(reader: Reader, draft: Draft) -> Draft:
    """“Ana Ilic, who said …”: the noun is the source, not the pronoun that takes it up."""
    tokens, ids = reader.tree.parse.tokens, reader.tokens(draft.source)
    if len(ids) != 1 or draft.verb < 0 or tokens[ids[0]].tag not in RELATIVE:
        return draft
    subject = subject_of(reader.tree, draft.verb, reader.particles)
    noun = noun_phrase(reader.tree, subject, draft.verb) if subject not in (None, ids[0]) else ()
    return replace(draft, source=spans_of(reader.tree, noun)) if noun else draft


def says_something(reader: Reader, draft: Draft) -> bool:
    """Whether a draft has a speaker who can speak and a content that is more than a date or a pronoun."""
    if draft.quote == "direct":
        return True
    content = reader.tokens(draft.spans)
    tokens = reader.tree.parse.tokens
    telling = [t for t in content if tokens[t].pos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "AUX", "ADV")]
    if all(named(reader.tree.parse, (tokens[t].start, tokens[t].end), "DATE", "TIME") for t in telling):
        return False
    passive = [t for t in content[:5] if any(tokens[c].dep == "auxpass" for c in reader.tree.children[t])]
    if draft.how == "infinitive" and any(tokens[t].lemma in reader.hands.anonymity for t in passive):
        return False  # “who asked not to be named” tells of the source, not of the matter
    if draft.how == "object" and draft.lemma in reader.hands.naming and draft.quote != "mixed":
        below = [tokens[c].dep for c in reader.tree.children[draft.verb]]
        below += [
            tokens[c].dep
            for t in content
            for c in reader.tree.children[t]
            if tokens[t].dep == "dobj" and tokens[c].lemma in reader.particles.comparatives
        ]
        if not set(below) & {"oprd", "ccomp", "attr", "acomp", "xcomp", "prep"}:
            return False  # “called a strike”
    barred = reader.words.silent.get(draft.lemma, frozenset())
    if any(tokens[t].lemma in barred and tokens[tokens[t].head].lemma == draft.lemma for t in content):
        return False  # “the fire claimed three lives”
    needed = reader.words.only_with.get(draft.lemma)
    if (
        needed
        and draft.how not in ("clause", "reference", "elided")
        and not any(tokens[t].lemma in needed for t in content)
    ):
        return False
    speaker = [tokens[t].lemma for t in reader.tokens(draft.source)]
    return not (speaker and speaker[0] in reader.hands.nobody)


def refer(reader: Reader, page: Page, draft: Draft, in_order: Sequence[Draft]) -> Draft:
    """“… a charge he rejected”, “neither confirmed them”: the content is what was said just before.

    `in_order` holds all drafts in the order of their contents.
    """
    if draft.how != "object" or not replies(reader, draft) or not stands_in(reader, draft):
        return draft
    paragraph = page.paragraphs[page.paragraph(draft.spans[0][0])]
    sentence = page.sentence(draft.spans[0][0])
    relative = reader.tree.parse.tokens[reader.tokens(draft.spans)[0]].tag in RELATIVE
    if relative:  # “…, which they deny”
        paragraph = sentence
    cue = draft.cue[0][0]
    here: Spans = ((cue, cue),)
    for n in range(bisect_left(in_order, here, key=lambda d: d.spans) - 1, -1, -1):
        last = in_order[n]
        if not last.spans or last.spans[0][0] < paragraph[0]:
            break
        if last.verb != draft.verb and last.spans[-1][1] <= cue:
            next_sentence = bisect_right(page.sentences, last.cue[-1][1], key=lambda s: s[0]) if last.cue else -1
            between = next_sentence >= 0 and any(s[1] < cue for s in page.sentences[next_sentence : next_sentence + 1])
            return draft if between else replace(draft, how="reference", spans=last.spans)
    opened = relative or reader.text[: draft.spans[0][0]].rstrip(" ").endswith(SET_OFF)
    own = tidy(reader.text, ((sentence[0], draft.spans[0][0]),)) if opened else ()
    clause = any(reader.tree.parse.tokens[t].pos in ("VERB", "AUX") for t in reader.tokens(own))
    return replace(draft, how="reference", spans=own) if clause else draft


def named_a_lie(reader: Reader, draft: Draft) -> Draft:
    """“…, an accusation his family called a lie” denies the accusation."""
    if draft.how != "object" or draft.lemma not in reader.hands.naming or len(draft.spans) < 2:
        return draft
    noun = replace(draft, spans=draft.spans[:1])
    words = {reader.tree.parse.tokens[t].lemma for t in reader.tokens(draft.spans[1:])}
    denied = stands_in(reader, noun) and not words.isdisjoint(reader.hands.denying)
    return replace(noun, stance="denies") if denied else draft


def relayed(reader: Reader, draft: Draft) -> Draft:
    """“He passed on the president's thanks”: the possessor is the source, the subject the hand it went through."""
    if draft.lemma not in reader.hands.relaying or draft.how == "clause":
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
    below: dict[int, list[int]] = {}
    for n, inner in enumerate(drafts):
        if inner.how == "clause" and tokens[inner.verb].head != inner.verb:
            below.setdefault(tokens[inner.verb].head, []).append(n)
    out = dict(enumerate(drafts))
    for k, outer in enumerate(drafts):
        if outer.how != "infinitive" or outer.lemma not in reader.hands.declining:
            continue
        for n in below.get(outer.verb, ()):
            if n in out:
                inner = drafts[n]
                out[n] = replace(inner, lemma=outer.lemma, cue=(*outer.cue, *inner.cue), negated=outer.negated)
                out.pop(k, None)
    return list(out.values())


def nest(reader: Reader, drafts: Sequence[Draft]) -> list[Draft]:
    """Fold an attribution that fills another's content into one: the innermost speaker, then the outer hands."""
    out = dict(enumerate(drafts))
    fresh = count(len(drafts))
    shelves = shelved((n, d.cue) for n, d in out.items())
    for k, outer in sorted(out.items(), key=lambda e: length(e[1].spans)):
        if k not in out or outer.quote == "direct":
            continue
        numbers = [n for n in near(shelves, outer.spans) if n != k and n in out and inside(out[n], outer)]
        numbers = [n for n in numbers if out[n].source or out[n].agentless or outer.how != "object"]
        if not numbers:
            continue
        inner = [out[n] for n in numbers]
        if outer.how == "object" and all(d.how == "clause" for d in inner):
            shorter = before(reader, outer, inner)
            if shorter is not None:  # “thanked the army, which he said had …”: two statements, one after the other
                out[k] = shorter
            else:
                del out[k]
            continue
        best = max(inner, key=lambda d: length(d.spans))
        used = length(best.spans) + length(best.cue) + length(best.source) + length(best.addressee)
        if best.via:  # what stands between the hands of a chain is told by it too
            used = length(outer.spans) - max(0, min(s for s, _ in reach(best)) - outer.spans[0][0])
        passed_on = (
            best.kind in ("speech", "writing")
            and (best.how != "object" or best.lemma in reader.hands.judging)
            and best.source != outer.source
            and used >= FILLED * length(outer.spans)
            and best.source
            and outer.source
            and (can_speak(reader, best.source) or tells(reader, best))
        )
        for n in numbers:
            del out[n]
        if not passed_on:
            continue
        del out[k]
        if between_commas(reader.text, best):
            whole = replace(outer, spans=best.spans, via=(*outer.via, best.source, *best.via))
        elif outer.how == "phrase" and best.lemma in reader.hands.reporting:
            whole = replace(best, source=outer.source, via=(*best.via, best.source))
        else:
            whole = replace(best, via=(*best.via, outer.source, *outer.via))
        added = next(fresh)
        out[added] = whole
        put(shelves, added, whole.cue)
    return sorted(out.values(), key=lambda d: d.spans)


def between_commas(text: str, draft: Draft) -> bool:
    """Whether source and cue are put in before the content: “a porter told him, she said, that …”."""
    own = sorted((*draft.source, *draft.cue))
    start, end = own[0][0], own[-1][1]
    return end <= draft.spans[0][0] and text[:start].rstrip().endswith(",") and "," in text[end - 1 : end + 1]


def reach(draft: Draft) -> Spans:
    """All spans of a draft."""
    return (*draft.spans, *draft.cue, *draft.source, *(span for spans in draft.via for span in spans))


def tells(reader: Reader, draft: Draft) -> bool:
    """Whether a verb and its clause leave no doubt that the subject speaks, whatever noun it is."""
    return draft.how == "clause" and draft.lemma in reader.hands.given_to


def outermost(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts whose cue stands in no other's content, as a scheme without nesting has them."""
    shelves = shelved((n, d.spans) for n, d in enumerate(drafts))
    return [
        d
        for k, d in enumerate(drafts)
        if not any(n != k and d.cue and inside(d, drafts[n]) for n in near(shelves, d.cue))
    ]


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
        if out and not draft.via and out[-1].via and draft.lemma in reader.hands.adding:
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
        if tokens[below[0]].tag == "CC":  # “neither Moscow …”, whatever its label
            below = below[1:]
        parts.append(spans_of(reader.tree, [t for t in below if t in ids and tokens[t].dep not in ("cc", "preconj")]))
    return [replace(draft, source=tidy(reader.text, part)) for part in parts if part]
