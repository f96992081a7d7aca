"""The desk on a store that may not be written to, and on one whose disk is full."""

import shutil

import pytest

from desk.pile import client, token
from firsthand.store import close, corrections, open_store
from store.disks import disk


@pytest.fixture
def small(made, tmp_path):
    """A disk with a store on it, and little more room."""
    with disk(tmp_path / "disk", "3m") as one:
        shutil.copyfile(made, one.folder / "pile.db")
        yield one


def decided(browser):
    """The answer to a decision that is made with an article's form."""
    page = browser.get("/article/lamp")
    return browser.post(
        "/decide", data={"csrf": token(page.text), "kind": "copy", "one": "lamp", "two": "courier", "back": "/"}
    )


def test_a_store_that_may_not_be_written_is_shown(small):
    small.remount("ro")
    store = open_store(small.folder / "pile.db")
    browser = client(store)
    pages = ("/", "/story/lamp", "/article/lamp", "/actors", "/search?text=bridge", "/review", "/corrections")
    assert [browser.get(page).status_code for page in pages] == [200] * len(pages)
    answer = decided(browser)
    assert answer.status_code == 503
    assert "it may not be written to" in answer.text
    assert "Traceback" not in answer.text
    close(store)


def test_a_decision_on_a_full_disk_is_told_and_none_is_kept(small):
    store = open_store(small.folder / "pile.db")
    browser = client(store)
    assert browser.get("/story/lamp").status_code == 200
    small.fill()
    answer = decided(browser)
    assert answer.status_code == 503
    assert "make room" in answer.text
    assert corrections(store) == ()
    browser.cookies.set("firsthand-told", "a.a")
    assert browser.get("/story/courier").status_code == 200
    small.empty()
    assert decided(browser).status_code == 303
    assert len(corrections(store)) == 1
    close(store)
