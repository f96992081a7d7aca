import pytest


def test_titles_clauses_and_appositives_lead_to_the_name(make):
    text = (
        "The pier is safe, said Lt Cdr Elena Marsh, the port's harbour master. "
        "The crane fell, said spokesman Jonas Lind. It was old, Lind added."
    )
    rows = (
        ("The pier is safe", "Lt Cdr Elena Marsh, the port's harbour master"),
        ("The crane fell", "spokesman Jonas Lind"),
        ("It was old", "Lind added"),
    )
    assert make.chains(text, *rows) == [["Elena Marsh"], ["Jonas Lind"], ["Jonas Lind"]]


def test_two_statements_on_one_source_of_two(make):
    text = "The pact holds, though neither Oslo nor Riga confirmed it."
    row = ("The pact holds", "neither Oslo nor Riga")
    assert make.chains(text, row, row) == [["Government of Norway"], ["Government of Latvia"]]


def test_who_goes_back_to_its_noun(make):
    text = "The prize went to Anna Berg, who said the work was hard."
    assert make.chains(text, ("the work was hard", "who")) == [["Anna Berg"]]


def test_the_writer_of_a_report_is_the_source(make):
    text = "A mast fell, according to reports from Adria Wire."
    assert make.chains(text, ("A mast fell", "reports from Adria Wire")) == [["Adria Wire"]]


def test_one_of_many_is_taken_where_he_is_named(make):
    text = "Port officials, including harbour spokesman Jonas Lind, said the pier was safe."
    row = ("the pier was safe", "Port officials, including harbour spokesman Jonas Lind")
    assert make.chains(text, row) == [["Jonas Lind"]]


def test_a_re_reporter_becomes_an_agency_or_outlet(make):
    text = "Elena Marsh told the agency Nordpress that the pier was safe. Jonas Lind told the daily Kvall it was not."
    found = make.entities(
        text, ("the pier was safe", "Elena Marsh", "Nordpress"), ("it was not", "Jonas Lind", "Kvall")
    )
    assert found["Nordpress"].kind == "agency"
    assert found["Kvall"].kind == "outlet"


def test_i_and_we_are_nobody(make):
    assert make.chains("I think the pier was safe.", ("the pier was safe", "I")) == [[]]


def test_the_same_paper_is_the_one_before(make):
    text = "Elena Marsh told the daily Kvall that the pier was safe. She told the same paper that it would stay."
    rows = (
        ("the pier was safe", "Elena Marsh", "the daily Kvall"),
        ("it would stay", "She", "the same paper"),
    )
    assert make.chains(text, *rows) == [["Elena Marsh", "Kvall"], ["Elena Marsh", "Kvall"]]


@pytest.mark.parametrize(
    ("tie", "name"),
    [
        ("Brandt Capital of Toledo, Ohio, bought a pier.", "Brandt Capital"),
        ("Brandt Capital, based in Toledo, bought a pier.", "Brandt Capital"),
        ("Brandt Capital of Toledo and Lund Holdings of Toledo bought a pier.", "Toledo"),
        ("Brandt Capital bought a pier in Toledo.", "Toledo"),
    ],
)
def test_a_city_is_its_body_only_where_the_article_ties_them(make, tie, name):
    text = f"{tie} It is a lie, Toledo said."
    assert make.chains(text, make.said(text, "It is a lie", "Toledo", nth=tie.count("Toledo"))) == [[name]]


def test_an_office_of_something_before_its_bearers_name(make):
    text = "The minister of transport Anna Berg said it was late."
    assert make.chains(text, ("it was late", "The minister of transport Anna Berg")) == [["Anna Berg"]]
    text = "The lawyer of carmaker Anna Berg said it was late."
    assert make.chains(text, ("it was late", "The lawyer of carmaker Anna Berg")) != [["Anna Berg"]]


@pytest.mark.parametrize(
    ("first", "said_of", "who"),
    [
        ("The report appeared in May.", "It finds", "The report"),
        ("The audit was finished on Friday.", "It says", "The audit"),
        ("A survey opened the week.", "It found", "A survey"),
        ("The ministry was late.", "It said", "The ministry"),
    ],
)
def test_it_takes_up_the_subject_of_the_sentence_before(make, first, said_of, who):
    text = f"{first} {said_of} that the crane was never oiled."
    _, speakers = make.identified(text, ("the crane was never oiled", "It"))
    assert [e.name for e in speakers.entities if e.key == speakers.sources[0]] == [who]
    assert speakers.confidences[0] >= 0.8


@pytest.mark.parametrize(
    "first",
    [
        "The report was sent to the harbour council.",
        "The letter and the memo were found.",
        "Elena Marsh read the letter.",
        "“The report is late.”",
        "The report appeared in May.\n\nRain fell.",
    ],
)
def test_it_is_not_answered_where_another_may_be_meant(make, first):
    _, speakers = make.identified(
        f"{first} It said that the crane was never oiled.", ("the crane was never oiled", "It")
    )
    assert speakers.sources == (None,) or speakers.confidences[0] < 0.8


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Meanwhile the power company has a new roof. Once it had opened, the crane was never oiled, it said.",
         "the power company"),
        ("The Harbour Council met on Monday. The hospital has a new roof. In May the crane was never oiled, it said.",
         "The hospital"),
    ],
)  # fmt: skip
def test_it_goes_back_to_a_body_without_a_name(make, text, who):
    _, speakers = make.identified(text, ("the crane was never oiled", "it"))
    assert [e.name for e in speakers.entities if e.key == speakers.sources[0]] == [who]


def test_a_body_told_of_before_it_speaks_is_as_clear_as_one_that_was_not(make):
    text = "The hospital has a new roof. Elena Marsh smiled. The hospital said that the crane was never oiled."
    _, speakers = make.identified(text, ("the crane was never oiled", "The hospital"))
    assert speakers.confidences[0] >= 0.95


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("At Siltalinja, Jukka Rautanen has answers ready. “The crane was never oiled,” he says.", ["Jukka Rautanen"]),
        ("Rain fell. Oslo was dark. “The crane was never oiled,” he said.", []),
    ],
)
def test_he_makes_a_person_of_a_name_that_only_the_parser_took_for_a_place(make, text, who):
    _, speakers = make.identified(text, ("The crane was never oiled", "he"))
    assert [e.name for e in speakers.entities if e.key == speakers.sources[0] and e.kind == "person"] == who


@pytest.mark.parametrize(
    ("whose", "name"),
    [
        ("the court of appeal in Lyon", "the court of appeal in Lyon"),
        ("police in Vienna", "police in Vienna"),
        ("Vienna city council", "Vienna city council"),
        ("Brandt Motors in Sweden", "Brandt Motors"),
        ("the airport in Lyon", "the airport in Lyon"),
    ],
)
def test_a_spokeswoman_speaks_for_the_body_and_not_for_its_place(make, whose, name):
    source = f"a spokeswoman for {whose}"
    assert make.chains(f"The road is shut, {source} said.", ("The road is shut", source)) == [[name]]
