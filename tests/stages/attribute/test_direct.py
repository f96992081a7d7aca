"""Whose a quotation is, and what is direct, mixed or no speech at all."""

import pytest

from firsthand.stages.attribute.direct import last_start, page_of, sentence_end, widen
from firsthand.stages.attribute.quotes import quotations


@pytest.mark.parametrize(
    ("text", "content", "source", "cue"),
    [
        ("“The quay is safe for every boat,” Lotte Brink said.", "The quay is safe for every boat",
         "Lotte Brink", "said"),
        ('"The quay is safe," said the harbor master.', "The quay is safe", "the harbor master", "said"),
        ("Lotte Brink, the harbour master, said: “The quay is safe.”", "The quay is safe",
         "Lotte Brink, the harbour master", "said"),
        ("‘The dockers’ demands aren’t new,’ she said.", "The dockers’ demands aren’t new", "she", "said"),
        ("'The dockers' demands aren't new,' she said.", "The dockers' demands aren't new", "she", "said"),
        ("``The dam will hold,'' said the engineer.", "The dam will hold", "the engineer", "said"),
        ("''The dam will hold,'' said the engineer.", "The dam will hold", "the engineer", "said"),
        ("“The bridge is closed”, said the mayor.", "The bridge is closed", "the mayor", "said"),
        ("„The bridge is closed“, said the mayor.", "The bridge is closed", "the mayor", "said"),
        ("“The harvest will be good this year,” emphasized the director of the farm.",
         "The harvest will be good this year", "the director of the farm", "emphasized"),
        ("“No,” said the minister.", "No", "the minister", "said"),
        ("“Help us!” the passengers shouted.", "Help us!", "the passengers", "shouted"),
    ],
)  # fmt: skip
def test_a_direct_quotation_leaves_out_its_marks_and_final_stop(one, text, content, source, cue):
    found = one(text)
    assert (found.content, found.source, found.cue, found.quote) == (content, source, cue, "direct")


@pytest.mark.parametrize(
    "text",
    [
        "“The quay is safe,” said Lotte Brink, “and the boats may sail tonight.”",
        "“The quay is safe,” said Lotte Brink. “The boats may sail tonight.”",
        "‘The quay is safe,’ said Lotte Brink. ‘The boats may sail tonight.’",
    ],
)
def test_a_split_quotation_is_a_statement_for_each_part(said, text):
    first, second = said(text)
    assert first.content == "The quay is safe"
    assert second.content.endswith("boats may sail tonight")
    assert {(s.source, s.cue, s.quote) for s in (first, second)} == {("Lotte Brink", "said", "direct")}


def test_a_quotation_split_in_the_middle_of_its_clause(said):
    first, second = said("“The dam,” said the engineer, “will hold.”")
    assert (first.content, second.content) == ("The dam", "will hold")


def test_a_job_before_the_name(one):
    assert one("“The quay is safe for every boat,” harbour master Lotte Brink said.").source.endswith("Lotte Brink")


def test_a_closing_mark_left_out(said):
    assert all("said" not in s.content for s in said("“The dam will hold, said the engineer."))


def test_guillemets_with_the_comma_inside(one):
    assert one("«The bridge is closed to all traffic,» said the mayor.").source == "the mayor"


def test_a_quotation_of_several_sentences_is_one_statement(one):
    found = one("“The quay is safe. The boats may sail tonight. Nobody needs to wait,” said Lotte Brink.")
    assert found.content == "The quay is safe. The boats may sail tonight. Nobody needs to wait"


def test_a_quotation_over_paragraphs_is_one_statement_that_holds_the_blank_line(said):
    first, second = said("“The quay is safe,” Lotte Brink said. “It was tested twice.\n\n“Nobody needs to wait.”")
    assert second.content == "It was tested twice.\n\n“Nobody needs to wait"
    assert second.source == first.source == "Lotte Brink"


def test_quotations_that_follow_in_a_paragraph_have_the_same_speaker(said):
    found = said("The mayor said it was the captain's fault: “He was asleep. He never saw the rocks.”")
    assert [s.quote for s in found] == ["indirect", "direct"]
    assert {s.source for s in found} == {"The mayor"}


def test_an_unclosed_last_quotation_still_has_its_speaker(said):
    found = said('"The dam will hold," said the engineer. "It was built for this.')
    assert [(s.content, s.source) for s in found] == [
        ("The dam will hold", "the engineer"),
        ("It was built for this", "the engineer"),
    ]


def test_a_fragment_makes_a_report_mixed(one):
    found = one("The minister said the ferry was “unfit for winter” and would be sold.")
    assert found.quote == "mixed"
    assert found.content == "the ferry was “unfit for winter” and would be sold"


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “peace bridge” was closed on Monday.",
        "She read the novel “A Winter in Lodz” on the train.",
        "The film ‘The Long Quay’ opens on Friday in Holm.",
        "The mayor opened the “House of Nations” in Holm on Friday.",
        'The "smart" lamps went dark across the town again.',
    ],
)
def test_scare_quotes_and_titles_are_no_statements(said, text):
    assert said(text) == []


def test_a_spoken_quotation_of_nobody_has_no_source(one):
    found = one("“Nobody will ever know who moved the stones from the old pier.”")
    assert (found.source, found.cue, found.quote) == ("", "", "direct")
    assert found.confidence < 0.5


def test_verbs_inside_a_quotation_attribute_nothing_of_their_own(one):
    found = one("“My father said that the sea takes what it wants,” the captain said.")
    assert found.source == "the captain"


def test_widen_takes_in_the_whole_quotation():
    assert widen(((5, 10), (30, 40)), (8, 20)) == ((5, 20), (30, 40))
    assert widen(((5, 10), (12, 14)), (8, 20)) == ((5, 20),)


def test_where_a_sentence_ends_and_the_last_one_starts():
    text = "It is. He left! So"
    assert sentence_end(text, 0, len(text)) == 5
    assert text[last_start(text, 0, len(text)) :].strip() == "So"


def test_a_page_tells_what_stands_at_a_place(parsed):
    text = "One “a b c” is here. Two follows.\n\nThree “d e f” ends."
    parse = parsed(text)
    page = page_of(text, parse, quotations(text, ((0, 33), (35, len(text)))))
    assert [page.paragraph(at) for at in (0, 32, 35, len(text))] == [0, 0, 1, 1]
    assert text[slice(*page.sentence(25))] == "Two follows."
    assert [text[slice(*q.inner)] for q in page.touching((0, 35))] == ["a b c"]
    assert [*page.numbers((0, len(text)))] == [0, 1]
    assert page.touching((0, 4)) == ()
