"""The rules' drafts and the tagger's proposals brought together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from firsthand.records import Span, Spans, Token
from firsthand.stages.attribute.draft import Draft, length, overlap, tidy
from firsthand.stages.attribute.frames import readings
from firsthand.stages.attribute.lexicon import Lexicon
from firsthand.stages.attribute.near import Shelves, near, shelved
from firsthand.stages.attribute.tagger import Proposal, Reading
from firsthand.stages.attribute.tree import NOISE, Tree, spans_of

SURE = ("clause", "phrase", "label")  # constructions that stand even where the tagger sees no cue
ALIKE = 0.5  # shared part of two spans, of what either holds, from which they count as the same
DOUBTED = 0.03  # a rule's cue that looks less like one to the tagger is none
BEFORE_NOUN = ("det", "amod", "compound", "poss", "nummod", "case")
REACH = 6  # tokens to either side of a verb that may belong to its cue
BROKEN = 0.5  # what is left of the probability of a proposal with a broken span
REPLACES = 0.6  # probability from which a proposal takes the place of a rule's draft that it contradicts


def merge(
    text: str,
    tree: Tree,
    words: Lexicon,
    reading: Reading,
    found: Sequence[Draft],
    settled: Sequence[Draft],
    nesting: bool = True,
) -> list[Draft]:
    """The drafts to settle and link anew: the rules' `found`, corrected by what the tagger read.

    `settled` is what the rules alone make of `found`. A proposal that agrees with it changes nothing; one that does not
    takes its place. A draft of the rules whose cue the tagger does not see is dropped, unless it stands inside a
    content: there the tagger was never taught to look. Without `nesting` the tagger's scheme is kept to: a participle
    behind a content is no part of it.
    """
    contents = [code_points(tree, p.content) for p in reading.proposals]
    inside = shelved(enumerate(contents))
    out = {n: d for n, d in enumerate(found) if believed(tree, reading, d, at(inside, contents, d.cue) != [])}
    before, after = [d.cue for d in settled], {n: d.cue for n, d in out.items()}
    places, kept = shelved(enumerate(before)), shelved(after.items())
    added = []
    for proposal in reading.proposals:
        mine = drafted(text, tree, words, proposal)
        if not mine.spans:
            continue
        same = [settled[n] for n in at(places, before, mine.cue)]
        numbers = [n for n in at(kept, after, mine.cue) if n in out]
        old = [out[n] for n in numbers]
        sure = (mine.share or 0) >= REPLACES
        if old and agrees(mine, same):
            out |= {n: replace(out[n], share=mine.share, agreed=True) for n in numbers}
        elif nesting and old and shortened(mine, same):
            out |= {n: replace(out[n], share=mine.share) for n in numbers}
        elif (sure and not (old and beyond(words, same, old))) or not (old or at(kept, after, mine.spans)):
            for n in numbers:
                del out[n]
            pattern = old[0] if old else framed(tree, words, proposal, mine)
            added.append(corrected(pattern, mine))
    return [*out.values(), *added]


def at(shelves: Shelves, many: Sequence[Spans] | Mapping[int, Spans], spans: Spans) -> list[int]:
    """The numbers of those spans that share code points with some."""
    return [n for n in near(shelves, spans) if overlap(many[n], spans)]


def drafted(text: str, tree: Tree, words: Lexicon, proposal: Proposal) -> Draft:
    """A proposal as a draft, its construction still unknown."""
    return Draft(
        how="clause",
        lemma="",
        verb=-1,
        spans=content_of(text, tree, words, proposal),
        source=tidy(text, code_points(tree, proposal.source)),
        cue=code_points(tree, (proposal.cue,)),
        kind="speech",
        share=proposal.cue_share
        * proposal.content_share
        * proposal.source_share
        * (BROKEN if broken(tree, proposal) else 1),
    )


def broken(tree: Tree, proposal: Proposal) -> bool:
    """Whether a proposed span stops before the noun that its last word belongs to, or a source holds no noun at all."""
    tokens = tree.parse.tokens
    source = [t for a, b in proposal.source for t in tokens[a:b]]
    lost = source and not any(t.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") for t in source)
    return bool(lost) or any(cut_short(tree, run) for run in (*proposal.source, *proposal.content[-1:]))


def cut_short(tree: Tree, run: Span) -> bool:
    """Whether the last word of a run announces a noun that stands behind the run, or there is no word."""
    tokens = tree.parse.tokens
    last = next((n for n in range(run[1] - 1, run[0] - 1, -1) if tokens[n].pos not in NOISE), None)
    return last is None or (tokens[last].dep in BEFORE_NOUN and tokens[last].head >= run[1])


def shortened(mine: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a proposal is the beginning of what a rule gives the same source: “framed it as a loss, adding …”."""
    whole = union(d.spans for d in drafts)
    source = union(d.source for d in drafts)
    starts = (
        all(d.how == "object" for d in drafts)
        and bool(whole)
        and mine.spans[0][0] == whole[0][0]
        and mine.spans[-1][1] < whole[-1][1]
    )
    return starts and overlap(mine.spans, whole) == length(mine.spans) and alike(mine.source, source)


def beyond(words: Lexicon, settled: Sequence[Draft], found: Sequence[Draft]) -> bool:
    """Whether a cue says what the tagger's scheme has no place for: a hand, an answer, two figures in one sentence."""
    return any(d.via or d.stance or d.how in ("reference", "elided") for d in settled) or any(
        d.via or d.lemma in words.particles.citing for d in found
    )


def agrees(mine: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the drafts of a cue say together what a proposal says."""
    spans = union(d.spans for d in drafts)
    source = union(d.source for d in drafts)
    return alike(mine.spans, spans) and (alike(mine.source, source) or not mine.source)


def alike(a: Spans, b: Spans) -> bool:
    """Whether two sets of spans share most of what they hold."""
    shared = overlap(a, b)
    return shared > 0 and shared >= ALIKE * (length(a) + length(b) - shared)


def union(many: Iterable[Spans]) -> Spans:
    """Spans joined, each code point once."""
    out: list[Span] = []
    for start, end in sorted(span for spans in many for span in spans):
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return tuple(out)


def code_points(tree: Tree, runs: Sequence[Span]) -> Spans:
    """Runs of tokens as code points; a word with a hyphen is not cut."""
    tokens = tree.parse.tokens
    out = []
    for a, b in runs:
        while a > 0 and hyphened(tokens[a - 1], tokens[a]):
            a -= 1
        while b < len(tokens) and hyphened(tokens[b - 1], tokens[b]):
            b += 1
        out.append((tokens[a].start, tokens[b - 1].end))
    return tuple(out)


def hyphened(left: Token, right: Token) -> bool:
    """Whether two tokens are parts of one word with a hyphen: “co”, “-” and “operate”."""
    touching = left.end == right.start
    return touching and ((left.text == "-" and right.text.isalnum()) or (right.text == "-" and left.text.isalnum()))


def believed(tree: Tree, reading: Reading, draft: Draft, inside: bool) -> bool:
    """Whether the tagger sees a cue where a rule does, or never looks: `inside` a content."""
    if draft.how in SURE or draft.verb < 0 or not draft.cue or inside:
        return True
    tokens = tree.parse.tokens
    beside = range(max(0, draft.verb - REACH), min(len(tokens), draft.verb + REACH + 1))
    cue = [n for n in beside if overlap(((tokens[n].start, tokens[n].end),), draft.cue)]
    return float(np.max(reading.cue_shares[cue or [draft.verb]])) >= DOUBTED


def content_of(text: str, tree: Tree, words: Lexicon, proposal: Proposal) -> Spans:
    """A proposed content without the word that opens a clause: the corpus counts “that” to what is said."""
    tokens = tree.parse.tokens
    runs = [
        (a + 1 if tokens[a].lemma in words.particles.complementizers and tokens[a].tag == "IN" else a, b)
        for a, b in proposal.content
    ]
    return tidy(text, code_points(tree, [r for r in runs if r[0] < r[1]]))


def head_of(tree: Tree, cue: Span) -> int:
    """The word of a cue on which its others hang."""
    tokens = tree.parse.tokens
    tops = [n for n in range(*cue) if not cue[0] <= tokens[n].head < cue[1] or tokens[n].head == n]
    return next((n for n in tops if tokens[n].pos in ("VERB", "NOUN")), tops[0] if tops else cue[0])


def framed(tree: Tree, words: Lexicon, proposal: Proposal, mine: Draft) -> Draft:
    """What the grammar makes of a cue that no rule took: its construction, its negation, whom it addresses."""
    head = head_of(tree, proposal.cue)
    token = tree.parse.tokens[head]
    if token.pos not in ("VERB", "AUX"):
        return replace(mine, how="noun" if token.pos == "NOUN" else "phrase", lemma=token.lemma, verb=head)
    frames = list(readings(tree, head, words.particles))
    best = max(frames, key=lambda f: overlap(mine.spans, spans_of(tree, f.content)))
    return replace(
        mine,
        how=best.how if best.content and overlap(mine.spans, spans_of(tree, best.content)) else "clause",
        lemma=best.lemma,
        verb=best.verb,
        kind=words.kind(best),
        addressee=spans_of(tree, best.addressee),
        negated=best.negated,
        agentless=best.passive and not mine.source,
    )


def corrected(pattern: Draft, mine: Draft) -> Draft:
    """What the grammar gives, with the spans of a proposal."""
    how = "clause" if pattern.how == "bare" else pattern.how
    return replace(pattern, how=how, spans=mine.spans, source=mine.source, cue=mine.cue, share=mine.share)
