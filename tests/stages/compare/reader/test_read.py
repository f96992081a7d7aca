"""What a denial speaks against, told by more than shared words."""

from firsthand.stages.compare.reader.model import load
from firsthand.stages.compare.reader.read import opposed


def test_a_denial_in_other_words_goes_to_its_claim(spill):
    (told, season, denial), _ = spill
    found = opposed(load("en"), [(told, denial), (season, denial)], "en", {})
    assert found["s1", "s3"] > found["s2", "s3"]
    assert all(0 <= share <= 1 for share in found.values())
