from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrections.invented import DAM, FOUND, HOLDS, PASSED, article, on, spans
from firsthand.corrections.anchor import anchor, cut, find, locate, statement_anchor, text_hash, texts


def test_an_anchor_holds_the_words_and_what_stands_around_them():
    at = on(DAM, PASSED)
    assert at.quote == PASSED
    assert at.before == DAM.text[at.spans[0][0] - 32 : at.spans[0][0]]
    assert at.after.startswith(",” she told")
    assert (at.article, at.url, at.text) == (DAM.id, DAM.url, text_hash(DAM.text))


def test_an_anchor_of_several_spans_joins_their_words():
    at = on(DAM, HOLDS, PASSED)
    assert at.quote == f"{HOLDS} {PASSED}"
    assert at.before == ""
    assert statement_anchor(DAM, FOUND[1]) == on(DAM, PASSED)


@pytest.mark.parametrize("bad", [((5, 5),), ((4, 9), (2, 3)), ((0, 10_000),), ((-2, 3),), ((0, 5), (3, 8))])
def test_spans_outside_of_a_text_make_no_anchor(bad):
    with pytest.raises(ValueError, match="do not lie in order"):
        anchor(DAM, bad)


def test_an_anchor_is_found_in_the_same_text_under_another_address():
    moved = article(url="https://valley.example/moved")
    assert moved.id != DAM.id
    assert find(on(DAM, PASSED), texts([moved])) == (moved, spans(DAM.text, PASSED))


def test_an_anchor_is_lost_where_one_letter_of_the_text_changed():
    assert find(on(DAM, PASSED), texts([article(DAM.text + " ")])) is None


def test_of_two_articles_with_the_same_text_the_one_with_the_id_or_the_address_is_meant():
    other, third = article(url="https://mirror.example/dam"), article(url="https://third.example/dam")
    at = on(DAM, PASSED)
    assert find(at, texts([other, DAM])).article is DAM
    assert find(replace(at, article="old"), texts([other, DAM])).article is DAM
    assert find(at, texts([other, third])) is None


def test_offsets_that_do_not_lead_to_the_words_lead_nowhere():
    at = on(DAM, PASSED)
    wrong = tuple((a + 1, b + 1) for a, b in at.spans)  # as offsets in UTF-16 are behind the wave
    assert find(replace(at, spans=wrong), texts([DAM])) is None
    assert find(replace(at, spans=((0, 9999),)), texts([DAM])) is None


def test_an_anchor_without_spans_is_the_whole_article():
    assert find(anchor(DAM), texts([DAM])) == (DAM, ())
    assert anchor(DAM).quote == anchor(DAM).before == anchor(DAM).after == ""


def test_words_that_moved_are_located_where_they_stand_once():
    changed = article("Update 🌊. " + DAM.text)
    assert locate(on(DAM, PASSED), changed) == spans(changed.text, PASSED)
    assert locate(on(DAM, HOLDS, PASSED), changed) == spans(changed.text, HOLDS, PASSED)
    assert locate(on(DAM, PASSED), article("Nothing of it is left.")) is None


def test_of_several_places_the_one_with_like_surroundings_is_proposed():
    before = article("Ada said it holds. Odd said it broke.")
    at = anchor(before, spans(before.text, "said it"))
    assert locate(at, article("Odd said it broke. Ada said it holds. Later Ada said it again.")) == ((23, 30),)
    assert locate(at, article("x said it y. x said it y. said it")) is None


def test_a_quote_that_stands_everywhere_is_located_nowhere():
    before = article("a" + "b" * 9)
    assert locate(anchor(before, ((1, 2),)), article("b" * 100_000)) is None


@given(st.text(st.characters(exclude_categories=()), min_size=1), st.data())
def test_what_is_anchored_is_found_and_located(text, data):
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
    some = tuple(zip(edges[::2], edges[1::2], strict=False))
    made = article(text)
    at = anchor(made, some)
    assert find(at, texts([made])) == (made, some)
    assert (placed := locate(at, made)) is None or cut(text, placed) == at.quote
