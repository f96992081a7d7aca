from firsthand.language.frequency import counts, idf
from firsthand.language.terms import stem


def test_common_words_weigh_little_and_rare_ones_much() -> None:
    order = [idf("en", stem("en", w)) for w in ("the", "police", "ferry", "catamaran", "Kiknavelidze")]
    assert order == sorted(order)
    assert order[0] < 0.1
    assert order[-1] > 9


def test_every_count_is_within_the_articles_counted() -> None:
    articles, table = counts("en")
    assert len(table) > 20_000
    assert all(0 < n <= articles for n in table.values())
