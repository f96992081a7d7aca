"""How far a draft is to be trusted: the share of its like that was right where people annotated."""

from firsthand.stages.attribute.draft import Draft

# Shares of drafts right in content and source on 384 articles of PolNeAR (dev and part of train), by construction;
# benchmarks/polnear.py prints how they hold.
SHARES = {
    "phrase": 0.75,
    "cue after": 0.87,
    "cue before": 0.7,
    "same paragraph": 0.9,
    "infinitive": 0.5,
    "object": 0.55,
    "reference": 0.5,
    "label": 0.5,
    "noun": 0.57,
    "unattributed": 0.2,
    "voice": 0.9,
}
CLAUSE = {"direct": 0.93, "mixed": 0.77, "indirect": 0.74}
SHORT, LONG_PREPOSITION, SHORT_PREPOSITION = 0.4, 0.52, 0.3
SOURCELESS = 0.1
FAINT = 0.2  # who cannot be asked: “you think …”
CURT = 0.15  # so much fewer were right of those of one or two words
UNOWNED = 0.3  # what nobody is seen to say, by the tagger alone
# From which probability of the tagger on how many were right: where the rules found the same, and where not.
AGREED = ((0.9, 0.95), (0.7, 0.7), (0.4, 0.5), (0.0, 0.4))
PROPOSED = ((0.95, 0.8), (0.9, 0.65), (0.6, 0.5), (0.4, 0.38), (0.0, 0.25))


# What is left of a rule's share where the tagger sees nothing: a third were right on PolNeAR, most on the packs.
UNSEEN = 0.75
GRAMMATICAL = ("clause", "object", "preposition", "infinitive", "noun")


def confidence(text: str, draft: Draft, alone: bool = True) -> float:
    """Between 0 and 1: how many such drafts were right; `alone` when the rules work without the tagger."""
    if draft.faint:
        return FAINT
    if draft.share is not None and draft.quote != "none":
        right = next(right for least, right in (AGREED if draft.agreed else PROPOSED) if draft.share >= least)
        short = CURT if length_in_words(text, draft) < 3 else 0
        return round(right - short if draft.source or draft.agreed else min(right, UNOWNED), 2)
    if draft.quote == "none":
        return SHARES["voice"]
    doubted = not alone and not draft.via and draft.how.partition(":")[0] in GRAMMATICAL
    return round((UNSEEN if doubted else 1) * by_rules(text, draft), 2)


def length_in_words(text: str, draft: Draft) -> int:
    """How many words a draft's content has."""
    return sum(len(text[start:end].split()) for start, end in draft.spans)


def by_rules(text: str, draft: Draft) -> float:
    """The measured share for the draft's construction and length, where the tagger has no say."""
    words = length_in_words(text, draft)
    if not draft.source and draft.how in ("clause", "object"):
        return SHARES["infinitive"] if draft.agentless else SOURCELESS
    if draft.how == "clause":
        return CLAUSE.get(draft.quote, SHORT) if words > 2 or draft.quote == "direct" else SHORT
    if draft.how.startswith("preposition"):
        return LONG_PREPOSITION if words > 5 or draft.quote == "mixed" else SHORT_PREPOSITION
    if draft.how == "object" and words < 3 and not any(c.isdigit() for a, b in draft.spans for c in text[a:b]):
        return SHORT  # a figure says enough: “the hospital counted 14 dead”
    return SHARES.get(draft.how, SHORT)
