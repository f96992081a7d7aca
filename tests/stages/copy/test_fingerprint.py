import numpy as np

from firsthand.stages.copy.fingerprint import keys, pairs, prints
from firsthand.stages.copy.words import number_words
from stages.copy.piles import REPORT, REPRINT, WIRE, article


def marks(*texts: str) -> list[np.ndarray]:
    words, stems = number_words([article(t, None, "A") for t in texts])
    return [prints(w, keys(stems)) for w in words]


def test_a_shared_passage_leaves_prints_wherever_it_stands() -> None:
    passage = "seven grey herons walked slowly along the harbour wall before the first trawler came back with sardines"
    one, other = marks("Nobody saw it coming. " + passage, passage + " and the market opened late as always")
    assert len(set(one.tolist()) & set(other.tolist())) >= 2


def test_pairs_are_later_and_earlier() -> None:
    assert pairs(marks(WIRE, REPORT, REPRINT)) == [(2, 0)]


def test_a_text_of_many_holders_leads_to_the_first() -> None:
    found = pairs(marks(*[WIRE] * 20))
    assert {later for later, earlier in found if earlier == 0} == set(range(1, 20))
    assert len(found) < 60


def test_nothing_to_print() -> None:
    assert pairs([]) == []
    assert pairs(marks("", "Two words")) == []
