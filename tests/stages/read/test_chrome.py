"""The words of pages, made ready."""

import re

import pytest

from firsthand.stages.read.chrome import chrome


def test_a_language_without_a_folder_gets_the_fallback():
    assert chrome("xx") is chrome(None) is chrome("en")


def test_patterns_are_compiled_and_words_folded():
    words = chrome("en")
    assert "share" in words.buttons
    assert all(word == word.casefold() for word in words.buttons | words.sections | words.labels)


@pytest.mark.parametrize("name", ["call", "offer", "cookies", "footer_phrase", "final_call", "caption_end"])
def test_patterns_for_lower_case_text_hold_no_capitals(name):
    pattern = re.sub(r"\\.", "", getattr(chrome("en"), name).pattern)
    assert pattern == pattern.lower()
