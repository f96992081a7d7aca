"""What sort of body a name is, so that "the club" never stands for a stadium."""

from firsthand.records import Token
from firsthand.stages.resolve.cast import Character
from firsthand.stages.resolve.lexicon import Lexicon
from firsthand.stages.resolve.mentions import Mention
from firsthand.stages.resolve.names import words

OTHER = ""  # the sort of a body whose noun is in no list
OFFICE = 3  # votes for a body: more than the parser's guess at a name


def tell_sorts(tokens: tuple[Token, ...], found: list[Mention], characters: list[Character], lex: Lexicon) -> None:
    """Note the sorts of bodies that people's offices beside a name tell: "the captain of X", "X's captain"."""
    for mention in found:
        if mention.character < 0 or mention.label in ("place", "people", "agency", "outlet"):
            continue
        for one, two in (_left(tokens, mention, lex), _right(tokens, mention)):
            told = lex.sort_of_office.get(two) or lex.sort_of_office.get(one)
            if told:
                characters[mention.character].sorts.add(told)
                characters[mention.character].votes["organisation"] += OFFICE


def _left(tokens: tuple[Token, ...], mention: Mention, lex: Lexicon) -> tuple[str, str]:
    """The noun that "of" ties to the name, alone and with the word before it."""
    n = mention.first - 1
    if n >= 0 and tokens[n].text.lower() in lex.articles:
        n -= 1
    if n < 1 or mention.title or tokens[n].lemma not in lex.body_links:
        return "", ""
    return _term(tokens, n - 1)


def _right(tokens: tuple[Token, ...], mention: Mention) -> tuple[str, str]:
    """The noun after the name's possessive."""
    n, end = mention.last, len(tokens)
    if n >= end or tokens[n].tag != "POS":
        return "", ""
    n += 1
    while n + 1 < end and tokens[n].pos in ("ADJ", "NOUN") and tokens[n + 1].pos == "NOUN":
        n += 1
    return _term(tokens, n) if n < end else ("", "")


def _term(tokens: tuple[Token, ...], n: int) -> tuple[str, str]:
    if tokens[n].pos != "NOUN":
        return "", ""
    one = " ".join(words(tokens[n].lemma))
    return one, (" ".join(words(tokens[n - 1].text)) + " " + one if n else one)


def sorts_of(character: Character, lex: Lexicon) -> set[str]:
    """The sorts that a body's name, roles and people's offices tell; none when nothing tells.

    A noun for bodies of no sort in the lists tells OTHER; one for several sorts ("group") tells none of them.
    """
    out = set(character.sorts)
    for word in character.words:
        out |= lex.sorts_of_word.get(word, frozenset())
    if character.words[-1] in lex.body_words and character.words[-1] not in lex.sorts_of_word:
        out.add(OTHER)
    for role in character.roles:
        told = lex.sorts_of_noun.get(role.head, frozenset((OTHER,)))
        out |= told if len(told) == 1 else {OTHER}
    return out


def fits(character: Character, noun: str, lex: Lexicon) -> bool | None:
    """Whether a body is of a sort that a noun may stand for; None when nothing tells."""
    mine, asked = sorts_of(character, lex), lex.sorts_of_noun.get(noun)
    return bool(mine & asked) if mine and asked else None


def foremost(at: int, characters: list[Character], noun: str, lex: Lexicon) -> bool:
    """Whether no body of unknown sort, for which the noun may stand too, is named more often."""
    mine = len(characters[at].spans)
    return all(
        len(c.spans) <= mine
        or c.kind != "organisation"
        or c.head is not None
        or c.own
        or fits(c, noun, lex) is not None
        for n, c in enumerate(characters)
        if n != at
    )
