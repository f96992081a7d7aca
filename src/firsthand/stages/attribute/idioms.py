"""Cues of several words: “made it clear that”, “cast doubt on”, “walked back”, “was not convinced that”."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from firsthand.records import Stance
from firsthand.stages.attribute.tree import Tree, opening, subtree

QUESTION = frozenset({"WRB", "WP", "WDT"})
BETWEEN = ("advmod", "neg")  # what may stand inside: “made it very clear”, “was not yet convinced”


@dataclass(frozen=True, slots=True, kw_only=True)
class Idiom:
    """A cue of several words, its words as sets of alternatives; an empty string among them makes one optional.

    `name` is its plain form, which stands for the lemma. `takes` says what follows: a clause or a noun phrase.
    """

    name: str
    words: tuple[frozenset[str], ...]
    takes: Literal["clause", "object"]
    stance: Stance
    belief: bool


def idioms_of(table: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[str, tuple[Idiom, ...]]:
    """The idioms of reporting.toml by their first word, the longest first; a section is a stance or “belief”.

    >>> (found,) = idioms_of({"doubts": {"object": ["cast doubt on|upon"]}})["cast"]
    >>> found.name, found.stance, len(found.words)
    ('cast doubt on', 'doubts', 3)
    """
    found: dict[str, list[Idiom]] = {}
    stances: dict[str, Stance] = {s: s for s in get_args(Stance)}
    for section, listed in table.items():
        for takes in ("clause", "object"):
            for written in listed.get(takes, ()):
                parts = written.split()
                words = tuple(
                    frozenset(p.removesuffix("?").split("|")) | ({""} if p.endswith("?") else set()) for p in parts
                )
                name = " ".join(p.split("|")[0] for p in parts if not p.endswith("?"))
                idiom = Idiom(
                    name=name,
                    words=words,
                    takes="clause" if takes == "clause" else "object",
                    stance=stances.get(section, "asserts"),
                    belief=section == "belief",
                )
                for first in words[0]:
                    found.setdefault(first, []).append(idiom)
    return {first: tuple(sorted(listed, key=lambda i: -len(i.words))) for first, listed in found.items()}


def idiom_at(
    tree: Tree, i: int, idioms: Mapping[str, Sequence[Idiom]], complementizers: frozenset[str]
) -> tuple[Idiom, tuple[int, ...], tuple[int, ...]] | None:
    """The idiom that starts with verb i, its other words, and the tokens of its content."""
    for idiom in idioms.get(tree.parse.tokens[i].lemma, ()):
        words = words_after(tree, i, idiom.words[1:])
        if words is None:
            continue
        content = content_after(tree, words[-1] if words else i, idiom.takes, complementizers)
        if content:
            return idiom, tuple(words), content
    return None


def words_after(tree: Tree, i: int, wanted: Sequence[frozenset[str]]) -> list[int] | None:
    """The tokens behind i that are the wanted words in their order, adverbs between them passed over."""
    tokens = tree.parse.tokens
    past = tree.parse.sentences[tokens[i].sentence][1]
    at, found = i + 1, []
    for words in wanted:
        while True:
            here = tokens[at] if at < past else None
            if here is not None and (here.lemma in words or here.text.casefold() in words):
                found.append(at)
                at += 1
                break
            if "" in words:
                break
            if here is None or here.dep not in BETWEEN:
                return None
            at += 1
    return found


def content_after(tree: Tree, last: int, takes: str, complementizers: frozenset[str]) -> tuple[int, ...]:
    """The clause or noun phrase that starts behind token `last`: the largest branch that opens there."""
    tokens = tree.parse.tokens
    past = tree.parse.sentences[tokens[last].sentence][1]
    first = last + 1
    if first >= past or tokens[first].pos == "PUNCT":
        return ()
    top = first
    while tokens[top].head != top and opening(tree, tokens[top].head) == first:
        top = tokens[top].head
    ids = subtree(tree, top)
    if takes == "clause":
        mark = tokens[first].dep == "mark"
        if not mark and tokens[first].tag not in QUESTION:
            return ()
        return tuple(ids[1:] if mark and tokens[first].lemma in complementizers else ids)
    if tokens[first].dep == "mark" and tokens[first].lemma not in complementizers:  # “cast doubt on whether …”
        return tuple(ids)
    noun = tokens[top].pos in ("NOUN", "PROPN", "PRON") or tokens[top].tag == "VBG"
    return tuple(ids) if noun and tokens[first].tag not in QUESTION else ()
