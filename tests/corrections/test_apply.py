from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corrections.invented import (
    BAKKE,
    CAST,
    DAM,
    EVACUATED,
    FEARED,
    FOUND,
    HOLDS,
    HOLM,
    PASSED,
    WIRE,
    actor,
    article,
    decided,
    on,
    spans,
    statement,
)
from firsthand.corrections import Anchor, Correction, anchor, apply
from firsthand.corrections.anchor import cut
from firsthand.corrections.apply import carry_out
from firsthand.corrections.records import OF_STATEMENTS
from firsthand.ids import statement_id
from firsthand.records import Period, TimeExpression

MAY = TimeExpression(
    start=DAM.text.index("May 2024"), end=DAM.text.index("May 2024") + 8, text="May 2024", type="DATE", value="2024-05",
    mod=None, period=Period(start="2024-05", end="2024-05", basis="expression"), precision="month",
)  # fmt: skip


def after(*corrections, found=FOUND, cast=CAST, articles=(DAM,), times=()):
    return apply(found, cast, articles, corrections, {DAM.id: times})


def test_without_decisions_everything_stays():
    assert after() == (FOUND, CAST, ())
    assert after(decided("same claim", on(DAM, PASSED), on(DAM, FEARED))) == (FOUND, CAST, ())


def test_another_speaker_goes_first_and_the_rest_of_the_chain_stays():
    done = after(decided("speaker", on(DAM, HOLDS), speaker="odd bakke"))
    assert done.statements[0] == replace(FOUND[0], source=BAKKE.id, chain=(BAKKE.id, WIRE.id), confidence=1.0)
    assert done.statements[1:] == FOUND[1:]
    assert (done.actors, done.lost) == (CAST, ())


def test_a_speaker_who_passed_it_on_stands_in_the_chain_once():
    done = after(decided("speaker", on(DAM, HOLDS), speaker="Adria Wire"))
    assert done.statements[0].chain == (WIRE.id,)


def test_a_speaker_nobody_knew_becomes_an_actor_once():
    done = after(*(decided("speaker", on(DAM, w), n=n, speaker="Ruth Strand") for n, w in enumerate((HOLDS, PASSED))))
    assert [a.name for a in done.actors] == ["Ada Holm", "Odd Bakke", "Adria Wire", "Ruth Strand"]
    assert done.statements[0].source == done.statements[1].source == done.actors[-1].id
    assert done.actors[-1].mentions[0].spans == FOUND[0].source_spans


def test_a_speaker_who_could_be_two_changes_nothing():
    twin = actor("Odd Bakke", kind="organisation", articles=[DAM])
    unclear = decided("speaker", on(DAM, HOLDS), speaker="Odd Bakke")
    assert after(unclear, cast=(*CAST, twin)) == (FOUND, (*CAST, twin), ((unclear, on(DAM, HOLDS)),))


def test_no_speaker_makes_it_the_outlets_own_and_back():
    own = decided("speaker", on(DAM, PASSED), n=1)
    (_, one, _), _, _ = after(own)
    assert (one.id, one.source, one.chain, one.source_spans) == (FOUND[1].id, None, (), ())
    assert (one.quote, one.cue_kind, one.text) == ("none", "none", PASSED)
    (_, one, _), _, _ = after(own, decided("speaker", on(DAM, PASSED), n=2, speaker="Ada Holm"))
    assert (one.source, one.chain, one.quote, one.cue_kind) == (HOLM.id, (HOLM.id,), "direct", "speech")


def test_a_missed_statement_is_put_in_its_place():
    done = after(
        decided("statement", on(DAM, "No water"), speaker="Odd Bakke", stance="denies", said="2024-05"),
        decided("statement", on(DAM, EVACUATED), n=2),
        times=(MAY,),
    )
    assert [s.text for s in done.statements] == [HOLDS, "No water", PASSED, FEARED, EVACUATED]
    missed, last = done.statements[1], done.statements[4]
    assert missed.id == statement_id(DAM.id, spans(DAM.text, "No water"), (), ())
    assert (missed.source, missed.chain, missed.quote, missed.stance) == (BAKKE.id, (BAKKE.id,), "direct", "denies")
    assert missed.said == Period(start="2024-05", end="2024-05", basis="expression")
    assert (last.source, last.quote, last.times, last.confidence) == (None, "indirect", (MAY,), 1.0)


def test_a_missed_statement_that_is_found_after_all_is_no_second_one():
    done = after(decided("statement", on(DAM, PASSED + ","), stance="denies"))
    assert [s.text for s in done.statements] == [HOLDS, PASSED + ",", FEARED]
    assert (done.statements[1].stance, done.statements[1].source) == ("denies", HOLM.id)


def test_a_statement_within_another_is_one_of_its_own():
    done = after(decided("statement", on(DAM, "water has passed the wall"), speaker="Odd Bakke"))
    assert [s.source for s in done.statements] == [HOLM.id, HOLM.id, BAKKE.id, BAKKE.id]


def test_what_is_no_statement_goes_and_is_not_lost_when_it_is_not_found_any_more():
    no = decided("not a statement", on(DAM, PASSED))
    assert after(no).statements == (FOUND[0], FOUND[2])
    assert after(no, found=FOUND[:1]) == (FOUND[:1], CAST, ())


def test_an_undone_decision_changes_nothing():
    assert after(decided("not a statement", on(DAM, PASSED), undone="2025-03-06T00:00:00Z")).statements == FOUND


def test_a_content_cut_anew_has_its_words_times_and_another_id():
    cut = spans(DAM.text, "The valley was evacuated", "May 2024")
    found = (*FOUND, statement(DAM, EVACUATED, quote="none"))
    one = after(decided("spans", on(DAM, EVACUATED), spans=cut), found=found, times=(MAY,)).statements[3]
    assert (one.spans, one.text, one.times) == (cut, "The valley was evacuated May 2024", (MAY,))
    assert one.id == statement_id(DAM.id, cut, (), ()) != found[3].id
    assert (one.quote, one.confidence) == ("none", 1.0)


def test_after_a_cut_anchors_of_before_and_of_now_hold():
    cut = decided("spans", on(DAM, PASSED), n=1, spans=spans(DAM.text, "No water"))
    for words in (PASSED, "No water"):
        done = after(cut, decided("stance", on(DAM, words), n=2, stance="promises"))
        assert [(s.text, s.stance) for s in done.statements][1] == ("No water", "promises")
        assert done.lost == ()


def test_a_cut_to_the_words_of_another_statement_leaves_one():
    rows = (statement(DAM, "No water", source=HOLM.id), statement(DAM, "the wall", source=BAKKE.id))
    done = after(decided("spans", on(DAM, "the wall"), spans=spans(DAM.text, "No water")), found=rows)
    assert [(s.text, s.source) for s in done.statements] == [("No water", BAKKE.id)]


def test_a_cut_beyond_the_text_changes_nothing():
    beyond = decided("spans", on(DAM, PASSED), spans=((0, 9999),))
    assert after(beyond) == (FOUND, CAST, ((beyond, beyond.at[0]),))


def test_decisions_count_in_the_order_they_were_made():
    one = decided("stance", on(DAM, HOLDS), n=1, stance="denies")
    two = decided("stance", on(DAM, HOLDS), n=2, stance="doubts")
    assert after(two, one).statements[0].stance == "doubts"


def test_when_it_was_said():
    known = decided("said", on(DAM, HOLDS), n=1, said="2025-03-03/2025-03-04")
    assert after(known).statements[0].said == Period(start="2025-03-03", end="2025-03-04", basis="expression")
    assert after(known, decided("said", on(DAM, HOLDS), n=2)).statements[0].said is None


def test_a_changed_text_or_an_unknown_statement_makes_an_orphan():
    changed = article(DAM.text.replace("Monday", "Tuesday"))
    one = decided("stance", on(DAM, HOLDS), on(DAM, EVACUATED), stance="denies")
    assert after(one, articles=[changed], found=()).lost == ((one, one.at[0]), (one, one.at[1]))
    assert after(one).lost == ((one, one.at[1]),)
    assert after(one).statements[0].stance == "denies"
    nowhere = decided("not a statement", Anchor(article="x", text="0" * 64, spans=((0, 1),), quote="x"))
    assert after(nowhere).lost == ((nowhere, nowhere.at[0]),)


def test_the_steps_tell_what_stood_before_and_after():
    _, steps = carry_out(FOUND, CAST, [DAM], [decided("not a statement", on(DAM, PASSED))])
    assert [(s.before, s.after) for s in steps] == [(FOUND[1], None)]


ANY_SPANS = st.lists(st.integers(0, len(DAM.text)), min_size=2, max_size=4, unique=True).map(
    lambda edges: tuple(zip(sorted(edges)[::2], sorted(edges)[1::2], strict=False))
)


@st.composite
def any_decision(draw):
    kind = draw(st.sampled_from(sorted(OF_STATEMENTS)))
    return Correction(
        id=draw(st.uuids().map(str)),
        kind=kind,
        at=(anchor(DAM, draw(st.sampled_from([s.spans for s in FOUND]) | ANY_SPANS)),),
        spans=draw(ANY_SPANS) if kind == "spans" else (),
        speaker=draw(st.sampled_from([None, "Ada Holm", "Ruth Strand", "two guards"])),
        stance=draw(st.sampled_from(["denies", "asks"])),
        said=draw(st.sampled_from([None, "2024"])),
        by="Mira",
        made=draw(st.datetimes()).isoformat() + "Z",
    )


@given(st.lists(any_decision(), max_size=8))
def test_whatever_is_decided_statements_stay_verbatim_and_single(decisions):
    statements, actors, lost = after(*decisions)
    assert all(s.text == cut(DAM.text, s.spans) for s in statements)
    assert len({s.id for s in statements}) == len(statements)
    known = {a.id for a in actors}
    assert len(known) == len(actors)
    assert all(s.source is None or (s.source in known and s.chain[0] == s.source) for s in statements)
    assert all(at in correction.at for correction, at in lost)
    assert after(*reversed(decisions)) == (statements, actors, lost)
