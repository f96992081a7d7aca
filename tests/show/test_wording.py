from hypothesis import given
from hypothesis import strategies as st

from firsthand.records import Count
from firsthand.show import wording


def test_a_range_only_where_the_counts_differ():
    assert wording.origins(Count(at_least=1, at_most=1)) == "1 origin"
    assert wording.origins(Count(at_least=2, at_most=3)) == "2–3 origins"
    assert wording.origins(Count(at_least=0, at_most=0)) == "0 origins"


@given(st.text(max_size=200), st.integers(3, 60))
def test_a_cut_is_never_longer_than_its_limit_and_is_shown(text, limit):
    short = wording.cut(text, limit)
    assert len(short) <= limit
    assert short == " ".join(text.split()) or short.endswith("…")


def test_a_cut_adds_no_words():
    assert wording.cut("the bridge will stay closed", 15) == "the bridge…"


def test_the_rest_of_a_list_is_counted():
    assert wording.listed(["a", "b", "c"], 3) == "a, b, c"
    assert wording.listed(["a", "b", "c", "d"], 3) == "a, b, c and 1 more"


def test_plurals():
    assert [wording.many(2, w) for w in ("story", "entry", "outlet")] == ["2 stories", "2 entries", "2 outlets"]


def test_nothing_unsourced_says_nothing():
    assert wording.unsourced(0, 0, 0) == ""
    assert wording.unsourced(0, 0, 2) == "2 from a speaker not known"


def test_who_is_not_identified_keeps_the_words_of_the_text():
    assert wording.unidentified("the\nsenator") == "“the senator” (speaker not known)"
    assert wording.unidentified(" ") == wording.UNKNOWN
