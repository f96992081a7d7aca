import pytest

from firsthand.stages.date.atoms import feast_rule, figure, read_words, small
from firsthand.stages.date.grammar import FEAST, UNKNOWN, grammar


@pytest.fixture(scope="module")
def english():
    return grammar("en")


def codes(text):
    words = read_words(text, small(text), (0, len(text)), "en", {})
    return words.low, words.codes


def test_a_feast_is_one_word(english):
    words, found = codes("On New Year’s Eve they met")
    assert words == ["on", "new year ' s eve", "they", "met"]
    assert found[1] == english.codes[FEAST]
    assert feast_rule(english, "new year ' s eve") == "12-31"


def test_a_word_that_only_begins_like_a_feast(english):
    assert codes("New houses in May")[1][0] == UNKNOWN


def test_an_abbreviation_takes_its_point():
    atoms = read_words("Sept. 3", "sept. 3", (0, 7), "en", {}).atoms()
    assert [(atom.start, atom.end) for atom in atoms] == [(0, 5), (6, 7)]


def test_months_that_are_other_words_need_a_capital():
    assert codes("may and June")[1][0] == UNKNOWN
    assert codes("May")[1] != UNKNOWN
    assert codes("june")[1] != UNKNOWN


def test_letters_that_grow_when_small_keep_the_offsets():
    text = "İİ met in May."
    atoms = read_words(text, small(text), (0, len(text)), "en", {}).atoms()
    assert text[atoms[3].start : atoms[3].end] == "May"


def test_figures_by_their_shape():
    assert figure("en", "1995") != figure("en", "31") != figure("en", "99")
    assert figure("en", "9" * 40) == UNKNOWN
