"""Whom a pronoun or a role goes back to."""

from typing import NamedTuple

from firsthand.records import Token
from firsthand.stages.resolve.cast import SURE as VOUCHED
from firsthand.stages.resolve.cast import Character
from firsthand.stages.resolve.lexicon import Lexicon
from firsthand.stages.resolve.phrase import Phrase
from firsthand.stages.resolve.sort import fits, foremost

SENTENCES_BACK = 6
PEOPLE = ("person", "unnamed")
BODIES = ("organisation", "government", "agency", "outlet", "document")
# How much nearer an antecedent counts, calibrated on the story packs' pronouns and PolNeAR dev read by eye.
A_SENTENCE_BACK = -1.6
SAME_PARAGRAPH = 1.0
SUBJECT = 1.2
POSSESSIVE = -0.6
SPEAKER = 0.9
QUOTED = -2.0
SAME_GENDER = 0.8
NAMELESS = -0.9
SINGULAR = -1.0  # a body as "they"
OWN_WORDS = -3.0  # named within what is told: nobody names himself there
NO_PERSON = -2.5  # a nameless one whose noun is not known for a person's
GUESSED = -1.0  # a name that the parser alone took for a body or place, as "he"
ALONE = 4.0  # margin where nobody else fits
SURE = 1.0  # margin from which the choice tells a gender


class Event(NamedTuple):
    """A character spoken of at a token; `weight` adds up how it is spoken of."""

    character: int
    token: int
    sentence: int  # those that are quoted from end to end are not counted
    paragraph: int
    subject: bool
    weight: float
    named: bool = True  # not by a pronoun


class Place(NamedTuple):
    """Where a pronoun stands: its token, and its sentence and paragraph as events count them."""

    at: int
    sentence: int
    paragraph: int
    told: tuple[int, int] = (0, 0)  # tokens of the words that it is the source of


class Choice(NamedTuple):
    """Whom a pronoun goes back to, and how clearly: what `confidence` is reckoned from."""

    character: int
    score: float
    margin: float  # over the next best one
    rivals: int
    back: int  # sentences to the mention it rests on
    subject: bool
    unnamed: bool
    named: bool  # that mention is no pronoun itself


class Ground(NamedTuple):
    """By what a source was identified: a pronoun of some kind, a name, a role …; `choice` is there for pronouns."""

    how: str
    choice: Choice | None = None
    spoke: bool = False  # the source before was the same
    foremost: bool = False  # no other of its kind is named more often in the article


def pronoun_for(
    events: list[Event],
    characters: list[Character],
    token: Token,
    place: Place,
    lex: Lexicon,
    but: int | None = None,
) -> Choice | None:
    """Whom the pronoun `token` goes back to, not `but`; None when nobody fits."""
    word = token.text.lower()
    person = word in lex.men or word in lex.women
    gender = "m" if word in lex.men else "f" if word in lex.women else None
    scores: dict[int, tuple[float, Event]] = {}
    for event in reversed(events):
        back = place.sentence - event.sentence
        if back > SENTENCES_BACK:
            break
        character = characters[event.character]
        if event.token >= place.at or event.character == but:
            continue
        if not _agrees(character, event, person, gender, word in lex.many):
            continue
        score = event.weight + A_SENTENCE_BACK * back + SAME_PARAGRAPH * (event.paragraph == place.paragraph)
        score += SINGULAR * (word in lex.many and not character.plural and character.kind != "group")
        score += SAME_GENDER * (person and character.gender == gender) + NAMELESS * (character.kind == "unnamed")
        score += OWN_WORDS * (event.named and place.told[0] <= event.token < place.told[1])
        score += NO_PERSON * (person and character.head is not None and character.head not in lex.persons)
        score += GUESSED * (person and character.kind not in PEOPLE)
        if event.character not in scores or score > scores[event.character][0]:
            scores[event.character] = (score, event)
    if not scores:
        return None
    ranked = sorted(scores, key=lambda c: (-scores[c][0], c))
    best, (score, event) = ranked[0], scores[ranked[0]]
    margin = score - scores[ranked[1]][0] if len(ranked) > 1 else ALONE
    if person and characters[best].kind != "unnamed" and not characters[best].gender and margin >= SURE:
        characters[best].kind, characters[best].gender = "person", gender
    back, unnamed = place.sentence - event.sentence, characters[best].kind == "unnamed"
    return Choice(best, score, min(margin, ALONE), len(ranked) - 1, back, event.subject, unnamed, event.named)


def _agrees(character: Character, event: Event, person: bool, gender: str | None, many: bool) -> bool:
    if character.own:
        return False
    if person:
        clash = character.gender is not None and character.gender != gender
        kind = character.kind in PEOPLE or (event.subject and _guessed(character))
        return kind and not character.plural and not clash
    if many:
        place = character.kind == "government" and character.head is None
        return (character.kind in BODIES[:4] and not place) or character.kind == "group" or character.plural
    if character.kind == "government" and character.head is None and not event.subject:
        return False  # a place in passing
    return character.kind in BODIES and not character.plural and bool(character.votes or character.head)


def _guessed(character: Character) -> bool:
    """Whether a name is a body's or a place's by no more than the parser's guess."""
    named = character.kind in ("organisation", "government") and character.head is None and character.code is None
    return named and 0 < sum(character.votes.values()) < VOUCHED


def _last(events: list[Event], character: int, before: int) -> int:
    """The last event of a character before a token, -1 without one."""
    return next(
        (n for n in range(len(events) - 1, -1, -1) if events[n].character == character and events[n].token < before), -1
    )


def person_for(
    events: list[Event], characters: list[Character], phrase: Phrase, folded: tuple[str, ...], lex: Lexicon
) -> int | None:
    """The person who bears the role that a definite phrase names: the one whose role fits best, then the last one
    spoken of."""
    passing = lex.definite | lex.indefinite | lex.body_links
    asked = set(folded) - passing
    noun = phrase.head_word.split()[-1]
    gender = lex.persons.get(phrase.head_word)
    best, best_rank = None, (-9, -1, -1)
    for n, character in enumerate(characters):
        if character.kind != "person" or (gender and character.gender not in (None, gender)):
            continue
        for role in character.roles:
            if role.head.split()[-1] != noun:
                continue
            known = role.words - passing
            offices, others = asked & lex.other_office, known & lex.other_office
            # "the Democratic nominee" is not the Republican one: one of the two must add nothing to the other.
            if offices - others or not (asked <= known or known <= asked):
                continue
            rank = (-len(others - offices), len(asked & known), _last(events, n, phrase.first))
            if rank > best_rank:
                best, best_rank = n, rank
    return best


def body_for(
    events: list[Event], characters: list[Character], phrase: Phrase, folded: tuple[str, ...], lex: Lexicon
) -> int | None:
    """The body that a definite phrase goes back to: one whose name or role has its noun, the last spoken of first; or
    the only one before it of a sort that the noun may stand for."""
    head = phrase.head_word.split()[-1]
    asked = set(folded[1:-1])
    weak = phrase.head_word in lex.companies and not asked
    company, typed = None, []
    for event in reversed(events):
        if event.token >= phrase.first:
            continue
        character = characters[event.character]
        if character.own or character.kind not in ("organisation", "agency", "outlet", "government"):
            continue
        if character.head == "government" and phrase.head_word not in lex.of_government:
            continue
        known = set(character.words) | {w for r in character.roles for w in r.words}
        if (head in character.words or any(r.head == phrase.head_word for r in character.roles)) and asked <= known:
            return event.character
        if character.kind != "organisation" or not character.votes or character.head:
            continue
        sort = fits(character, phrase.head_word, lex)
        if sort and not asked and event.character not in typed:
            typed.append(event.character)
        if weak and sort is None and company is None and event.subject:
            company = event.character
    if not typed:
        return company
    return typed[0] if len(typed) == 1 and foremost(typed[0], characters, phrase.head_word, lex) else None
