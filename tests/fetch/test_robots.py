"""What a robots.txt allows."""

import pytest

from firsthand.fetch.robots import allows, robots_of

TEXT = b"""\xef\xbb\xbf# for all
User-agent: *
Disallow: /closed
Allow: /closed/open
Disallow: /*.pdf$
Disallow: /print*all
Disallow: /caf%C3%A9

User-agent: Otherbot
User-agent: thirdbot/2.0
Disallow: /
Crawl-delay: 7
Sitemap: https://wire.example/map.xml
"""


def allowed(text, path, reader="firsthand"):
    return allows(robots_of(text, reader), f"https://wire.example{path}")


@pytest.mark.parametrize(
    ("path", "is_allowed"),
    [
        ("/", True), ("/closed", False), ("/closed/x", False), ("/closed/open/y", True), ("/a/b.pdf", False),
        ("/a/b.pdf?x", True), ("/print/for/all/of", False), ("/print/for", True), ("/caf%C3%A9/x", False),
        ("/robots.txt", True),
    ],
)  # fmt: skip
def test_rules_for_everybody(path, is_allowed):
    assert allowed(TEXT, path) == is_allowed


def test_a_group_of_ones_own_goes_before():
    text = TEXT + b"\nUser-agent: FirstHand\nDisallow: /ours\nCrawl-delay: 2.5\n"
    assert (allowed(text, "/closed"), allowed(text, "/ours")) == (True, False)
    assert robots_of(text, "firsthand").delay == 2.5
    assert not allowed(TEXT, "/", "otherbot")
    assert (allowed(TEXT, "/", "thirdbot"), robots_of(TEXT, "thirdbot").delay) == (False, 7.0)


def test_two_groups_of_one_name_are_one():
    text = b"User-agent: firsthand\nDisallow: /a\n\nUser-agent: firsthand\nDisallow: /b"
    assert (allowed(text, "/a"), allowed(text, "/b"), allowed(text, "/c")) == (False, False, True)


@pytest.mark.parametrize(
    "text", [b"", b"<html>no robots</html>", b"Disallow: /", b"User-agent: *\nDisallow:", b"\xff\0"]
)
def test_what_says_nothing_allows_everything(text):
    assert allowed(text, "/a")


def test_of_two_equal_rules_the_one_that_allows_counts():
    assert allowed(b"User-agent: *\nDisallow: /a\nAllow: /a", "/a")


@pytest.mark.parametrize("value", [b"soon", b"nan", b"-3", b""])
def test_a_delay_that_is_none(value):
    assert robots_of(b"User-agent: *\nCrawl-delay: " + value, "firsthand").delay == 0.0


def test_a_rule_full_of_stars_takes_no_time():
    assert allowed(b"User-agent: *\nDisallow: /" + b"a*" * 50_000 + b"b", "/" + "a" * 3900)
