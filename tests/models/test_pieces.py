"""Words as the vocabulary spells them."""

import pytest

from firsthand.models.pieces import MOST, longest, parts, spell

KNOWN = {"[UNK]": 0, "bridge": 1, "##s": 2, "-": 3, "cafe": 4, "b": 5, "##r": 6, "“": 7}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("bridges", (1, 2)),
        ("BRIDGE", (1,)),
        ("café", (4,)),
        ("cafe\u0301", (4,)),
        ("bridge-b", (1, 3, 5)),
        ("br", (5, 6)),
        ("“bridge", (7, 1)),
        ("bridge\u200b", (1,)),
        ("xyz", (0,)),
        ("bx", (0,)),
        ("", (0,)),
        ("\ud800", (0,)),
        ("\x00", (0,)),
    ],
)
def test_a_word_is_spelt_by_its_longest_known_pieces(word, expected):
    assert spell(word, KNOWN) == expected


def test_what_is_too_long_is_no_word():
    assert longest("b" + "r" * 200, KNOWN) == [0]
    assert len(spell("-" * 500, KNOWN)) == MOST


def test_blanks_and_signs_divide():
    assert list(parts("U.S.\u00a0Navy £5")) == ["u", ".", "s", ".", "navy", "£5"]
    assert list(parts("日本a")) == ["日", "本", "a"]
