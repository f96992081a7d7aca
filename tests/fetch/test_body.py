"""Bodies and their compression."""

import gzip
import zlib

import pytest

from firsthand.fetch.body import TooMuch, Unpackable, unpacked

TEXT = b"The dam holds. " * 100
RAW = zlib.compressobj(wbits=-15)
PACKED = {
    "": TEXT, "identity": TEXT, "gzip": gzip.compress(TEXT), "X-GZIP": gzip.compress(TEXT),
    "deflate": zlib.compress(TEXT), " Deflate ": RAW.compress(TEXT) + RAW.flush(),
}  # fmt: skip


@pytest.mark.parametrize("step", [1, 7, 5000])
@pytest.mark.parametrize("encoding", PACKED)
def test_each_way_of_packing(encoding, step):
    data = PACKED[encoding]
    chunks = [data[at : at + step] for at in range(0, len(data), step)]
    assert unpacked(chunks, encoding, len(TEXT)) == TEXT
    with pytest.raises(TooMuch):
        unpacked(chunks, encoding, len(TEXT) - 1)


def test_a_bomb_is_left_after_the_limit():
    bomb = gzip.compress(b"\0" * 50_000_000)
    given = []

    def chunks():
        for at in range(0, len(bomb), 1000):
            given.append(at)
            yield bomb[at : at + 1000]

    with pytest.raises(TooMuch):
        unpacked(chunks(), "gzip", 100_000)
    assert len(given) == 1


@pytest.mark.parametrize(
    ("data", "encoding"), [(b"not gzip", "gzip"), (gzip.compress(TEXT)[:30], "gzip"), (TEXT, "br"), (b"\x1f", "gzip")]
)
def test_what_cannot_be_unpacked(data, encoding):
    with pytest.raises(Unpackable):
        unpacked([data], encoding, 1000)


def test_nothing_is_nothing():
    assert unpacked([], "gzip", 10) == b""
