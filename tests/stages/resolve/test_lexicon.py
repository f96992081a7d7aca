import pytest

from firsthand.stages.resolve.lexicon import lexicon, phrase


def test_lists_are_folded_and_countries_found_by_name_capital_and_people():
    lex = lexicon("en")
    assert lex.places["north korea"] == lex.places["pyongyang"] == lex.peoples["north korean"] == "KP"
    assert lex.places["hague"] == "NL"
    assert lex.places["kremlin"] == "RU"


def test_genders_come_with_honorifics_roles_and_given_names():
    lex = lexicon("en")
    assert (lex.honorifics["mrs"], lex.persons["spokesman"], lex.given["elena"]) == ("f", "m", "f")
    assert lex.persons["spokesperson"] is None


def test_no_given_name_has_two_genders_and_every_country_has_a_name():
    lex = lexicon("en")
    assert all(lex.countries.values())
    assert set(lex.given.values()) == {"m", "f"}


def test_phrase_is_what_lists_are_keyed_by():
    assert phrase("U.S. State-Department") == "us state-department"


def test_a_language_without_lists_is_refused():
    with pytest.raises(FileNotFoundError):
        lexicon("xx")
