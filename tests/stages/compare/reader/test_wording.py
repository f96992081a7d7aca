"""What the reader is told beside a statement's words."""

import pytest

from firsthand.stages.compare.reader.wording import said, then


def test_a_speaker_that_nobody_knows_is_a_report():
    assert said("en", None, "asserts", "the bridge fell").startswith("report says:")


@pytest.mark.parametrize(("days", "start"), [(0, "same day, "), (2, "2 days later, "), (-1, "1 days earlier, ")])
def test_days_between_two_statements_stand_in_front(days, start):
    assert then("en", days, "x") == f"{start}x"
