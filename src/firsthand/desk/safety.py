"""What keeps strangers out: who may ask, from where, how much; and what a page may do in the browser."""

import hmac
from collections.abc import Iterable
from hashlib import sha256
from ipaddress import ip_address
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY = 1_000_000  # bytes of a form
IMPORT = 20_000_000  # bytes of corrections to import
ADDRESS = 4_000  # bytes of a path with its query
COOKIE = "firsthand-desk"
MONTH = 30 * 24 * 3600  # seconds that a browser keeps the token's cookie

# `same-origin`, not `no-referrer`: with that, browsers send no origin with forms, and it could not be checked.
HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-frame-options": "DENY",
}


class Guard:
    """Stands before the pages: refuses strange hosts and origins, asks for the token, limits what is sent.

    `hosts` are the names that this desk may be asked by; any address in digits is one more where `token` is set,
    since nobody can make a name of theirs point at the desk and have the token's cookie sent along.
    """

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str], token: str | None = None) -> None:
        self.app = app
        self.hosts = frozenset(host.casefold() for host in hosts)
        self.token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request that may not go on; pass on the others. What is sent back gets the safety headers."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refused = self._refused(scope, headers)
        if refused is None:
            await self.app(scope, _limited(scope, headers, receive), _guarded(send))
        else:
            await refused(scope, receive, _guarded(send))

    def _refused(self, scope: Scope, headers: Headers) -> Response | None:
        if len(scope["path"]) + len(scope["query_string"]) > ADDRESS:
            return _no(414, "This address is too long.")
        host = headers.get("host", "")
        if not self._known(host):
            return _no(421, "This desk does not answer to that host name.")
        if scope["method"] not in ("GET", "HEAD") and not _from_here(scope, headers, host):
            return _no(403, "This was sent from another site; nothing was changed.")
        if _length(headers) > limit(scope["path"]):
            return _no(413, "This is more than the desk takes at once; nothing was changed.")
        return self._without_token(scope, headers) if self.token else None

    def _known(self, host: str) -> bool:
        name = _hostname(host)
        if name in self.hosts:
            return True
        try:
            ip_address(name)
        except ValueError:
            return False
        return self.token is not None

    def _without_token(self, scope: Scope, headers: Headers) -> Response | None:
        """None for who has shown the token; a cookie for who shows it now; else a refusal."""
        wanted = pass_of(self.token or "")
        if hmac.compare_digest(_cookie(headers).encode(), wanted.encode()):
            return None
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = next((value for name, value in query if name == "token"), "")
        if scope["method"] == "GET" and hmac.compare_digest(given.encode(), (self.token or "").encode()):
            rest = urlencode([(name, value) for name, value in query if name != "token"])
            answer = RedirectResponse(_local(scope["path"]) + (f"?{rest}" if rest else ""), 303)
            answer.set_cookie(COOKIE, wanted, max_age=MONTH, httponly=True, samesite="strict")
            return answer
        return _no(403, "This desk is open to who has its token: open the address that it printed when it started.")


def pass_of(token: str) -> str:
    """What the cookie holds for the token: it tells that the token was shown, and not what it is."""
    return hmac.new(token.encode(), b"firsthand desk", sha256).hexdigest()


def sign(secret: bytes) -> str:
    """The token that every form of this process carries."""
    return hmac.new(secret, b"form", sha256).hexdigest()


def signed(secret: bytes, token: str) -> bool:
    """Whether a form's token is this process's."""
    return hmac.compare_digest(sign(secret).encode(), token.encode("utf-8", "replace"))


def limit(path: str) -> int:
    """How many bytes may be sent to a path."""
    return IMPORT if path == "/corrections/import" else BODY


def _no(status: int, why: str) -> Response:
    return PlainTextResponse(f"{why}\n", status)


def _local(path: str) -> str:
    """A path of this site, whatever it begins with."""
    return "/" + path.lstrip("/\\")


def _hostname(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").casefold()
    except ValueError:
        return ""


def _cookie(headers: Headers) -> str:
    return cookie_parser(headers.get("cookie", "")).get(COOKIE, "")


def _length(headers: Headers) -> int:
    told = headers.get("content-length", "0")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 16 else IMPORT + 1


def _from_here(scope: Scope, headers: Headers, host: str) -> bool:
    """Whether a form was sent by a page of this desk, as far as the browser tells; its token is checked besides."""
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return False
    given = headers.get("origin") or headers.get("referer")
    if given is None:
        return True
    try:
        split = urlsplit(given)
    except ValueError:
        return False
    return split.scheme == scope.get("scheme", "http") and split.netloc.casefold() == host.casefold()


def _limited(scope: Scope, headers: Headers, receive: Receive) -> Receive:
    """`receive` that stops at the limit, however much was announced."""
    left = limit(scope["path"])

    async def counted() -> Message:
        nonlocal left
        message = await receive()
        left -= len(message.get("body", b""))
        if left < 0:
            raise HTTPException(413, "This is more than the desk takes at once; nothing was changed.")
        return message

    return counted


def _guarded(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("cache-control", "private, no-cache")
        await send(message)

    return guarded
