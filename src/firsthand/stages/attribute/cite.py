"""Who is cited: “Adria Wire reported, citing two people”, “according to Adria Wire, citing the port authority”."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from firsthand.records import Span, Spans
from firsthand.stages.attribute.direct import Page
from firsthand.stages.attribute.draft import Draft, minus, overlap, tidy
from firsthand.stages.attribute.hands import Reader, can_speak
from firsthand.stages.attribute.source import RELATIVE
from firsthand.stages.attribute.tree import spans_of


def cite(reader: Reader, page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the cited as sources and those who cite them as hands.

    “Citing” goes with the cue before it in its sentence, whatever subject the grammar gives it; where it stands
    before the cue, with the cue that it belongs to by grammar.
    """
    citing = {page.sentence(d.cue[0][0]): d for d in drafts if is_citing(reader, d)}
    ends = [-1, *sorted(d.cue[-1][1] for d in drafts if d.cue)]
    out: list[Draft] = []
    used: set[int] = set()
    for draft in drafts:
        if is_citing(reader, draft):
            continue
        cited = citing.get(page.sentence(draft.cue[0][0])) if draft.cue and draft.source else None
        if cited is not None and draft.kind in ("speech", "writing") and can_speak(reader, cited.spans):
            at = cited.cue[0][0]
            last = ends[bisect_right(ends, at) - 1] if at >= draft.cue[-1][1] else -1
            if (draft.cue[-1][1] == last and follows(reader, draft, cited)) or belongs(reader, draft, cited):
                passed = through(reader, draft, cited)
                if passed is not None:
                    used.add(cited.verb)
                    draft = passed
        out.append(draft)
    kept = [d for d in drafts if is_citing(reader, d) and d.verb not in used]
    return sorted([*out, *kept], key=lambda d: d.spans)


def is_citing(reader: Reader, draft: Draft) -> bool:
    """Whether a draft's cue is one of citing somebody."""
    return draft.lemma in reader.particles.citing and draft.how == "object"


def follows(reader: Reader, draft: Draft, cited: Draft) -> bool:
    """Whether nothing but a comma stands between a phrase and “citing”; with verbs there may be more."""
    return draft.how != "phrase" or not reader.text[draft.source[-1][1] : cited.cue[0][0]].strip(" ,")


def belongs(reader: Reader, draft: Draft, cited: Draft) -> bool:
    """Whether “citing” is a participle of a cue behind it, or stands in a relative clause of its source."""
    tokens = reader.tree.parse.tokens
    if overlap(draft.source, cited.cue):
        return True
    participle = tokens[cited.verb].tag == "VBG" and cited.cue[0][0] < draft.cue[0][0]
    return (
        participle and draft.how != "phrase" and (cited.source == draft.source or tokens[cited.verb].head == draft.verb)
    )


def through(reader: Reader, draft: Draft, cited: Draft) -> Draft | None:
    """The draft with the cited as its source, and its own source as the hand; None when no content is left."""
    hole = cited.cue[0][0], cited.spans[-1][1]
    spans = plain(reader, minus(draft.spans, hole))
    source = plain(reader, tuple((a, min(b, hole[0])) for a, b in draft.source if a < hole[0])) or draft.source
    if not spans:
        return None
    return replace(draft, spans=spans, source=cited.spans, via=(*draft.via, source))


def plain(reader: Reader, spans: Spans) -> Spans:
    """Spans without a complementizer at their start, a relative pronoun at their end, and marks at their edges."""
    tokens = reader.tree.parse.tokens
    kept: list[Span] = []
    for span in tidy(reader.text, spans):
        ids = reader.tokens((span,))
        while ids and tokens[ids[0]].lemma in reader.particles.complementizers and tokens[ids[0]].dep == "mark":
            ids.pop(0)
        while ids and (tokens[ids[-1]].tag in RELATIVE or tokens[ids[-1]].pos == "PUNCT"):
            ids.pop()
        kept += [(s, e) for s, e in spans_of(reader.tree, ids)] if ids else []
    return tidy(reader.text, tuple(kept))
