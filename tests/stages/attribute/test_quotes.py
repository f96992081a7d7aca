"""Quotation marks of every house style, and those that are none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.stages.attribute.quotes import quotations, trim


def quoted(text):
    """What stands between the marks, the whole text being one article with a blank line between paragraphs."""
    at, paragraphs = 0, []
    for paragraph in text.split("\n\n"):
        paragraphs.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return [text[slice(*q.inner)] for q in quotations(text, tuple(paragraphs))]


@pytest.mark.parametrize(
    "text",
    [
        "He said: “The pier is ours.”",
        'He said: "The pier is ours."',
        "He said: ``The pier is ours.''",
        "He said: ''The pier is ours.''",
        "He said: ‘The pier is ours.’",
        "He said: 'The pier is ours.'",
        "He said: „The pier is ours.“",
        "He said: „The pier is ours.”",
        "He said: «The pier is ours.»",
        "He said: »The pier is ours.«",
        "He said: ‹The pier is ours.›",
        "He said (“The pier is ours.”)",
        "He said—“The pier is ours.”—and left.",
    ],
)
def test_every_house_style(text):
    assert quoted(text) == ["The pier is ours."]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("‘The dockers’ pay isn’t enough,’ he said.", ["The dockers’ pay isn’t enough,"]),
        ("'The dockers' pay isn't enough,' he said.", ["The dockers' pay isn't enough,"]),
        ("‘It’s Anna’s,’ she said. ‘Don’t touch it.’", ["It’s Anna’s,", "Don’t touch it."]),
        ("‘We lost the boats,’ he said of the dockers’ fleet.", ["We lost the boats,"]),
        ("The dockers’ pay and the owners’ profit", []),
        ("The dockers' pay and the owners' profit", []),
        ("In the ’90s and the '80s it wasn't so", []),
        ("Rock ’n’ roll", []),
        ("The boats were 6' long and 3' wide", []),
    ],
)
def test_an_apostrophe_or_possessive_is_no_quotation_mark(text, inside):
    assert quoted(text) == inside


def test_a_quotation_inside_another_belongs_to_it():
    assert quoted("“He told me ‘never again’ and left,” she said.") == ["He told me ‘never again’ and left,"]
    assert quoted("‘He told me “never again” and left,’ she said.") == ["He told me “never again” and left,"]


def test_a_quotation_goes_on_over_paragraphs_that_open_with_the_mark():
    text = "“We waited all night.\n\n“Nobody came.\n\n“Then it sank,” he said.\n\n“Yes,” she said."
    assert quoted(text) == ["We waited all night.\n\n“Nobody came.\n\n“Then it sank,", "Yes,"]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        (
            "‘It broke,’ she said. ‘Then rain.\n\n‘A boat doesn’t sink for fun.’",
            "Then rain.\n\n‘A boat doesn’t sink for fun.",
        ),
        ("‘Nobody came.\n\n‘The boats’ crews waited.’", "Nobody came.\n\n‘The boats’ crews waited."),
        ("He said: ‘We don’t know.\n\n‘We can’t know.’", "We don’t know.\n\n‘We can’t know."),
        ("'It broke,' she said. 'Then rain.\n\n'A boat doesn't sink.'", "Then rain.\n\n'A boat doesn't sink."),
    ],
)
def test_single_marks_go_on_over_paragraphs_too(text, inside):
    assert quoted(text)[-1] == inside


def test_a_single_mark_in_mid_sentence_carries_nothing_on():
    assert quoted("The class of ‘Seven left.\n\n‘Yes,’ she said.") == ["Yes,"]


def test_a_mark_that_is_not_closed_ends_with_its_paragraph():
    text = "He said: “We waited all night.\n\nNobody came. “Then it sank,” he said."
    assert quoted(text) == ["We waited all night.", "Then it sank,"]
    assert [q.open for q in quotations(text, ((0, 31), (33, len(text))))] == [True, False]


def test_an_odd_number_of_straight_marks_spoils_only_its_paragraph():
    text = 'He said: "We waited." Then he left." It was late.\n\n"Nobody came," he said.'
    assert quoted(text)[0] == "We waited."
    assert quoted(text)[-1] == "Nobody came,"


@pytest.mark.parametrize("text", ["“”", '""', "“ ”", "''", "``''", '"', "'", "’", "«", ""])
def test_empty_quotations_are_none(text):
    assert quoted(text) == []


def test_blanks_at_the_edges_are_cut():
    assert trim("  a b \n", 0, 7) == (2, 5)


def test_french_spacing():
    assert quoted("« La nuit », he said") == ["La nuit"]


MARKS = "“”„«»\"‘’'`‹›"


@given(st.text(alphabet=MARKS + "ab sS.,!\n" + "\ud800\x00é1", max_size=120), st.integers(1, 40))
def test_quotations_lie_in_order_inside_the_text_whatever_it_is(text, size):
    paragraphs = tuple((n, min(n + size, len(text))) for n in range(0, len(text), size))
    found = quotations(text, paragraphs)
    for q in found:
        assert 0 <= q.outer[0] <= q.inner[0] < q.inner[1] <= q.outer[1] <= len(text)
        assert not text[q.inner[0]].isspace()
        assert not text[q.inner[1] - 1].isspace()
    assert all(a.outer[1] <= b.outer[0] for a, b in pairwise(found))


@pytest.mark.parametrize("unit", [*MARKS, "''", "``", " 'x", " ‘x’s", "‘a “b ", "'a \"b\" 'c ", "‘s’ "])
def test_no_end_of_marks(unit):
    """Hundreds of thousands of any mark: it ends, and without a crash."""
    text = unit * (100_000 // len(unit))
    assert quotations(text, ((0, len(text)),)) is not None
