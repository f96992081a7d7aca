from hypothesis import given
from hypothesis import strategies as st

from firsthand.hints import NONE, Pairs, joined, pairs, partners


def pair(two: str) -> frozenset[str]:
    return frozenset(two)


def test_a_later_decision_goes_before_an_earlier() -> None:
    same, apart = (True, ["a", "b"]), (False, ["a", "b"])
    assert pairs([same, apart]) == Pairs(apart=frozenset({pair("ab")}))
    assert pairs([apart, same]) == Pairs(same=frozenset({pair("ab")}))
    assert not pairs([])
    assert not NONE


def test_groups_are_kept_apart_and_not_what_is_in_one() -> None:
    found = pairs([(False, [["a", "b"], ["c"]])])
    assert found.apart == {pair("ac"), pair("bc")}
    assert not found.same


def test_partners_are_found_from_both_sides() -> None:
    assert partners([pair("ab"), pair("bc")]) == {"a": {"b"}, "b": {"a", "c"}, "c": {"b"}}


def test_a_link_that_brings_together_what_is_apart_is_left_out() -> None:
    links = [("a", "b"), ("c", "d"), ("b", "c"), ("d", "e")]
    home = joined(links, [pair("ad")])
    assert home["a"] == home["b"] != home["c"] == home["d"] == home["e"]
    assert len(set(joined(links).values())) == 1


LINKS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=20)


@given(LINKS, LINKS)
def test_no_group_holds_a_pair_apart_and_every_other_link_is_kept(links, kept) -> None:
    apart = {frozenset(two) for two in kept if len(set(two)) == 2}
    home = joined(links, apart)
    together = {frozenset((x, y)) for x in home for y in home if x != y and home[x] == home[y]}
    assert not together & apart
    for one, other in links:
        if home[one] != home[other]:
            groups = [[x for x in home if home[x] == home[end]] for end in (one, other)]
            assert any(frozenset((x, y)) in apart for x in groups[0] for y in groups[1])
