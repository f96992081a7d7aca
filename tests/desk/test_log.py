import json

import pytest

from desk.pile import client, send, statement, token
from firsthand import store as stored


@pytest.fixture
def browser(own):
    made = client(own)
    send(made, "/decide", kind="stance", one=f"lamp/{statement(own, 'six weeks')}", stance="promises")
    send(made, "/decide", kind="same actor", name=["Ada Brandvold", "A. Brandvold"])
    send(made, "/undo", id=stored.corrections(own)[0].id)
    return made


def take_in(browser, data, name="x.jsonld"):
    form = {"csrf": token(browser.get("/corrections").text)}
    return browser.post("/corrections/import", data=form, files={"file": (name, data)})


def test_the_log_says_who_what_and_when(browser):
    page = browser.get("/corrections").text
    assert "stance: promises" in page
    assert "undone by" in page
    assert "2 decisions" in page
    assert "1 decision" in browser.get("/corrections?state=undone").text
    assert "1 decision" in browser.get("/corrections?kind=stance").text
    assert "No decision yet" in browser.get("/corrections?by=Nobody").text


def test_what_is_taken_out_can_be_taken_in_elsewhere(own, browser, made, tmp_path):
    from desk.pile import opened

    text = browser.get("/corrections/export")
    assert text.headers["content-disposition"] == 'attachment; filename="corrections.jsonld"'
    assert json.loads(text.text)["type"] == "AnnotationPage"
    (tmp_path / "other").mkdir()
    other = opened(made, tmp_path / "other")
    there = client(other)
    answer = take_in(there, text.content)
    assert answer.headers["location"] == "/corrections?in=2"
    assert set(stored.corrections(other)) == set(stored.corrections(own))
    assert take_in(there, text.content).headers["location"] == "/corrections?in=0"
    other.engine.dispose()


@pytest.mark.parametrize(
    "data", [b"", b"not json", b"\xff\xfe", b"[" * 100_000, b'{"type": "AnnotationPage", "items": [1]}']
)
def test_a_file_that_is_none_of_ours_changes_nothing(held, data):
    assert take_in(client(held), data).status_code == 400
    assert stored.corrections(held) == ()
