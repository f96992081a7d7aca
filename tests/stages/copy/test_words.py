import pytest

from firsthand.stages.copy.words import number_words, quotations
from stages.copy.piles import article


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "go" twice.', ['"go"']),
        ("‘Don’t go,’ she said.", ["‘Don’t go,’"]),
        ("The ship’s cook didn't quote.", []),
        ("'Go,' he said. The cook's boy left.", ["'Go,'"]),
        ("“One paragraph\n\n“and the next”", ["“One paragraph", "“and the next”"]),
        ("Look:\nHello all — Ann (@ann) May 3\nShe wrote.", ["Hello all — Ann (@ann) May 3"]),
    ],
)
def test_quotations(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in quotations(text)] == found


def test_one_number_for_one_stem_in_all_articles() -> None:
    (one, other), stems = number_words([article("Nine ships", None, "A"), article("A ship, “9”", None, "B")])
    assert one.ids[1] == other.ids[1]
    assert one.ids[0] == other.ids[2]
    assert stems[one.ids[0]] == ("en", "9")
    assert other.quoted.tolist() == [False, False, True]
    assert other.spans(1, 3) == (2, 10)
