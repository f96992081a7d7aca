from dataclasses import replace

from corrections.invented import CAST, DAM, FEARED, FOUND, HOLDS, PASSED, article, decided, on, spans
from firsthand.corrections import anchor, apply, hints_of
from firsthand.hints import Hints

HOLD, PASS, FEAR = (s.id for s in FOUND)
AT = {w: on(DAM, w) for w in (HOLDS, PASSED, FEARED)}
TWO, THREE = article("A second text.", "https://two.example/"), article("A third text.", "https://three.example/")
PILE = (DAM, TWO, THREE)


def told(*corrections, statements=FOUND):
    return hints_of(corrections, statements, PILE)


def test_without_decisions_on_them_nothing_is_known_of_pairs():
    assert told(decided("said", AT[HOLDS], said=None)) == (Hints(), ())


def test_a_stance_that_a_person_gave_is_known():
    (one,) = told(decided("stance", AT[HOLDS], stance="denies")).hints.stances
    assert one in {statement.id for statement in FOUND}


def test_claims_and_origins_in_the_ids_of_today():
    hints, lost = told(
        decided("same claim", AT[HOLDS], AT[PASSED], AT[FEARED], n=1),
        decided("different claims", AT[HOLDS], AT[PASSED], AT[FEARED], first=2, n=2),
        decided("same origin", AT[PASSED], AT[FEARED], n=3),
    )
    assert hints.claims.same == {frozenset((HOLD, PASS))}
    assert hints.claims.apart == {frozenset((HOLD, FEAR)), frozenset((PASS, FEAR))}
    assert (hints.origins.same, hints.origins.apart) == ({frozenset((PASS, FEAR))}, frozenset())
    assert lost == ()


def test_stories_and_copies_of_whole_articles():
    dam, two, three = map(anchor, PILE)
    hints, lost = told(
        decided("same story", dam, two, n=1),
        decided("different stories", AT[HOLDS], three, n=2),
        decided("copy", two, three, n=3),
        decided("copy", three, two, n=4),
        decided("copy", dam, two, n=5),
        decided("not a copy", dam, two, n=6),
        decided("copy", dam, dam, n=7),
    )
    assert hints.stories.same == {frozenset((DAM.id, TWO.id))}
    assert hints.stories.apart == {frozenset((DAM.id, THREE.id))}
    assert (hints.copies, hints.no_copies) == ({(THREE.id, TWO.id)}, {(DAM.id, TWO.id)})
    assert lost == ()


def test_what_is_lost_changes_nothing_and_the_rest_holds():
    gone = replace(AT[HOLDS], text="0" * 64)
    same, copy = decided("same claim", gone, AT[PASSED], AT[FEARED]), decided("copy", gone, AT[PASSED])
    hints, lost = told(same, copy)
    assert hints == Hints(claims=replace(hints.claims, same=frozenset((frozenset((PASS, FEAR)),))))
    assert sorted(c.kind for c, at in lost if at is gone) == ["copy", "same claim"]
    unfound = decided("same claim", AT[HOLDS], AT[PASSED])
    assert told(unfound, statements=FOUND[1:]) == (Hints(), ((unfound, AT[HOLDS]),))


def test_a_lost_anchor_of_the_first_group_moves_nobody_into_it():
    hints, _ = told(decided("different claims", replace(AT[HOLDS], text="0" * 64), AT[PASSED], AT[FEARED]))
    assert hints == Hints()


def test_the_statement_that_a_person_said_is_none_is_not_lost():
    decisions = [
        decided("same claim", AT[HOLDS], AT[PASSED], n=1),
        decided("spans", AT[PASSED], n=2, spans=spans(DAM.text, "No water")),
        decided("not a statement", on(DAM, "No water"), n=3),
    ]
    statements, _, _ = apply(FOUND, CAST, PILE, decisions)
    assert hints_of(decisions, statements, PILE) == (Hints(), ())


def test_a_content_cut_anew_is_found_by_what_it_was():
    decisions = [
        decided("same claim", AT[HOLDS], AT[PASSED], n=1),
        decided("spans", AT[PASSED], n=2, spans=spans(DAM.text, "No water")),
    ]
    statements, _, _ = apply(FOUND, CAST, PILE, decisions)
    hints, lost = hints_of(decisions, statements, PILE)
    assert hints.claims.same == {frozenset((HOLD, statements[1].id))}
    assert (lost, statements[1].id != PASS) == ((), True)
