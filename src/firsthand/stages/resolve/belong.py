"""Whose spokesman, minister or officer somebody is; and whom a role named before its bearer means."""

from collections.abc import Sequence

from firsthand.stages.resolve.cast import Character
from firsthand.stages.resolve.lexicon import Lexicon
from firsthand.stages.resolve.mentions import Mention
from firsthand.stages.resolve.names import words
from firsthand.stages.resolve.nominal import government
from firsthand.stages.resolve.phrase import read
from firsthand.stages.resolve.scene import Scene, body_before
from firsthand.stages.resolve.sort import fits, foremost
from firsthand.stages.resolve.speaker import body_in

FORWARD = 0.9  # how sure a name after its role is
OVER = ("organisation", "government", "group")  # whose officers are named without them: not a paper's, which is told
BACK = 4  # sentences from an office to the body that it is of
SOON = 2  # named speakers after a role among whom its bearer is looked for


def give_members(scene: Scene, places: Sequence[tuple[int, int, int]]) -> None:
    """Set `member_of` of people by the bodies in their role phrases: (character, first, last) tokens each.

    Where no phrase names one, that of the office's own body goes ("its director").
    """
    for told in (_named_in, _spoken_of):
        for person, first, last in places:
            character = scene.characters[person]
            if character.kind != "person" or character.member_of is not None or first >= last:
                continue
            body = told(scene, first, last)
            if body is not None and body != person:
                character.member_of = body
                character.member_why = scene.article.text[scene.tokens[first].start : scene.tokens[last - 1].end]
    for n, character in enumerate(scene.characters):
        if character.kind in ("organisation", "government") and character.member_of is None:
            _parent(scene, n, character)


def _named_in(scene: Scene, first: int, last: int) -> int | None:
    """The body that a role phrase names, or the ministry of a minister."""
    return _office(scene, first, last, _body(scene, first, last))


def _body(scene: Scene, first: int, last: int) -> int | None:
    """The body that a role phrase names: with a name, by its noun, or as a government."""
    lex, tokens = scene.lex, scene.tokens
    people = any(tokens[n].lemma in lex.persons or tokens[n].lemma in lex.titles for n in range(first, last))
    if not people and tokens[first].pos not in ("ADP", "VERB"):
        return None  # what stands beside the name is a body itself
    inside = [m for m in scene.found if first <= m.first and m.last <= last]
    # "an ICU physician at Mercy Hospital" is the hospital's.
    inside.sort(key=lambda m: (not _after_link(scene, m, first), m.first))
    for mention in inside:
        owns = mention.last < last and tokens[mention.last].tag == "POS"
        if scene.characters[mention.character].kind in ("organisation", "agency", "outlet") and not owns:
            return mention.character
    for n in range(first, last):
        two = f"{tokens[n - 1].lemma} {tokens[n].lemma}" if n > first else ""
        one = tokens[n].lemma in lex.bodies and tokens[n].lemma not in lex.persons
        office = n > first + 1 and tokens[n - 1].lemma in lex.body_links and tokens[n - 2].lemma.lower() in lex.titles
        if (
            tokens[n].pos in ("NOUN", "PROPN")
            and (one or two in lex.bodies)
            and not office
            and not _goes_on(scene, n, last)
        ):
            start = n
            while start > first and tokens[start - 1].pos not in ("ADP", "PUNCT", "VERB"):
                start -= 1
            span = (tokens[start].start, tokens[n].end)
            phrase = read((span,), tokens, scene.starts, scene.found, lex)
            if phrase is not None and phrase.head == n:
                return body_in(scene, phrase)
    for mention in inside:
        if scene.characters[mention.character].kind in ("organisation", "agency", "outlet"):
            return mention.character
    if any(tokens[n].lemma in lex.state_offices for n in range(first, last)):
        code = _country(scene, first, last)
        return government(scene, code, lex.countries[code]) if code else None
    return None


def _goes_on(scene: Scene, n: int, last: int) -> bool:
    """Whether the noun at token `n` only begins the name of a body: the city of "the city fire bureau"."""
    lex, tokens = scene.lex, scene.tokens
    while n + 1 < last and tokens[n + 1].pos in ("NOUN", "PROPN"):
        n += 1
        if tokens[n].lemma in lex.bodies and tokens[n].lemma not in lex.persons:
            return True
    return False


def _spoken_of(scene: Scene, first: int, last: int) -> int | None:
    """The body that "its" in a role phrase stands for, or that an office named without a body goes back to."""
    lex, tokens = scene.lex, scene.tokens
    owner = next((word for t in tokens[first:last] if (word := t.text.lower()) in lex.possessive), None)
    seat = (n for n in range(first, last) if tokens[n].pos == "ADP" and tokens[n].lemma not in lex.body_links)
    office = tokens[first : next(seat, last)]  # "a spokesman in Bremen"
    role = " ".join(t.lemma.lower() for t in office if t.pos not in ("DET", "PUNCT"))
    goes_on = last < len(tokens) and tokens[last].pos == "CCONJ"  # "founder and head of Brandt"
    bare = owner is None and not goes_on and (role in lex.spokes or role in lex.leaders)
    its = owner in lex.things and any(t.lemma in lex.persons for t in office)
    choice = body_before(scene, first) if its or bare else None
    if choice is None or choice.back > BACK or scene.characters[choice.character].kind not in OVER:
        return None
    return choice.character


def _after_link(scene: Scene, mention: Mention, first: int) -> bool:
    """Whether a preposition ties a body to what stands before it in the role phrase that begins at token `first`."""
    n = mention.first - 1
    while n > first and scene.tokens[n].pos in ("DET", "ADJ"):
        n -= 1
    return n > first and scene.tokens[n].pos == "ADP"


def _country(scene: Scene, first: int, last: int) -> str | None:
    """The country in a role phrase: "Russian foreign minister", "Georgia's president", "president of Chad"."""
    lex, tokens = scene.lex, scene.tokens
    for n in range(first, last):
        if n > first and tokens[n - 1].pos == "ADP" and tokens[n - 1].lemma not in lex.body_links:
            continue  # the ambassador to Pyongyang is not Pyongyang's
        one = words(tokens[n].text)
        two = (*one, *words(tokens[n + 1].text)) if n + 1 < last else one
        for name in (" ".join(two), " ".join(one)):
            code = lex.peoples.get(name) or lex.places.get(name)
            if code:
                return code
    return None


def _office(scene: Scene, first: int, last: int, body: int | None) -> int | None:
    """The ministry of a minister, the force of an officer, where the article names only one that fits."""
    lex, role = scene.lex, {scene.tokens[n].lemma for n in range(first, last)}
    nouns = {noun for office, held in lex.office_bodies.items() if office in role for noun in held}
    if not nouns or (body is not None and nouns & set(scene.characters[body].words)):
        return body
    fits = [
        n for n, c in enumerate(scene.characters) if c.kind in ("organisation", "government") and nouns & set(c.words)
    ]
    field = role & lex.subjects
    code = _country(scene, first, last)  # the Russian foreign minister's is not the Chinese ministry
    fits = [n for n in fits if code is None or code in _codes(scene.characters[n], scene)]
    fits = [
        n for n in fits if not field or not (theirs := set(scene.characters[n].words) & lex.subjects) or field & theirs
    ]
    return fits[0] if len(fits) == 1 else body


def _codes(character: Character, scene: Scene) -> set[str]:
    """The countries that a body's name or its parent tells."""
    lex = scene.lex
    found = {code for w in character.words if (code := lex.peoples.get(w) or lex.places.get(w))}
    over = scene.characters[character.member_of].code if character.member_of is not None else None
    return found | ({over} if over else set())


def _parent(scene: Scene, n: int, character: Character) -> None:
    """A ministry belongs to its country's government."""
    lex = scene.lex
    if not set(character.words) & lex.state_bodies:
        return
    codes = _codes(character, scene)
    if len(codes) == 1:
        code = codes.pop()
        parent = government(scene, code, lex.countries[code])
        if parent != n:
            character.member_of, character.member_why = parent, character.name


def forward(characters: list[Character], sources: Sequence[int | None], order: Sequence[int]) -> dict[int, int]:
    """Speakers given by a role before their name: role's character → the named one's.

    "its chief executive said … Astrid Wallenius told investors": the next new speaker without a role of another kind,
    when nobody else is named in between.
    """
    said = [s for n in order if (s := sources[n]) is not None]
    out: dict[int, int] = {}
    for at, role in enumerate(said):
        character = characters[role]
        if character.kind != "unnamed" or not character.roles or role in out or role in said[:at]:
            continue
        start = min(character.spans)
        named = list(dict.fromkeys(s for s in said[at + 1 :] if s != role))[:SOON]
        if not named:
            continue
        other = characters[named[0]]
        new = other.kind == "person" and len(other.words) > 1 and min(other.spans) > start
        fits = not other.roles or any(r.head == character.roles[0].head for r in other.roles)
        if new and fits and character.gender in (None, other.gender):
            out[role] = named[0]
            _take_over(other, character, "role before the name", FORWARD)
            other.roles.extend(character.roles)
            if other.member_of is None:
                other.member_of, other.member_why = character.member_of, character.member_why
    return out


def _take_over(character: Character, nameless: Character, why: str, score: float) -> None:
    """Give a named character the words and places of a nameless one that turned out to be it."""
    character.forms.update(nameless.forms)
    character.spans += nameless.spans
    character.links |= {span: (min(score, nameless.links.get(span, (score,))[0]), why) for span in nameless.spans}


def forward_bodies(characters: list[Character], lex: Lexicon) -> dict[int, int]:
    """Bodies given by a noun whose name stands elsewhere in the article: the noun's character → the named one's.

    "the firm said … the managing partner of Hollis Ridge Capital": the only body named in the article that has the noun
    in its name or role or is of a sort that the noun may stand for, when nothing beside the noun speaks against it.
    """
    out: dict[int, int] = {}
    named = [n for n, c in enumerate(characters) if c.kind == "organisation" and not c.head and not c.own and c.votes]
    for n, nominal in enumerate(characters):
        if nominal.kind != "organisation" or nominal.head not in lex.bodies or nominal.plural or not nominal.words:
            continue
        definite = nominal.words[0] in lex.definite
        if not definite or lex.apart.intersection(nominal.words):
            continue
        fit = [m for m in named if _meant(nominal, characters[m], lex)]
        if len(fit) == 1 and (
            _so_called(nominal, characters[fit[0]]) or foremost(fit[0], characters, nominal.head, lex)
        ):
            out[n] = fit[0]
            _take_over(characters[fit[0]], nominal, "only body so called", FORWARD)
    for character in characters:
        if character.member_of in out:
            character.member_of = out[character.member_of]
    return out


def _meant(nominal: Character, body: Character, lex: Lexicon) -> bool:
    """Whether a noun with what stands before it may stand for a named body."""
    head = nominal.head or ""
    noun = head.split()[-1]
    at = nominal.words.index(noun) if noun in nominal.words else len(nominal.words)
    known = set(body.words) | {w for r in body.roles for w in r.words}
    asked = set(nominal.words[1:at]) - known
    codes = {lex.peoples.get(w) or lex.places.get(w) for w in known} - {None}
    if asked & lex.subjects or (codes and any(w in lex.peoples or w in lex.places for w in asked)):
        return False
    return _so_called(nominal, body) or bool(fits(body, head, lex))


def _so_called(nominal: Character, body: Character) -> bool:
    """Whether the noun stands in the body's name or beside it."""
    head = nominal.head or ""
    return head.split()[-1] in body.words or any(r.head == head for r in body.roles)
