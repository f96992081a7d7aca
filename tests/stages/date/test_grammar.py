import re

import pytest

from firsthand.stages.date.grammar import ATOM, UNKNOWN, grammar
from firsthand.stages.date.normalise import OPERATIONS


@pytest.fixture(scope="module")
def english():
    return grammar("en")


def test_every_rule_is_made_something_of(english):
    assert {rule.op for rule in english.rules} <= OPERATIONS.keys() | {"fixed"}


def test_no_word_that_a_rule_names_is_without_a_code(english):
    assert all("\2" not in rule.pattern.pattern for rule in english.rules)


def test_a_word_of_two_classes_fits_both(english):
    second = english.codes["second"]
    quarter = next(r for r in english.rules if r.op == "quarter")
    assert second != UNKNOWN
    assert quarter.pattern.match(second + english.codes["quarter"])


def test_rules_are_tried_at_known_words_only(english):
    assert english.begins.search(english.codes["the"] + UNKNOWN) is None
    assert english.begins.search(english.codes["friday"])


def test_a_language_without_a_grammar():
    with pytest.raises(FileNotFoundError):
        grammar("xx")


def test_words_and_figures():
    assert ATOM.findall("At 10:40pm, mid-May (1,900 a.m.)") == [
        "At", "10:40pm", ",", "mid", "-", "May", "(", "1,900", "a.m.", ")",
    ]  # fmt: skip


def test_the_patterns_are_plain_regular_expressions(english):
    # No repetition of a repetition: matching stays linear in the text.
    assert not any(re.search(r"\)[*+]\)?[*+]", rule.pattern.pattern) for rule in english.rules)
