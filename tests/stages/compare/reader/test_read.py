"""What a denial speaks against, told by more than shared words."""

from firsthand.stages.compare.reader.model import load
from firsthand.stages.compare.reader.read import opposed


def test_a_denial_in_other_words_goes_to_its_claim(record, seen):
    first, second = record.article("1"), record.article("2", day="2025-03-05")
    said = [
        record.statement("s1", first, "the tanker had emptied its ballast into the fjord"),
        record.statement("s2", first, "the fishing season would open a week late"),
        record.statement("s3", second, "Nothing was ever discharged from this ship", stance="denies"),
    ]
    (spill, season, denial), _ = seen([first, second], said)
    found = opposed(load("en"), [(spill, denial), (season, denial)], "en", {})
    assert found["s1", "s3"] > found["s2", "s3"]
    assert all(0 <= share <= 1 for share in found.values())
