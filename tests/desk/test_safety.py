import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from desk.pile import client, send, token
from firsthand import store as stored
from firsthand.desk.safety import BODY, COOKIE, IMPORT, Guard, limit, pass_of, sign, signed


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "localhost:8765", "[::1]:99", "LOCALHOST"])
def test_this_machine_is_answered(browser, host):
    assert browser.get("/help", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "10.0.0.7", "", "[", "localhost@evil.example"]
)
def test_any_other_host_name_is_refused(browser, host):
    assert browser.get("/help", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "https://127.0.0.1:8765"},
        {"origin": "http://127.0.0.1:9999"},
        {"referer": "http://evil.example/127.0.0.1:8765"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://127.0.0.1:8765"},
    ],
)
def test_a_form_from_elsewhere_is_refused(browser, held, headers):
    form = {"csrf": token(browser.get("/article/lamp").text), "kind": "same actor", "name": ["a", "b"]}
    assert browser.post("/decide", data=form, headers=headers).status_code == 403
    assert stored.corrections(held) == ()


@pytest.mark.parametrize("csrf", ["", "x", "é", "0" * 64])
@pytest.mark.parametrize("path", ["/decide", "/undo", "/seen/lamp", "/corrections/apply", "/corrections/import"])
def test_a_form_without_the_token_changes_nothing(browser, held, path, csrf):
    form = {"csrf": csrf, "kind": "same actor", "name": ["a", "b"]}
    answer = browser.post(path, data=form, headers={"origin": "http://127.0.0.1:8765"})
    assert answer.status_code == 403
    assert stored.corrections(held) == ()


def test_reading_an_address_changes_nothing(browser):
    assert browser.get("/decide").status_code == 405
    assert browser.get("/undo").status_code == 405


def test_every_answer_says_what_it_may_do(browser):
    for path in ("/", "/x", "/look/desk.js", "/corrections/export"):
        headers = browser.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"
    assert browser.get("/", headers={"host": "evil.example"}).headers["content-security-policy"]


def test_no_page_has_a_script_or_style_of_its_own(browser):
    for path in ("/", "/story/lamp", "/article/lamp", "/review", "/help"):
        page = browser.get(path).text
        assert "<style" not in page
        assert " style=" not in page
        assert page.count("<script") == 1
        assert " on" + "click" not in page


def test_a_body_is_limited(browser):
    assert send(browser, "/decide", note="x" * (BODY + 1)).status_code == 413
    assert limit("/corrections/import") == IMPORT


def test_a_body_that_lies_about_its_length_is_limited_too(browser):
    def pieces():
        for _ in range(BODY // 1000 + 2):
            yield b"x" * 1000

    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert browser.post("/decide", content=pieces(), headers=kind).status_code == 413
    lie = {**kind, "content-length": "-5"}
    assert browser.post("/decide", content=b"kind=copy", headers=lie).status_code in (400, 403, 413)


def test_an_address_is_limited(browser):
    assert browser.get("/search", params={"text": "x" * 5000}).status_code == 414


def test_the_token_is_asked_for_and_shown_once(held):
    browser = client(held, token="open sesame é")
    assert browser.get("/").status_code == 403
    assert browser.get("/?token=wrong").status_code == 403
    answer = browser.get("/search", params={"text": "bridge", "token": "open sesame é"})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/search?text=bridge"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "sesame" not in cookie
    assert browser.get("/search?text=bridge").status_code == 200


def test_the_token_is_not_taken_from_a_form_nor_led_elsewhere(held):
    browser = client(held, token="sesame")
    assert browser.post("/decide?token=sesame").status_code == 403
    answer = browser.get("//evil.example/", params={"token": "sesame"})
    assert answer.headers.get("location", "/").startswith("/")
    assert not answer.headers.get("location", "/").startswith("//")


def test_a_wrong_cookie_opens_nothing(held):
    browser = client(held, token="sesame")
    for value in ("", "sesame", pass_of("other"), "\xe9"):
        headers = {"cookie": f"{COOKIE}={value}".encode("latin-1")}
        assert browser.get("/", headers=headers).status_code == 403


def test_with_a_token_an_address_in_digits_is_a_host():
    app = Guard(Starlette(routes=[Route("/", lambda _: PlainTextResponse("in"))]), hosts=("localhost",), token="t")
    browser = TestClient(app, base_url="http://10.0.0.7:8765", follow_redirects=False)
    assert browser.get("/?token=t").status_code == 303
    assert browser.get("/").text == "in"
    assert browser.get("/", headers={"host": "evil.example"}).status_code == 421


def test_tokens_of_forms_are_those_of_one_process():
    assert signed(b"one", sign(b"one"))
    assert not signed(b"one", sign(b"two"))
    assert not signed(b"one", "\ud800")
