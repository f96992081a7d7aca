"""Records as the bytes that a store keeps: JSON, compressed."""

import re
import zlib
from collections.abc import Hashable
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

import msgspec

from firsthand.records import Article

T = TypeVar("T")

# What a database cannot hold: lone surrogates of a broken source, and the character NUL.
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def pack(record: object) -> bytes:
    """A record (or lists of them) as compressed JSON.

    >>> unpack(pack({"a": [1, "é"]}), dict)
    {'a': [1, 'é']}
    """
    return zlib.compress(_encoder().encode(record), 6)


def unpack(data: bytes, type: type[T]) -> T:  # noqa: A002 - what msgspec calls it
    """The record that `pack` made bytes of. Raises msgspec.ValidationError where it is of another type."""
    decoder: msgspec.json.Decoder[T] = _decoder(type)  # type: ignore[arg-type]
    return decoder.decode(zlib.decompress(data))


def clean(text: str) -> str:
    """A text with U+FFFD for every character that no database holds, one code point for one.

    >>> clean("a\\x00b")
    'a\ufffdb'
    """
    return UNSTORABLE.sub("\ufffd", text)


def storable(article: Article) -> Article:
    """The article with U+FFFD for every character that no database holds; all offsets stay right."""

    def cleaned(text: str | None) -> str | None:
        return None if text is None else clean(text)

    outlet = article.outlet
    return replace(
        article,
        text=clean(article.text),
        title=cleaned(article.title),
        path=cleaned(article.path),
        url=cleaned(article.url),
        authors=tuple(map(clean, article.authors)),
        outlet=outlet and replace(outlet, name=clean(outlet.name), domain=cleaned(outlet.domain)),
    )


@cache
def _encoder() -> msgspec.json.Encoder:
    return msgspec.json.Encoder()


@cache
def _decoder(type: Hashable) -> msgspec.json.Decoder[Any]:  # noqa: A002
    return msgspec.json.Decoder(type)
