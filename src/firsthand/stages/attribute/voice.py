"""What the outlet says in its own voice: the sentences, or parts of them, that nobody else is made to say."""

from collections.abc import Iterator, Sequence

from firsthand.stages.attribute.direct import Page, spoken
from firsthand.stages.attribute.draft import Draft, overlap, past_dateline, tidy
from firsthand.stages.attribute.near import near, shelved
from firsthand.stages.attribute.tree import Tree, child

FEWEST = 4  # words in a sentence that says something


def own_voice(page: Page, tree: Tree, drafts: Sequence[Draft], reporting: frozenset[str]) -> Iterator[Draft]:
    """A draft for each declarative sentence outside quotations that no attribution touches.

    A sentence that holds somebody's words, or one of the `reporting` verbs with a clause, is left out: if nobody was
    found to say it, that is our failing and not the outlet's voice.
    """
    parse = tree.parse
    shelves = shelved((n, (*d.spans, *d.cue, *d.source)) for n, d in enumerate(drafts))
    for first, past in parse.sentences:
        tokens = parse.tokens[first:past]
        span = (tokens[0].start, tokens[-1].end)
        if len([t for t in tokens if t.pos != "PUNCT"]) < FEWEST or tokens[-1].text == "?":
            continue
        if not any(t.pos in ("VERB", "AUX") and t.tag in ("VBD", "VBZ", "VBP", "MD", "VBN") for t in tokens):
            continue
        close = [
            d for d in (drafts[n] for n in near(shelves, (span,))) if overlap((span,), (*d.spans, *d.cue, *d.source))
        ]
        if any(d.how != "reference" or len(d.spans) > 1 for d in close):
            continue
        end = min((d.spans[-1][1] for d in close), default=span[1])  # somebody answers what the outlet says before
        if any(spoken(page, q) or (q.outer[0] <= span[0] and span[1] <= q.outer[1]) for q in page.touching(span)):
            continue
        if any(parse.tokens[i].lemma in reporting and child(tree, i, "ccomp") is not None for i in range(first, past)):
            continue
        spans = tidy(page.text, ((past_dateline(page.text, span[0]), end),))
        if spans:
            yield Draft(how="voice", lemma="", verb=first, spans=spans, source=(), cue=(), kind="none", quote="none")
