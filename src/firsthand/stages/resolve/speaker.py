"""Source words → the character they stand for, reading the article from its start."""

from itertools import pairwise

from firsthand.records import Spans
from firsthand.stages.resolve.antecedent import BODIES, SPEAKER, Ground
from firsthand.stages.resolve.cast import Character
from firsthand.stages.resolve.confidence import REASONS, confidence
from firsthand.stages.resolve.mentions import Mention
from firsthand.stages.resolve.nominal import government, nominal, own_outlet
from firsthand.stages.resolve.phrase import Phrase, read
from firsthand.stages.resolve.scene import NAMED, SUBJECTS, Scene, event, paragraph_of, pronoun, text_of

NAMED_SOON = 8  # tokens after a role within which its bearer's name may follow


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
    scene.ground = NAMED
    if hands and phrase.mention is None and _same(scene, phrase):
        return scene.last_hand
    character = _resolve(scene, phrase, hands)
    if character is not None and scene.given.of:
        forms = tuple(scene.characters[character].forms)
        if scene.given.forbid_words(text_of(scene, phrase), forms, scene.lex.articles):
            character = None
    if character is not None:
        spoke, foremost = character == scene.last_speaker, _foremost(scene, character)
        scene.ground = scene.ground._replace(spoke=spoke, foremost=foremost)
        scene.heard.add(character)
        _mark(scene, character, phrase)
    if hands:
        scene.last_hand = character
    return character


def _foremost(scene: Scene, character: int) -> bool:
    """Whether no other of its kind is named more often in the article."""
    kind = scene.characters[character].kind
    mine = sum(scene.characters[character].forms.values())
    return all(sum(c.forms.values()) <= mine for c in scene.characters if c.kind == kind and c.head is None)


def _same(scene: Scene, phrase: Phrase) -> bool:
    """Whether the words point back to the hand before: "the same paper"."""
    words = {token.lemma for token in scene.tokens[phrase.first : phrase.last]}
    return not words.isdisjoint(scene.lex.same)


def _next_part(scene: Scene, phrase: Phrase) -> Phrase | None:
    """What follows "and", "nor" or a comma in the same source."""
    n = phrase.core_end
    if n >= phrase.last:
        return None
    span = (scene.tokens[n].start, scene.tokens[phrase.last - 1].end)
    return read((span,), scene.tokens, scene.starts, scene.found, scene.lex)


def _catch_up(scene: Scene, token: int) -> None:
    """Enter the names, pronouns and roles before `token` into the events."""
    end = len(scene.tokens)
    while True:
        name = scene.found[scene.names_read].first if scene.names_read < len(scene.found) else end
        other = scene.pronouns[scene.pronouns_read] if scene.pronouns_read < len(scene.pronouns) else end
        if min(name, other) >= token:
            return
        if name <= other:
            mention = scene.found[scene.names_read]
            scene.names_read += 1
            scene.events.append(event(scene, mention.character, mention.first, mention.last, 0.0))
        else:
            scene.pronouns_read += 1
            choice = pronoun(scene, other) if scene.tokens[other].tag == "PRP" else None
            role = _role(scene, other) if scene.tokens[other].tag != "PRP" else None
            character = choice.character if choice else role
            if character is not None:
                scene.events.append(event(scene, character, other, other + 1, 0.0))


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
    return nominal(scene, phrase)


def _mark(scene: Scene, character: int, phrase: Phrase) -> None:
    """The source itself is an event."""
    tokens = scene.tokens
    span = tokens[phrase.first].start, tokens[phrase.core_end - 1].end
    scene.characters[character].spans.append(span)
    if why := _why(scene, character, phrase):
        scene.characters[character].links[span] = confidence(scene.ground), why
    scene.events.append(event(scene, character, phrase.first, phrase.core_end, SPEAKER))
    scene.last_speaker = character


def _why(scene: Scene, character: int, phrase: Phrase) -> str | None:
    """By what a source was taken for a character; None where it is the character's name."""
    if scene.ground.how != "name":
        return REASONS.get(scene.ground.how)
    if scene.characters[character].head == "government":
        return "stands for the government"
    if phrase.apposed is not None and phrase.apposed.character == character:
        return "named beside it"
    if any(m.character == character for m in phrase.inside) and phrase.head_word in scene.lex.spokes:
        return "speaks for it"
    return None


def _resolve(scene: Scene, phrase: Phrase, hands: bool) -> int | None:
    lex, token = scene.lex, scene.tokens[phrase.head]
    folded = token.text.lower()
    if folded in lex.speaking:
        return None
    if folded in lex.men or folded in lex.women or folded in lex.things or folded in lex.many:
        seated = _of_city(scene, phrase.head) if folded in lex.many else None
        if seated is not None:
            return seated
        before = _subject_before(scene, phrase.head) if folded in lex.things else None
        if before is not None:
            found = _resolve(scene, before, hands)
            scene.ground = min(scene.ground, Ground("before"), key=confidence)
            return found
        choice = pronoun(scene, phrase.head)
        person = folded in lex.men or folded in lex.women
        scene.ground = Ground("person" if person else "many" if folded in lex.many else "thing", choice)
        return choice and choice.character
    if folded in lex.relative and phrase.head == phrase.first:
        return _relative(scene, phrase.head, hands)
    own = own_outlet(scene, phrase)
    if own is not None:
        return own
    named = _named(scene, phrase, hands)
    if named is not None:
        return named
    return nominal(scene, phrase)


def _subject_before(scene: Scene, at: int) -> Phrase | None:
    """The report or body that "It" at token `at` takes up, where it opens its sentence: the subject of the one before.

    Only where that sentence, in the same paragraph and nobody's words, speaks of no other body or document.
    """
    tokens, lex, sentence = scene.tokens, scene.lex, scene.tokens[at].sentence
    first = at
    while first and tokens[first - 1].sentence == sentence:
        first -= 1
    start = first
    while start and tokens[start - 1].sentence == sentence - 1:
        start -= 1
    if tokens[at].dep not in SUBJECTS or first != at or start == first:
        return None
    if paragraph_of(scene, start) != paragraph_of(scene, at) or any(t.tag == "``" for t in tokens[start:first]):
        return None
    subjects = [n for n in range(start, first) if tokens[n].dep in SUBJECTS and tokens[tokens[n].head].dep == "ROOT"]
    spoken = lex.documents | lex.bodies
    bodies = [n for n in range(start, first) if tokens[n].pos == "NOUN" and tokens[n].lemma in spoken]
    if len(subjects) != 1 or bodies != subjects or tokens[subjects[0]].tag != "NN":
        return None
    phrase = read(((tokens[start].start, tokens[subjects[0]].end),), tokens, scene.starts, scene.found, lex)
    others = [m for m in scene.found if start <= m.first < first and m.first > subjects[0]]
    named = any(scene.characters[m.character].kind not in ("person", "government", "group") for m in others)
    if phrase is None or phrase.head != subjects[0] or phrase.mention is not None or named:
        return None
    return phrase if phrase.determiner in lex.definite | lex.indefinite else None


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


def _named(scene: Scene, phrase: Phrase, hands: bool) -> int | None:
    """The character whose name is the head, stands beside it, or is the body that it speaks for."""
    lex = scene.lex
    if phrase.apposed is not None and (
        phrase.mention is None or (phrase.apposed.label == "person" and phrase.mention.label in ("place", "people"))
    ):
        return phrase.apposed.character
    mention = phrase.mention
    if mention is not None:
        character = scene.characters[mention.character]
        if hands:
            _publisher(scene, mention, character)
        if mention.label == "place" and character.kind == "government":
            return _government(scene, mention.character, phrase)
        return mention.character
    bearer = _bearer(scene, phrase)
    if bearer is not None:
        return bearer
    if phrase.head_word in lex.issued and _issuer(scene, phrase) is not None:
        return _issuer(scene, phrase)
    body = [m for m in phrase.inside if scene.characters[m.character].kind in ("organisation", "agency", "outlet")]
    if phrase.head_word in lex.spokes and not phrase.apposed:
        return _spoken_for(scene, phrase)
    before = body and body[-1].last <= phrase.head  # "the Xinhua news agency"
    before = before and all(t.pos == "NOUN" for t in scene.tokens[body[-1].last : phrase.head])
    if before and phrase.head_word in lex.bodies | lex.agency_nouns | lex.outlet_nouns:
        character = scene.characters[body[-1].character]
        if phrase.head_word in lex.agency_nouns and (hands or character.kind == "outlet"):
            character.kind = "agency"
        return body[-1].character
    return None


def _spoken_for(scene: Scene, phrase: Phrase) -> int | None:
    """The body that a spokesman without a name speaks for: "a spokesman for the culture ministry"."""
    tokens, lex = scene.tokens, scene.lex
    if any(t.text.lower() in lex.other_office for t in tokens[phrase.first : phrase.head]):
        return None
    link, inner = phrase.head + 1, None
    if link + 1 < phrase.core_end and tokens[link].lemma in lex.body_links:
        span = (tokens[link + 1].start, tokens[phrase.core_end - 1].end)
        inner = read((span,), tokens, scene.starts, scene.found, lex)
    if inner is not None and inner.mention is None:
        known = not inner.determiner or inner.determiner in lex.definite
        body = inner.head_word in lex.bodies and inner.head_word not in lex.persons
        return nominal(scene, inner) if known and body else None  # "the airport in Graz" is not Graz
    bodies = [m for m in phrase.inside if scene.characters[m.character].kind in BODIES[:4] and m.label != "people"]
    after = [m for m in bodies if m.first > phrase.head]
    beside = [m for m in bodies if not any(t.pos == "DET" for t in tokens[m.last : phrase.head])]
    for mention in (after or beside)[:1]:
        character = scene.characters[mention.character]
        seat = mention.label == "place" and character.kind == "government"
        return _government(scene, mention.character, phrase) if seat else mention.character
    return None


def _bearer(scene: Scene, phrase: Phrase) -> int | None:
    """The person named at the end of an office: "the minister of transport Anna Berg"."""
    lex, tokens = scene.lex, scene.tokens
    if not phrase.inside or phrase.plural or phrase.head_word not in lex.persons:
        return None
    last = phrase.inside[-1]
    before = tokens[last.first - 1]
    beside = before.pos == "NOUN" and before.lemma not in lex.titles and before.lemma not in lex.bodies
    beside = beside or any(m.last == last.first for m in phrase.inside)  # "the envoy to the United Nations Ada Holm"
    if last.last != phrase.core_end or last.first - 1 <= phrase.head or last.title or not beside:
        return None
    return last.character if scene.characters[last.character].kind == "person" else None


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
        seated = _seated(scene, at)
        return at if seated is None else seated
    return government(scene, character.code, scene.characters[at].name)


def _of_city(scene: Scene, at: int) -> int | None:
    """Whom "they" means in "from Columbus they deny it": the city's government or the one body seated there."""
    tokens, lex = scene.tokens, scene.lex
    place = next((m for m in scene.found if m.label == "place" and at - 2 <= m.last - 1 < at), None)
    if place is None or place.first < 1 or tokens[place.first - 1].text.lower() not in lex.seat_from:
        return None
    if any(tokens[n].text != "," for n in range(place.last, at)):
        return None
    code = scene.characters[place.character].code
    return _seated(scene, place.character) if code is None else government(scene, code, lex.countries[code])


def _seated(scene: Scene, city: int) -> int | None:
    """The one body that the article ties to a city: "X of Columbus", "X, based in Columbus"."""
    lex, tokens = scene.lex, scene.tokens
    out: set[int] = set()
    for one, two in pairwise(scene.found):
        if two.character == city and one.character != city:
            between = [t.text.lower() for t in tokens[one.last : two.first] if t.text != ","]
            based = len(between) == 2 and between[0] in lex.based and between[1] in lex.seat_links
            if based or (len(between) == 1 and between[0] in lex.seat_links):
                out.add(one.character)
        elif one.character == city and two.character != city:
            between = [t.text.lower() for t in tokens[one.last : two.first] if t.text != "-"]
            if len(between) == 1 and between[0] in lex.based:
                out.add(two.character)
    named = [n for n in sorted(out) if scene.characters[n].kind == "organisation"]
    return named[0] if len(named) == 1 else None


def body_in(scene: Scene, phrase: Phrase) -> int | None:
    """The body that a phrase means, as the text stands at the phrase; a new character when it is new."""
    events, read_to = scene.events, scene.names_read
    scene.events = [event(scene, m.character, m.first, m.last, 0.0) for m in scene.found if m.first < phrase.first]
    found = own_outlet(scene, phrase)
    if found is None:
        found = _named(scene, phrase, False)
    if found is None and phrase.determiner not in scene.lex.possessive:
        found = nominal(scene, phrase)
    scene.events, scene.names_read = events, read_to
    return found
