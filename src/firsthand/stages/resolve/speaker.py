"""Source words → the character they stand for, reading the article from its start."""

from bisect import bisect_right
from dataclasses import dataclass, field

from firsthand.records import ActorKind, Article, Parse, Spans, Token
from firsthand.stages.resolve.antecedent import (
    BODIES,
    POSSESSIVE,
    QUOTED,
    SPEAKER,
    SUBJECT,
    Event,
    body_for,
    person_for,
    pronoun_for,
)
from firsthand.stages.resolve.cast import Character, Role
from firsthand.stages.resolve.credit import is_own
from firsthand.stages.resolve.lexicon import Lexicon
from firsthand.stages.resolve.mentions import Mention
from firsthand.stages.resolve.names import key, words
from firsthand.stages.resolve.phrase import Phrase, read

NAMED_SOON = 8  # tokens after a role within which its bearer's name may follow
SUBJECTS = ("nsubj", "nsubjpass")


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
    pronouns: list[int]  # tokens that are he, she or a role ("the curator") as a subject, outside quotations
    quoted: list[tuple[int, int]]  # code points of direct quotations, in order
    events: list[Event] = field(default_factory=list)
    names_read: int = 0
    pronouns_read: int = 0
    last_speaker: int | None = None


def scene_of(
    article: Article,
    parse: Parse,
    lex: Lexicon,
    found: list[Mention],
    characters: list[Character],
    quoted: list[tuple[int, int]],
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
    )
    people = lex.men | lex.women
    scene.pronouns = [
        n
        for n, t in enumerate(parse.tokens)
        if t.dep in SUBJECTS
        and (t.tag == "PRP" and t.text.lower() in people or t.tag == "NN" and t.lemma in lex.persons)
        and not _quoted(scene, t.start)
    ]
    return scene


def speaker_of(scene: Scene, spans: Spans, part: int = 0, hands: bool = False) -> int | None:
    """The character that the words at `spans` stand for, or None; `part` chooses among "A and B".

    `hands` is true for those a statement passed through.
    """
    phrase = read(spans, scene.tokens, scene.starts, scene.found, scene.lex)
    if phrase is None:
        return None
    for _ in range(part):
        rest = _next_part(scene, phrase)
        if rest is None:
            break
        phrase = rest
    _catch_up(scene, phrase.first)
    character = _resolve(scene, phrase, hands)
    if character is not None:
        _mark(scene, character, phrase)
    return character


def _next_part(scene: Scene, phrase: Phrase) -> Phrase | None:
    """What follows "and", "nor" or a comma in the same source."""
    n = phrase.core_end
    if n >= phrase.last:
        return None
    span = (scene.tokens[n].start, scene.tokens[phrase.last - 1].end)
    return read((span,), scene.tokens, scene.starts, scene.found, scene.lex)


def _catch_up(scene: Scene, token: int) -> None:
    """Enter the names and the pronouns before `token` into the events."""
    end = len(scene.tokens)
    while True:
        name = scene.found[scene.names_read].first if scene.names_read < len(scene.found) else end
        pronoun = scene.pronouns[scene.pronouns_read] if scene.pronouns_read < len(scene.pronouns) else end
        if min(name, pronoun) >= token:
            return
        if name <= pronoun:
            mention = scene.found[scene.names_read]
            scene.names_read += 1
            scene.events.append(_event(scene, mention.character, mention.first, mention.last, 0.0))
        else:
            scene.pronouns_read += 1
            character = _pronoun(scene, pronoun) if scene.tokens[pronoun].tag == "PRP" else _role(scene, pronoun)
            if character is not None:
                scene.events.append(_event(scene, character, pronoun, pronoun + 1, 0.0))


def _role(scene: Scene, noun: int) -> int | None:
    """Whom a role as the subject of a sentence stands for."""
    first, tokens = noun, scene.tokens
    while first and noun - first < 6 and tokens[first - 1].sentence == tokens[noun].sentence:
        if tokens[first - 1].pos not in ("DET", "ADJ", "NOUN", "PROPN", "PART", "PRON"):
            break
        first -= 1
    phrase = read(((tokens[first].start, tokens[noun].end),), tokens, scene.starts, scene.found, scene.lex)
    if phrase is None or phrase.mention is not None or phrase.head != noun:
        return None
    if phrase.determiner not in scene.lex.definite and phrase.possessor is None:
        return None
    for mention in scene.found[scene.names_read : scene.names_read + 2]:
        if mention.first <= noun + NAMED_SOON and tokens[mention.first - 1].text == ",":
            return None  # "the driver from Pescara, Paolo Ferri": the name will be read
    return _nominal(scene, phrase)


def _event(scene: Scene, character: int, first: int, last: int, weight: float) -> Event:
    token = scene.tokens[first]
    subject = any(scene.tokens[n].dep in SUBJECTS for n in range(first, last))
    owner = last < len(scene.tokens) and scene.tokens[last].tag == "POS"
    weight += SUBJECT * subject + POSSESSIVE * owner + QUOTED * _quoted(scene, token.start)
    return Event(character, first, token.sentence, _paragraph(scene, first), subject, weight)


def _paragraph(scene: Scene, token: int) -> int:
    return bisect_right(scene.paragraphs, token)


def _quoted(scene: Scene, at: int) -> bool:
    n = bisect_right(scene.quoted, (at, len(scene.article.text))) - 1
    return n >= 0 and scene.quoted[n][0] <= at < scene.quoted[n][1]


def _pronoun(scene: Scene, at: int) -> int | None:
    return pronoun_for(scene.events, scene.characters, scene.tokens[at], at, _paragraph(scene, at), scene.lex)


def _mark(scene: Scene, character: int, phrase: Phrase) -> None:
    """The source itself is an event."""
    tokens = scene.tokens
    scene.characters[character].spans.append((tokens[phrase.first].start, tokens[phrase.core_end - 1].end))
    scene.events.append(_event(scene, character, phrase.first, phrase.core_end, SPEAKER))
    scene.last_speaker = character


def _resolve(scene: Scene, phrase: Phrase, hands: bool) -> int | None:
    lex, token = scene.lex, scene.tokens[phrase.head]
    folded = token.text.lower()
    if folded in lex.speaking:
        return None
    if folded in lex.men or folded in lex.women or folded in lex.things or folded in lex.many:
        return _pronoun(scene, phrase.head)
    if folded in lex.relative and phrase.head == phrase.first:
        return _relative(scene, phrase.head, hands)
    own = _own(scene, phrase)
    if own is not None:
        return own
    named = _named(scene, phrase, hands)
    if named is not None:
        return named
    return _nominal(scene, phrase)


def _relative(scene: Scene, at: int, hands: bool) -> int | None:
    """The character that a relative pronoun goes back to: the noun its clause hangs on."""
    tokens = scene.tokens
    verb = at
    for _ in range(4):
        if tokens[verb].dep in ("relcl", "acl", "ccomp") and tokens[verb].head < at:
            break
        verb = tokens[verb].head
    noun = tokens[verb].head
    if tokens[verb].dep not in ("relcl", "acl") or noun >= at:
        noun = at - 1
        while noun > 0 and tokens[noun].pos in ("PUNCT", "ADP"):
            noun -= 1
    for _ in range(3):  # "McConnell, now the majority leader, who"
        if tokens[noun].dep == "appos":
            noun = tokens[noun].head
    mention = next((m for m in scene.found if m.first <= noun < m.last), None)
    if mention is not None:
        return mention.character
    if tokens[at].tag == "WP" and tokens[noun].lemma not in scene.lex.persons:
        return None
    first = noun
    while first > 0 and tokens[first - 1].head == noun and tokens[first - 1].sentence == tokens[noun].sentence:
        first -= 1
    if tokens[noun].pos not in ("NOUN", "PROPN", "PRON"):
        return None
    phrase = read(((tokens[first].start, tokens[noun].end),), tokens, scene.starts, scene.found, scene.lex)
    return _resolve(scene, phrase, hands) if phrase is not None and phrase.head < at else None


def _own(scene: Scene, phrase: Phrase) -> int | None:
    """The article's own outlet: "this newspaper", "our reporter", its name."""
    lex, outlet = scene.lex, scene.article.outlet
    core = _text(scene, phrase)
    folded = words(core)
    own = bool(folded) and folded[0] in lex.own_determiners and " ".join(folded[1:]) in lex.own_nouns
    if not own and phrase.mention is not None and outlet is not None:
        character = scene.characters[phrase.mention.character]
        own = character.kind != "person" and is_own(" ".join(character.words), scene.article, lex)
    if not own and phrase.head_word in lex.staff and phrase.inside:
        own = is_own(" ".join(phrase.inside[0].words), scene.article, lex)
    if not own:
        return None
    name = outlet.name if outlet else core
    for n, character in enumerate(scene.characters):
        if character.own:
            return n
    made = Character(name, "outlet", words(name), own=True)
    made.forms[name] += 1
    scene.characters.append(made)
    return len(scene.characters) - 1


def _named(scene: Scene, phrase: Phrase, hands: bool) -> int | None:
    """The character whose name is the head, stands beside it, or is the body that it speaks for."""
    lex = scene.lex
    if phrase.apposed is not None and (
        phrase.mention is None or phrase.apposed.label == "person" and phrase.mention.label in ("place", "people")
    ):
        return phrase.apposed.character
    mention = phrase.mention
    if mention is not None:
        character = scene.characters[mention.character]
        if mention.label == "place":
            return _government(scene, mention.character, phrase)
        if hands:
            _publisher(scene, mention, character)
        return mention.character
    if phrase.head_word in lex.issued and _issuer(scene, phrase) is not None:
        return _issuer(scene, phrase)
    body = [m for m in phrase.inside if scene.characters[m.character].kind in ("organisation", "agency", "outlet")]
    if phrase.head_word in lex.spokes and not phrase.apposed:
        if body:
            return body[0].character
        return None
    if body and body[-1].last == phrase.head and phrase.head_word in lex.bodies | lex.agency_nouns | lex.outlet_nouns:
        character = scene.characters[body[-1].character]
        if phrase.head_word in lex.agency_nouns and (hands or character.kind == "outlet"):
            character.kind = "agency"
        return body[-1].character
    return None


def _publisher(scene: Scene, mention: Mention, character: Character) -> None:
    """Make a re-reporter an agency or outlet, by the words beside its name or in it."""
    lex, votes = scene.lex, character.votes
    around = scene.tokens[max(0, mention.first - 2) : mention.last + 1]
    beside = {t.lemma for t in around}
    if beside & lex.agency_nouns:
        character.kind = "agency"
    elif beside & lex.outlet_nouns:
        character.kind = "outlet"
    elif character.kind == "organisation" and votes["organisation"] >= votes["person"]:
        character.kind = "outlet"


def _issuer(scene: Scene, phrase: Phrase) -> int | None:
    """Who wrote the report: "reports from X", "a book by X"."""
    for mention in phrase.inside:
        between = {scene.tokens[n].text.lower() for n in range(phrase.head + 1, mention.first)}
        if between & scene.lex.issuer_words and mention.label not in ("place", "people"):
            return mention.character
    return None


def _government(scene: Scene, at: int, phrase: Phrase) -> int:
    """A country, capital or seat as speaker is the government."""
    character = scene.characters[at]
    if character.code is None:
        return at
    return government(scene, character.code, scene.characters[at].name)


def government(scene: Scene, code: str, form: str) -> int:
    """The government of a country, with `form` as one of its names."""
    for n, character in enumerate(scene.characters):
        if character.kind == "government" and character.code == code and character.head == "government":
            character.forms[form] += 1
            return n
    country = scene.lex.countries[code]
    full = scene.lex.government_name.format(country=scene.lex.full_countries.get(code, country))
    made = Character(full, "government", words(country), code=code)
    made.head = "government"
    made.forms[country] += 0
    made.forms[form] += 1
    scene.characters.append(made)
    return len(scene.characters) - 1


def _nominal(scene: Scene, phrase: Phrase) -> int | None:
    """A source without a name: a role, a body, a document, or somebody unnamed."""
    lex, core = scene.lex, _text(scene, phrase)
    head, folded = phrase.head_word, words(core)
    people = next((lex.peoples[w] for w in folded if w in lex.peoples), None)
    if head in lex.of_government and people and (phrase.plural or head not in lex.persons) and len(folded) <= 3:
        return government(scene, people, core)
    definite = phrase.determiner in lex.definite or phrase.possessor is not None
    for n, character in enumerate(scene.characters if core[:1].isupper() and phrase.last - phrase.first < 3 else ()):
        if character.head is None and character.words[-len(folded) :] == folded:
            return n  # a name that the parser took for another word
    known = _again(scene, core, head, definite)
    if known is not None:
        return known
    if head in lex.parts | lex.spokes and phrase.possessor is not None and head not in lex.camps:
        owner = _owner(scene, phrase)
        if owner is not None and scene.characters[owner].kind != "person":
            scene.characters[owner].forms[core] += 1
            return owner
    if definite and head in lex.spoken and scene.last_speaker is not None and len(folded) == 2:
        scene.characters[scene.last_speaker].forms[core] += 1
        return scene.last_speaker
    if definite and head in lex.persons and not phrase.plural:
        found = person_for(scene.events, scene.characters, phrase, folded, lex)
        if found is not None:
            return found
    if definite and head in lex.bodies:
        found = body_for(scene.events, scene.characters, phrase, folded, lex)
        if found is not None:
            return found
    made = Character(core, _kind(phrase, definite, people is not None, lex), folded, head=head, plural=phrase.plural)
    made.gender = lex.persons.get(head)
    owner = _owner(scene, phrase)
    if owner is not None and scene.characters[owner].kind in BODIES:
        code = scene.characters[owner].code
        if code is not None:
            made.member_of = government(scene, code, lex.countries[code])
        elif scene.characters[owner].kind != "government" or scene.characters[owner].head:
            made.member_of = owner
    if made.kind == "unnamed" and definite and head in lex.persons and not phrase.plural:
        made.roles.append(Role(core, head, frozenset(folded)))
    made.forms[core] += 1
    if head in lex.bodies and phrase.head + 1 < phrase.core_end:
        made.forms[scene.article.text[scene.tokens[phrase.first].start : scene.tokens[phrase.head].end]] += 0
    scene.characters.append(made)
    return len(scene.characters) - 1


def _owner(scene: Scene, phrase: Phrase) -> int | None:
    """Whose the head is: "its", "Velmar's"."""
    if phrase.possessor is None:
        return None
    mention = next((m for m in phrase.inside if m.first <= phrase.possessor < m.last), None)
    if mention is not None:
        return mention.character
    if scene.tokens[phrase.possessor].text.lower() in scene.lex.possessive:
        return _pronoun(scene, phrase.possessor)
    return None


def body_in(scene: Scene, phrase: Phrase) -> int | None:
    """The body that a phrase means, as the text stands at the phrase; a new character when it is new."""
    events, read_to = scene.events, scene.names_read
    scene.events = [_event(scene, m.character, m.first, m.last, 0.0) for m in scene.found if m.first < phrase.first]
    found = _own(scene, phrase)
    if found is None:
        found = _named(scene, phrase, False)
    if found is None and phrase.determiner not in scene.lex.possessive:
        found = _nominal(scene, phrase)
    scene.events, scene.names_read = events, read_to
    return found


def _kind(phrase: Phrase, definite: bool, people: bool, lex: Lexicon) -> ActorKind:
    if phrase.head_word in lex.vague and not phrase.determiner and phrase.possessor is None and not phrase.inside:
        return "unnamed"
    if phrase.head_word in lex.documents:
        return "document"
    if phrase.head_word in lex.bodies and phrase.head_word not in lex.persons:
        return "government" if phrase.head_word in lex.governmental else "organisation"
    if phrase.plural and (definite or people):
        return "group"
    return "unnamed"


def _again(scene: Scene, core: str, head: str, definite: bool) -> int | None:
    """A character without a name that was spoken of before: "an official" … "the official"."""
    same = key(core, scene.lex.articles | scene.lex.indefinite)
    for n in range(len(scene.characters) - 1, -1, -1):
        character = scene.characters[n]
        if character.head is None or character.head == "government":
            continue
        if key(character.name, scene.lex.articles | scene.lex.indefinite) == same:
            character.forms[core] += 1
            return n
        if definite and character.head == head and len(same.split()) == len(head.split()):
            character.forms[core] += 1
            return n
    return None


def _text(scene: Scene, phrase: Phrase) -> str:
    tokens = scene.tokens
    return scene.article.text[tokens[phrase.first].start : tokens[phrase.core_end - 1].end]
