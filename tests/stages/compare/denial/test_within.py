from dataclasses import replace

import pytest

from firsthand.models.network import FOLDER
from firsthand.stages.compare.denial.within import BEFORE, BEHIND, HEADLINE, TEXT, Within, around, spelt, within

KNOWN = FOLDER / "meaning-en" / "vocab.txt"


def test_a_statement_is_told_with_its_headline_and_what_stands_around_it(record):
    text = "The camp was empty by noon. “There was no container,” Moe told the court. The choir sang."
    article = replace(record.article("1", text), title="Camp on trial")
    told = within(record.statement("s1", article, "There was no container", "Moe"), article)
    assert told == Within(
        "Camp on trial", "The camp was empty by noon.", "“", "There was no container", ",” Moe told the court. "
    )


@pytest.mark.parametrize(
    ("text", "said", "before", "behind"),
    [
        ("He left at 6.30 p.m. and slept", "slept", "", ""),
        ("One.\nTwo said three", "three", "One.", ""),
        ("Who? Moe: no!", "no", "Who?", "!"),
    ],
)
def test_a_sentence_ends_where_another_may_begin(text, said, before, behind):
    start = text.index(said)
    found = around(text, start, start + len(said), said)
    assert (found[0], found[3]) == (before, behind)


def test_each_piece_belongs_to_a_part_and_long_texts_are_cut():
    long = "the valve was open " * 60
    pieces, parts = spelt(Within("Valve", long, "Marsh said ", long, long), KNOWN)
    assert len(pieces) == len(parts)
    assert [*dict.fromkeys(parts)] == [HEADLINE, BEFORE, TEXT, BEHIND]
    assert parts.count(TEXT) == 64
    assert parts.count(BEFORE) < 60
