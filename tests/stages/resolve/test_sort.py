import pytest

from firsthand.stages.resolve.cast import Character
from firsthand.stages.resolve.lexicon import lexicon
from firsthand.stages.resolve.sort import fits, foremost, sorts_of

LEX = lexicon("en")


def body(*words, sorts=(), named=1):
    made = Character(" ".join(words), "organisation", words, sorts=set(sorts))
    made.spans = [(n, n + 1) for n in range(named)]
    return made


@pytest.mark.parametrize(
    ("words", "noun", "fit"),
    [
        (("brandt", "capital"), "firm", True),
        (("estadio", "norte"), "club", False),
        (("harbour", "office"), "firm", False),
        (("lund", "holm"), "firm", None),
        (("lund", "holm"), "zeppelin", None),
    ],
)
def test_names_tell_sorts(words, noun, fit):
    assert fits(body(*words), noun, LEX) is fit


def test_offices_of_people_tell_a_sort():
    assert fits(body("lund", "holm", sorts=["club"]), "club", LEX)


def test_offices_beside_a_name_are_noted(make):
    text = "Anna Berg, the goalkeeper of Lund Varde, wept. Dora Finch of Port Sund left. Port Sund's captain stayed."
    names = make.cast(text).names
    assert sorts_of(names["Lund Varde"], LEX) == set() or "club" in names["Lund Varde"].sorts
    text = "Dwight Holm, the managing partner of Lund Varde Rask, wept."
    assert make.chains(f"It is over, the firm said. {text}", ("It is over", "the firm")) == [["Lund Varde Rask"]]


def test_a_body_of_unknown_sort_named_more_often_stands_before():
    cast = [body("brandt", "capital"), body("lund", "holm", named=3)]
    assert not foremost(0, cast, "firm", LEX)
    assert foremost(0, cast[:1], "firm", LEX)
