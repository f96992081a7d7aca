from hypothesis import given
from hypothesis import strategies as st

from firsthand.stages.compare.words import concept, weight, wording


def test_words_for_one_thing_are_one_term():
    left, right = (wording("en", t).weights for t in ("The blaze killed sailors.", "Sailors died in a fire."))
    assert set(left) == set(right)


def test_derived_words_are_one_term():
    assert set(wording("en", "the abolition").weights) == set(wording("en", "abolished").weights)


def test_a_concept_never_joins_words_that_no_list_joins():
    assert concept("en", "harbour") == ""
    assert set(wording("en", "harbour").weights).isdisjoint(wording("en", "orchestra").weights)


def test_a_rare_word_weighs_more():
    assert weight("en", "trombon") > weight("en", "yesterday")


def test_a_negator_turns_its_clause_and_no_other():
    signs = wording("en", "The bridge was not damaged, and the tunnel stayed dry.").signs
    assert signs[concept("en", "bridg")] == -1
    assert signs["tunnel"] == 1


def test_a_negated_word_is_on_the_other_side_of_its_pair():
    assert wording("en", "The signature is genuine").sides == {"truth": 1}
    assert wording("en", "The signature is not genuine").sides == {"truth": -1}
    assert wording("en", "The signature is forged").sides == {"truth": -1}


def test_a_name_is_told_from_the_first_word_of_a_sentence():
    found = wording("en", "Divers found Karin Moe.").names
    assert {"karin", "moe"} <= found
    assert "diver" not in found
    assert "moe" in wording("en", "Moe dived.", frozenset({"moe"})).names


@given(st.text(max_size=300))
def test_any_text_has_a_wording(text):
    found = wording("en", text)
    assert set(found.signs) == set(found.weights)


def test_a_negation_turns_a_text_round():
    texts = "The camp kept men in a container", "There was no container", "The choir sang"
    assert [wording("en", text).negated for text in texts] == [False, True, False]
