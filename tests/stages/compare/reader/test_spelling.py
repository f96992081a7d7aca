"""Pairs of texts as numbers."""

from firsthand.models.network import FOLDER
from firsthand.models.pieces import vocabulary
from firsthand.stages.compare.reader.spelling import LONGEST, spelt

KNOWN = FOLDER / "attribution-en" / "vocab.txt"


def test_marks_stand_around_both_texts():
    numbers = vocabulary(KNOWN)
    pieces, first = spelt("the bridge", "fell", KNOWN)
    words = [numbers[w] for w in ("[CLS]", "the", "bridge", "[SEP]", "fell", "[SEP]")]
    assert (list(pieces), first) == (words, 4)


def test_a_long_first_text_leaves_the_second_whole():
    pieces, first = spelt("bridge " * 500, "fell down", KNOWN)
    assert len(pieces) == LONGEST
    assert len(pieces) - first == 3


def test_two_long_texts_share_the_room():
    pieces, first = spelt("bridge " * 500, "fell " * 500, KNOWN)
    assert len(pieces) == LONGEST
    assert abs(first - len(pieces) / 2) < 3
