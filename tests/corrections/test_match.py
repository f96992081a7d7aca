from corrections.invented import DAM, FEARED, FOUND, HOLDS, PASSED, decided, on, spans, statement
from firsthand.corrections.match import former, match, nearest, shared


def test_the_statement_with_the_very_spans_is_meant():
    assert match(on(DAM, PASSED), FOUND) is FOUND[1]
    assert match(on(DAM, "The valley was evacuated"), FOUND) is None
    assert match(on(DAM, PASSED), ()) is None


def test_a_statement_cut_a_little_otherwise_is_meant():
    assert match(on(DAM, "No water has passed"), FOUND) is FOUND[1]
    assert match(on(DAM, "No water"), FOUND) is None


def test_between_two_that_overlap_alike_none_is_meant():
    two = (statement(DAM, "No water has passed"), statement(DAM, "has passed the wall"))
    assert match(on(DAM, PASSED), two) is None
    assert match(on(DAM, PASSED), two[:1]) is two[0]


def test_two_statements_with_the_very_spans_are_not_told_apart():
    assert match(on(DAM, PASSED), (FOUND[1], statement(DAM, PASSED, said_by="Odd Bakke"))) is None


def test_the_share_counts_all_spans():
    assert shared(((0, 4), (10, 14)), ((0, 4), (10, 12))) == 0.75
    assert shared((), ((0, 4),)) == 0


def test_a_statement_is_known_by_the_spans_it_had_before():
    cuts = [
        decided("spans", on(DAM, PASSED), n=1, spans=spans(DAM.text, "No water")),
        decided("spans", on(DAM, "No water"), n=2, spans=spans(DAM.text, "No")),
    ]
    known = former(reversed(cuts))
    now = (statement(DAM, "No"), FOUND[0])
    assert match(on(DAM, PASSED), now, known) is now[0]
    assert match(on(DAM, "No water"), now, known) is now[0]
    assert match(on(DAM, "No"), now, known) is now[0]
    assert nearest(on(DAM, PASSED), [spans(DAM.text, HOLDS)], known) is None


def test_a_cut_that_was_taken_back_leads_to_what_was_there():
    there = decided("spans", on(DAM, FEARED), n=1, spans=spans(DAM.text, "break"))
    back = decided("spans", on(DAM, "break"), n=2, spans=spans(DAM.text, FEARED))
    assert match(on(DAM, "break"), FOUND, former([there, back])) is FOUND[2]
    assert former([decided("spans", on(DAM, FEARED), spans=((0, 2),), undone="2025-03-06T00:00:00Z")]) == {}
