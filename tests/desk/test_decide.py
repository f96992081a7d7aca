import pytest

from desk.pile import LAMP, client, send, statement
from firsthand import store as stored


@pytest.fixture
def browser(own):
    return client(own)


def said(own, key, home="lamp"):
    return next((s for s in stored.dossier(own, home).statements if s.id == key), None)


def speaker(own, key):
    brief = stored.dossier(own, "lamp")
    return next((a.name for a in brief.actors if a.id == said(own, key).source), None)


def test_a_speaker_is_set_and_taken_back(own, browser):
    key = statement(own, "six weeks")
    answer = send(
        browser, "/decide", kind="speaker", one=f"lamp/{key}", speaker="Olav Ness", back=f"/article/lamp?s={key}#s{key}"
    )
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/article/lamp?s={key}#s{key}"
    assert speaker(own, key) == "Olav Ness"
    (kept,) = stored.corrections(own)
    assert (kept.by, kept.kind, kept.at[0].article, kept.at[0].quote) == ("Ada", "speaker", "lamp", said(own, key).text)
    assert send(browser, "/undo", id=kept.id).status_code == 303
    assert speaker(own, key) == "Ada Brandvold"
    assert stored.corrections(own)[0].undone_by == "Ada"


def test_the_outlets_own_voice_goes_before_what_stands_in_the_field(own, browser):
    key = statement(own, "six weeks")
    send(browser, "/decide", kind="speaker", one=f"lamp/{key}", speaker="Olav Ness", own="1")
    assert said(own, key).source is None


def test_stance_date_words_and_what_is_no_statement(own, browser):
    key = statement(own, "six weeks")
    send(browser, "/decide", kind="stance", one=f"lamp/{key}", stance="promises")
    send(browser, "/decide", kind="said", one=f"lamp/{key}", said="2031-02")
    assert (said(own, key).stance, said(own, key).said.start) == ("promises", "2031-02")
    send(browser, "/decide", kind="spans", one=f"lamp/{key}", words="stay closed for six weeks")
    cut = statement(own, "stay closed")
    assert said(own, cut).text == "stay closed for six weeks"
    send(browser, "/decide", kind="not a statement", one=f"lamp/{cut}")
    assert said(own, cut) is None


def test_words_become_a_statement(own, browser):
    start = LAMP.index("a railing fell")
    spans = f"{start}-{start + 14}"
    send(browser, "/decide", kind="statement", one="lamp", spans=spans, speaker="Olav Ness", stance="asserts")
    made = next(s for s in stored.dossier(own, "lamp").statements if s.text == "a railing fell")
    assert speaker(own, made.id) == "Olav Ness"


def test_two_claims_become_one_and_come_apart_again(own, browser):
    one, two = statement(own, "six weeks"), statement(own, "two weeks", "courier")
    pair = {"one": f"lamp/{one}", "two": f"courier/{two}"}
    assert said(own, one).claim != said(own, two, "courier").claim
    assert send(browser, "/decide", kind="same claim", **pair).status_code == 303
    assert said(own, one).claim == said(own, two, "courier").claim
    assert send(browser, "/decide", kind="different claims", **pair).status_code == 303
    assert said(own, one).claim != said(own, two, "courier").claim


def test_copies_are_decided_on(own, browser):
    assert send(browser, "/decide", kind="copy", one="courier", two="lamp").status_code == 303
    assert any((c.article, c.of) == ("courier", "lamp") for c in stored.dossier(own, "lamp").copies)


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "nonsense", "one": "lamp"},
        {"kind": "speaker"},
        {"kind": "speaker", "one": "none/s1"},
        {"kind": "speaker", "one": "lamp/s1"},
        {"kind": "stance", "one": "lamp", "stance": "asserts"},
        {"kind": "same actor", "name": ["only one"]},
        {"kind": "copy", "one": "lamp"},
        {"kind": "statement", "one": "lamp"},
        {"kind": "statement", "one": "lamp", "spans": "0-99999"},
        {"kind": "statement", "one": "lamp", "spans": "5-5"},
        {"kind": "statement", "one": "lamp", "words": "never said"},
        {"kind": "statement", "one": "lamp", "words": "the"},
        {"kind": "statement", "one": "lamp", "words": "railing", "said": "soon"},
    ],
)
def test_what_cannot_be_kept_is_told_and_changes_nothing(own, browser, fields):
    answer = send(browser, "/decide", **fields)
    assert answer.status_code == 400
    assert "This could not be used" in answer.text
    assert stored.corrections(own) == ()


def test_a_statement_without_a_stance_or_date_that_are_none_is_refused(own, browser):
    key = statement(own, "six weeks")
    assert send(browser, "/decide", kind="stance", one=f"lamp/{key}", stance="shouts").status_code == 400
    assert send(browser, "/decide", kind="said", one=f"lamp/{key}", said="31 Feb").status_code == 400


def test_nobody_is_sent_elsewhere(own, browser):
    names = {"kind": "different actors", "name": ["Ada Brandvold", "Olav Ness"]}
    answer = send(browser, "/decide", **names, back="https://evil.example/")
    assert answer.headers["location"] == "/"


def test_undoing_what_is_not_there_is_told(browser):
    assert send(browser, "/undo", id="none").status_code == 400


def test_what_is_right_stays_as_it_is_and_is_not_asked_again(own, browser):
    key = statement(own, "six weeks")
    before = said(own, key)
    send(browser, "/decide", kind="statement", one=f"lamp/{key}")
    after = said(own, key)
    assert (after.source, after.stance, after.said, after.spans) == (
        before.source,
        before.stance,
        before.said,
        before.spans,
    )
    assert after.confidence == 1.0


def test_what_a_decision_touches_beyond_the_first_stories_is_worked_out_behind_the_answer(own, browser, monkeypatch):
    from firsthand.store import run

    monkeypatch.setattr(run, "AT_ONCE", 0)
    key = statement(own, "six weeks")
    send(browser, "/decide", kind="speaker", one=f"lamp/{key}", speaker="Olav Ness")
    assert stored.waiting(own) == 0
    assert speaker(own, key) == "Olav Ness"
