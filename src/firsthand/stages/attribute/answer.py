"""Two statements in one span: what somebody says, and the claim of another that they deny, doubt or confirm by it."""

from collections.abc import Sequence
from dataclasses import replace

from firsthand.stages.attribute.draft import Draft, length, overlap, tidy
from firsthand.stages.attribute.hands import Reader
from firsthand.stages.attribute.near import near, shelved

SET_OFF = (",", "—", "–", "-", ";")


def stands_in(reader: Reader, draft: Draft) -> bool:
    """Whether a content only stands for what was said before: “it”, “that claim”, “a charge”, “the allegations”."""
    words = " ".join(reader.text[start:end] for start, end in draft.spans).casefold()
    first, _, rest = words.partition(" ")
    if words in reader.hands.standing_in or (first in reader.hands.standing_in and len(rest.split()) < 5):
        return True
    ids = reader.tokens(draft.spans)
    tokens = reader.tree.parse.tokens
    short = len(ids) > 1 and all(tokens[t].pos in ("DET", "ADJ", "PRON") for t in ids[:-1])
    return short and len(ids) < 4 and tokens[ids[-1]].lemma in reader.hands.reports and tokens[ids[0]].pos != "ADJ"


def replies(reader: Reader, draft: Draft) -> bool:
    """Whether a draft's verb answers what another said."""
    return draft.lemma in reader.hands.responding or draft.stance is not None


def without_replies(reader: Reader, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without the replies at their ends: “the mill had been sold, a claim the owner disputed”."""
    shelves = shelved((n, d.spans) for n, d in enumerate(drafts))
    out = list(drafts)
    for k, reply in enumerate(drafts):
        if reply.how != "object" or not reply.spans or not replies(reader, reply) or not stands_in(reader, reply):
            continue
        start = reply.spans[0][0]
        if not reader.text[:start].rstrip(" ").endswith(SET_OFF):
            continue
        for n in near(shelves, reply.spans):
            whole = out[n]
            if n != k and whole.verb != reply.verb and whole.spans[0][0] < start and overlap(whole.spans, reply.spans):
                kept = tidy(reader.text, tuple((a, min(b, start)) for a, b in whole.spans if a < start))
                if kept:
                    out[n] = replace(whole, spans=kept)
    return out


def answered(reader: Reader, drafts: Sequence[Draft]) -> list[Draft]:
    """“The bank rejected the union's allegation that …”: the union said it, the bank denies the same words.

    Whoever takes back a claim of their own is its only speaker.
    """
    shelves = shelved((n, d.spans) for n, d in enumerate(drafts))
    out = dict(enumerate(drafts))
    for k, claim in enumerate(drafts):
        if claim.how != "noun" or not claim.source:
            continue
        for n in near(shelves, claim.spans):
            reply = out.get(n)
            if reply is None or n == k or not replies(reader, reply) or reply.how == "reference" or not reply.cue:
                continue
            held = overlap(claim.spans, reply.spans) == length(claim.spans)
            if not held or overlap(reply.cue, claim.spans) or overlap(reply.cue, claim.cue):
                continue
            out[n] = replace(reply, how="reference", spans=claim.spans, quote="indirect")
            owner = reader.tokens(claim.source)
            if len(owner) == 1 and reader.tree.parse.tokens[owner[0]].tag == "PRP$":
                out.pop(k, None)
    return list(out.values())
