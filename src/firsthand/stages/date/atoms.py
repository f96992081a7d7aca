"""Text → words with their codes in the time grammar."""

from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from firsthand.records import Token
from firsthand.stages.date.grammar import ATOM, UNKNOWN, Grammar, grammar


class Atom(NamedTuple):
    """A word or mark: code points, its text in small letters, and its token's index (None where nothing was parsed)."""

    start: int
    end: int
    low: str
    token: int | None


def read_atoms(text: str, start: int, end: int, tokens: tuple[Token, ...], starts: list[int]) -> list[Atom]:
    """The atoms of a stretch of text (code points, end exclusive).

    `starts` holds the start of every token; it is empty where the stretch was not parsed.
    """
    out = []
    for match in ATOM.finditer(text, start, end):
        at = match.start()
        out.append(Atom(at, match.end(), match.group().lower(), bisect_right(starts, at) - 1 if starts else None))
    return out


def encode(text: str, atoms: list[Atom], tokens: tuple[Token, ...], language: str) -> tuple[list[Atom], str]:
    """Atoms and one code an atom; feasts of several words become one atom, abbreviations take their point."""
    rules = grammar(language)
    codes, out, n = [], [], 0
    get, known, feasts = rules.codes.get, rules.codes, rules.feasts
    while n < len(atoms):
        atom = atoms[n]
        if atom.low[0].isdigit():
            code = figure(language, atom.low)
        else:
            code = get(atom.low, UNKNOWN)
            if text[atom.end : atom.end + 1] == "." and atom.low + "." in known:
                code = known[atom.low + "."]
                atom = atom._replace(end=atom.end + 1)
                n += len(atoms) > n + 1 and atoms[n + 1].end == atom.end
            if code != UNKNOWN and not _allowed(text, atom, tokens, rules):
                code = UNKNOWN
            if atom.low in feasts and text[atom.start].isupper() and (length := _feast(rules, atoms, n)):
                atom = atom._replace(end=atoms[n + length - 1].end, low=_joined(atoms[n : n + length]))
                code, n = known["\1"], n + length - 1
        out.append(atom)
        codes.append(code)
        n += 1
    return out, "".join(codes)


@cache
def figure(language: str, text: str) -> str:
    """The code of a figure by all the shapes it has."""
    rules = grammar(language)
    names = frozenset(name for name, shape in rules.shapes if shape.fullmatch(text))
    return rules.shape_codes.get(names, UNKNOWN)


def _allowed(text: str, atom: Atom, tokens: tuple[Token, ...], rules: Grammar) -> bool:
    """Whether an ambiguous word is one of time here, by its capital and its tag."""
    guards = rules.data["guards"]
    tag = tokens[atom.token].tag if atom.token is not None else ""
    if atom.low in guards["capital"]:
        return text[atom.start].isupper() and tag[:2] not in ("MD", "VB")
    if atom.low in guards["noun"]:
        return tag[:2] in ("NN", "JJ", "RB", "")
    return not (atom.low in guards["unverbed"] and tag[:2] == "VB")


def _joined(atoms: list[Atom]) -> str:
    return " ".join(atom.low.replace("’", "'") for atom in atoms)


def _feast(rules: Grammar, atoms: list[Atom], n: int) -> int:
    """How many atoms from n on name a feast."""
    for words, _ in rules.feasts[atoms[n].low]:
        if _joined(atoms[n : n + len(words)]) == " ".join(words):
            return len(words)
    return 0


def feast_rule(rules: Grammar, name: str) -> str:
    """The rule for the day of a feast named by joined atoms. Raises KeyError for other names."""
    return {" ".join(words): rule for words, rule in rules.feasts[name.split(maxsplit=1)[0]]}[name]
