import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request

from firsthand.desk.state import COOKIE, Desk, Told, dossier, dossier_of, told
from firsthand.settings import Settings
from show.sample import SAMPLE


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
