"""What the outlet says in its own voice: the sentences, or parts of them, that nobody else is made to say."""

from collections.abc import Iterator, Sequence

from firsthand.records import Parse
from firsthand.stages.attribute.direct import Page
from firsthand.stages.attribute.draft import Draft, overlap, tidy
from firsthand.stages.attribute.near import Shelves, near, put

FEWEST = 4  # words in a sentence that says something


def own_voice(page: Page, parse: Parse, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A draft for each declarative sentence outside quotations that no attribution touches."""
    shelves: Shelves = {}
    for n, draft in enumerate(drafts):
        put(shelves, n, (*draft.spans, *draft.cue, *draft.source))
    for first, past in parse.sentences:
        tokens = parse.tokens[first:past]
        span = (tokens[0].start, tokens[-1].end)
        if len([t for t in tokens if t.pos != "PUNCT"]) < FEWEST or tokens[-1].text == "?":
            continue
        if not any(t.pos in ("VERB", "AUX") and t.tag in ("VBD", "VBZ", "VBP", "MD", "VBN") for t in tokens):
            continue
        close = (drafts[n] for n in near(shelves, (span,)))
        if any(overlap((span,), (*d.spans, *d.cue, *d.source)) for d in close):
            continue
        if any(q.outer[0] <= span[0] and span[1] <= q.outer[1] for q in page.touching(span)):
            continue
        spans = tidy(page.text, (span,))
        if spans:
            yield Draft(how="voice", lemma="", verb=first, spans=spans, source=(), cue=(), kind="none", quote="none")
