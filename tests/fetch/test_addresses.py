"""Which addresses are asked for, and which machines they may lead to."""

import pytest

from firsthand.fetch.addresses import LONGEST, is_public, web_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("/dam", "https://wire.example/dam"),
        ("HTTP://Wire.Example:80", "http://wire.example/"),
        ("https://wire.example:8443/a b", "https://wire.example:8443/a%20b"),
        ("//other.example/x#part", "https://other.example/x"),
        ("http://bücher.example/ü?q=ö", "http://xn--bcher-kva.example/%C3%BC?q=%C3%B6"),
        ("http://[2001:db8::1]/a", "http://[2001:db8::1]/a"),
        ("/a%20b?c=d%26e", "https://wire.example/a%20b?c=d%26e"),
        ("http://wire.example/\r\nHost: other", "http://wire.example/Host:%20other"),
    ],
)
def test_addresses_are_written_one_way(text, address):
    assert web_address(text, "https://wire.example/news/") == address
    assert web_address(address) == address


@pytest.mark.parametrize(
    "text",
    [
        "", "javascript:alert(1)", "file:///etc/passwd", "ftp://wire.example/", "data:text/html,x", "mailto:a@b.c",
        "http:///a", "http://a:b@wire.example/", "http://wire.example:99999/", "http://wire example/", "http://[wire",
        "http://wire.example\\@other.example/", "http://wire.example/\ud800", "http://wire.example/" + "a" * LONGEST,
        "http://wire.example/" + "ü" * (LONGEST // 2),
    ],
)  # fmt: skip
def test_what_is_no_web_address(text):
    assert web_address(text) is None


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "10.1.1.1", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "192.0.0.8", "192.0.2.1",
        "192.168.1.1", "198.18.0.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1",
        "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::",
        "2001:0:1::1", "2001:db8::1", "::ffff:10.0.0.1", "wire.example",
    ],
)  # fmt: skip
def test_closed_networks(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_the_open_internet(address):
    assert is_public(address)
