"""The time grammar of a language, compiled from its data: words → classes → rules."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from firsthand.language import topic

Value = int | str
FEAST = "any feast"  # stands in the lexicon for a feast of any name; no word of a text holds a blank
UNKNOWN = "\0"  # the code of a word that is in no class
# A figure with its marks and letters (10:40pm, 1,900, 11/02/89), an abbreviation with points, a word, or one mark.
ATOM = re.compile(r"\d\w*(?:[.,:/]\d\w*)*|[^\W\d_](?:\.[^\W\d_])+\b\.?|[^\W\d_][^\W_]*|[^\w\s]")
ELEMENT = re.compile(r"\{\w+\}|[A-Za-z]+(?:\.[a-z.]*)?|[()|?+*]|[,]")


class Rule(NamedTuple):
    """One rule: what to make of a match, and the class of every capturing group of `pattern`, in order.

    `skip` words at its start only lead to the expression ("in" the evening).
    """

    op: str
    value: str
    pattern: re.Pattern[str]
    classes: tuple[str, ...]
    skip: int


class Grammar(NamedTuple):
    """A compiled grammar. Every word is one character (its code); a rule is a regular expression over codes."""

    codes: dict[str, str]
    shapes: tuple[tuple[str, re.Pattern[str]], ...]
    shape_codes: dict[frozenset[str], str]
    values: dict[str, dict[str, Value]]
    special: frozenset[str]  # words that are judged where they stand: ambiguous, abbreviated, or the first of a feast
    begins: re.Pattern[str]  # where a rule may begin
    anchor: re.Pattern[str]  # any rule
    rules: tuple[Rule, ...]
    opening: dict[str, tuple[int, ...]]  # code → the rules (indices) that can begin with it
    feasts: dict[str, tuple[tuple[tuple[str, ...], str], ...]]  # first word → (all words, rule for the day)
    data: dict[str, Any]


@cache
def grammar(language: str) -> Grammar:
    """The compiled grammar of a language. Raises FileNotFoundError when the language has none."""
    data = topic(language, "dates")
    members = _members(data)
    of_word: dict[str, set[str]] = {}
    for name, words in members.items():
        for word in words:
            of_word.setdefault(word, set()).add(name)
    letters: dict[frozenset[str], str] = {}
    codes = {word: letters.setdefault(frozenset(names), chr(0x100 + len(letters))) for word, names in of_word.items()}
    shapes = tuple((name, re.compile(shape, re.IGNORECASE)) for name, shape in data["shapes"].items())
    # Every set of shapes that one figure can have gets its own code as it is met; they are few.
    sets = _shape_sets(data)
    for names in sets:
        letters.setdefault(names, chr(0x100 + len(letters)))
    shape_codes = {names: letters[names] for names in sets}
    feast = letters.setdefault(frozenset({"FEAST"}), chr(0x100 + len(letters)))
    codes[FEAST] = feast
    in_class: dict[str, str] = {}
    for names, letter in letters.items():
        for name in names:
            in_class[name] = in_class.get(name, "") + letter
    rules = tuple(_rule(row, data["macros"], in_class) for row in data["rules"])
    opening: dict[str, tuple[int, ...]] = {}
    for n, row in enumerate(data["rules"]):
        for letter in sorted(_first(row["pattern"], data["macros"], in_class)[0]):
            opening[letter] = (*opening.get(letter, ()), n)
    starts = "|".join(
        f"(?:{_regex(row['pattern'], data['macros'], in_class, [], capture=False)})" for row in data["rules"]
    )
    anchor, feasts = re.compile(starts), _feasts(data["feasts"])
    for first in feasts:
        codes.setdefault(first, UNKNOWN)
    return Grammar(
        codes=codes,
        shapes=shapes,
        shape_codes=shape_codes,
        values={name: dict(table) for name, table in data["classes"].items()},
        special=_special(data, codes, feasts),
        begins=_begins(anchor, letters.values()),
        anchor=anchor,
        rules=rules,
        opening=opening,
        feasts=feasts,
        data=data,
    )


def _members(data: dict[str, Any]) -> dict[str, set[str]]:
    """Class → its words: the classes, the named word lists, and every literal of a pattern as a class of its own."""
    members = {name: set(table) for name, table in data["classes"].items()}
    for name, words in data["words"].items():
        members[name] = set(words)
    for text in [row["pattern"] for row in data["rules"]] + list(data["macros"].values()):
        for part in ELEMENT.findall(text):
            if part[0].isalpha() and part.islower() and part not in members:
                members[part] = {part}
    return members


def _shape_sets(data: dict[str, Any]) -> set[frozenset[str]]:
    """The sets of shapes that figures have, found on examples of every shape."""
    shapes = {name: re.compile(shape, re.IGNORECASE) for name, shape in data["shapes"].items()}
    found = {
        frozenset(name for name, shape in shapes.items() if shape.fullmatch(example))
        for example in data["shape_examples"]
    }
    return {names for names in found if names}


def _special(data: dict[str, Any], codes: dict[str, str], feasts: Iterable[str]) -> frozenset[str]:
    guards = data["guards"]
    pointed = {word[:-1] for word in codes if word.endswith(".") and len(word) > 1}
    return frozenset(
        {
            *guards["capital"],
            *guards["noun"],
            *guards["unnoun"],
            *guards["unverbed"],
            *feasts,
            *(pointed & codes.keys()),
        }
    )


def _begins(anchor: re.Pattern[str], letters: Iterable[str]) -> re.Pattern[str]:
    """A cheap test of where to try the rules: at a word that is a time alone, or one before another known word."""
    known = "".join(letters)
    alone = "".join(letter for letter in known if anchor.fullmatch(letter))
    return re.compile(f"[{alone}]|[{known}](?=[{known}])")


def _feasts(table: dict[str, str]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, rule in table.items():
        words = tuple(ATOM.findall(name))
        out.setdefault(words[0], []).append((words, rule))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in out.items()}


def _first(text: str, macros: dict[str, str], in_class: dict[str, str]) -> tuple[set[str], bool]:
    """The codes that a pattern can begin with, and whether it can be empty."""
    letters: set[str] = set()  # of the alternatives that are read
    stack: list[
        tuple[set[str], bool, bool]
    ] = []  # of the groups around: their letters, emptiness, whether they may go on
    empty, on = False, True  # whether an earlier alternative can be empty, and this one so far is
    parts = ELEMENT.findall(text)
    n = 0
    while n < len(parts):
        part = parts[n]
        n += 1
        if part == "(":
            stack.append((letters, empty, on))
            letters, empty, on = set(), False, True
            continue
        if part == "|":
            empty, on = empty or on, True
            continue
        if part == ")":
            found, nullable = letters, empty or on
            letters, empty, on = stack.pop()
        elif part[0] == "{":
            found, nullable = _first(macros[part[1:-1]], macros, in_class)
        else:
            found, nullable = set(in_class.get(part, "")), False
        if n < len(parts) and parts[n] in "?*+":
            nullable = nullable or parts[n] in "?*"
            n += 1
        if on:
            letters |= found
        on = on and nullable
    return letters, empty or on


def _rule(row: dict[str, Any], macros: dict[str, str], in_class: dict[str, str]) -> Rule:
    classes: list[str] = []
    pattern = _regex(row["pattern"], macros, in_class, classes, capture=True)
    return Rule(
        op=row["op"],
        value=row.get("value", ""),
        pattern=re.compile(pattern),
        classes=tuple(classes),
        skip=row.get("skip", 0),
    )


def _regex(text: str, macros: dict[str, str], in_class: dict[str, str], classes: list[str], *, capture: bool) -> str:
    """A pattern over words as a regular expression over codes; `classes` receives the class of each group."""
    out = []
    for part in ELEMENT.findall(text):
        if part[0] == "{":
            out.append("(?:" + _regex(macros[part[1:-1]], macros, in_class, classes, capture=capture) + ")")
        elif part[0].isalpha():
            letters = "[" + in_class.get(part, "\2") + "]"
            if capture:
                classes.append(part)
                letters = f"({letters})"
            out.append(letters)
        else:
            out.append("(?:" if part == "(" else part)
    return "".join(out)
