"""The whole of an article: order, spans, verbatim, and texts that are hardly texts."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from firsthand.stages.attribute import attribute
from firsthand.stages.attribute.extract import undated
from firsthand.stages.parse import parse

ARTICLE = """Bridge shut after storm

The old bridge was closed on Monday, the mayor, Angela Brink, said.

“The piers moved in the night,” she told Adria Wire. “We will not open it again before spring.”

The county denied that it had been warned. According to engineers, the bridge is 90 years old.

The so-called “iron lady” has carried trains since 1931."""

PIECES = [
    "The mayor said ", "“", "”", '"', "'", "’s ", "the dam will hold", ", ", ". ", "\n\n", " according to ", "police",
    " told Adria Wire that ", " denied ", ": ", "citing", " neither A nor B confirmed them", "Ana Ilic", "\x00",
    "\ud800", "\u202e", "é", "😀", "(", ") ", "— ", "?", "which he said ", "1,000",
]  # fmt: skip


def spans_hold(article, found):
    for a in found:
        for spans in (a.spans, a.source, a.cue, *a.via):
            assert spans == tuple(sorted(spans))
            for start, end in spans:
                assert 0 <= start < end <= len(article.text)
                assert not article.text[start].isspace()
                assert not article.text[end - 1].isspace()
        assert a.spans
        assert 0 < a.confidence < 1
    assert [a.spans for a in found] == sorted(a.spans for a in found)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("The mayor said “, — — \n\nThe mayor said “The mayor said ")  # a quotation of nothing but signs
@example("The mayor said The mayor said “, — — ")
def test_every_span_of_any_text_leads_to_characters(whole, text):
    article = whole(text)
    spans_hold(article, attribute(article, next(parse([article]))))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_every_span_of_random_characters_too(whole, text):
    article = whole(text)
    spans_hold(article, attribute(article, next(parse([article]))))


def test_an_article_of_many_styles(told, whole):
    found = told(ARTICLE, title=True)
    assert [(s.quote, s.source, s.stance) for s in found] == [
        ("none", "", "asserts"),
        ("indirect", "the mayor, Angela Brink", "asserts"),
        ("direct", "she", "asserts"),
        ("direct", "she", "asserts"),
        ("indirect", "The county", "denies"),
        ("indirect", "engineers", "asserts"),
        ("none", "", "asserts"),
    ]
    assert found[2].via == ("Adria Wire",)
    article = whole(ARTICLE, title=True)
    spans_hold(article, attribute(article, next(parse([article]))))


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "Bridge", "“", "”.", "...", "—", ":", "\x00\x01\x1b",
     "\ud800", "\u200b", "“”" * 50, "(" * 300, "said", "said that", "“,” said"],
)  # fmt: skip
def test_hardly_a_text_says_nothing_and_does_no_harm(told, text):
    assert told(text) == []


def test_control_characters_and_half_characters_do_not_move_an_offset(one):
    found = one("\x1b[1m\ud800 “The \x00quay is safe tonight,” the mayor said.")
    assert found.content == "The \x00quay is safe tonight"


@pytest.mark.parametrize("unit", ["“", '"', "'x ", "‘a “b "])
def test_a_long_row_of_marks(told, unit):
    assert isinstance(told(unit * 1_500), list)


def test_a_long_article_is_told_like_a_short_one(whole, parsed):
    """Copies of one parse in a row: no limit on length changes what is found (and nothing is quadratic)."""
    text = "The mayor said the bridge was shut. “We lost the piers,” she said. The road is open again. "
    short = attribute(whole(text), parsed(text), "rules")
    long_text = text * 300
    found = attribute(whole(long_text), parsed(long_text), "rules")
    assert len(found) == 300 * len(short)


@pytest.mark.parametrize(
    ("text", "source", "left"),
    [
        ("Last Friday’s report that it would close was withdrawn.", "Last Friday", ""),
        ("Correction, May 19: This column reported that it had closed.", "May 19: This column", "This column"),
        ("Ana Brink said on Monday that it had closed.", "Ana Brink", "Ana Brink"),
    ],
)
def test_no_day_says_anything(whole, text, source, left):
    article = whole(text)
    start = text.index(source)
    spans = undated(article.text, next(parse([article])), ((start, start + len(source)),))
    assert " ".join(text[a:b] for a, b in spans) == left


@pytest.mark.parametrize("text", ["claimed nine lives", "claimed the lives of two men"])
def test_what_a_fire_claims_nobody_says(told, text):
    assert [a.content for a in told(f"The fire {text}.") if a.quote != "none"] == []


def test_what_a_group_claims_it_says(told):
    assert [a.content for a in told("The group claimed nine attacks.")] == ["nine attacks"]
