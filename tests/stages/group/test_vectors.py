from math import isclose

from firsthand.stages.group.vectors import HEAD, HEADS, KEPT, vector
from stages.copy.piles import WIRE, article


def test_length_one_and_not_too_long() -> None:
    made = vector(article(WIRE + " ".join(f"zeta{n}q" for n in range(300)), None, "A"))
    assert isclose(sum(w * w for w in made.weights.values()), 1)
    assert len(made.weights) == KEPT


def test_a_title_counts_by_itself_too() -> None:
    made = vector(article("Herons nest.", None, "A", "Herons nest in Setubal")).weights
    heads = {term: weight for term, weight in made.items() if term.startswith(HEAD)}
    assert isclose(sum(w * w for w in heads.values()), HEADS**2)
    assert heads[HEAD + "heron"] > heads[HEAD + "in"]
    assert not any(term.startswith(HEAD) for term in vector(article("Herons nest.", None, "A")).weights)


def test_title_words_and_names_weigh_more() -> None:
    text = "In the meadows Quintas saw herons, and the tractors stood idle all day."
    plain = vector(article(text, None, "A")).weights
    assert vector(article(text, None, "A", "Herons")).weights["heron"] > plain["heron"]
    assert vector(article(text, None, "A")).names["quinta"] == 1
    assert "heron" not in vector(article(text, None, "A")).names


def test_nothing_to_weigh() -> None:
    assert vector(article("", None, "A")).weights == {}


def test_a_rare_name_counts_at_the_start_of_a_sentence_too() -> None:
    text = "On Monday Zelmirov spoke. Zelmirov left."
    assert vector(article(text, None, "A")).names == {"zelmirov": 2}
    assert vector(article("Zelmirov left.", None, "A")).names == {}


def test_words_run_together_or_with_an_apostrophe_are_no_rare_names() -> None:
    text = "He read HomeZelmirov and met O’Zelmirov and McZelmirov there."
    assert set(vector(article(text, None, "A")).names) == {"mczelmirov"}
