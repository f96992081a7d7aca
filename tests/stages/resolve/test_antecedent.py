import pytest


@pytest.mark.parametrize(
    ("text", "pronoun", "whom"),
    [
        ("Anna Berg met Peter Holm. The road is closed, he said.", "he", "Peter Holm"),
        ("Anna Berg met Peter Holm. The road is closed, she said.", "she", "Anna Berg"),
        ("Mr Zorn asked Mrs Zorn. The road is closed, she said.", "she", "Zorn"),
        ("Holm Shipping shut the road. The road is closed, it said.", "it", "Holm Shipping"),
    ],
)
def test_pronouns_agree(make, text, pronoun, whom):
    assert make.chains(text, ("road is closed", pronoun)) == [[whom]]


def test_a_pronoun_that_nobody_fits_is_unknown(make):
    assert make.chains("The road is long. The road is closed, she said.", ("road is closed", "she")) == [[]]
    assert make.chains("Anna Berg left. The road is closed, he said.", ("road is closed", "he said")) == [[]]


def test_the_last_speaker_goes_on_over_a_paragraph(make):
    text = "“I saw it,” said Anna Berg of the port.\n\n“The mast broke in the storm. Nobody came,” she said."
    rows = (make.said(text, "I saw it", "Anna Berg", quote="direct"), ("The mast broke", "she"))
    assert make.chains(text, *rows) == [["Anna Berg"], ["Anna Berg"]]


def test_a_role_goes_to_its_bearer_and_not_to_a_rival(make):
    text = (
        "The Republican nominee, Peter Holm, met the Democratic nominee, Karl Berg. "
        "Roads are bad, the Democratic nominee said."
    )
    assert make.chains(
        text,
        (
            "Roads are bad",
            "the Democratic nominee",
        ),
    )[0] == ["Karl Berg"]


def test_a_body_is_found_by_its_noun(make):
    text = "The Haven Museum bought a boat from Brandt Motors. It is old, the museum said."
    assert make.chains(text, ("It is old", "the museum")) == [["Haven Museum"]]


def test_a_stadium_is_no_club(make):
    text = "Sporting Lund lost. The Estadio Norte was full. The coach stays, the club said."
    assert make.chains(text, ("The coach stays", "the club")) == [["Sporting Lund"]]
    text = "The Estadio Norte was full. The coach stays, the club said."
    assert make.chains(text, ("The coach stays", "the club")) == [["the club"]]


def test_a_long_quotation_takes_its_speaker_no_further_away(make):
    text = (
        "Karin Holm came too. Anna Berg was there.\n\n“It was dark. The road was closed. Nobody came. "
        "Karin Holm was afraid. We left,” she said."
    )
    row = make.said(
        text, "It was dark. The road was closed. Nobody came. Karin Holm was afraid. We left", "she", quote="direct"
    )
    assert make.chains(text, row) == [["Anna Berg"]]


def test_nobody_names_himself_in_what_he_says(make):
    text = "Peter Dahl came. People like Karl Berg are needed, he said."
    assert make.chains(text, ("People like Karl Berg are needed", "he")) == [["Peter Dahl"]]


def test_a_thing_is_no_person(make):
    text = "Anna Berg read the report. An amendment was added. The road is closed, she said."
    rows = (("The road is closed", "she"),)
    assert make.chains(text, *rows) == [["Anna Berg"]]
