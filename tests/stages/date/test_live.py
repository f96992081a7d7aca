"""Live pages: what makes one, and that its entries are of the day of publication."""

import pytest

from firsthand.stages.date.live import live_from

ENTRIES = ["3.25 pm – A ferry leaves.", "1.15 pm – The harbour opens.", "11.50 am – Your questions."]


def test_entries_from_the_latest_to_the_first_are_a_live_page():
    text = "LIVE: the strike\n\n" + "\n\n".join(ENTRIES)
    assert live_from(text) == text.index("3.25")


def test_times_that_jump_are_of_several_days_or_no_times():
    assert live_from("\n".join([ENTRIES[1], ENTRIES[0], ENTRIES[2]])) is None


@pytest.mark.parametrize("text", ["", "At 15:20 the bus left.\nAt 14:05 it rained.\n", "\n".join(ENTRIES[:2])])
def test_other_texts_are_none(text):
    assert live_from(text) is None
