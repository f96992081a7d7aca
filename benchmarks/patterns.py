"""Measures every regular expression of the package on texts that are made to keep it busy: is its time linear?

    python benchmarks/patterns.py             # those whose time more than triples as the text doubles
    python benchmarks/patterns.py --list      # the patterns, as JSON: [pattern, flags] …

The patterns are caught as they are compiled, while every seed of tests/fuzz is read, so that those made of word lists
are among them. For each repeat in a pattern there are texts that repeat what it takes, behind what leads to it and
before what stops it. A pattern is searched for at every place of a text, which is more than some of them are used for.
"""

import argparse
import importlib
import json
import pkgutil
import random
import re
import re._constants as op
import re._parser as parser
import signal
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)
LETTERS = "aA7 \n-.,'\"“”(|_/é:;@#\t"
LENGTH, TEXTS = 1500, 160  # characters of the shorter text; texts a pattern
LATE = 1.0  # CPU seconds after which one text is given up


def compiled() -> list[tuple[str, int]]:
    """(pattern, flags) of all that the package compiles."""
    found: dict[tuple[str, int], None] = {}
    usual = re._compile

    def watched(pattern, flags):
        frame = sys._getframe(1)
        while frame and frame.f_globals.get("__name__") == "re":
            frame = frame.f_back
        if isinstance(pattern, str | bytes) and frame and frame.f_globals.get("__name__", "").startswith("firsthand"):
            text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
            found[text, int(flags) & ~int(re.UNICODE)] = None
        return usual(pattern, flags)

    re._compile = watched
    try:
        exercise()
    finally:
        re._compile = usual
    return list(found)


def exercise() -> None:
    """Imports every module and reads every seed."""
    import firsthand

    for module in pkgutil.walk_packages(firsthand.__path__, "firsthand."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    sys.path.insert(0, str(ROOT / "tests"))
    from fuzz.mutations import seeds
    from fuzz.targets import TARGETS

    for kind, run in TARGETS.values():
        for seed in seeds(kind):
            run(seed)


def one(node, rng: random.Random) -> str:
    """A character that a node of one character can be."""
    kind, value = node
    if kind is op.LITERAL:
        return chr(value)
    if kind is not op.IN or value[0][0] is op.NEGATE:
        test = re.compile("[^" + re.escape(chr(value)) + "]") if kind is op.NOT_LITERAL else None
        return rng.choice([c for c in LETTERS if test is None or test.match(c)])
    kind, value = rng.choice(value)
    if kind is op.CATEGORY:
        return {op.CATEGORY_DIGIT: "7", op.CATEGORY_SPACE: " ", op.CATEGORY_WORD: "a"}.get(value, "-")
    return chr(value if kind is op.LITERAL else rng.randint(*value))


def sample(nodes, rng: random.Random) -> str:
    """A text that the nodes take, but for what they look ahead and behind at."""
    out = ""
    for kind, value in nodes:
        if kind in REPEATS:
            out += "".join(sample(value[2], rng) for _ in range(min(value[1], value[0] + rng.randrange(2))))
        elif kind is op.SUBPATTERN:
            out += sample(value[3], rng)
        elif kind is op.BRANCH:
            out += sample(rng.choice(value[1]), rng)
        elif kind in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN):
            out += one((kind, value), rng)
    return out


def pumps(nodes, before: str, rng: random.Random):
    """What leads to each repeat that may go on for long, and what it repeats."""
    for kind, value in nodes:
        if kind in REPEATS:
            if value[1] > 20:
                yield from ((before, sample(value[2], rng)) for _ in range(4))
            yield from pumps(value[2], before, rng)
        elif kind is op.SUBPATTERN:
            yield from pumps(value[3], before, rng)
        elif kind is op.BRANCH:
            for branch in value[1]:
                yield from pumps(branch, before, rng)
        before += sample([(kind, value)], rng)


def baits(pattern: str, flags: int) -> list[tuple[str, str, str]]:
    """(before, what is repeated, behind) of the texts for a pattern."""
    rng = random.Random(1)
    tree = list(parser.parse(pattern, flags))
    found = {(before, pump, end) for before, pump in pumps(tree, "", rng) for end in ("\0", "a", "!\0")}
    found |= {("", pump, end) for _, pump, end in found}
    found |= {("", sample(tree, rng), "\0") for _ in range(3)} | {("", c, end) for c in LETTERS for end in "\0x"}
    usable = sorted(bait for bait in found if bait[1])
    rng.shuffle(usable)
    return usable[:TEXTS]


class Late(Exception):
    pass


def late(*_) -> None:
    raise Late


def cost(pattern: re.Pattern[str], text: str) -> float:
    """CPU seconds to find all matches, the better of two runs; LATE at most."""
    best = LATE
    for _ in range(2):
        signal.setitimer(signal.ITIMER_VIRTUAL, LATE)
        start = time.process_time()
        try:
            for _ in pattern.finditer(text):
                pass
        except Late:
            return LATE
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        best = min(best, time.process_time() - start)
    return best


def worst(pattern: str, flags: int) -> tuple[float, float, tuple[str, str, str]] | None:
    """The growth of the time of a pattern as a text doubles, the time, and the text, where it is more than linear."""
    made = re.compile(pattern, flags)
    for before, pump, end in baits(pattern, flags):
        times = max(1, LENGTH // len(pump))
        once = cost(made, before + pump * times + end)
        if once > 0.004:
            twice = cost(made, before + pump * 2 * times + end)
            if once >= LATE or twice > 3 * once:
                return twice / once, twice, (before, pump, end)
    return None


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("--list", action="store_true", help="list the patterns as JSON")
    found = compiled()
    if given.parse_args().list:
        print(json.dumps(found))
        return
    signal.signal(signal.SIGVTALRM, late)
    grew = 0
    for pattern, flags in found:
        if bad := worst(pattern, flags):
            grew += 1
            print(f"× {bad[0]:.1f}, {bad[1]:.2f} s: {pattern[:100]!r} on {bad[2]!r}", flush=True)
    print(f"{len(found)} patterns, {grew} of them more than linear where they are searched for everywhere")


if __name__ == "__main__":
    main()
