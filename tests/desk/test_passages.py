from hypothesis import given
from hypothesis import strategies as st

from firsthand.desk.passages import around, standing


def test_a_long_paragraph_is_cut_at_words_on_both_sides():
    text = "far " * 200 + "THE WORDS" + " after" * 200
    start = text.index("THE")
    pieces = around(text, ((start, start + 9),), 40)
    assert [p.text for p in pieces if p.marked] == ["THE WORDS"]
    assert pieces[0].text.startswith("… far")
    assert pieces[-1].text.endswith("after …")
    assert len(pieces[0].text) < 60 > len(pieces[-1].text)


def test_what_stands_in_other_paragraphs_is_not_shown():
    text = "Before.\n\nShe said it rained.\n\nAfter."
    start = text.index("it rained")
    assert "".join(p.text for p in around(text, ((start, start + 9),))) == "She said it rained."


def test_both_pieces_of_a_statement_are_marked():
    pieces = around("“It rained,” she said, “all day.”", ((1, 10), (24, 31)))
    assert [p.text for p in pieces if p.marked] == ["It rained", "all day"]


def test_a_wide_gap_is_cut():
    text = "ONE " + "gap " * 400 + "TWO"
    pieces = around(text, ((0, 3), (len(text) - 3, len(text))))
    assert sum(len(p.text) for p in pieces) < 300
    assert "…" in pieces[1].text


def test_spans_outside_the_text_show_nothing():
    assert around("short", ((3, 99),)) == ()


@given(st.text("ab \n", max_size=900), st.data())
def test_the_marked_words_are_always_those_at_the_spans(text, data):
    edges = sorted(
        data.draw(st.lists(st.integers(0, len(text)), unique=True, min_size=2, max_size=4)) if len(text) > 2 else []
    )
    given_ = tuple(zip(edges[::2], edges[1::2], strict=False))
    assert [p.text for p in around(text, given_) if p.marked] == [text[a:b] for a, b in given_]


def test_words_are_found_whatever_white_space_is_between():
    assert standing("it  did\nrain", "it did rain") == (((0, 12),),)
    assert standing("a.b", "a?b") == ()
    assert standing("abc", "  ") == ()
    assert len(standing("x " * 100, "x")) == 20
