"""Rules and tagger side by side: what stands, what is corrected, what goes."""

import numpy as np
import pytest

from firsthand.stages.attribute.direct import page_of
from firsthand.stages.attribute.extract import drafts_of, settle
from firsthand.stages.attribute.hands import reader_of
from firsthand.stages.attribute.lexicon import lexicon
from firsthand.stages.attribute.merge import alike, broken, code_points, content_of, head_of, merge, union
from firsthand.stages.attribute.quotes import quotations
from firsthand.stages.attribute.tagger import Proposal, Reading
from firsthand.stages.attribute.tree import tree_of

WORDS = lexicon("en")
CLAUSE = "The mayor said that the old bridge was safe."
SURE = 0.95


@pytest.fixture
def merged(whole, parsed):
    """A text, the tagger's (source, cue, content, share) as words, and its share for other cues → the drafts."""

    def run(text, *seen, elsewhere=0.9):
        parse, article = parsed(text), whole(text)
        tree = tree_of(parse)
        paragraphs = tuple((parse.tokens[a].start, parse.tokens[b - 1].end) for a, b in parse.paragraphs)
        page, reader = page_of(text, parse, quotations(text, paragraphs)), reader_of(text, tree, WORDS)
        found = drafts_of(article, tree, WORDS)
        reading = Reading(
            proposals=tuple(proposal(parse, *each) for each in seen),
            cue_shares=np.full(len(parse.tokens), elsewhere, dtype=np.float32),
        )
        drafts = merge(text, tree, WORDS, reading, found, settle(reader, page, found))
        return [
            (" … ".join(text[a:b] for a, b in d.spans), " ".join(text[a:b] for a, b in d.source), d)
            for d in drafts
            if d.spans
        ]

    return run


def run_of(parse, words):
    if not words:
        return ()
    size = len(words.split())
    at = next(n for n in range(len(parse.tokens)) if " ".join(t.text for t in parse.tokens[n : n + size]) == words)
    return ((at, at + size),)


def proposal(parse, source, cue, content, share=SURE):
    return Proposal(
        source=run_of(parse, source),
        cue=run_of(parse, cue)[0],
        content=run_of(parse, content),
        cue_share=share,
        source_share=1.0,
        content_share=1.0,
    )


def test_what_both_see_keeps_the_rules_spans_and_gains_the_taggers_share(merged):
    [(content, source, draft)] = merged(CLAUSE, ("The mayor", "said", "that the old bridge was safe"))
    assert (content, source) == ("the old bridge was safe", "The mayor")
    assert draft.agreed
    assert draft.share == pytest.approx(SURE)


def test_a_sure_proposal_takes_the_place_of_a_draft_that_it_contradicts(merged):
    [(content, source, draft)] = merged(CLAUSE, ("The mayor", "said", "safe"))
    assert (content, source) == ("safe", "The mayor")
    assert not draft.agreed
    assert (draft.how, draft.lemma) == ("clause", "say")


def test_an_unsure_one_does_not(merged):
    [(content, _, draft)] = merged(CLAUSE, ("The mayor", "said", "safe", 0.3))
    assert content == "the old bridge was safe"
    assert draft.share is None


def test_a_cue_that_no_rule_knows_gets_its_construction_from_the_grammar(merged):
    text = "The mayor daydreamed that the old bridge was safe."
    assert merged(text) == []
    [(content, source, draft)] = merged(text, ("The mayor", "daydreamed", "that the old bridge was safe"))
    assert (content, source, draft.how, draft.lemma) == ("the old bridge was safe", "The mayor", "clause", "daydream")


def test_a_noun_may_be_a_cue(merged):
    [(_, _, draft)] = merged(
        "The mayor’s gut feeling, that the bridge was safe, spread.", ("", "feeling", "that the bridge was safe")
    )
    assert (draft.how, draft.lemma) == ("noun", "feeling")


@pytest.mark.parametrize(("elsewhere", "kept"), [(0.9, 1), (0.001, 0)])
def test_a_loose_construction_needs_a_cue_that_the_tagger_sees_too(merged, elsewhere, kept):
    assert len(merged("The party rejected the plan for the harbour.", elsewhere=elsewhere)) == kept


def test_a_clause_stands_without_the_tagger(merged):
    assert len(merged(CLAUSE, elsewhere=0.0)) == 1


def test_what_stands_inside_a_content_is_left_to_the_rules(merged):
    found = merged(
        "The mayor said that the party had rejected the plan for the harbour.",
        ("The mayor", "said", "that the party had rejected the plan for the harbour"),
        elsewhere=0.0,
    )
    assert {source for _, source, _ in found} == {"The mayor", "the party"}


def test_a_hand_is_beyond_the_taggers_scheme(merged):
    text = "“The bridge is safe,” Nordwire quoted the mayor as saying."
    before = merged(text)
    after = merged(text, ("Nordwire", "quoted", "The bridge is safe"))
    assert [d.source for *_, d in after] == [d.source for *_, d in before]


def test_spans_are_alike_when_they_share_half_of_what_either_holds():
    assert alike(((0, 10),), ((0, 10),))
    assert alike(((0, 10),), ((4, 10), (20, 22)))
    assert not alike(((0, 10),), ((6, 16),))
    assert not alike(((0, 10),), ())


def test_union_counts_each_code_point_once():
    assert union([((5, 9), (0, 2)), ((1, 6),)]) == ((0, 9),)


def test_a_cue_hangs_on_its_verb(parsed):
    tree = tree_of(parsed("She did not say why."))
    assert head_of(tree, (1, 4)) == 3


def test_the_word_that_opens_a_clause_is_no_part_of_what_is_said(parsed):
    parse = parsed(CLAUSE)
    spans = content_of(CLAUSE, tree_of(parse), WORDS, proposal(parse, "", "said", "that the old bridge"))
    assert [CLAUSE[a:b] for a, b in spans] == ["the old bridge"]


@pytest.mark.parametrize(
    ("source", "content", "expected"),
    [("The mayor", "the old bridge", False), ("The mayor", "that the", True), ("The", "the old bridge", True)],
)
def test_a_span_that_stops_before_its_noun_is_broken(parsed, source, content, expected):
    parse = parsed(CLAUSE)
    assert broken(tree_of(parse), proposal(parse, source, "said", content)) is expected


def test_what_a_rule_adds_behind_an_object_stays(merged):
    text = "The mayor rejected the plan as a folly, blaming the county for the delay."
    seen = ("The mayor", "rejected", "the plan as a folly")
    shares = {content: draft.share for content, _, draft in merged(text, seen)}
    assert shares["the plan as a folly, blaming the county for the delay"] == pytest.approx(SURE)
    assert "the plan as a folly" not in shares


def test_a_word_with_a_hyphen_is_not_cut(parsed):
    text = "The owner is co-operating with police, he said."
    parse = parsed(text)
    start = next(n for n, t in enumerate(parse.tokens) if t.text.endswith("operating"))
    assert [text[a:b] for a, b in code_points(tree_of(parse), ((start, start + 3),))] == ["co-operating with police"]
