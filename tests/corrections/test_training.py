import json

from corrections.invented import CAST, DAM, EVACUATED, FEARED, FOUND, HOLDS, PASSED, article, decided, on, spans
from firsthand.corrections import training_lines
from firsthand.corrections.anchor import text_hash


def lines(*corrections, articles=(DAM,)):
    return [json.loads(line) for line in training_lines(FOUND, CAST, articles, corrections)]


def test_a_line_holds_the_text_and_what_was_said_before_and_after():
    cut = spans(DAM.text, "No water")
    (line,) = lines(
        decided("spans", on(DAM, PASSED), n=1, spans=cut),
        decided("speaker", on(DAM, "No water"), n=2, speaker="Odd Bakke"),
        decided("not a statement", on(DAM, FEARED), n=3),
        decided("statement", on(DAM, EVACUATED), n=4, said="2025"),
    )
    assert (line["text"], line["sha256"], line["language"]) == (DAM.text, text_hash(DAM.text), "en")
    recut, none, missed = line["statements"]
    assert recut["kinds"] == ["spans", "speaker"]
    assert (recut["before"]["speaker"], recut["after"]["speaker"]) == ("Ada Holm", "Odd Bakke")
    assert [tuple(map(tuple, recut[k]["spans"])) for k in ("before", "after")] == [FOUND[1].spans, cut]
    assert (none["before"]["quote"], none["after"]) == ("indirect", None)
    assert (missed["before"], missed["after"]["said"]) == (None, ["2025", "2025"])


def test_articles_that_nobody_corrected_and_lost_decisions_have_no_line():
    other = article("Another text.", url=None)
    assert lines(decided("stance", on(DAM, HOLDS), stance="denies"), articles=[other, DAM])[0]["text"] == DAM.text
    assert lines(decided("stance", on(other, "Another"), stance="denies")) == []
    assert lines(decided("same actor", names=("A", "B"))) == []
    assert lines(decided("not a statement", on(DAM, EVACUATED))) == []


def test_a_statement_that_was_marked_and_taken_away_again_teaches_nothing():
    marked, gone = decided("statement", on(DAM, EVACUATED), n=1), decided("not a statement", on(DAM, EVACUATED), n=2)
    (line,) = lines(marked, gone, decided("stance", on(DAM, HOLDS), n=3, stance="denies"))
    assert [one["kinds"] for one in line["statements"]] == [["stance"]]
    assert lines(marked, gone) == []
