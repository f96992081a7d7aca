"""What went wrong, a line each on standard error, and the exit status it means."""

import sys
from collections.abc import Iterable

from firsthand.records import Unprocessed


def complain(message: str) -> None:
    """Write "firsthand: message" to standard error as one line, whatever characters a file name brings."""
    print(f"firsthand: {escaped(message)}", file=sys.stderr, flush=True)  # noqa: T201


def escaped(message: str) -> str:
    r"""`message` with control characters as escapes: a file name must not steer the user's terminal.

    >>> print(escaped("a\x1bb"))
    a\x1bb
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in message)


def report(unprocessed: Iterable[Unprocessed]) -> None:
    """Say of each input that gave no analysed article where it is, why, and what to do."""
    for problem in unprocessed:
        complain("; ".join(filter(None, (f"{problem.path}: {problem.why}", problem.remedy))))


def status(articles: int, unprocessed: Iterable[Unprocessed]) -> int:
    """The exit status of a run that read `articles` articles: 0 all well, 1 something failed, 2 nothing read.

    >>> status(3, ()), status(0, ())
    (0, 2)
    """
    if not articles:
        return 2
    return int(any(problem.failed for problem in unprocessed))
