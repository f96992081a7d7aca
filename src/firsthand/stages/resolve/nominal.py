"""Sources without a name: the own outlet, governments, roles, bodies, documents and the unnamed."""

from firsthand.records import ActorKind
from firsthand.stages.resolve.antecedent import BODIES, Ground, body_for, person_for
from firsthand.stages.resolve.cast import Character, Role
from firsthand.stages.resolve.credit import is_own
from firsthand.stages.resolve.lexicon import Lexicon
from firsthand.stages.resolve.names import key, words
from firsthand.stages.resolve.phrase import Phrase
from firsthand.stages.resolve.scene import Scene, owner_of, text_of


def own_outlet(scene: Scene, phrase: Phrase) -> int | None:
    """The article's own outlet: "this newspaper", "our reporter", its name."""
    lex, outlet = scene.lex, scene.article.outlet
    core = text_of(scene, phrase)
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


def nominal(scene: Scene, phrase: Phrase) -> int | None:
    """A source without a name: a role, a body, a document, or somebody unnamed."""
    lex, core = scene.lex, text_of(scene, phrase)
    head, folded = phrase.head_word, words(core)
    people = country_of(folded, lex)
    if head in lex.of_government and people and (phrase.plural or head not in lex.persons) and len(folded) <= 4:
        return government(scene, people, core)
    definite = phrase.determiner in lex.definite or phrase.possessor is not None
    for n, character in enumerate(scene.characters if core[:1].isupper() and phrase.last - phrase.first < 3 else ()):
        if character.head is None and character.words[-len(folded) :] == folded:
            return n  # a name that the parser took for another word
    known = _again(scene, core, head, definite)
    bearer = None
    if definite and head in lex.persons and not phrase.plural:
        bearer = person_for(scene.events, scene.characters, phrase, folded, lex)
    if known is not None and (bearer is None or _last(scene, known) >= _last(scene, bearer)):
        scene.ground = Ground("again" if head in lex.persons else "like" if known in scene.heard else "own words")
        scene.characters[known].forms[core] += 1
        return known
    if head in lex.parts | lex.spokes and phrase.possessor is not None and head not in lex.camps:
        owner = owner_of(scene, phrase)
        if owner is not None and scene.characters[owner].kind != "person":
            scene.characters[owner].forms[core] += 1
            scene.ground = Ground("part")
            return owner
    if head in lex.spoken and phrase.possessor is not None:
        owner = owner_of(scene, phrase)  # "Cox's letter", "his tweets"
        if owner is not None and not scene.characters[owner].own:
            scene.ground = Ground("part")
            return owner
    elif definite and head in lex.spoken and scene.last_speaker is not None and len(folded) == 2:
        scene.ground = Ground("spoken")
        scene.characters[scene.last_speaker].forms[core] += 1
        return scene.last_speaker
    if bearer is not None:
        scene.ground = Ground("bearer")
        return bearer
    if definite and head in lex.bodies:
        found = body_for(scene.events, scene.characters, phrase, folded, lex)
        if found is not None:
            called = any(role.head == head for role in scene.characters[found].roles)
            scene.ground = Ground("called" if called else "body")
            return found
    return _new(scene, phrase, core, people)


def _new(scene: Scene, phrase: Phrase, core: str, people: str | None) -> int:
    """Somebody who goes by these words alone; `people` is the country that they name."""
    lex, head, folded = scene.lex, phrase.head_word, words(core)
    definite = phrase.determiner in lex.definite or phrase.possessor is not None
    scene.ground = Ground("own words")
    made = Character(core, _kind(phrase, definite, people is not None, lex), folded, head=head, plural=phrase.plural)
    made.gender = lex.persons.get(head)
    owner = owner_of(scene, phrase)
    if owner is not None and scene.characters[owner].kind in BODIES:
        code = scene.characters[owner].code
        if code is not None:
            made.member_of = government(scene, code, lex.countries[code])
            made.member_why = core
        elif scene.characters[owner].kind != "government" or scene.characters[owner].head:
            made.member_of, made.member_why = owner, core
    elif head in lex.state_bodies and people is not None:
        made.member_of, made.member_why = government(scene, people, lex.countries[people]), core
    if made.kind == "unnamed" and definite and head in lex.persons and not phrase.plural:
        made.roles.append(Role(core, head, frozenset(folded)))
    made.forms[core] += 1
    if head in lex.bodies | lex.documents and phrase.head + 1 < phrase.core_end:
        made.forms[scene.article.text[scene.tokens[phrase.first].start : scene.tokens[phrase.head].end]] += 0
    scene.characters.append(made)
    return len(scene.characters) - 1


def country_of(folded: tuple[str, ...], lex: Lexicon) -> str | None:
    """The country that the folded words of a phrase name first, as "South Korean" or "U.S."; None without one."""
    for n, word in enumerate(folded):
        for name in (" ".join(folded[n : n + 2]), word):
            code = lex.peoples.get(name) or lex.lands.get(name)
            if code:
                return code
    return None


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
    if words(core)[0] in scene.lex.apart:
        return None
    for n in range(len(scene.characters) - 1, -1, -1):
        character = scene.characters[n]
        if character.head is None or character.head == "government":
            continue
        if key(character.name, scene.lex.articles | scene.lex.indefinite) == same:
            return n
        if definite and character.head == head and len(same.split()) == len(head.split()):
            return n
    return None


def _last(scene: Scene, character: int) -> int:
    """The token where a character was last spoken of; -1 when it was not yet."""
    return next((e.token for e in reversed(scene.events) if e.character == character), -1)
