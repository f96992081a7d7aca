"""A fetcher with manners: it keeps to robots.txt, waits between requests to a host, asks only for what changed, and
limits time, size and redirects. What cannot be had is told as a record with a remedy."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from types import TracebackType
from typing import NamedTuple
from urllib.parse import urlsplit

import httpcore

from firsthand.fetch.addresses import web_address
from firsthand.fetch.body import TooMuch, Unpackable, unpacked
from firsthand.fetch.network import Guarded, NoSuchHost, Refused
from firsthand.fetch.robots import Robots, allows, robots_of

PRODUCT = "firsthand"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
TYPES = frozenset({
    "", "text/html", "text/plain", "text/markdown", "text/xml", "text/x-opml", "text/opml", "text/json",
    "application/xml", "application/json",
})  # fmt: skip
ACCEPT = "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/json, */*;q=0.5"
LATER = "it will be asked for again at the next update"
BY_HAND = "open it in a browser, save the page, and add the file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How pages are fetched. Times are in seconds, `size` is in bytes after decompression.

    `delay` is the least between requests to one host; robots.txt may ask for more, but what would take longer than
    `patience` is left for another time. `whole` limits one request from its start to its last byte. `private` names
    hosts that may be at a private address ("*": all). `contact` is an address at which whoever runs this is reached.
    """

    delay: float = 1.0
    patience: float = 60.0
    connect: float = 10.0
    read: float = 20.0
    whole: float = 60.0
    size: int = 10_000_000
    redirects: int = 5
    private: frozenset[str] = frozenset()
    contact: str = ""

    @property
    def agent(self) -> str:
        """The User-Agent: the program, its version, and how to reach who runs it."""
        contact = "".join(char for char in self.contact if " " <= char <= "~")
        return f"{PRODUCT}/{version(PRODUCT)}" + (f" (+{contact})" if contact else "")


@dataclass(frozen=True, slots=True)
class Clock:
    """The day and hour (UTC), monotonic seconds, and waiting: passed in, so that tests need not wait."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ticks: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server gave for an address: `final` is where redirects led, `type` the media type in lower case.

    With status 304 nothing has changed since the validators that were sent, and there is no data.
    """

    final: str
    status: int
    data: bytes = b""
    type: str = ""
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """Why something was not had, in one line, and what to do; `again` where another time may do better."""

    why: str
    remedy: str
    status: int | None = None
    again: bool = False


class _Miss(Exception):
    def __init__(self, why: str, remedy: str = LATER, status: int | None = None) -> None:
        super().__init__(why)
        self.told = Missed(why=why, remedy=remedy, status=status, again=remedy == LATER)


class _Reply(NamedTuple):
    at: str
    status: int
    headers: Mapping[str, str]
    data: bytes


class Fetcher:
    """Fetches one address after the other; it remembers each host's robots.txt and when it may be asked again."""

    def __init__(self, manners: Manners = Manners(), clock: Clock = Clock()) -> None:
        self._manners, self._clock = manners, clock
        self._guard = Guarded(manners.private, clock.ticks)
        self._pool = httpcore.ConnectionPool(
            max_connections=8, max_keepalive_connections=4, keepalive_expiry=20.0, network_backend=self._guard
        )
        self._robots: dict[str, Robots | Missed] = {}
        self._free: dict[str, float] = {}  # the tick from which on a host may be asked

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._pool.close()

    def get(self, address: str, etag: str | None = None, modified: str | None = None) -> Answer | Missed:
        """What stands at an address, or only that nothing changed since `etag` and `modified` were given."""
        headers = {"accept": ACCEPT}
        headers |= {"if-none-match": etag} if etag and _sendable(etag) else {}
        headers |= {"if-modified-since": modified} if modified and _sendable(modified) else {}
        try:
            reply = self._follow(address, headers, self._manners.size, kept=True)
            return _answer(reply, conditional=bool(etag or modified), now=self._clock.now())
        except _Miss as miss:
            return miss.told

    def _follow(self, address: str, headers: Mapping[str, str], size: int, kept: bool) -> _Reply:
        """The reply at the end of the redirects, each of them checked; `kept`: robots.txt is kept to."""
        at, asked = address, address
        for _ in range(self._manners.redirects + 1):
            target = web_address(at, asked)
            if target is None and at is address:
                raise _Miss("not an http or https address", "give one that begins with https://")
            if target is None:
                raise _Miss(f"it redirects to {at[:200]!r}, no http or https address", BY_HAND)
            if kept:
                self._permit(target)
            reply = self._ask(target, headers, size)
            if reply.status not in REDIRECTS or "location" not in reply.headers:
                return reply
            at, asked = reply.headers["location"], target
        raise _Miss(f"more than {self._manners.redirects} redirects", BY_HAND, reply.status)

    def _permit(self, address: str) -> None:
        site = _site(address)
        if site not in self._robots:
            self._robots[site] = self._robots_at(site)
        robots = self._robots[site]
        if isinstance(robots, Missed):
            # Without a status the host itself is out of reach, and that is what is told.
            why = robots.why if robots.status is None else f"the site's robots.txt cannot be had: {robots.why}"
            raise _Miss(why, robots.remedy, robots.status)
        if not allows(robots, address):
            raise _Miss("the site's robots.txt does not allow it", BY_HAND)

    def _robots_at(self, site: str) -> Robots | Missed:
        """A site without a robots.txt allows everything; one whose robots.txt cannot be had allows nothing."""
        try:
            headers = {"accept": "text/plain, */*;q=0.5"}
            reply = self._follow(f"{site}/robots.txt", headers, self._manners.size, kept=False)
            if reply.status == 429 or reply.status >= 500:
                raise _refusal(reply, self._clock.now())
        except _Miss as miss:
            return miss.told
        return robots_of(reply.data, PRODUCT) if reply.status == 200 else Robots()

    def _ask(self, address: str, headers: Mapping[str, str], size: int) -> _Reply:
        parts = urlsplit(address)
        host = parts.hostname or ""
        self._wait(host)
        manners = self._manners
        limits = {"connect": manners.connect, "read": manners.read, "write": manners.read, "pool": manners.connect}
        sent = {"host": parts.netloc, "user-agent": manners.agent, "accept-encoding": "gzip, deflate", **headers}
        self._guard.deadline = self._clock.ticks() + manners.whole
        status = None
        try:
            with (
                _told(address, manners),
                self._pool.stream("GET", address, headers=list(sent.items()), extensions={"timeout": limits}) as got,
            ):
                status, found = got.status, _headers(got.headers)
                data = unpacked(got.iter_stream(), found.get("content-encoding", ""), size) if status == 200 else b""
        except TooMuch:
            raise _Miss(f"too big: more than {size:,} bytes", BY_HAND, status) from None
        except Unpackable:
            raise _Miss("its compression is broken or of an unknown kind", BY_HAND, status) from None
        finally:
            self._free[host] = self._clock.ticks() + max(manners.delay, self._asked_delay(address))
        if status in (429, 503) and (pause := _retry_after(found, self._clock.now())):
            self._free[host] = max(self._free[host], self._clock.ticks() + pause)
        return _Reply(address, status, found, data)

    def _asked_delay(self, address: str) -> float:
        robots = self._robots.get(_site(address))
        return robots.delay if isinstance(robots, Robots) else 0.0

    def _wait(self, host: str) -> None:
        left = self._free[host] - self._clock.ticks() if host in self._free else 0.0
        if left > self._manners.patience:
            raise _Miss(f"the server asks to wait {left:,.0f} seconds between requests")
        if left > 0:
            self._clock.sleep(left)


@contextmanager
def _told(address: str, manners: Manners) -> Iterator[None]:
    """Makes one clear line of whatever goes wrong on the network."""
    host = urlsplit(address).hostname
    try:
        yield
    except Refused:
        why = f"{host} is at a private address of this machine or network"
        raise _Miss(why, f"if you mean it, allow the host: {host}") from None
    except NoSuchHost:
        raise _Miss(f"no host {host} is known") from None
    except httpcore.TimeoutException:
        raise _Miss(f"no whole answer within {manners.whole:g} seconds ({manners.read:g} between bytes)") from None
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
        raise _Miss(f"the connection failed: {str(error)[:200] or type(error).__name__}") from None


def _answer(reply: _Reply, conditional: bool, now: datetime) -> Answer:
    if reply.status == 304 and conditional:
        return Answer(final=reply.at, status=304)
    if reply.status != 200:
        raise _refusal(reply, now)
    kind, _, rest = reply.headers.get("content-type", "").lower().partition(";")
    kind = kind.strip()
    if kind not in TYPES and not (kind.startswith("application/") and kind.endswith(("+xml", "+json"))):
        raise _Miss(f"neither a page nor a feed, but {kind[:80]}", "save its text as a .txt file", 200)
    _, is_set, charset = rest.partition("charset=")
    return Answer(
        final=reply.at,
        status=200,
        data=reply.data,
        type=kind,
        charset=charset.partition(";")[0].strip(" \"'") or None if is_set else None,
        etag=reply.headers.get("etag"),
        modified=reply.headers.get("last-modified"),
    )


def _refusal(reply: _Reply, now: datetime) -> _Miss:
    status = reply.status
    if status in (429, 503):
        pause = _retry_after(reply.headers, now)
        asks = f"; it asks to wait {pause:,.0f} seconds" if pause else ""
        what = "is asked too often" if status == 429 else "is not ready"
        return _Miss(f"the server {what} ({status}){asks}", status=status)
    if status >= 500:
        return _Miss(f"the server has an error ({status})", status=status)
    if status in (404, 410):
        return _Miss(f"no such page ({status})", "check the address", status)
    if status in (401, 402, 403, 407, 451):
        return _Miss(f"the server does not give it to us ({status})", BY_HAND, status)
    return _Miss(f"an answer without a page ({status})", BY_HAND, status)


def _headers(raw: list[tuple[bytes, bytes]]) -> dict[str, str]:
    return {name.decode("ascii", "replace").lower(): value.decode("utf-8", "replace") for name, value in reversed(raw)}


def _retry_after(headers: Mapping[str, str], now: datetime) -> float:
    """Seconds to wait, given as such or as a date; 0 when nothing sensible is said."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        when = parsedate_to_datetime(value)
        return max(0.0, (when.replace(tzinfo=when.tzinfo or UTC) - now).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0


def _sendable(value: str) -> bool:
    return value.isascii() and value.isprintable()


def _site(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
