"""A web server on this machine for the tests: what it answers is set, what it was asked is kept."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from firsthand.fetch.polite import Clock, Manners

HERE = frozenset({"127.0.0.1"})
MANNERS = Manners(private=HERE)


@dataclass
class Site:
    """`pages` maps a path to (status, headers, body) or to a function that writes the answer on the handler."""

    base: str
    pages: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)  # (path, headers) of each request but those for robots.txt

    def serve(self, path, body=b"", status=200, **headers):
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, {"Content-Type": "text/html", **named}, data)

    @property
    def paths(self):
        return [path for path, _ in self.asked]


@contextmanager
def site() -> Iterator[Site]:
    """A server that has no pages yet."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            if self.path != "/robots.txt":
                here.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            page = here.pages.get(self.path, (404, {}, b"no such page"))
            if callable(page):
                self.close_connection = True
                page(self)
                return
            status, headers, body = page
            if status == 200 and headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *told: None  # a client that hangs up early is what is tested
    here = Site(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()


class Watch:
    """A clock that stands still but for the waiting, which it keeps."""

    def __init__(self):
        self.at = 0.0
        self.slept = []
        self.clock = Clock(now=lambda: START + timedelta(seconds=self.at), ticks=lambda: self.at, sleep=self.sleep)

    def sleep(self, seconds):
        self.slept.append(round(seconds, 3))
        self.at += seconds


START = datetime(2025, 5, 9, 12, 0, tzinfo=UTC)
