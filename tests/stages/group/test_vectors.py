from math import isclose

from firsthand.stages.group.vectors import KEPT, vector
from stages.copy.piles import WIRE, article


def test_length_one_and_not_too_long() -> None:
    made = vector(article(WIRE + " ".join(f"zeta{n}q" for n in range(300)), None, "A"))
    assert isclose(sum(w * w for w in made.weights.values()), 1)
    assert len(made.weights) == KEPT


def test_title_words_and_names_weigh_more() -> None:
    text = "In the meadows Quintas saw herons, and the tractors stood idle all day."
    plain = vector(article(text, None, "A")).weights
    assert vector(article(text, None, "A", "Herons")).weights["heron"] > plain["heron"]
    assert "quinta" in vector(article(text, None, "A")).rare
    assert "heron" not in vector(article(text, None, "A")).rare


def test_nothing_to_weigh() -> None:
    assert vector(article("", None, "A")).weights == {}
