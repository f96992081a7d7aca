"""Fuzzing that follows the code: atheris counts which lines a mutation reaches, and keeps those that reach new ones.

    pip install atheris
    PYTHONPATH=src:tests python tests/fuzz/guided.py page -max_total_time=600    # options of libFuzzer

The seeds and mutations are those of this folder. atheris is no dependency: it has no wheels for every Python.
"""

import random
import sys

import atheris

from fuzz.mutations import LARGEST, bent, seeds

with atheris.instrument_imports(include=["firsthand"]):
    from fuzz.targets import TARGETS


def main() -> None:
    target = sys.argv.pop(1)
    kind, run = TARGETS[target]
    begun = seeds(kind)

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        rng = random.Random(seed)
        return bent(kind, data if len(data) > 1 else rng.choice(begun), rng)[:most]

    for seed in begun:
        run(seed)
    options = [sys.argv[0], f"-max_len={LARGEST}", "-timeout=60", "-rss_limit_mb=2048", *sys.argv[1:]]
    atheris.Setup(options, lambda data: run(data) and None, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
