"""Make language/en/derivations.toml: words derived from one another, from WordNet 3.0 (Debian's wordnet-base).

    python benchmarks/derivations.py /usr/share/wordnet > src/firsthand/language/en/derivations.toml

Kept are pairs of words that news uses, each in one of its two commonest senses, that the stems do not join.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from firsthand.language.frequency import counts
from firsthand.language.terms import stem

LEAST = 8  # articles of the frequency table in which a word must stand
SENSES = 2
FILES = (("noun", "n"), ("verb", "v"), ("adj", "a"))
HEAD = """\
# Words derived from one another ("close closure", "acquire acquisition"), which the stems do not join.
# Read by stages/compare/words.py. Made by benchmarks/derivations.py from WordNet 3.0, which is
# Copyright 2006 by Princeton University. All rights reserved. Its licence: permission to use, copy, modify and
# distribute this software and database and its documentation for any purpose and without fee or royalty is hereby
# granted, provided that you agree to comply with the following copyright notice and statements, including the
# disclaimer, and that the same appear on ALL copies of the software, database and documentation, including
# modifications that you make for internal use or for distribution. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND
# PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT
# LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY
# PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD
# PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. The name of Princeton University or Princeton may not be used
# in advertising or publicity pertaining to distribution of the software and/or database. Title to copyright in this
# software, database and any associated documentation shall at all times remain with Princeton University and LICENSEE
# agrees to preserve same.
"""


def pairs(folder: Path) -> Iterator[tuple[str, str]]:
    """Words and what is derived from them, in common senses of both."""
    sets, senses = _sets(folder), _senses(folder)
    for (word, kind), offsets in senses.items():
        for offset in offsets:
            members, pointers = sets[kind, offset]
            if word not in members:
                continue
            for target, source, place in pointers:
                other = sets[target][0][place - 1]
                if source == members.index(word) + 1 and target[1] in senses.get((other, target[0]), ()):
                    yield word, other


def _sets(folder: Path) -> dict:
    out = {}
    for name, kind in FILES:
        for line in (folder / f"data.{name}").read_text("latin-1").splitlines():
            if line.startswith("  "):
                continue
            row = line.split("|")[0].split()
            size = int(row[3], 16)
            members = [row[4 + 2 * i].lower() for i in range(size)]
            at, pointers = 5 + 2 * size, []
            for i in range(int(row[4 + 2 * size])):
                symbol, offset, other, places = row[at + 4 * i : at + 4 * i + 4]
                if symbol == "+" and other != "r":
                    pointers.append((("a" if other == "s" else other, offset), *bytes.fromhex(places)))
            out[kind, row[0]] = members, pointers
    return out


def _senses(folder: Path) -> dict:
    out = {}
    for name, kind in FILES:
        for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
            row = line.split()
            if not line.startswith("  ") and row[0].isalpha() and counts("en")[1].get(stem("en", row[0]), 0) >= LEAST:
                out[row[0], kind] = row[6 + int(row[3]) :][:SENSES]
    return out


def main() -> None:
    found = {tuple(sorted(p)) for p in pairs(Path(sys.argv[1])) if stem("en", p[0]) != stem("en", p[1])}
    print(HEAD)
    print("pairs = [")
    for a, b in sorted(found):
        print(f'  "{a} {b}",')
    print("]")


if __name__ == "__main__":
    main()
