from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.language.terms import fold, stem, terms


def stems(text: str) -> list[str]:
    return [t.stem for t in terms("en", text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nine hundred ballots", "900 ballot"),
        ("Twenty-seven of the 98 bags", "27 of the 98 bag"),
        ("one hundred and five", "one hundred and 5"),
        ("€4m", "4 million"),
        ("1,100 workers", "1100 worker"),
        ("11.400 workers", "11400 worker"),
        ("1.250.000 workers", "1250000 worker"),
        ("4.500 metres", "4.500 metr"),
        ("two thousand three hundred", "2300"),
        ("the harbour’s closing", "the harbor closed"),
        ("Grgić was told", "Grgic is telling"),
        ("cabins", "cabin"),
    ],
)
def test_same_terms(one: str, other: str) -> None:
    assert stems(one) == stems(other)


@pytest.mark.parametrize(("one", "other"), [("2024", "2025"), ("10.40", "1040"), ("ship", "shop"), ("bus", "bu")])
def test_other_terms(one: str, other: str) -> None:
    assert stems(one) != stems(other)


def test_numbers_side_by_side_stay_apart() -> None:
    assert stems("in 2024, 30 left") == ["in", "2024", "30", "leav"]
    assert stems("twenty ten") == ["20 10"]


def test_spans_lead_back_to_the_words() -> None:
    text = "About nine hundred of them"
    found = terms("en", text)
    assert [text[t.start : t.end] for t in found] == ["About", "nine hundred", "of", "them"]
    assert [t.capital for t in found] == [True, False, False, False]


def test_fold_and_stem() -> None:
    assert fold("Šimić's") == "simic"
    assert stem("en", "stolen") == stem("en", "stealing")


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    found = terms("en", text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(t.start < t.end and t.stem for t in found)
