import json

from firsthand.corrections import Correction, statement_anchor
from firsthand.store import decide, dossier, take_in, training
from store.sample import PILE


def right(store, key: str = "1") -> Correction:
    """A decision that the mayor's promise is a doubt of his."""
    made = dossier(store, PILE["leak"].id)
    said = next(s for s in made.statements if s.article == PILE["leak"].id and "buses" in s.text)
    return Correction(
        id=key,
        kind="stance",
        at=(statement_anchor(PILE["leak"], said),),
        stance="doubts",
        by="Ada",
        made="2026-11-28T10:00:00Z",
    )


def test_training_lines_hold_what_the_machine_found_and_what_was_decided(store, put):
    put(*PILE.values())
    decide(store, right(store))
    (line,) = map(json.loads, training(store))
    (told,) = line["statements"]
    assert line["text"] == PILE["leak"].text
    assert (told["before"]["stance"], told["after"]["stance"]) == ("asserts", "doubts")


def test_corrections_that_are_taken_in_are_carried_out_once(store, put):
    put(*PILE.values())
    made = right(store)
    assert take_in(store, [made]) == 1
    assert take_in(store, [made]) == 0
    stances = {s.stance for s in dossier(store, PILE["leak"].id).statements if "buses" in s.text}
    assert "doubts" in stances
