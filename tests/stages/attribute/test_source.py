"""Who speaks: before, behind and inside the clause, with appositives, and nobody where nobody is named."""

import pytest


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The plant will close in June, announced on Tuesday its management.", "its management",
         "The plant will close in June"),
        ("The strike is over, declared yesterday the president of the union, Ana Ilic.",
         "the president of the union, Ana Ilic", "The strike is over"),
        ("The harvest will be good this year, stated for our newspaper the director of the farm, Ana Ilic.",
         "the director of the farm, Ana Ilic", "The harvest will be good this year"),
    ],
)  # fmt: skip
def test_a_subject_far_behind_its_cue(one, text, source, content):
    found = one(text)
    assert (found.source, found.content) == (source, content)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Mayor Lotte Brink, who opened the school, said that it was the largest in the county.",
         "Mayor Lotte Brink, who opened the school"),
        ("Sources close to the company said the deal was dead.", "Sources close to the company"),
        ("Experts say the glacier will vanish within ten years.", "Experts"),
        ("The mayor (who is 61) said the glacier will vanish.", "The mayor (who is 61)"),
        ("She added that the glacier will vanish.", "She"),
        ("Lotte Brink, 61, a nurse from Holm, said the glacier will vanish.", "Lotte Brink, 61, a nurse from Holm"),
    ],
)  # fmt: skip
def test_a_source_with_all_that_is_said_of_it(one, text, source):
    assert one(text).source == source


@pytest.mark.parametrize("text", ["The dam was said to be safe.", "It was alleged that the dam leaked badly."])
def test_a_passive_without_an_agent_names_no_source(told, text):
    assert [s.source for s in told(text)] == [""]


def test_who_is_told_does_not_speak(told):
    assert "He" not in {s.source for s in told("He was told that the ship had sunk.")}


def test_a_title_and_a_name_behind_a_dateline(one):
    found = one("HOLM — The old bridge was closed on Monday, the mayor, Angela Brink, said.")
    assert found.source == "the mayor, Angela Brink"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The court read a note dated 3 May, which speaks of a 'lost key'.", "a note"),
        (
            "The club released a letter dated 3 March, which warns of a 'long and hungry winter'.",
            "a letter",
        ),
        ("The museum found a memo dated 19 April, which says that the vase was sold.", "a memo"),
        ("The union showed a paper dated 1 June, which claims that the mill is safe.", "a paper"),
    ],
)
def test_what_is_dated_speaks_and_not_its_date(said, text, source):
    assert [" ".join(f.source.split()[:2]) for f in said(text)] == [source]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("‘Two of them,’ she said. ‘One to read and one to burn.’", "she", "Two of them"),
        ("“Six of the cows,” the farmer said. “All on one night.”", "the farmer", "Six of the cows"),
        ("“Not a word,” the mayor said. “Not a letter.”", "the mayor", "Not a word"),
        ("“Ten of ours,” he said. “One was new.”", "he", "Ten of ours"),
    ],
)
def test_a_quotation_without_a_verb_is_not_who_speaks(said, text, source, content):
    assert (said(text)[0].source, said(text)[0].content) == (source, content)
