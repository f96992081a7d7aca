"""What a site's robots.txt allows (RFC 9309): the longest rule that fits counts, "*" and "$" are understood.

The standard library's parser knows neither, and one that makes regular expressions of them hangs on a rule full of
stars. Here a rule is held against an address piece by piece.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote, urlsplit

# What is looked at of a robots.txt: bytes (the least that the RFC asks for), and rules for us.
MAX_ROBOTS, MAX_RULES = 512_000, 5000
_NAME = re.compile(r"[a-z_-]+", re.IGNORECASE)


class Rule(NamedTuple):
    """A path pattern and whether what it fits may be fetched."""

    allow: bool
    pattern: str


class Robots(NamedTuple):
    """The rules of a site for one reader, and how long it shall wait between requests (seconds)."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0


def robots_of(data: bytes, reader: str) -> Robots:
    """The rules for `reader` (a product name without version) in a robots.txt, else those for everybody.

    >>> robots_of(b"User-agent: *\\nDisallow: /private\\nCrawl-delay: 2", "firsthand")
    Robots(rules=(Rule(allow=False, pattern='/private'),), delay=2.0)
    """
    own: list[tuple[str, str]] = []
    all_: list[tuple[str, str]] = []
    named = False
    for agents, lines in _groups(data[:MAX_ROBOTS].decode("utf-8", "replace")):
        if reader in agents:
            named = True
            own += lines
        elif "*" in agents:
            all_ += lines
    lines = own if named else all_
    rules = [Rule(key == "allow", _encoded(value)) for key, value in lines if key in ("allow", "disallow") and value]
    delays = [_seconds(value) for key, value in lines if key == "crawl-delay"]
    return Robots(tuple(rules[:MAX_RULES]), max(delays, default=0.0))


def _groups(text: str) -> Iterator[tuple[set[str], list[tuple[str, str]]]]:
    """The agents of each group in lower case, with its lines."""
    agents: set[str] = set()
    lines: list[tuple[str, str]] = []
    for key, value in _lines(text.removeprefix("\ufeff").splitlines()):
        if key == "user-agent":
            if lines:
                yield agents, lines
                agents, lines = set(), []
            name = _NAME.match(value)
            agents.add(name[0].lower() if name else value)
        elif agents and key in ("allow", "disallow", "crawl-delay"):
            lines.append((key, value))
    if agents:
        yield agents, lines


def _lines(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _seconds(value: str) -> float:
    try:
        return max(0.0, float(value)) if float(value) == float(value) else 0.0
    except ValueError:
        return 0.0


def _encoded(path: str) -> str:
    return quote(path, safe="/:@!$&'()*+,;=~%?[]")


def allows(robots: Robots, address: str) -> bool:
    """Whether an address (as `web_address` writes it) may be fetched.

    >>> rules = robots_of(b"User-agent: *\\nDisallow: /*.pdf$\\nDisallow: /a\\nAllow: /a/open", "firsthand")
    >>> [allows(rules, "https://wire.example" + path) for path in ("/x.pdf", "/x.pdf?y", "/a/b", "/a/open/c")]
    [False, True, False, True]
    """
    parts = urlsplit(address)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    if path == "/robots.txt":
        return True
    fitting = [(len(rule.pattern), rule.allow) for rule in robots.rules if _fits(rule.pattern, path)]
    return max(fitting, default=(0, True))[1]


def _fits(pattern: str, path: str) -> bool:
    """Whether a pattern fits the start of a path: each piece between stars at the first place where it can stand."""
    whole = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    last = rest.pop() if rest else None
    for piece in rest:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    if last is None:
        return not whole or at == len(path)
    return path.endswith(last) and len(path) - len(last) >= at if whole else path.find(last, at) >= 0
