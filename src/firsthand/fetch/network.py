"""Connections that lead to the open internet only, and that end in time.

What is promised: a host name is resolved once for a connection, each of its addresses is checked, and the connection
goes to one of those that were checked. A name that answers differently the second time (DNS rebinding) gains nothing,
since there is no second time. A host of which one address is not public is refused as a whole. Proxies that the
environment names are not used, for what they connect to could not be checked.
"""

import socket
import ssl
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from firsthand.fetch.addresses import is_public

ANY = "*"


class Refused(Exception):
    """The host is at an address that is not of the open internet."""


class NoSuchHost(Exception):
    """The name has no address, or the resolver cannot be reached."""


class Guarded(httpcore.NetworkBackend):
    """Connects to public addresses, and to the hosts named in `private` ("*" stands for all) wherever they are.

    Nothing is waited for beyond `deadline`, a moment of `ticks` (seconds, monotonic), but for the system's resolver.
    """

    def __init__(self, private: frozenset[str], ticks: Callable[[], float]) -> None:
        self._private, self._ticks = private, ticks
        self.deadline = float("inf")

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = self._checked(host, port)
        failed: Exception = httpcore.ConnectError("no address")
        for address in addresses:
            try:
                stream = httpcore.SyncBackend().connect_tcp(
                    address, port, self.left(timeout), local_address, socket_options
                )
                return _Timed(stream, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed

    def _checked(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise NoSuchHost(host) from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if not self._private & {host, ANY} and not all(map(is_public, addresses)):
            raise Refused(host)
        return addresses

    def left(self, timeout: float | None) -> float | None:
        """The shorter of a time limit and what is left until the deadline (seconds); raises httpcore.ReadTimeout."""
        left = self.deadline - self._ticks()
        if left <= 0:
            raise httpcore.ReadTimeout("out of time")
        if left == float("inf"):
            return timeout
        return left if timeout is None else min(left, timeout)


class _Timed(httpcore.NetworkStream):
    """A connection of which every step keeps to the deadline: a server that sends a byte now and then is left too."""

    def __init__(self, stream: httpcore.NetworkStream, guard: Guarded) -> None:
        self._stream, self._guard = stream, guard

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._guard.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._guard.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._guard.left(timeout))
        return _Timed(stream, self._guard)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
