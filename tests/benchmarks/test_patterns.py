"""Whether the measure of patterns tells the slow from the fast."""

import signal

import pytest

from patterns import baits, late, worst


@pytest.fixture(autouse=True)
def _given_up():
    before = signal.signal(signal.SIGVTALRM, late)
    yield
    signal.signal(signal.SIGVTALRM, before)


def test_a_pattern_that_goes_back_over_and_over_is_found():
    assert worst(r"(?:a|a)*b", 0)


def test_a_pattern_that_does_not_is_not():
    assert worst(r"[a-z]{1,20}:", 0) is None


def test_texts_are_made_of_what_a_pattern_repeats():
    assert {"7", " "} <= {pump for _, pump, _ in baits(r"\d+\s*x", 0)}
