"""What the outlet says in its own voice: the sentences, or parts of them, that nobody else is made to say."""

from collections.abc import Iterator, Sequence

from firsthand.records import Spans
from firsthand.stages.attribute.direct import Page, spoken
from firsthand.stages.attribute.draft import Draft, minus, overlap, past_dateline, tidy, within
from firsthand.stages.attribute.near import near, shelved
from firsthand.stages.attribute.tree import Tree, child, subtree

FEWEST = 4  # words in a sentence that says something
_VERBS = ("VERB", "AUX")
_ENDS = (".", "!", "…", ";")
_MODIFIERS = ("relcl", "acl")
_ASIDE = ("advcl", *_MODIFIERS)  # a clause that a sentence can do without
_SMALL = 0.35  # share of a sentence's tokens that a clause which tells who is meant may take
_SUBJECT = ("nsubj", "nsubjpass", "expl")
_FINITE = ("VBD", "VBZ", "VBP", "MD", "VBN")


def own_voice(page: Page, tree: Tree, drafts: Sequence[Draft], reporting: frozenset[str]) -> Iterator[Draft]:
    """A draft for each declarative sentence outside quotations that no attribution touches, or for what is left of one
    beside a clause that attributes (“The mayor closed the bridge, saying it had cracks”).

    A sentence that holds somebody's words, or one of the `reporting` verbs with a clause, is left out: if nobody was
    found to say it, that is our failing and not the outlet's voice.
    """
    parse = tree.parse
    shelves = shelved((n, (*d.spans, *d.cue, *d.source)) for n, d in enumerate(drafts))
    for first, past in parse.sentences:
        span = (parse.tokens[first].start, parse.tokens[past - 1].end)
        close = [
            d for d in (drafts[n] for n in near(shelves, (span,))) if overlap((span,), (*d.spans, *d.cue, *d.source))
        ]
        answers = [d for d in close if d.how == "reference" and len(d.spans) == 1]
        said_by = [d for d in close if d not in answers]
        clauses = _clauses(tree, first, past, said_by)
        if clauses is None or (said_by and parse.tokens[past - 1].text not in _ENDS):
            continue
        kept = sorted({*range(first, past)}.difference(*clauses))
        if not _says(tree, kept, reporting):
            continue
        end = min((d.spans[-1][1] for d in answers), default=span[1])  # somebody answers what the outlet says before
        said: Spans = ((past_dateline(page.text, span[0]), end),)
        for clause in clauses:
            said = minus(said, (parse.tokens[clause[0]].start, parse.tokens[clause[-1]].end))
        if any(
            spoken(page, q) or within((piece,), q.outer) or (clauses and not within((q.outer,), piece))
            for piece in said
            for q in page.touching(piece)
        ):
            continue
        spans = tidy(page.text, said)
        if spans:
            yield Draft(how="voice", lemma="", verb=first, spans=spans, source=(), cue=(), kind="none", quote="none")


def _says(tree: Tree, kept: Sequence[int], reporting: frozenset[str]) -> bool:
    """Whether some words of a sentence say something, and none of them that somebody says it."""
    tokens = [tree.parse.tokens[i] for i in kept]
    return (
        len([t for t in tokens if t.pos != "PUNCT"]) >= FEWEST
        and tokens[-1].text != "?"
        and any(t.pos in _VERBS and t.tag in _FINITE for t in tokens)
        and not any(tree.parse.tokens[i].lemma in reporting and child(tree, i, "ccomp") is not None for i in kept)
    )


def _clauses(tree: Tree, first: int, past: int, drafts: Sequence[Draft]) -> list[list[int]] | None:
    """The words of each clause of a sentence in which somebody is made to say something; None where one is no clause
    apart, so that nothing is left of the sentence without it."""
    tokens, out = tree.parse.tokens, []
    for draft in drafts:
        at = next((i for i in range(first, past) if overlap(((tokens[i].start, tokens[i].end),), draft.cue)), None)
        top = None
        while at is not None and tokens[at].head != at:
            if tokens[at].dep in _ASIDE or (tokens[at].dep == "conj" and child(tree, at, *_SUBJECT) is not None):
                top = at
            at = tokens[at].head
        if top is None or at is None or tokens[at].pos not in _VERBS or child(tree, at, *_SUBJECT) is None:
            return None
        clause = subtree(tree, top)
        whole = (tokens[clause[0]].start, tokens[clause[-1]].end)
        edges = [i for i in (clause[0] - 1, clause[-1] + 1) if first <= i < past]
        if not within(draft.spans, whole):
            return None
        if any(tokens[i].pos not in ("PUNCT", "CCONJ") for i in edges):
            if tokens[top].dep not in _MODIFIERS or len(clause) > _SMALL * (past - first):
                return None
            continue  # “released two men accused of fraud”
        linked = edges and edges[0] < clause[0] and tokens[edges[0]].pos == "CCONJ"
        out.append([*edges[:1], *clause] if linked else clause)
    return out
