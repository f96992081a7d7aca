"""One article's attributions: constructions, quotations, hands, stance, and the outlet's own voice."""

from collections.abc import Sequence
from typing import Literal

from firsthand.records import Article, Attribution, Parse, Spans
from firsthand.stages.attribute.confidence import SOURCELESS, confidence
from firsthand.stages.attribute.direct import Page, join_quotations, page_of
from firsthand.stages.attribute.draft import Draft, length, overlap, tidy
from firsthand.stages.attribute.frames import Frame, frames
from firsthand.stages.attribute.hands import Reader, reader_of
from firsthand.stages.attribute.labels import labelled
from firsthand.stages.attribute.lexicon import Lexicon, lexicon
from firsthand.stages.attribute.link import link
from firsthand.stages.attribute.merge import merge
from firsthand.stages.attribute.near import Shelves, near, put
from firsthand.stages.attribute.phrases import colons, nouns, phrases
from firsthand.stages.attribute.quotes import quotations
from firsthand.stages.attribute.set_off import set_off
from firsthand.stages.attribute.stance import hedges, stance
from firsthand.stages.attribute.tagger import load, read
from firsthand.stages.attribute.tree import Tree, named, spans_of, tree_of
from firsthand.stages.attribute.voice import own_voice

Method = Literal["tagger", "rules"]

LIKELY = 0.25  # confidence from which an attribution keeps its sentence from being the outlet's own voice


def attribute(
    article: Article, parse: Parse, method: Method = "tagger", nesting: bool = True
) -> tuple[Attribution, ...]:
    """Every attribution of an article and what its outlet says in its own voice, in text order.

    Spans are code points into `article.text`, end exclusive. The rules find dependency constructions of reporting verbs
    learnt by count, quotation marks, and attributing phrases; the tagger, which also reads what the rules found, then
    adds, corrects and drops. Method "rules" leaves the tagger out; without `nesting` only the outermost of nested
    attributions is given. Raises ModelBroken when the tagger's files are not as shipped.
    """
    if not parse.tokens:
        return ()
    language = article.language or "en"
    words = lexicon(language)
    tree = tree_of(parse)
    paragraphs = tuple((parse.tokens[a].start, parse.tokens[b - 1].end) for a, b in parse.paragraphs)
    page = page_of(article.text, parse, quotations(article.text, paragraphs))
    reader = reader_of(article.text, tree, words)
    found = drafts_of(article, tree, words)
    settled = settle(reader, page, found, nesting or method == "tagger")
    model = load(language) if method == "tagger" else None
    if model is not None:
        reading = read(model, parse, page.quotations, [(d.source, d.cue, d.spans) for d in settled])
        settled = settle(reader, page, merge(article.text, tree, words, reading, found, settled, nesting), nesting)
    likely = [draft for draft in settled if confidence(article.text, draft, alone=model is None) >= LIKELY]
    drafts = sorted([*settled, *own_voice(page, tree, likely, words.particles.inverting)], key=lambda d: d.spans)
    return tuple(
        Attribution(
            spans=d.spans,
            quote=d.quote,
            source=undated(article.text, parse, d.source),
            cue=d.cue,
            via=d.via,
            stance=stance(article.text, d, words),
            hedges=hedges(article.text, d, words),
            cue_kind=d.kind,
            confidence=confidence(article.text, d, alone=model is None),
        )
        for d in drafts
    )


def undated(text: str, parse: Parse, source: Spans) -> Spans:
    """A source without a date that is its whole span, or stands before a colon in it: no day says anything."""
    out = []
    for start, end in source:
        for name in named(parse, (start, end), "DATE", "TIME"):
            if name.start <= start and (name.end >= end or text[name.end] == ":"):
                start = min(name.end, end)
        out.append((start, end))
    return tidy(text, tuple(out))


def drafts_of(article: Article, tree: Tree, words: Lexicon) -> list[Draft]:
    """What the rules find, before quotations and hands are looked at."""
    titles = tuple((p.start, p.end) for p in article.parts if p.kind == "title")
    replies = list(set_off(tree, words))
    verbs = {reply.verb for reply in replies}
    found = (frame for frame in frames(tree, words.accepts, words.particles) if frame.verb not in verbs)
    return [
        *replies,
        *(draft_of(article.text, tree, frame, words) for frame in found),
        *phrases(tree, words),
        *nouns(tree, words),
        *labelled(tree.parse, article.text, titles, words),
        *colons(tree, words),
    ]


def settle(reader: Reader, page: Page, found: Sequence[Draft], nesting: bool = True) -> list[Draft]:
    """Drafts with their quotations and hands, each thing said once."""
    return distinct(reader.text, link(reader, page, join_quotations(page, found, reader.words), nesting))


def draft_of(text: str, tree: Tree, frame: Frame, words: Lexicon) -> Draft:
    """A frame as code points."""
    return Draft(
        how=frame.how,
        lemma=frame.lemma,
        verb=frame.verb,
        spans=tidy(text, spans_of(tree, frame.content)),
        source=tidy(text, spans_of(tree, frame.source)),
        cue=spans_of(tree, frame.cue),
        kind=words.kind(frame),
        addressee=spans_of(tree, frame.addressee),
        via=(spans_of(tree, frame.hand),) if frame.hand else (),
        negated=frame.negated,
        agentless=frame.passive and not frame.source,
    )


def distinct(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that say nothing or repeat a better one, best first."""
    kept: list[Draft] = []
    shelves: Shelves = {}
    for draft in sorted(drafts, key=lambda d: (-confidence(text, d), d.spans)):
        same = [
            d
            for d in (kept[k] for k in near(shelves, draft.spans))
            if overlap(d.spans, draft.spans) > 0.5 * min(length(d.spans), length(draft.spans))
            and (draft.how != "reference" or d.source == draft.source)
        ]
        repeats = any(d.source == draft.source or d.cue != draft.cue for d in same)
        if length(draft.spans) > 1 and not repeats and confidence(text, draft) > SOURCELESS:
            put(shelves, len(kept), draft.spans)
            kept.append(draft)
    return kept
