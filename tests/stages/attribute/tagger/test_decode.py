"""From shares to spans."""

import numpy as np

from firsthand.stages.attribute.tagger.decode import cues, joined, proposal, runs
from firsthand.stages.attribute.tagger.features import CONTENT, CUE, NONE, SOURCE

KINDS = {"-": NONE, "S": SOURCE, "Q": CUE, "C": CONTENT}


def shares(pattern, sure=0.9):
    """“SS-QCC” → words × roles."""
    out = np.full((len(pattern), 4), (1 - sure) / 3, dtype=np.float32)
    for n, letter in enumerate(pattern):
        out[n, KINDS[letter]] = sure
    return out


def decoded(pattern, signs="", low=0):
    marks = np.zeros(low + len(pattern), dtype=bool)
    marks[[low + n for n, c in enumerate(signs) if c == ","]] = True
    at = pattern.index("Q")
    return proposal((low + at, low + at + 1), 0.8, shares(pattern), marks, low)


def test_a_cue_starts_where_it_is_likely_and_goes_on_while_further_words_are():
    tags = np.array([[0.9, 0.1, 0], [0.3, 0.6, 0.1], [0.2, 0.1, 0.7], [0.1, 0.8, 0.1], [0.7, 0.3, 0]], dtype=np.float32)
    assert cues(tags, 0.5) == [(1, 3), (3, 4)]
    assert cues(tags, 0.3) == [(1, 3), (3, 4), (4, 5)]


def test_runs_are_the_stretches_that_are_true():
    assert list(runs([True, False, True, True])) == [(0, 1), (2, 4)]
    assert list(runs([])) == []


def test_stretches_that_only_a_sign_keeps_apart_are_one():
    members = np.array([True, False, True, False, False, True])
    assert joined(members, np.array([False, True, False, True, False, False])) == [(0, 3), (5, 6)]


def test_an_attribution_has_one_source_and_any_number_of_contents():
    found = decoded("CC-SSQ-CCC--S")
    assert found.source == ((3, 5),)
    assert found.content == ((0, 2), (7, 10))
    assert 0.89 < found.content_share < 0.91


def test_places_count_from_the_article_and_not_from_the_stretch():
    assert decoded("SQCC", low=100).content == ((102, 104),)


def test_a_cue_without_content_is_no_attribution():
    assert decoded("SSQ---") is None
    assert decoded("SQC", signs="  ,") is None


def test_a_source_is_not_made_up():
    assert decoded("--QCC").source == ()
