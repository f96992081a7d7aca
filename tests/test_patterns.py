"""Every regular expression of the package runs in linear time: no repeat without end stands in another of its kind.

Those of modules and those that are made of the word lists are caught as they are compiled, while the seeds are read.
`benchmarks/patterns.py` measures them on texts that are made to keep each one busy.
"""

import json
import re
import re._constants as op
import re._parser as parser
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)
MANY = 100  # a repeat that may go on for longer counts as one without end
LETTERS = [chr(n) for n in (*range(0x180), *range(0x2010, 0x2040))]


def compiled():
    """(pattern, flags) of all that the package compiles."""
    run = [sys.executable, str(ROOT / "benchmarks" / "patterns.py"), "--list"]
    return json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)


def letters(node):
    """Which of some letters a node that stands for one character can be."""
    kind, value = node
    if kind is op.LITERAL:
        return {chr(value)}
    if kind is op.NOT_LITERAL:
        return {c for c in LETTERS if c != chr(value)}
    if kind is op.ANY:
        return set(LETTERS)
    if kind is op.IN:
        return {c for c in LETTERS if one_of(value, c)}
    return None


def one_of(items, letter):
    held = False
    for kind, value in items:
        if kind is op.LITERAL:
            held |= letter == chr(value)
        elif kind is op.RANGE:
            held |= value[0] <= ord(letter) <= value[1]
        elif kind is op.CATEGORY:
            held |= re.match(CATEGORIES[value], letter) is not None
    return held != (items[0][0] is op.NEGATE)


CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s", op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def inside(nodes):
    """All nodes below some, without those of other groups' look-arounds."""
    for kind, value in nodes:
        yield kind, value
        below = []
        if kind in REPEATS:
            below = [value[2]]
        elif kind is op.SUBPATTERN:
            below = [value[3]]
        elif kind is op.BRANCH:
            below = value[1]
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            below = [value[1]]
        for each in below:
            yield from inside(each)


def endless(node):
    return node[0] in REPEATS and node[1][1] > MANY


def held_apart(body, inner):
    """Whether in each round of a repeat something must stand that the inner repeat cannot swallow."""
    repeated = [letters(n) for n in inner[1][2]]
    if len(repeated) != 1 or repeated[0] is None:
        return False
    must = [letters(n) for n in body if letters(n) is not None]
    return any(one and not one & repeated[0] for one in must)


def nested(pattern, flags=0):
    """The repeats without end in repeats without end that can share their letters out in more than one way."""
    for outer in inside(parser.parse(pattern, flags)):
        if endless(outer):
            body = list(outer[1][2])
            while len(body) == 1 and body[0][0] is op.SUBPATTERN:
                body = list(body[0][1][3])
            yield from (inner for inner in inside(body) if endless(inner) and not held_apart(body, inner))


@pytest.mark.parametrize("harm", [r"(a+)+$", r"(?:\w+\s*)+:", r"(\s|\w+)*x", r"((?:ab)*)*c", r"(?:[^,]*,?)*$"])
def test_the_check_sees_what_it_is_for(harm):
    assert list(nested(harm))


@pytest.mark.parametrize("sound", [r"(?:\w+,)+$", r"a+b+", r"(?:<[^>]*>)*", r"(?:a{1,3})+"])
def test_the_check_lets_pass_what_is_linear(sound):
    assert not list(nested(sound))


def test_no_pattern_of_the_package_is_nested_without_end():
    found = compiled()
    assert len(found) > 250
    assert [pattern for pattern, flags in found if list(nested(pattern, flags))] == []
