import pytest

from firsthand.stages.resolve.phrase import read


def phrase(make, text, words):
    cast = make.cast(text)
    at = text.index(words)
    return read(((at, at + len(words)),), cast.scene.tokens, cast.scene.starts, cast.found, cast.lex), cast.scene.tokens


def test_the_head_phrase_ends_before_a_clause(make):
    text = "Two people familiar with the rescue who were not authorised to speak said so."
    found, tokens = phrase(make, text, text[: text.index(" said")])
    assert found.head_word == "people"
    assert tokens[found.core_end].text == "who"


def test_a_name_after_a_comma_is_apposed(make):
    found, _ = phrase(make, "Its president, Stefan Orlov, agreed.", "Its president, Stefan Orlov")
    assert found.apposed.words == ("stefan", "orlov")
    assert found.mention is None


def test_a_name_within_a_phrase_is_not_its_head(make):
    found, _ = phrase(make, "An aide of Stefan Orlov agreed.", "An aide of Stefan Orlov")
    assert found.mention is None
    assert found.head_word == "aide"


def test_two_words_may_be_one_noun(make):
    found, _ = phrase(make, "Later the coast guard agreed.", "the coast guard")
    assert found.head_word == "coast guard"


def test_nothing_to_read(make):
    text = "Later the coast guard agreed."
    cast = make.cast(text)
    for spans in ((), ((5, 5),), ((len(text) - 1, len(text)),)):
        assert read(spans, cast.scene.tokens, cast.scene.starts, cast.found, cast.lex) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Mum-of-two Carla Finch", ("carla", "finch")),
        ("Father-of-four Karl Holt", ("karl", "holt")),
        ("Grandmother-of-six Edna Marsh", ("edna", "marsh")),
        ("Worried mother-of-three Ana Brink, 34,", ("ana", "brink")),
    ],
)
def test_what_is_tied_by_hyphens_stands_before_the_name(make, words, name):
    found, _ = phrase(make, f"{words} said the road was closed.", words)
    assert found.mention.words == name


def test_tied_words_without_a_name_are_their_own(make):
    found, _ = phrase(make, "The mother-of-two said it was open.", "The mother-of-two")
    assert (found.mention, found.head_word) == (None, "mother")
