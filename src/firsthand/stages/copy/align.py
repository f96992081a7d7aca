"""Two word sequences → the passages they share, moved passages too: seed, extend, join."""

from collections.abc import Sequence
from typing import NamedTuple

SEED = 5  # words in a row that begin a match
GAP = 10  # words that may be changed, added or left out inside a passage
LEAST = 8  # matching words of a passage
EFFORT = 50  # words looked at for each word there is: text that repeats itself would take the square of its length


class Run(NamedTuple):
    """`length` equal words at `a` in one sequence and `b` in the other."""

    a: int
    b: int
    length: int


def runs(a: Sequence[int], b: Sequence[int]) -> list[Run]:
    """Equal runs of at least SEED words, longest first taken, each word in at most one run; in order of `a`."""
    places: dict[tuple[int, ...], list[int]] = {}
    for j in range(len(b) - SEED + 1):
        held = places.setdefault(tuple(b[j : j + SEED]), [])
        if len(held) < 4:
            held.append(j)
    found: set[Run] = set()
    ends: dict[int, int] = {}
    effort = EFFORT * (len(a) + len(b))
    for i in range(len(a) - SEED + 1):
        if effort < 0:
            break
        for j in places.get(tuple(a[i : i + SEED]), ()):
            if ends.get(i - j, 0) > i:
                continue
            run = _extend(a, b, i, j)
            ends[i - j] = run.a + run.length
            effort -= run.length
            found.add(run)
    free_a, free_b = bytearray(len(a)), bytearray(len(b))
    out = []
    for run in sorted(found, key=lambda r: (-r.length, r.a, r.b)):
        trimmed = _trim(run, free_a, free_b)
        if trimmed.length >= SEED:
            free_a[trimmed.a : trimmed.a + trimmed.length] = b"\x01" * trimmed.length
            free_b[trimmed.b : trimmed.b + trimmed.length] = b"\x01" * trimmed.length
            out.append(trimmed)
    return sorted(out)


def passages(found: Sequence[Run]) -> list[list[Run]]:
    """Runs that follow each other in both sequences with small gaps, joined; passages of few words left out."""
    out: list[list[Run]] = []
    for run in found:
        last = out[-1][-1] if out else None
        if last and run.a - (last.a + last.length) <= GAP and 0 <= run.b - (last.b + last.length) <= GAP:
            out[-1].append(run)
        else:
            out.append([run])
    return [one for one in out if sum(r.length for r in one) >= LEAST]


def _extend(a: Sequence[int], b: Sequence[int], i: int, j: int) -> Run:
    """The whole run of equal words around a seed."""
    start, end = 0, SEED
    while i + end < len(a) and j + end < len(b) and a[i + end] == b[j + end]:
        end += 1
    while i - start > 0 and j - start > 0 and a[i - start - 1] == b[j - start - 1]:
        start += 1
    return Run(i - start, j - start, start + end)


def _trim(run: Run, taken_a: bytearray, taken_b: bytearray) -> Run:
    """The run without words at its ends that a longer run has taken."""
    start, end = 0, run.length
    while start < end and (taken_a[run.a + start] or taken_b[run.b + start]):
        start += 1
    while end > start and (taken_a[run.a + end - 1] or taken_b[run.b + end - 1]):
        end -= 1
    for at in range(start, end):
        if taken_a[run.a + at] or taken_b[run.b + at]:
            end = at
            break
    return Run(run.a + start, run.b + start, end - start)
