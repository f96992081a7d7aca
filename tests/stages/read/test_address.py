"""Which address an article keeps."""

import pytest

from firsthand.stages.read.address import own_address

FETCHED = "https://www.wire.example/2025/dam?utm_source=feed"


@pytest.mark.parametrize(
    ("stated", "kept"),
    [
        (None, FETCHED),
        ("https://wire.example/2025/dam", "https://wire.example/2025/dam"),
        ("https://m.wire.example/2025/dam", "https://m.wire.example/2025/dam"),
        ("https://other.example/2025/dam", FETCHED),  # a copy that names what it was taken from
        ("https://wire.example.evil.example/2025/dam", FETCHED),
        ("https://wire.example/", FETCHED),  # the front page
        ("https://wire.example/?p=7", "https://wire.example/?p=7"),
        ("https://[wire", FETCHED),
    ],
)
def test_a_stated_address_counts_on_its_own_site(stated, kept):
    assert own_address(stated, FETCHED) == kept


def test_the_front_page_keeps_its_own():
    assert own_address("https://wire.example/", "https://www.wire.example") == "https://wire.example/"
