"""One article while it is read: its names, its characters, and who has been spoken of so far."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from firsthand.records import Article, Parse, Span, Token
from firsthand.stages.resolve.antecedent import POSSESSIVE, QUOTED, SUBJECT, Choice, Event, Ground, Place, pronoun_for
from firsthand.stages.resolve.cast import Character
from firsthand.stages.resolve.lexicon import Lexicon
from firsthand.stages.resolve.mentions import Mention
from firsthand.stages.resolve.overrule import NOTHING, Overruling
from firsthand.stages.resolve.phrase import Phrase

SUBJECTS = ("nsubj", "nsubjpass")
NAMED = Ground("name")


@dataclass(slots=True)
class Scene:
    """One article being read: its names and characters, and who has been spoken of so far."""

    article: Article
    tokens: tuple[Token, ...]
    lex: Lexicon
    found: list[Mention]
    characters: list[Character]
    starts: list[int]  # of the tokens
    paragraphs: list[int]  # first tokens
    pronouns: list[int]  # tokens that are he, she, a role or a body ("the curator") as a subject, outside quotations
    quoted: list[tuple[int, int]]  # code points of direct quotations, in order
    narrated: list[int]  # of each sentence: how many up to it are not quoted from end to end
    given: Overruling  # what the names file says
    events: list[Event] = field(default_factory=list)
    names_read: int = 0
    pronouns_read: int = 0
    last_speaker: int | None = None
    heard: set[int] = field(default_factory=set)  # all who were sources
    last_hand: int | None = None
    ground: Ground = NAMED  # by what the last source was identified
    told: tuple[int, int] = (0, 0)  # tokens of the words whose source is being read
    source: int | None = None  # whose words are passed on, while their hands are read: it is none of them


def scene_of(
    article: Article,
    parse: Parse,
    lex: Lexicon,
    found: list[Mention],
    characters: list[Character],
    quoted: list[tuple[int, int]],
    given: Overruling = NOTHING,
) -> Scene:
    """An article about to be read; `quoted` are the direct quotations in it (code points)."""
    scene = Scene(
        article=article,
        tokens=parse.tokens,
        lex=lex,
        found=found,
        characters=characters,
        starts=[t.start for t in parse.tokens],
        paragraphs=[first for first, _ in parse.paragraphs],
        pronouns=[],
        quoted=sorted(quoted),
        narrated=[],
        given=given,
    )
    scene.narrated = _narrated(scene, parse.sentences)
    people = lex.men | lex.women
    scene.pronouns = [
        n
        for n, t in enumerate(parse.tokens)
        if t.dep in SUBJECTS
        and (
            (t.tag == "PRP" and t.text.lower() in people)
            or (t.tag == "NN" and (t.lemma in lex.persons or t.lemma in lex.bodies))
        )
        and not is_quoted(scene, t.start)
    ]
    return scene


def _narrated(scene: Scene, sentences: Sequence[Span]) -> list[int]:
    """Sentences counted without those within a quotation: a long one takes its speaker no further away."""
    out, count = [], 0
    for first, last in sentences:
        inner = [t.start for t in scene.tokens[first:last] if t.pos not in ("PUNCT", "SPACE")]
        count += not (inner and is_quoted(scene, inner[0]) and is_quoted(scene, inner[-1]))
        out.append(count)
    return out


def event(scene: Scene, character: int, first: int, last: int, weight: float) -> Event:
    """A character spoken of at tokens [first, last); `weight` is what it has beside the grammar."""
    token = scene.tokens[first]
    subject = any(scene.tokens[n].dep in SUBJECTS for n in range(first, last))
    owner = last < len(scene.tokens) and scene.tokens[last].tag == "POS"
    weight += SUBJECT * subject + POSSESSIVE * owner + QUOTED * is_quoted(scene, token.start)
    place = scene.narrated[token.sentence], paragraph_of(scene, first)
    return Event(character, first, *place, subject, weight, token.tag != "PRP")


def paragraph_of(scene: Scene, token: int) -> int:
    """The number of the paragraph that a token stands in, from 1."""
    return bisect_right(scene.paragraphs, token)


def is_quoted(scene: Scene, at: int) -> bool:
    """Whether a code point lies within a direct quotation."""
    n = bisect_right(scene.quoted, (at, len(scene.article.text))) - 1
    return n >= 0 and scene.quoted[n][0] <= at < scene.quoted[n][1]


def pronoun(scene: Scene, at: int) -> Choice | None:
    """Whom the pronoun at a token stands for, or None."""
    token = scene.tokens[at]
    told = scene.told if at >= scene.told[1] else (0, 0)
    place = Place(at, scene.narrated[token.sentence], paragraph_of(scene, at), told)
    return pronoun_for(scene.events, scene.characters, token, place, scene.lex, scene.source)


def body_before(scene: Scene, at: int) -> Choice | None:
    """Which body "its" would stand for at a token, or None."""
    token = scene.tokens[at]._replace(text=min(scene.lex.things))
    place = Place(at, scene.narrated[token.sentence], paragraph_of(scene, at))
    return pronoun_for(scene.events, scene.characters, token, place, scene.lex)


def owner_of(scene: Scene, phrase: Phrase) -> int | None:
    """Whose the head is: "its", "Velmar's"."""
    if phrase.possessor is None:
        return None
    mention = next((m for m in phrase.inside if m.first <= phrase.possessor < m.last), None)
    if mention is not None:
        return mention.character
    if scene.tokens[phrase.possessor].text.lower() in scene.lex.possessive:
        choice = pronoun(scene, phrase.possessor)
        return choice and choice.character
    return None


def text_of(scene: Scene, phrase: Phrase) -> str:
    """The head phrase as written."""
    tokens = scene.tokens
    return scene.article.text[tokens[phrase.first].start : tokens[phrase.core_end - 1].end]
