from corrections.invented import DAM, FEARED, PASSED, decided, on
from firsthand.corrections.records import in_order, rebound


def test_decisions_stand_in_the_order_they_were_made_and_undone_ones_are_left_out():
    one = decided("speaker", made="2025-03-05T10:00:00.5Z")
    two = decided("speaker", made="2025-03-05T10:00:00Z")  # before the other, whatever the letters say
    gone = decided("speaker", undone="2025-03-06T10:00:00Z")
    assert in_order([one, decided("stance"), gone, two], ("speaker",)) == [two, one]


def test_a_lost_anchor_is_bound_anew_and_the_others_stay():
    old, other, new = on(DAM, PASSED), on(DAM, FEARED), on(DAM, "No water")
    assert rebound(decided("same claim", old, other), old, new).at == (new, other)
    assert rebound(decided("spans", old, spans=((0, 2),)), old, new, ((1, 3),)).spans == ((1, 3),)
