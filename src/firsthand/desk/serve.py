"""Runs the desk on this machine."""

import socket
import sys
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address
from secrets import token_urlsafe

import uvicorn

from firsthand.desk.app import LOOPBACK, make_app
from firsthand.errors import FirsthandError
from firsthand.settings import Settings
from firsthand.store import Store

AT_ONCE = 256  # requests worked on; more get told to come back
TURN = 0.0005  # seconds after which a thread that works out lets others on: each row of a query waits for its turn
IDLE = 15  # seconds that a connection may say nothing


def serve(
    store: Store,
    *,
    host: str = "127.0.0.1",
    port: int = 8765,
    token: str | None = None,
    by: str,
    settings: Settings = Settings(),
    open_browser: bool = False,
    say: Callable[[str], None],
) -> None:
    """Serve the desk until it is interrupted; `say` is told the address to open.

    On any host but this machine's own a token is asked for; one is made where none is given.
    Raises FirsthandError where nothing can listen there.
    """
    token = token or (None if is_loopback(host) else token_urlsafe(24))
    listening = _listen(host, port)
    port = listening.getsockname()[1]
    address = address_of(host, port, token)
    app = make_app(store, by, settings=settings, hosts=(*LOOPBACK, host, socket.gethostname()), token=token)
    sys.setswitchinterval(TURN)
    config = uvicorn.Config(
        app,
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=AT_ONCE,
        timeout_keep_alive=IDLE,
        ws="none",
        lifespan="off",
    )
    say(f"The desk is at {address} (stop it with Ctrl-C)")
    if open_browser:
        webbrowser.open(address)
    with suppress(KeyboardInterrupt):  # how it is stopped
        uvicorn.Server(config).run(sockets=[listening])


def address_of(host: str, port: int, token: str | None) -> str:
    """The address to open in a browser.

    >>> address_of("::1", 80, None), address_of("0.0.0.0", 8765, "secret")
    ('http://[::1]:80/', 'http://127.0.0.1:8765/?token=secret')
    """
    shown = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)  # noqa: S104 - shown, not bound
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/" + (f"?token={token}" if token else "")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach `host`.

    >>> is_loopback("localhost"), is_loopback("127.0.0.2"), is_loopback("0.0.0.0"), is_loopback("example.org")
    (True, True, False, False)
    """
    if host.casefold() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise FirsthandError(
            f"the desk cannot listen on {host}:{port} ({error.strerror}); give another --port"
        ) from error
