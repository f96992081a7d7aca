from firsthand.stages.copy.source import sources
from stages.copy.piles import article


def test_words_outside_quotations_are_counted() -> None:
    (one,), stems = sources([article("He said “go away” and left.", None, "A Post")])
    assert one.unquoted == 4
    assert one.credits.outlet == "post"
    assert len(stems) == 6
