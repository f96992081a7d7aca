import pytest

from firsthand.stages.attribute.tree import child, loose, named, opening, spans_of, subtree, tree_of

TEXT = "The mayor of Holm, Angela Brink, closed (briefly) the bridge."


@pytest.fixture
def tree(parsed):
    return tree_of(parsed(TEXT))


def at(tree, word):
    return next(n for n, t in enumerate(tree.parse.tokens) if t.text == word)


def test_children_and_what_is_below(tree):
    closed = at(tree, "closed")
    assert child(tree, closed, "dobj") == at(tree, "bridge")
    assert child(tree, closed, "no such label") is None
    assert subtree(tree, at(tree, "bridge")) == [at(tree, "the"), at(tree, "bridge")]
    assert subtree(tree, at(tree, "bridge"), without=frozenset({at(tree, "the")})) == [at(tree, "bridge")]
    assert opening(tree, at(tree, "bridge")) == at(tree, "the")


def test_a_run_broken_only_by_marks_is_one_span(tree):
    tokens = range(at(tree, "Brink") + 1)
    assert [TEXT[a:b] for a, b in spans_of(tree, [t for t in tokens if tree.parse.tokens[t].text != ","])] == [
        "The mayor of Holm, Angela Brink"
    ]
    apart = [at(tree, "mayor"), at(tree, "bridge"), at(tree, ".")]
    assert [TEXT[a:b] for a, b in spans_of(tree, apart)] == ["mayor", "bridge"]
    assert spans_of(tree, []) == ()


def test_names_beside_a_place(tree):
    start = TEXT.index("Angela")
    assert [TEXT[n.start : n.end] for n in named(tree.parse, (start, start + 6), "PERSON")] == ["Angela Brink"]
    assert named(tree.parse, (start, start + 6), "DATE") == []
    assert named(tree.parse, (len(TEXT), len(TEXT) + 5)) == []


def test_what_may_be_cut_from_an_edge():
    assert all(map(loose, (",", "”", "--")))
    assert not any(map(loose, ("a", "7", "%", "€")))
