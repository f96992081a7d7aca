"""Statements in relation: cited, nested, refused, referred to, shared."""

import pytest

from firsthand.stages.attribute.direct import page_of
from firsthand.stages.attribute.draft import Draft
from firsthand.stages.attribute.hands import reader_of
from firsthand.stages.attribute.lexicon import lexicon
from firsthand.stages.attribute.link import link
from firsthand.stages.attribute.quotes import quotations
from firsthand.stages.attribute.tree import tree_of


def test_who_is_cited_speaks_and_who_cites_is_a_hand(one):
    found = one("The ferry was overloaded, Adria Wire reported, citing two harbour officials.")
    assert (found.source, found.via) == ("two harbour officials", ("Adria Wire",))
    assert found.content == "The ferry was overloaded"


@pytest.mark.parametrize(
    ("text", "content", "source", "via"),
    [
        ("The coach said that the doctor had told him that the striker would miss the final.",
         "the striker would miss the final", "the doctor", ("The coach",)),
        ("The manager said she had been told by the engineer that the wall would not hold.", "the wall would not hold",
         "the engineer", ("The manager",)),
        ("According to the lawyer, her client told the police that the money was his.", "the money was his",
         "her client", ("the lawyer",)),
        ("The aide said that the senator had said that the president told her the war was over.", "the war was over",
         "the president", ("the senator", "The aide")),
        ("She said she was told by a nurse that the doctor had said the tests were lost.", "the tests were lost",
         "the doctor", ("a nurse", "She")),
        ("The mayor quoted the engineer as telling the council that the dam was unsafe.", "the dam was unsafe",
         "the engineer", ("The mayor",)),
        ("Lena Holt said she had heard from a neighbour that the mill was sold.", "the mill was sold",
         "a neighbour", ("she", "Lena Holt")),
        ("His brother told him, Moe said, that the gate was open.", "the gate was open", "His brother", ("Moe",)),
        ("Adria Wire reported that the minister had said that the dam would hold.", "the dam would hold",
         "the minister", ("Adria Wire",)),
    ],
)  # fmt: skip
def test_the_innermost_speaker_is_the_source_and_the_others_are_hands(one, text, content, source, via):
    found = one(text)
    assert (found.content, found.source, found.via) == (content, source, via)


def test_a_refusal_to_say_is_one_cue(one):
    found = one("The spokesman declined to say whether the dam was safe.")
    assert (found.content, found.stance) == ("whether the dam was safe", "declines")
    assert found.cue.startswith("declined")


def test_two_who_did_not_confirm_are_two_attributions(said):
    found = said("The talks took place in March, Adria Wire reported. Neither Varna nor Lodz confirmed them.")
    silent = [s for s in found if s.stance == "declines"]
    assert [s.source for s in silent] == ["Varna", "Lodz"]
    assert {s.content for s in silent} == {"The talks took place in March"}


def test_a_charge_and_its_denial_are_told_of_the_same_words(said):
    found = said("He accused the firm of fraud, a charge it denied.")
    assert [(s.content, s.source, s.stance) for s in found] == [
        ("the firm of fraud", "He", "asserts"),
        ("the firm of fraud", "it", "denies"),
    ]


def test_one_speaker_may_say_two_things(said):
    found = said("The mayor called the plan “a gift to speculators” and said it would fail.")
    assert [(s.quote, s.source) for s in found] == [("mixed", "The mayor"), ("indirect", "The mayor")]


def test_a_name_with_an_and_in_it_stays_one(one):
    assert (
        one("The Ministry of Trade and Industry said the dam would hold.").source
        == "The Ministry of Trade and Industry"
    )


def seen(text, parse, source, verb, content, **more):
    """A draft as the tagger proposes it."""

    def span(words):
        at = text.index(words)
        return ((at, at + len(words)),)

    number = next(n for n, t in enumerate(parse.tokens) if t.text == verb)
    return Draft(
        how="clause", lemma=parse.tokens[number].lemma, verb=number, kind="speech", spans=span(content),
        source=span(source), cue=span(verb), **more,
    )  # fmt: skip


def linked(text, parse, drafts, **more):
    paragraphs = tuple((parse.tokens[a].start, parse.tokens[b - 1].end) for a, b in parse.paragraphs)
    reader, page = reader_of(text, tree_of(parse), lexicon("en")), page_of(text, parse, quotations(text, paragraphs))
    return [(words(text, d.source), words(text, d.spans), d.faint) for d in link(reader, page, drafts, **more)]


def words(text, spans):
    return " … ".join(text[a:b] for a, b in spans)


def test_the_noun_is_the_source_and_not_the_pronoun_that_takes_it_up(parsed):
    text = "Workers who said the roof had leaked for years stayed at home."
    parse = parsed(text)
    draft = seen(text, parse, "who", "said", "the roof had leaked for years", share=0.9)
    assert linked(text, parse, [draft]) == [("Workers", "the roof had leaked for years", False)]
    assert linked(text, parse, [draft], nesting=False) == [("who", "the roof had leaked for years", True)]


def test_what_the_tagger_sees_of_nobody_is_kept_but_faint(parsed):
    text = "You know that the roof had leaked for years."
    parse = parsed(text)
    drafts = [seen(text, parse, "You", "know", "the roof had leaked for years", share=share) for share in (0.9, None)]
    assert linked(text, parse, drafts[:1]) == [("You", "the roof had leaked for years", True)]
    assert linked(text, parse, drafts[1:]) == []


def test_without_nesting_the_outermost_attribution_stays(parsed):
    text = "The mayor said that the builder had warned that the roof leaked."
    parse = parsed(text)
    outer = seen(text, parse, "The mayor", "said", "the builder had warned that the roof leaked")
    inner = seen(text, parse, "the builder", "warned", "the roof leaked")
    assert [s for s, _, _ in linked(text, parse, [outer, inner])] == ["the builder"]
    assert [s for s, _, _ in linked(text, parse, [outer, inner], nesting=False)] == ["The mayor"]
