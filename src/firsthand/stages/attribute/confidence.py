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


def confidence(text: str, draft: Draft) -> float:
    """Between 0 and 1: the measured share for the draft's construction and length."""
    words = sum(len(text[start:end].split()) for start, end in draft.spans)
    if not draft.source and draft.how in ("clause", "object"):
        return SHARES["infinitive"] if draft.agentless else SOURCELESS
    if draft.how == "clause":
        return CLAUSE.get(draft.quote, SHORT) if words > 2 or draft.quote == "direct" else SHORT
    if draft.how.startswith("preposition"):
        return LONG_PREPOSITION if words > 5 or draft.quote == "mixed" else SHORT_PREPOSITION
    if draft.how == "object" and words < 3:
        return SHORT
    return SHARES.get(draft.how, SHORT)
