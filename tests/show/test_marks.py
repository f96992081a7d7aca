from hypothesis import given
from hypothesis import strategies as st

from firsthand.records import Part
from firsthand.show.marks import DEEPEST, LINES, lines, paragraphs

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=3).map(tuple)


def flat(text, statements, parts=()):
    return [s for p in paragraphs(text, parts, statements) for s in p.segments]


def test_overlapping_statements_are_split_with_the_shorter_first():
    found = [(s.text, s.inside, s.begins) for s in flat("abcdef", {7: ((0, 4),), 8: ((2, 6),), 9: ((2, 3),)})]
    assert found == [
        ("ab", (7,), (7,)),
        ("c", (9, 7, 8), (9, 8)),
        ("d", (7, 8), ()),
        ("ef", (8,), ()),
    ]


def test_a_statement_over_two_paragraphs_begins_once():
    found = flat("one\n\ntwo", {1: ((0, 8),)})
    assert [(s.text, s.begins) for s in found] == [("one", (1,)), ("two", ())]


def test_a_dateline_stays_in_its_line_and_furniture_is_a_line_of_its_own():
    text = "HERE - Words\nShare"
    parts = (Part(start=0, end=6, kind="dateline"), Part(start=13, end=18, kind="furniture"))
    first, second = paragraphs(text, parts, {})
    assert [(s.text, s.kind) for s in first.segments] == [("HERE -", "dateline"), (" Words", "body")]
    assert (first.kind, second.kind) == ("body", "furniture")


def test_spans_outside_the_text_are_ignored():
    assert flat("abc", {1: ((2, 9),), 2: ((-1, 2),), 3: ((2, 2),)})[0].inside == ()


def test_no_more_than_some_are_marked_at_once():
    (segment,) = flat("abc", dict.fromkeys(range(50), ((0, 3),)))
    assert len(segment.inside) == DEEPEST


@given(
    st.text(alphabet="ab \n\r\t\u2028", max_size=40),
    st.dictionaries(st.integers(0, 4), SPANS, max_size=5),
    st.lists(st.integers(0, 40), unique=True, max_size=6),
)
def test_every_character_of_a_line_is_in_one_segment_and_in_the_right_statements(text, statements, edges):
    edges = sorted(edges)
    parts = [Part(start=a, end=b, kind="caption") for a, b in zip(edges[::2], edges[1::2], strict=False)]
    found = flat(text, statements, parts)
    assert [i for s in found for i in range(s.start, s.end)] == [i for a, b in lines(text) for i in range(a, b)]
    for segment in found:
        assert segment.text == text[segment.start : segment.end] != ""
        for i in range(segment.start, segment.end):
            valid = {k: [(a, b) for a, b in v if 0 <= a < b <= len(text)] for k, v in statements.items()}
            assert set(segment.inside) == {k for k, v in valid.items() if any(a <= i < b for a, b in v)}
            assert (segment.kind == "caption") == any(p.start <= i < p.end for p in parts)


def test_behind_lines_without_end_the_rest_is_one():
    text = "Rain.\n" * (LINES + 3)
    rows = paragraphs(text, [], {0: ((6, 11),)})
    assert len(rows) == LINES + 1
    assert [s.text for s in rows[-1].segments] == ["Rain.\nRain.\nRain."]
    assert rows[1].segments[0].inside == (0,)
