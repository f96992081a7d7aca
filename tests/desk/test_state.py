from dataclasses import replace

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request

from firsthand.corrections import Correction
from firsthand.desk import state
from firsthand.desk.state import COOKIE, Desk, Told, dossier, dossier_of, told
from firsthand.settings import Settings
from firsthand.store import dossier_kept
from firsthand.store.kept import pack
from show.sample import SAMPLE


def kept_as(brief):
    """Other bytes of the same brief."""
    return pack(replace(brief, firsthand="0", articles=()))


def test_a_dossier_is_looked_up_by_statement_and_number():
    held = dossier_of(SAMPLE)
    assert held.said["s1"].record.id == "s1"
    assert held.cards[held.said["s1"].claim].record.id == "c1"


def test_an_article_that_is_not_there_has_no_dossier(held):
    desk = Desk(store=held, by="Ada", secret=b"x", settings=Settings())
    assert dossier(desk, "lamp").brief.articles
    assert desk.correction("none") is None
    with pytest.raises(HTTPException) as missing:
        dossier(desk, "none")
    assert missing.value.status_code == 404


@pytest.mark.parametrize(
    ("cookie", "said"), [("a.b", ("a", "b")), (".b", ("", "b")), ("", ("", "")), ("x" * 99, ("x" * 64, ""))]
)
def test_what_was_just_decided_is_in_a_cookie(cookie, said):
    request = Request({"type": "http", "headers": [(b"cookie", f"{COOKIE}={cookie}".encode())]})
    assert told(request) == Told(*said)


def test_a_dossier_is_held_ready_until_its_bytes_are_others(held, monkeypatch):
    desk = Desk(store=held, by="Ada", secret=b"x", settings=Settings())
    first = dossier(desk, "lamp")
    assert dossier(desk, "courier") is first
    kept = dossier_kept(held, "lamp")
    assert desk.shown.get(held, kept) is first
    monkeypatch.setattr(state, "RECENT", 1)
    other = kept_as(first.brief)
    assert desk.shown.get(held, other).brief.claims == first.brief.claims
    assert dossier(desk, "lamp") is not first, "the room was for one"


def test_actors_are_listed_anew_when_something_was_worked_out(own, monkeypatch):
    desk, asked = Desk(store=own, by="Ada", secret=b"x", settings=Settings()), []
    actors = state.stored.actors
    monkeypatch.setattr(state.stored, "actors", lambda *given, **how: asked.append(how) or actors(*given, **how))

    def listed(text=""):
        return desk.listed.actors(own, text=text, kind="", offset=0, limit=60)

    assert listed() == listed() == actors(own, limit=60)
    assert listed("brandvold").total == 1
    assert len(asked) == 2
    name = listed().rows[0].name
    decided = Correction(
        id="1", kind="different actors", names=(name, "Nobody"), by="Ada", made="2031-03-03T00:00:00.000Z"
    )
    state.stored.decide(own, decided)
    assert listed() == actors(own, limit=60)
    assert len(asked) == 3
