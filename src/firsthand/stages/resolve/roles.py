"""What each character is called beside its name: titles, appositives, "who heads …"."""

from firsthand.records import Token
from firsthand.stages.resolve.cast import Character, Role
from firsthand.stages.resolve.lexicon import Lexicon
from firsthand.stages.resolve.mentions import Mention
from firsthand.stages.resolve.names import words

ROLE = 3  # votes of a role: more than the parser's guess at a full name
REACH = 14  # tokens an appositive may be long
CLAUSE_ENDS = ("PUNCT",)  # of ", of …" and "who heads …"; and of "of …" right behind a name
PHRASE_ENDS = ("PUNCT", "VERB", "AUX", "CCONJ", "SCONJ", "PRON")
IN_PHRASE = ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PART", "ADP", "ADV")


def give_roles(
    text: str, tokens: tuple[Token, ...], found: list[Mention], characters: list[Character], lex: Lexicon
) -> list[tuple[int, int, int]]:
    """Add the roles that stand beside names; returns (character, first, last) tokens of each role phrase."""
    places = []
    at_token = {n: m for m in found for n in range(m.first, m.last)}
    for mention in found:
        if mention.character >= 0 and _no_place(tokens, mention, lex):
            mention.label = "person"
            characters[mention.character].votes["person"] += ROLE
        if mention.character < 0 or mention.label in ("place", "people"):
            continue
        character = characters[mention.character]
        _surroundings(tokens, mention, character, lex)
        if mention.title:
            head = next((w for w in reversed(mention.title.split()) if w in lex.persons or w in lex.titles), None)
            if head and lex.honorifics.get(head) is None:
                head = lex.short_titles.get(head, head)
                _add(character, Role(mention.title, head, frozenset((head, *mention.title.split()))), lex)
                places.append((mention.character, _title_start(tokens, mention), mention.first))
        beside = [_before(tokens, mention.first, lex), _after(tokens, mention, at_token)]
        if mention.title and tokens[mention.begin - 1].text == ",":  # "the warden of the jail, Superintendent …"
            beside.insert(1, _before(tokens, mention.begin, lex))
        for first, last in beside:
            head_word = last > first and _head(tokens, first, last, lex)
            if not head_word:
                continue
            phrase = text[tokens[first].start : tokens[last - 1].end]
            role = Role(phrase, head_word, frozenset(words(phrase)))
            _add(character, role, lex)
            places.append((mention.character, first, last))
        first, last = _clause(tokens, mention, lex)
        if first < last:
            verb = lex.verbs.get(tokens[first].lemma)
            phrase = text[tokens[first].start : tokens[last - 1].end]
            if verb:
                _add(character, Role(phrase, verb, frozenset((verb, *words(phrase)))), lex)
            elif tokens[first].pos == "ADP":
                character.votes["person"] += 2
            places.append((mention.character, first, last))
    return places


def _no_place(tokens: tuple[Token, ...], mention: Mention, lex: Lexicon) -> bool:
    """Whether what the parser guessed to be a place is somebody: "the town's MP, Fenella Strake"."""
    if mention.label != "place" or mention.sure or len(mention.words) < 2 or tokens[mention.first - 1].text != ",":
        return False
    first, last = _before(tokens, mention.first, lex)
    alone = not any(t.pos in ("ADP", "CCONJ") for t in tokens[first:last])
    return first < last and alone and _head(tokens, first, last, lex) in lex.persons


def _surroundings(tokens: tuple[Token, ...], mention: Mention, character: Character, lex: Lexicon) -> None:
    """Votes for a person or a body by the words around a name: "who", an age, an article, "…'s factory"."""
    votes, end = character.votes, len(tokens)
    n = mention.last
    before = tokens[mention.first - 1] if mention.first else None
    one = tokens[n] if n < end else None
    two = tokens[n + 1] if n + 1 < end else None
    if one is None or two is None:
        return
    relative = one if one.tag in ("WP", "WDT") else two if one.text == "," else None
    if relative is not None and relative.tag == "WP":
        votes["person"] += 2
    elif relative is not None and relative.tag == "WDT":
        votes["organisation"] += 1
    if one.text == "," and two.pos == "NUM" and n + 2 < end and tokens[n + 2].text in (",", ")"):
        votes["person"] += 3
    if one.tag == "POS":
        noun = next((t.lemma for t in tokens[n + 1 : n + 5] if t.pos == "NOUN"), "")
        votes["organisation"] += 2 * (noun in lex.companies) + (noun in lex.spokes)
    elif before is not None and before.text.lower() in lex.articles and one.pos not in ("NOUN", "PROPN", "ADJ"):
        votes["organisation"] += 2


def _add(character: Character, role: Role, lex: Lexicon) -> None:
    """Note a role; people's nouns and bodies' nouns are votes for a kind."""
    person, body = role.head in lex.persons, role.head in lex.bodies
    if person and not body:
        character.votes["person"] += ROLE
    elif body and not person:
        character.votes["organisation"] += ROLE
    character.roles.append(role)


def _title_start(tokens: tuple[Token, ...], mention: Mention) -> int:
    n = mention.begin
    while (
        n > 0 and tokens[n - 1].pos in ("PROPN", "ADJ", "PART", "DET") and tokens[n - 1].sentence == tokens[n].sentence
    ):
        n -= 1
    return max(n, 0)


def _before(tokens: tuple[Token, ...], end: int, lex: Lexicon) -> tuple[int, int]:
    """The words before a name or title at token `end` that may call it something: "director …", "its president, …"."""
    sentence = tokens[end].sentence
    n = end - 1
    comma = n >= 0 and tokens[n].text == ","
    if comma:
        n -= 1
        end = n + 1
    start = n + 1
    while n >= 0 and tokens[n].sentence == sentence and end - n < REACH:
        token = tokens[n]
        if token.pos not in IN_PHRASE and token.tag != "PRP$" and token.text not in ("-", "’", "'"):
            break
        if not comma and token.pos == "ADP" and not _office(tokens, n, end, lex):
            break
        start = n
        if (token.pos == "DET" or token.tag == "PRP$") and tokens[n - 1].pos != "ADP":
            break
        n -= 1
    while start < end and tokens[start].pos in ("ADP", "ADV", "PART", "PUNCT"):
        start += 1
    return start, end


def _office(tokens: tuple[Token, ...], n: int, end: int, lex: Lexicon) -> bool:
    """Whether "of" at token `n` goes on with an office whose bearer's name follows: "the minister of transport X"."""
    if n < 1 or tokens[n].lemma not in lex.body_links or tokens[n - 1].lemma not in lex.persons:
        return False
    field = tokens[n + 1 : end]
    if not field or any(t.pos not in ("NOUN", "ADJ", "CCONJ") for t in field):
        return False
    last = field[-1].lemma  # "the lawyer of carmaker X": X is the carmaker
    return last not in lex.persons and last not in lex.titles and last not in lex.bodies


def _after(tokens: tuple[Token, ...], mention: Mention, at_token: dict[int, Mention]) -> tuple[int, int]:
    """The words after a name and a comma that may call it something: ", the port's harbour master"."""
    n, sentence = mention.last, tokens[mention.first].sentence
    end = len(tokens)
    if n >= end or tokens[n].text not in (",", "(", "–", "—"):
        return n, n
    n += 1
    if n + 1 < end and tokens[n].pos == "NUM" and tokens[n + 1].text == ",":
        n += 2
    first = n
    while n < end and tokens[n].sentence == sentence and n - first < REACH:
        token = tokens[n]
        inner = n in at_token and n > first
        inner = inner or token.text == "-" or (token.tag == "VBG" and n + 1 < end and tokens[n + 1].pos == "NOUN")
        if token.pos not in IN_PHRASE and token.tag != "PRP$" and not inner:
            break
        n += 1
    if first in at_token and at_token[first].character >= 0 and at_token[first].last >= n:
        return first, first  # a list of names
    for other in {id(at_token[m]): at_token[m] for m in range(first, n) if m in at_token}.values():
        owner = other.last < end and tokens[other.last].tag == "POS"
        apart = tokens[other.begin - 1].pos not in ("ADP", "DET")
        if other.label == "person" and other.last <= n and not owner and apart:
            return first, first  # "Pell, Acting President Holm and …": a list
    acts = any(t.dep in ("nsubj", "nsubjpass") and t.head >= n for t in tokens[first:n])
    if acts and n < end and tokens[n].pos in ("VERB", "AUX") and tokens[mention.last - 1].dep == "pobj":
        return first, first  # "in Chelsea, the mayor said"
    inner_name = at_token.get(n - 1)
    if inner_name is not None and inner_name.label == "person" and inner_name.first > first:
        if inner_name.title or tokens[inner_name.first - 1].pos == "NOUN":
            return first, first  # "bought X, managing partner Y said": it is Y's
    return first, n


def _clause(tokens: tuple[Token, ...], mention: Mention, lex: Lexicon) -> tuple[int, int]:
    """The words after a name that tell its body: ", who heads the commission", ", of the museum", "of the museum"."""
    n, end = mention.last, len(tokens)
    if n < end and tokens[n].text == ",":
        n += 1
    if n + 1 < end and tokens[n].tag == "WP" and tokens[n + 1].lemma in lex.verbs:
        n += 1
    elif not (n < end and tokens[n].lemma in lex.body_links):
        return n, n
    elif n == mention.last and (mention.label != "person" or len(mention.words) < 2):  # "Bank of the North"
        return n, n
    first, ends = n, CLAUSE_ENDS if n > mention.last else PHRASE_ENDS
    while n < end and n - first < REACH and tokens[n].pos not in ends and tokens[n].sentence == tokens[first].sentence:
        n += 1
    return first, n


def _head(tokens: tuple[Token, ...], first: int, last: int, lex: Lexicon) -> str | None:
    """The role noun of a phrase: its last noun before the first preposition."""
    head, word = None, ""
    for n in range(first, last):
        token = tokens[n]
        if token.pos == "ADP" and (head or word):
            break
        if token.pos in ("NOUN", "PROPN", "ADJ"):
            one = " ".join(words(token.lemma))
            two = f"{word} {one}"
            if two in lex.persons or two in lex.bodies:
                head = two
            elif one in lex.persons or one in lex.bodies or (one in lex.titles and lex.honorifics[one] is None):
                head = one
            word = one
    return head
