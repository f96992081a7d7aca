import re

import pytest

from desk.pile import client, send, token
from firsthand import store as stored


def test_doubts_come_one_at_a_time(browser, held):
    rows = stored.review(held).rows
    if not rows:
        pytest.skip("nothing is in doubt")
    pages = [browser.get(f"/review?at={n}").text for n in range(len(rows))]
    for row, page in zip(rows, pages, strict=True):
        assert 'class="card doubt"' in page
        assert 'data-key="y"' in page or row.kind not in ("statement", "claims", "actors", "rewrite")
    assert "this is number 1" in browser.get("/review?at=99999").text


def test_a_decision_leads_to_the_next(own):
    browser = client(own)
    rows = stored.review(own).rows
    if not rows:
        pytest.skip("nothing is in doubt")
    page = browser.get("/review").text
    form = re.search(r'<form method="post" action="/decide" class="do">(.*?data-key="y".*?)</form>', page, re.DOTALL)
    fields: dict[str, list[str]] = {}
    for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', form[1].rpartition("<form")[2]):
        fields.setdefault(name, []).append(value.replace("&amp;", "&"))
    answer = send(browser, "/decide", **{**fields, "csrf": token(page)})
    assert answer.headers["location"] == "/review?done=1"
    assert stored.review(own).total < len(rows)
    assert "1 decided" in browser.get("/review?done=1").text
