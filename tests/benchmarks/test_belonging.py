import pytest

from belonging import above, words


@pytest.mark.parametrize(("start", "over"), [("a", ["b", "c"]), ("b", ["c"]), ("d", []), ("e", ["f"])])
def test_whoever_belongs_to_a_body_belongs_to_what_is_above_it(start, over):
    parents = {"a": "b", "b": "c", "c": None, "d": "unknown", "e": "f", "f": "e"}
    actors = {name: {"id": name, "member_of": parent} for name, parent in parents.items()}
    assert [actor["id"] for actor in above(actors[start], actors)] == over


def test_short_words_tell_no_body():
    assert words("the Port of Ust", "Holm’s Choir") == {"port", "holm", "choir"}
