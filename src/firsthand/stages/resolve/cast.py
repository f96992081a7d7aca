"""The cast of one article: its names, gathered into one character for each actor."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from firsthand.records import ActorKind
from firsthand.stages.resolve.lexicon import Lexicon
from firsthand.stages.resolve.mentions import Mention
from firsthand.stages.resolve.overrule import NOTHING, Overruling

KINDS: dict[str, ActorKind] = {
    "person": "person",
    "organisation": "organisation",
    "agency": "agency",
    "outlet": "outlet",
    "place": "government",
    "people": "group",
    "unknown": "organisation",
}
GUESSES = 3  # the parser's label of a single word counts no more often, however often it stands there
ACRONYM = 3  # letters of a word in capitals that is nobody's name
SAME_NAME = "same name"
SAME, SHORTER = 1.0, 0.98  # how sure a name is: one with the same words, and another (as confidence.py measured it)
SURE = 3  # votes of a label that rests on a title, a list or a noun in the name


@dataclass(slots=True)
class Role:
    """What a character is called beside its name: `text` as written, `head` the folded noun, all folded `words`."""

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
    titles: set[str] = field(default_factory=set)  # what stands before the name in one place or another
    plural: bool = False
    votes: Counter[str] = field(default_factory=Counter)
    guesses: Counter[str] = field(default_factory=Counter)  # labels of single words by the parser alone
    member_of: int | None = None
    code: str | None = None  # the country of a government
    head: str | None = None  # the noun of a character without a name
    own: bool = False  # the article's own outlet
    sorts: set[str] = field(default_factory=set)  # of bodies, told by the offices of their people
    member_why: str | None = None  # the words that tell `member_of`
    links: dict[tuple[int, int], tuple[float, str]] = field(default_factory=dict)  # span → score and reason


class Index:
    """The characters so far, by whole name, first and last word, and initials."""

    def __init__(self, lex: Lexicon) -> None:
        self.generations = lex.generations
        self.camps = lex.camps | lex.parts
        self.links = lex.body_links | lex.articles
        self.small = lex.small_words
        self.bodies = lex.bodies | lex.governmental | lex.whole
        self.places = lex.places
        self.towns = lex.towns
        self.shortened = lex.body_words - lex.governmental - lex.subjects
        self.leading = frozenset(lex.sorts_of_word)
        self.characters: list[Character] = []
        self.named: dict[tuple[str, ...], list[int]] = {}
        self.by_last: dict[str, list[int]] = {}
        self.by_first: dict[str, list[int]] = {}
        self.by_initials: dict[str, int] = {}
        self.by_content: dict[tuple[str, ...], int] = {}
        self.short: dict[str, int] = {}  # one word that was taken for a longer name → that name

    def add(self, character: Character) -> int:
        at = len(self.characters)
        self.characters.append(character)
        self.named.setdefault(character.words, []).append(at)
        if len(character.words) > 1:
            self.by_last.setdefault(surname(character.words, self.generations), []).append(at)
            self.by_first.setdefault(character.words[0], []).append(at)
            self.by_initials.setdefault("".join(w[0] for w in character.words), at)
            self.by_initials.setdefault("".join(w[0] for w in character.words if w not in self.small), at)
        if self.links.intersection(character.words[1:]):
            self.by_content.setdefault(self.content(character.words), at)
        return at

    def content(self, name: tuple[str, ...]) -> tuple[str, ...]:
        """A name's words without "of", in one order: the Committees of Harra are the Harra Committees."""
        return tuple(sorted(w for w in name if w not in self.links))


def surname(name: tuple[str, ...], generations: frozenset[str]) -> str:
    """The last word of a name that is not "Jr"."""
    return next((w for w in reversed(name) if w not in generations), name[-1])


def cast_of(text: str, found: list[Mention], lex: Lexicon, given: Overruling = NOTHING) -> list[Character]:
    """Gather the names of an article, longest first; sets `character` of each mention."""
    index = Index(lex)
    titled: dict[str, set[str]] = {}
    for mention in found:
        if len(mention.words) == 1 and mention.gender:
            titled.setdefault(mention.words[0], set()).add(mention.gender)
    for mention in found:  # where a surname is always "Mr …", it is so without the title too
        genders = titled.get(mention.words[0], set()) if len(mention.words) == 1 else set()
        if mention.gender is None and len(genders) == 1:
            mention.gender = next(iter(genders))
    expanded = expansions(text, found, lex)

    def order(mention: Mention) -> tuple[int, bool, bool, int]:
        guess = mention.label == "place" and not mention.sure
        return -len(mention.words), mention.start not in expanded, guess, mention.start

    # A guessed place comes last: "DuVernay’s film" is no place where "DuVernay said" stands beside "Ava DuVernay".
    for mention in sorted(found, key=order):
        at, why = _known(mention, index)
        if mention.start in expanded and mention.words not in index.named:
            at, why = expanded[mention.start].character, "in brackets after the name"
            index.named[mention.words] = [at]
        written = text[mention.start : mention.end]
        if at is not None and given.forbid_words(written, tuple(index.characters[at].forms), lex.articles):
            at, why = None, ""
        if at is None:
            at = index.add(Character(written, "person", mention.words))
        elif len(mention.words) == 1 < len(index.characters[at].words) and index.characters[at].votes["person"]:
            index.short.setdefault(mention.words[0], at)
        _join(index.characters[at], mention, written)
        if why:
            index.characters[at].links[mention.start, mention.end] = (SAME if why == SAME_NAME else SHORTER), why
        mention.character = at
    return index.characters


def expansions(text: str, found: list[Mention], lex: Lexicon) -> dict[int, Mention]:
    """Short forms given in brackets after a body's name, by their start: "Ukrainian Armed Forces (UAF)"."""
    out: dict[int, Mention] = {}
    for whole, short in pairwise(found):
        if (
            text[whole.end : short.start] not in (" (", " (the ", " (“", ' ("')
            or text[short.end : short.end + 1] not in ')”"'
        ):
            continue
        body = len(whole.words) > 1 and whole.label not in ("person", "place", "people")
        listed = short.words[0] in lex.agencies or short.words[0] in lex.outlets or short.words[0] in lex.places
        if body and short.acronym and len(short.words) == 1 and not listed:
            out[short.start] = whole
    return out


def _known(mention: Mention, index: Index) -> tuple[int | None, str]:
    """The character that a mention names, if it is there already, and by what."""
    characters = index.characters
    exact = _fitting(mention, index.named.get(mention.words, []), characters)
    if exact:
        return exact[0], SAME_NAME
    first, last = mention.words[0], surname(mention.words, index.generations)
    if len(mention.words) > 1:
        for at in _fitting(mention, index.by_last.get(last, []), characters):  # Donald Trump ⊂ Donald J. Trump
            more = set(characters[at].words) - set(mention.words)
            if characters[at].words[0] == first and set(mention.words) < set(characters[at].words):
                if not more & index.generations:
                    return at, "same name without its middle"
            if characters[at].votes["person"] and characters[at].words[-len(mention.words) :] == mention.words:
                return at, "surname"  # de Blasio ⊂ Bill de Blasio
        for at in index.by_first.get(first, ()) if mention.label != "place" else ():
            if characters[at].words[: len(mention.words)] == mention.words and not characters[at].votes["person"]:
                return at, "first words of the name"
        return index.by_content.get(index.content(mention.words)), "same words in another order"
    if mention.label in ("place", "people") and mention.sure:
        return None, ""
    if mention.label == "place" and first in index.short:
        return index.short[first], "surname"
    people = [a for a in index.by_last.get(last, ()) if _may_be_person(characters[a]) or mention.label == "person"]
    if mention.label == "place" or (mention.acronym and mention.label != "person"):
        people = []
    starts = [a for a in index.by_first.get(first, ()) if _called_by_first(characters[a], mention, index)]
    for among, why in ((people, "surname"), (starts, "first word of the name")):
        fitting = _fitting(mention, among, characters)
        if fitting:
            # The one in focus is written out often; a namesake in passing once.
            # Of two with one surname "Dr Holt" is the one who is a doctor elsewhere.
            focus = max(
                fitting,
                key=lambda at: (mention.title in characters[at].titles, sum(characters[at].forms.values()), -at),
            )
            return focus, why
    initials = index.by_initials.get(first)
    if initials is not None and len(first) > 1 and not characters[initials].votes["person"]:
        return initials, "initials of the name"
    if mention.label in ("organisation", "unknown"):  # "the Front", "Varde": one Dune Front, one Sporting Varde
        bodies = [a for a in index.by_last.get(last, ()) if not characters[a].votes["person"] or mention.sure]
        bodies = [a for a in bodies if " ".join(characters[a].words) not in index.places]  # nor the White House
        if len(bodies) == 1 and (last in index.shortened or characters[bodies[0]].words[0] in index.leading):
            return bodies[0], "last word of the name"
    return None, ""


def _fitting(mention: Mention, among: list[int], characters: list[Character]) -> list[int]:
    return [a for a in among if not (mention.gender and characters[a].gender not in (None, mention.gender))]


def _called_by_first(character: Character, mention: Mention, index: Index) -> bool:
    """Whether a first word alone may name a character.

    Not an outlet, whose first word is often a place; nor the Obama administration, whose is a person.
    """
    votes = character.votes
    if votes["outlet"] + votes["agency"] > 0 or character.words[-1] in index.camps:
        return False
    if not votes["person"] and (mention.words[0] in index.bodies or mention.words[0] in index.towns):
        return False  # the Senate is not the Senate Democrats, Ohio not the Ohio State Patrol
    return not (mention.label == "person" and not votes["person"] and votes["organisation"] >= 2 * SURE)


def _may_be_person(character: Character) -> bool:
    return character.votes["person"] > 0 or set(character.votes) <= {"unknown"}


def _join(character: Character, mention: Mention, written: str) -> None:
    character.spans.append((mention.start, mention.end))
    character.forms[written] += 1
    # A whole name tells more than a surname that the parser saw without its context.
    weight = (SURE if mention.sure else 1) * (2 if len(mention.words) > 1 else 1)
    if weight == 1:
        character.guesses[mention.label] += 1
    if weight > 1 or character.guesses[mention.label] <= GUESSES:
        character.votes[mention.label] += weight
    character.gender = character.gender or mention.gender
    if mention.title:
        character.titles.add(mention.title)


def _acronym(name: str) -> bool:
    """Whether a name is one word in capitals."""
    return len(name) >= ACRONYM and name.isalpha() and name.isupper()


def settle(characters: list[Character], lex: Lexicon) -> None:
    """Decide each kind by the votes of names and roles; drop the roles that do not fit it."""
    for character in characters:
        votes = character.votes
        known = [label for label in sorted(votes) if label != "unknown" and votes[label] > 0]
        bears = any(role.head in lex.persons for role in character.roles)
        label = max(known, key=lambda v: (votes[v], bears and v == "person")) if known else "unknown"
        if label == "person" and _acronym(character.name) and not character.titles and not bears:
            label = "organisation"
        press = votes["agency"] + votes["outlet"] >= SURE and not character.titles
        if press and label == "person":  # "the official Xinhua news agency"
            label = "agency" if votes["agency"] else "outlet"
        if label == "unknown" and len(character.name.split()) in (2, 3):
            label = "person"
        character.kind = KINDS[label]
        name = " ".join(character.words)
        if label == "place":
            character.code = lex.places.get(name)
            if name in lex.second_names:  # the Pentagon
                character.name = lex.second_names[name]
                character.forms[character.name] += 0
                character.links |= dict.fromkeys(character.spans, (SAME, "another name of it"))
        if label == "people":
            character.code = lex.peoples.get(name)
        if character.kind == "person":
            character.roles = [r for r in character.roles if r.head in lex.persons or r.head in lex.titles]
            character.gender = character.gender or next(
                (g for r in character.roles if (g := lex.persons.get(r.head))), None
            )
        else:
            character.roles = [r for r in character.roles if r.head in lex.bodies]
            if character.kind == "organisation" and character.words[-1] in lex.acts and len(character.words) > 1:
                character.kind = "document"
            if character.kind == "organisation" and set(character.words) & lex.governmental:
                character.kind = "government"
