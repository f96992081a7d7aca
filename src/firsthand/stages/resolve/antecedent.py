"""Whom a pronoun or a role goes back to."""

from typing import NamedTuple

from firsthand.records import Token
from firsthand.stages.resolve.cast import Character
from firsthand.stages.resolve.lexicon import Lexicon
from firsthand.stages.resolve.phrase import Phrase

SENTENCES_BACK = 4
PEOPLE = ("person", "unnamed")
BODIES = ("organisation", "government", "agency", "outlet", "document", "group")


class Event(NamedTuple):
    """A character spoken of at a token; `weight` is larger for speakers."""

    character: int
    token: int
    sentence: int
    subject: bool
    quoted: bool
    weight: float


def pronoun_for(
    events: list[Event], characters: list[Character], tokens: tuple[Token, ...], at: int, lex: Lexicon
) -> int | None:
    """The character that the pronoun at token `at` goes back to; None when nobody fits."""
    word = tokens[at].text.lower()
    person = word in lex.men or word in lex.women
    gender = "m" if word in lex.men else "f" if word in lex.women else None
    kinds = PEOPLE if person else (*BODIES, "unnamed") if word in lex.many else BODIES
    best, best_score = None, float("-inf")
    sentence = tokens[at].sentence
    for event in reversed(events):
        back = sentence - event.sentence
        if back > SENTENCES_BACK:
            break
        character = characters[event.character]
        if event.token >= at or character.kind not in kinds or character.own:
            continue
        if person and (character.plural or (character.gender and character.gender != gender)):
            continue
        score = event.weight - 1.6 * back + 1.2 * event.subject - 1.5 * event.quoted
        score += 0.8 * (person and character.gender == gender) - 0.5 * (character.kind == "unnamed")
        if score > best_score:
            best, best_score = event.character, score
    if best is not None and person and characters[best].kind == "person" and not characters[best].gender:
        characters[best].gender = gender
    return best


def person_for(
    events: list[Event],
    characters: list[Character],
    tokens: tuple[Token, ...],
    phrase: Phrase,
    folded: tuple[str, ...],
    lex: Lexicon,
) -> int | None:
    """The person who bears the role that a definite phrase names; the last one spoken of first."""
    asked = set(folded) - lex.definite
    best, best_rank = None, (-1, -1)
    last = {event.character: n for n, event in enumerate(events)}
    for n, character in enumerate(characters):
        if character.kind != "person":
            continue
        for role in character.roles:
            if role.head.split()[-1] != phrase.head_word.split()[-1]:
                continue
            rank = (len(asked & role.words), last.get(n, -1))
            if rank > best_rank:
                best, best_rank = n, rank
    return best


def body_for(
    events: list[Event],
    characters: list[Character],
    tokens: tuple[Token, ...],
    phrase: Phrase,
    folded: tuple[str, ...],
    lex: Lexicon,
) -> int | None:
    """The body that a definite phrase goes back to: one whose name or role has its noun, the last spoken of first."""
    head = phrase.head_word.split()[-1]
    generic = phrase.head_word in lex.companies and len(folded) == 2
    for event in reversed(events):
        if event.token >= phrase.first:
            continue
        character = characters[event.character]
        if character.kind not in ("organisation", "agency", "outlet", "government") or character.own:
            continue
        if head in character.words or any(role.head == phrase.head_word for role in character.roles):
            if (
                not generic
                and len(folded) > 2
                and not set(folded[1:-1]) <= set(character.words) | {w for r in character.roles for w in r.words}
            ):
                continue
            return event.character
    if generic:
        for event in reversed(events):
            character = characters[event.character]
            if character.kind == "organisation" and not character.head and event.subject:
                return event.character
    return None
