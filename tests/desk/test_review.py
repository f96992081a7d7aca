import re

import pytest

from desk.pile import client, send, statement, token
from firsthand import store as stored
from firsthand.store.place import write
from firsthand.store.tables import dossier as dossiers
from firsthand.store.tables import doubt

KINDS = ("statement", "claims", "actors", "rewrite", "orphan")


@pytest.fixture
def doubtful(own):
    """A store with one doubt of each kind, in the order of KINDS."""
    one, two = statement(own, "six weeks"), statement(own, "two weeks", "courier")
    rows = (
        {"statement": one, "other": None, "text": "six weeks", "why": "confidence 0.30"},
        {"statement": one, "other": two, "text": "six weeks", "why": "two weeks"},
        {"statement": None, "other": "Ada Brandvold", "text": "Brandvold", "why": "alike"},
        {"statement": None, "other": "courier", "text": "", "why": "12 words in a row"},
        {"statement": None, "other": None, "text": "lost", "why": "the text changed"},
    )
    with write(own) as connection:
        number = connection.scalar(dossiers.select())
        connection.execute(doubt.delete())
        for place, (kind, row) in enumerate(zip(KINDS, rows, strict=True)):
            doubts = {"dossier": number, "kind": kind, "doubt": 1 - place / 10, "article": "lamp", **row}
            connection.execute(doubt.insert().values(**doubts))
    return own


@pytest.mark.parametrize(
    ("place", "question", "yes"),
    [
        (0, "Is this a statement", "statement"),
        (1, "Do these say the same?", "same claim"),
        (2, "Are these one actor?", "same actor"),
        (3, "Is the first a rewrite", "copy"),
    ],
)
def test_each_doubt_is_asked_with_a_key_for_each_answer(doubtful, place, question, yes):
    page = client(doubtful).get(f"/review?at={place}").text
    assert question in page
    assert f'name="kind" value="{yes}"' in page
    assert 'data-key="y"' in page
    assert 'data-key="n"' in page
    assert f"this is number {place + 1}" in page


def test_a_decision_that_lost_its_words_leads_to_the_log(doubtful):
    assert 'href="/corrections#orphans"' in client(doubtful).get("/review?at=4").text


def test_behind_the_last_doubt_comes_the_first(doubtful):
    assert "this is number 1" in client(doubtful).get("/review?at=99").text


def test_a_decision_leads_to_the_next_and_is_counted(doubtful):
    browser = client(doubtful)
    page = browser.get("/review").text
    form = next(f for f in re.findall(r"<form.*?</form>", page, re.DOTALL) if 'data-key="y"' in f)
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    answer = send(browser, "/decide", **{**fields, "csrf": token(page)})
    assert answer.headers["location"] == "/review?done=1"
    assert stored.corrections(doubtful)[0].kind == "statement"
    assert "1 decided" in browser.get("/review?at=0&done=1").text or stored.review(doubtful).total == 0


def test_what_is_gone_meanwhile_is_no_trouble(doubtful):
    with write(doubtful) as connection:
        connection.execute(doubt.update().values(statement="s0", other="none", article="none"))
    browser = client(doubtful)
    assert [browser.get(f"/review?at={n}").status_code for n in range(5)] == [200] * 5


def test_nothing_in_doubt_is_told(own):
    with write(own) as connection:
        connection.execute(doubt.delete())
    assert "Nothing is in doubt" in client(own).get("/review").text
