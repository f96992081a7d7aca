from itertools import pairwise

from firsthand.stages.copy.sentences import NUMBER, YEAR, align, sentences, spread, value
from firsthand.stages.copy.source import sources
from stages.copy.piles import FIRST_HAND, REWRITE, article


def test_values() -> None:
    assert value("en", "the") == 0
    assert value("en", "38") == NUMBER
    assert value("en", "1998") == YEAR
    assert 0 < value("en", "river") < value("en", "garvao")


def test_sentences_lie_in_the_text() -> None:
    (one,), stems = sources([article(FIRST_HAND, None, "A")])
    found = sentences(one, [value(*s) for s in stems])
    assert FIRST_HAND[slice(*found[0].span)].startswith("A beekeeper")
    assert FIRST_HAND[slice(*found[0].span)].endswith("in April")
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(found))


def test_alignment_runs_forward() -> None:
    (one, other), stems = sources([article(REWRITE, None, "B"), article(FIRST_HAND, None, "A")])
    values = [value(*s) for s in stems]
    chain = align(sentences(one, values), sentences(other, values), lambda d: values[d])
    assert len(chain) >= 3
    assert [a.place for a in chain] == sorted({a.place for a in chain})
    assert [a.other for a in chain] == sorted(a.other for a in chain)
    assert "38" in {stems[d][1] for d in chain[0].details}


def test_nothing_to_align() -> None:
    assert align((), (), lambda d: 1.0) == ()


def test_spread_counts_sentences() -> None:
    (one,), stems = sources([article("Ferns grow. Ferns die, and ferns rot.", None, "A")])
    counted = spread(sentences(one, [value(*s) for s in stems]))
    assert {stems[d][1]: n for d, n in counted.items()}["fern"] == 2
