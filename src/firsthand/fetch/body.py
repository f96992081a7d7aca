"""The body of an answer, unpacked in pieces, so that no bomb gets beyond the limit."""

import zlib
from collections.abc import Iterable, Iterator


class TooMuch(Exception):
    """More bytes than may be."""


class Unpackable(Exception):
    """Compression that is broken, or of a kind that was not asked for."""


def unpacked(chunks: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """The bytes of a body with a Content-Encoding, at most `limit` of them, packed or unpacked.

    Raises TooMuch as soon as there are more, and Unpackable.

    >>> unpacked([zlib.compress(b"a" * 999)], "deflate", 1000) == b"a" * 999
    True
    """
    encoding = encoding.strip().lower()
    if encoding in ("gzip", "x-gzip", "deflate"):
        chunks = _inflated(_limited(chunks, limit), limit)
    elif encoding not in ("", "identity"):
        raise Unpackable(encoding)
    return b"".join(_limited(chunks, limit))


def _limited(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise TooMuch
        yield chunk


def _inflated(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    inflate, head = None, b""
    for chunk in chunks:
        if inflate is None:
            chunk = head = head + chunk
            if len(head) < 2:
                continue
            inflate = zlib.decompressobj(_window(head))
        try:
            yield inflate.decompress(chunk, limit + 1)
        except zlib.error as error:
            raise Unpackable(str(error)) from error
        if inflate.unconsumed_tail:
            raise TooMuch
        if inflate.eof:  # what follows is no part of it
            return
    if head:
        raise Unpackable("cut off")


def _window(head: bytes) -> int:
    """gzip and zlib tell themselves by their head; some servers send "deflate" without one."""
    is_told = head[:2] == b"\x1f\x8b" or (head[0] & 0x0F == 8 and int.from_bytes(head[:2]) % 31 == 0)
    return zlib.MAX_WBITS | 32 if is_told else -zlib.MAX_WBITS
