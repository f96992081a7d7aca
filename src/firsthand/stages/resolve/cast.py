"""The cast of one article: its names, gathered into one character for each actor."""

from collections import Counter
from dataclasses import dataclass, field

from firsthand.records import ActorKind
from firsthand.stages.resolve.lexicon import Lexicon
from firsthand.stages.resolve.mentions import Mention

KINDS: dict[str, ActorKind] = {
    "person": "person",
    "organisation": "organisation",
    "agency": "agency",
    "outlet": "outlet",
    "place": "government",
    "people": "group",
    "unknown": "organisation",
}


@dataclass(slots=True)
class Role:
    """What a character is called beside its name: `text` as written, `head` the folded noun."""

    text: str
    head: str
    words: frozenset[str]


@dataclass(slots=True)
class Character:
    """An actor within one article while its cast is being built."""

    name: str
    kind: ActorKind
    words: tuple[str, ...]
    forms: Counter[str] = field(default_factory=Counter)
    spans: list[tuple[int, int]] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    gender: str | None = None
    plural: bool = False
    votes: Counter[str] = field(default_factory=Counter)
    member_of: int | None = None
    code: str | None = None  # the country of a government
    head: str | None = None  # the noun of a character without a name
    own: bool = False  # the article's own outlet


def cast_of(text: str, found: list[Mention], lex: Lexicon) -> list[Character]:
    """Gather the names of an article; sets `character` of each mention that names one."""
    characters: list[Character] = []
    named: dict[tuple[str, ...], int] = {}
    by_last: dict[str, list[int]] = {}
    by_first: dict[str, list[int]] = {}
    by_acronym: dict[str, int] = {}
    for mention in sorted(found, key=lambda m: (-len(m.words), m.start)):
        at = _known(mention, characters, named, by_last, by_first, by_acronym)
        if at is None:
            at = len(characters)
            characters.append(Character(text[mention.start : mention.end], "person", mention.words))
            named[mention.words] = at
            if len(mention.words) > 1:
                by_last.setdefault(mention.words[-1], []).append(at)
                by_first.setdefault(mention.words[0], []).append(at)
                initials = "".join(w[0] for w in mention.words)
                if len(initials) > 1:
                    by_acronym.setdefault(initials, at)
        _join(characters[at], mention, text)
        mention.character = at
    for character in characters:
        _settle(character, lex)
    return characters


def _known(
    mention: Mention,
    characters: list[Character],
    named: dict[tuple[str, ...], int],
    by_last: dict[str, list[int]],
    by_first: dict[str, list[int]],
    by_acronym: dict[str, int],
) -> int | None:
    """The character that a mention names, if it is there already."""
    exact = named.get(mention.words)
    if exact is not None:
        return exact
    if len(mention.words) > 1:
        for at in by_last.get(mention.words[-1], ()):  # Donald Trump ⊂ Donald J. Trump
            known = characters[at].words
            if known[0] == mention.words[0] and set(mention.words) < set(known):
                return at
        for at in by_first.get(mention.words[0], ()):
            if characters[at].words[: len(mention.words)] == mention.words and not characters[at].votes["person"]:
                return at
        return None
    word = mention.words[0]
    if mention.label in ("place", "people") and mention.sure:
        return None
    people = [at for at in by_last.get(word, ()) if characters[at].votes["person"] or mention.label == "person"]
    if people:
        return _nearest(mention, people, characters)
    starts = by_first.get(word, [])
    if starts:
        return _nearest(mention, starts, characters)
    if word in by_acronym and len(word) > 1:
        return by_acronym[word]
    return None


def _nearest(mention: Mention, among: list[int], characters: list[Character]) -> int:
    """Of several, those of the right gender first, then the one named last before the mention."""

    def distance(at: int) -> tuple[bool, bool, int]:
        character = characters[at]
        clash = bool(mention.gender and character.gender and mention.gender != character.gender)
        before = [start for start, _ in character.spans if start < mention.start]
        return clash, not before, mention.start - max(before) if before else character.spans[0][0]

    return min(among, key=distance)


def _join(character: Character, mention: Mention, text: str) -> None:
    character.spans.append((mention.start, mention.end))
    character.forms[text[mention.start : mention.end]] += 1
    weight = (3 if mention.sure else 1) + (len(mention.words) > 1)
    character.votes[mention.label] += weight
    character.gender = character.gender or mention.gender


def _settle(character: Character, lex: Lexicon) -> None:
    """Decide the kind by the votes of the mentions."""
    votes = character.votes
    name = " ".join(character.words)
    label = max(sorted(votes), key=lambda v: votes[v] - (v == "unknown") * 100)
    if label == "unknown" and len(character.words) in (2, 3):
        label = "person"
    character.kind = KINDS[label]
    if label == "place":
        character.code = lex.places.get(name)
    if label == "people":
        character.code = lex.peoples.get(name)
    if character.kind == "person" and character.gender is None and len(character.words) > 1:
        if character.words[-1].endswith(lex.feminine_endings):
            character.gender = "f"
