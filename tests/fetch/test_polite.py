"""Manners: robots.txt, waiting, limits, redirects; and one clear line for whatever goes wrong."""

import gzip
import time
from dataclasses import replace

import pytest

from fetch.sites import HERE, MANNERS
from firsthand.fetch.polite import Answer, Clock, Fetcher, Manners, Missed

PAGE = "<html><body><p>The dam holds.</p></body></html>"


@pytest.fixture
def get(watch):
    """Asks with one fetcher; the clock stands still."""
    with Fetcher(MANNERS, watch.clock) as fetcher:
        yield fetcher.get


def test_a_page(here, get):
    here.serve(
        "/a", PAGE, ETag='"1"', Last_Modified="Fri, 09 May 2025 10:00:00 GMT", Content_Type="Text/HTML; charset=X"
    )
    answer = get(f"{here.base}/a#part")
    assert answer == Answer(
        final=f"{here.base}/a", status=200, data=PAGE.encode(), type="text/html", charset="x", etag='"1"',
        modified="Fri, 09 May 2025 10:00:00 GMT",
    )  # fmt: skip
    [(_, sent)] = here.asked
    assert sent["user-agent"].startswith("firsthand/")
    assert sent["host"] == here.base.removeprefix("http://")


def test_who_asks_can_be_reached():
    assert Manners(contact="news@desk.example\r\nX: y").agent.endswith(" (+news@desk.exampleX: y)")


def test_only_what_changed_is_asked_for(here, get):
    here.serve("/a", PAGE, ETag='"1"')
    assert get(f"{here.base}/a", '"1"', "Fri, 09 May 2025 10:00:00 GMT") == Answer(final=f"{here.base}/a", status=304)
    assert here.asked[0][1]["if-modified-since"] == "Fri, 09 May 2025 10:00:00 GMT"
    assert get(f"{here.base}/a", '"0"').status == 200
    assert get(f"{here.base}/a", "é\r\n").status == 200
    assert "if-none-match" not in here.asked[2][1]


def test_robots_are_kept_to_and_asked_once(here, get, watch):
    here.serve("/robots.txt", "User-agent: *\nDisallow: /closed\nCrawl-delay: 3", Content_Type="text/plain")
    here.serve("/closed", PAGE)
    here.serve("/open", PAGE)
    missed = get(f"{here.base}/closed")
    assert (missed.why, missed.again) == ("the site's robots.txt does not allow it", False)
    assert get(f"{here.base}/open").status == get(f"{here.base}/open").status == 200
    assert here.paths == ["/open", "/open"]
    assert watch.slept == [1.0, 3.0]


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_site_that_cannot_say_is_left_alone(here, get, status):
    here.serve("/robots.txt", "", status)
    here.serve("/a", PAGE)
    missed = get(f"{here.base}/a")
    assert (missed.why.startswith("the site's robots.txt cannot be had: "), missed.again) == (True, True)
    assert here.asked == []


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_robots_allows(here, get, status):
    here.serve("/robots.txt", "", status)
    here.serve("/a", PAGE)
    assert get(f"{here.base}/a").status == 200


def test_a_delay_beyond_patience_is_left_for_another_time(here, get, watch):
    here.serve("/robots.txt", "User-agent: firsthand\nCrawl-delay: 3600", Content_Type="text/plain")
    here.serve("/a", PAGE)
    assert get(f"{here.base}/a").status == 200
    missed = get(f"{here.base}/a")
    assert (missed.why, missed.again) == ("the server asks to wait 3,600 seconds between requests", True)
    assert watch.slept == [1.0]


@pytest.mark.parametrize(
    ("status", "headers", "why", "again"),
    [
        (404, {}, "no such page (404)", False),
        (410, {}, "no such page (410)", False),
        (403, {}, "the server does not give it to us (403)", False),
        (418, {}, "an answer without a page (418)", False),
        (204, {}, "an answer without a page (204)", False),
        (304, {}, "an answer without a page (304)", False),
        (302, {}, "an answer without a page (302)", False),
        (500, {}, "the server has an error (500)", True),
        (429, {"Retry-After": "120"}, "the server is asked too often (429); it asks to wait 120 seconds", True),
        (503, {"Retry-After": "Fri, 09 May 2025 12:01:31 GMT"},
         "the server is not ready (503); it asks to wait 90 seconds", True),
        (503, {"Retry-After": "soon"}, "the server is not ready (503)", True),
    ],
)  # fmt: skip
def test_answers_without_a_page(here, get, status, headers, why, again):
    here.serve("/a", "", status, **{name.replace("-", "_"): value for name, value in headers.items()})
    missed = get(f"{here.base}/a")
    assert (missed.why, missed.again, missed.status) == (why, again, status)
    assert missed.remedy


def test_after_a_plea_to_wait_the_host_is_left_alone(here, get):
    here.serve("/a", "", 429, Retry_After="120")
    here.serve("/b", PAGE)
    get(f"{here.base}/a")
    assert get(f"{here.base}/b").why == "the server asks to wait 120 seconds between requests"
    assert here.paths == ["/a"]


def test_redirects_are_followed_one_by_one(here, get):
    here.serve("/a", "", 301, Location="/b?x=1")
    here.serve("/b?x=1", "", 302, Location=f"{here.base}/c")
    here.serve("/c", PAGE)
    assert get(f"{here.base}/a").final == f"{here.base}/c"


def test_redirects_without_end(here, get):
    here.serve("/a", "", 302, Location="/b")
    here.serve("/b", "", 302, Location="/a")
    assert get(f"{here.base}/a").why == "more than 5 redirects"
    assert len(here.asked) == 6


@pytest.mark.parametrize("host", ["127.0.0.2", "localhost", "10.0.0.1", "169.254.169.254", "[::1]", "0"])
def test_a_redirect_to_a_private_address_is_refused(here, get, host):
    port = here.base.rpartition(":")[2]
    here.serve("/a", "", 302, Location=f"http://{host}:{port}/secret")
    here.serve("/secret", PAGE)
    missed = get(f"{here.base}/a")
    assert missed.why == f"{host.strip('[]')} is at a private address of this machine or network"
    assert here.paths == ["/a"]


def test_private_addresses_are_refused_unless_allowed(here, watch):
    here.serve("/a", PAGE)
    with Fetcher(Manners(), watch.clock) as fetcher:
        missed = fetcher.get(f"{here.base}/a")
    assert ("127.0.0.1 is at a private address" in missed.why, missed.again) == (True, False)


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://wire.example/", "javascript:1", "http://a:b@x.example/"]
)
def test_redirects_lead_to_the_web_only(here, get, target):
    here.serve("/a", "", 302, Location=target)
    assert get(f"{here.base}/a").why == f"it redirects to {target!r}, no http or https address"


def test_robots_count_after_a_redirect_too(here, get):
    here.serve("/robots.txt", "User-agent: *\nDisallow: /closed", Content_Type="text/plain")
    here.serve("/a", "", 302, Location="/closed")
    here.serve("/closed", PAGE)
    assert get(f"{here.base}/a").why == "the site's robots.txt does not allow it"
    assert here.paths == ["/a"]


def test_packed_pages_and_bombs(here, get):
    here.serve("/a", gzip.compress(PAGE.encode()), Content_Encoding="gzip")
    here.serve("/bomb", gzip.compress(b"\0" * 20_000_000), Content_Encoding="gzip")
    here.serve("/big", b"x" * 10_000_001)
    here.serve("/broken", b"no gzip", Content_Encoding="gzip")
    here.serve("/odd", b"??", Content_Encoding="br")
    assert get(f"{here.base}/a").data == PAGE.encode()
    for path in ("/bomb", "/big"):
        assert get(f"{here.base}{path}").why == "too big: more than 10,000,000 bytes"
    for path in ("/broken", "/odd"):
        assert get(f"{here.base}{path}").why == "its compression is broken or of an unknown kind"


@pytest.mark.parametrize(
    "kind", ["image/png", "application/pdf", "text/css", "application/octet-stream", "image/svg+xml"]
)
def test_other_kinds_of_content(here, get, kind):
    here.serve("/a", b"...", Content_Type=kind)
    assert get(f"{here.base}/a").why == f"neither a page nor a feed, but {kind}"


def drip(handler):
    """A header, then a byte now and then, for two seconds."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(40):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def drip_headers(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(40):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


@pytest.mark.parametrize("page", [drip, drip_headers, lambda handler: time.sleep(2)], ids=["body", "head", "silent"])
def test_a_slow_server_is_left(here, page):
    here.pages["/a"] = page
    with Fetcher(replace(MANNERS, delay=0.0, read=0.2, whole=0.3), Clock()) as fetcher:
        began = time.monotonic()
        missed = fetcher.get(f"{here.base}/a")
    assert time.monotonic() - began < 1.5
    assert (missed.why, missed.again) == ("no whole answer within 0.3 seconds (0.2 between bytes)", True)


def endless_body(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:  # until the other side hangs up
        handler.wfile.write(b"a" * 65_536)


def endless_chunks(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        handler.wfile.write(b"10000\r\n" + b"a" * 65_536 + b"\r\n")


@pytest.mark.parametrize("page", [endless_body, endless_chunks], ids=["plain", "chunked"])
def test_a_body_without_end_is_left_at_the_limit(here, watch, page):
    here.pages["/a"] = here.pages["/robots.txt"] = page
    with Fetcher(replace(MANNERS, size=300_000), watch.clock) as fetcher:
        assert "too big: more than 300,000 bytes" in fetcher.get(f"{here.base}/a").why
        del here.pages["/robots.txt"]
    with Fetcher(replace(MANNERS, size=300_000), watch.clock) as fetcher:
        assert fetcher.get(f"{here.base}/a").why == "too big: more than 300,000 bytes"


def endless_head(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        handler.wfile.write(b"X-Header: " + b"a" * 1_000 + b"\r\n")


def test_a_head_without_end_is_left(here, get):
    here.pages["/a"] = endless_head
    assert get(f"{here.base}/a").why.startswith("the connection failed: ")


def test_a_connection_that_breaks(here, get):
    here.pages["/a"] = lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx")
    here.pages["/b"] = lambda handler: handler.wfile.write(b"220 mail.example ESMTP\r\n")
    for path in ("/a", "/b"):
        missed = get(f"{here.base}{path}")
        assert (missed.why.startswith("the connection failed: "), missed.again) == (True, True)
        assert "\n" not in missed.why


def test_nobody_is_there(watch):
    with Fetcher(Manners(private=HERE), watch.clock) as fetcher:
        assert fetcher.get("http://127.0.0.1:1/a").why.startswith("the connection failed: ")
        told = fetcher.get("http://no-such-host.invalid/a")
        assert (told.why, told.again) == ("no host no-such-host.invalid is known", True)


@pytest.mark.parametrize("address", ["", "wire.example/a", "file:///etc/passwd", "http://\ud800/"])
def test_what_is_no_address(get, address):
    assert get(address) == Missed(why="not an http or https address", remedy="give one that begins with https://")
