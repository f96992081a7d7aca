"""Names in an article: where each stands, what it names, what stands before it."""

from dataclasses import dataclass

from firsthand.records import Parse, Token
from firsthand.stages.resolve.lexicon import Lexicon
from firsthand.stages.resolve.names import words

LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people"}
LINKS = ("&", "-", "–")  # marks that may stand inside a name
LONGEST = 12  # tokens; a longer run of capitals is a line in capitals, not a name


@dataclass(slots=True)
class Mention:
    """A name at code points [start, end), tokens [first, last); `words` are folded, without titles."""

    start: int
    end: int
    first: int
    last: int
    words: tuple[str, ...]
    label: str  # person, organisation, place, people, agency, outlet or unknown
    title: str  # what stands before the name, folded
    gender: str | None
    sure: bool  # the label rests on more than the parser's guess
    character: int = -1


def mentions(text: str, parse: Parse, lex: Lexicon) -> list[Mention]:
    """The names of an article in text order; places and peoples too."""
    labels = _labels(parse)
    out: list[Mention] = []
    tokens, at = parse.tokens, 0
    while at < len(tokens):
        if not _named(tokens[at], at, labels):
            at += 1
            continue
        last = _run(tokens, at, labels, lex)
        if last - at <= LONGEST:
            for first, end in _split(tokens, at, last, labels, lex):
                made = _mention(text, tokens, first, end, labels, lex)
                if made:
                    out.append(made)
        at = last
    return out


def _labels(parse: Parse) -> dict[int, tuple[int, str]]:
    """Token index → (number of the parser's name, its label)."""
    place = {token.start: n for n, token in enumerate(parse.tokens)}
    out = {}
    for number, name in enumerate(parse.names):
        label = LABELS.get(name.label)
        n = place.get(name.start)
        if label is None or n is None:
            continue
        while n < len(parse.tokens) and parse.tokens[n].end <= name.end:
            out[n] = (number, label)
            n += 1
    return out


def _named(token: Token, at: int, labels: dict[int, tuple[int, str]]) -> bool:
    first = token.text[:1]
    if not (first.isupper() or (first.isalnum() and any(map(str.isupper, token.text)))):
        return False
    return token.pos == "PROPN" or (at in labels and token.pos in ("NOUN", "ADJ", "X", "VERB") and first.isalpha())


def _run(tokens: tuple[Token, ...], at: int, labels: dict[int, tuple[int, str]], lex: Lexicon) -> int:
    """The end of the name that starts at token `at`."""
    sentence, last, n = tokens[at].sentence, at + 1, at + 1
    while n < len(tokens) and tokens[n].sentence == sentence:
        token = tokens[n]
        if _named(token, n, labels):
            n += 1
            last = n
            continue
        ahead = n + 1
        if token.pos == "ADP" or token.text in LINKS or token.text.lower() in lex.inside:
            joins = token.text in LINKS or token.text.lower() in lex.inside or _titled_body(tokens, at, n, lex)
            joins = joins or (n in labels and n - 1 in labels and labels[n] == labels[n - 1])
            if joins and ahead < len(tokens) and tokens[ahead].pos == "DET":
                ahead += 1
            if (
                joins
                and ahead < len(tokens)
                and tokens[ahead].sentence == sentence
                and _named(tokens[ahead], ahead, labels)
            ):
                n, last = ahead + 1, ahead + 1
                continue
        return last
    return last


def _titled_body(tokens: tuple[Token, ...], at: int, n: int, lex: Lexicon) -> bool:
    """Whether the name so far ends with a word such as Ministry or Bank, so that "of" goes on with it."""
    return tokens[n - 1].text.lower() in lex.body_words and tokens[n].lemma in ("of", "for")


def _split(
    tokens: tuple[Token, ...], first: int, last: int, labels: dict[int, tuple[int, str]], lex: Lexicon
) -> list[tuple[int, int]]:
    """A run of capitals as one name, or as several where the parser saw people beside something else."""
    cuts = [first]
    for n in range(first + 1, last):
        one, two = labels.get(n - 1), labels.get(n)
        if one and two and one[0] != two[0] and "person" in (one[1], two[1]):
            if tokens[n - 1].text.lower() not in lex.titles and one[1] != two[1]:
                cuts.append(n)
    return list(zip(cuts, [*cuts[1:], last], strict=True))


def _mention(
    text: str, tokens: tuple[Token, ...], first: int, last: int, labels: dict[int, tuple[int, str]], lex: Lexicon
) -> Mention | None:
    folded = [" ".join(words(tokens[n].text)) for n in range(first, last)]
    while last - 1 > first and (not folded[-1] or folded[-1] in lex.suffixes):
        folded.pop()
        last -= 1
    begin = _after_titles(folded, first, labels, lex)
    if begin is None:
        return None
    title = " ".join(folded[:begin])
    kept = tuple(w for f in folded[begin:] for w in f.split())
    if not kept:
        return None
    before = tokens[first + begin - 1].text.lower() if first + begin else ""
    seen = [labels[n][1] for n in range(first + begin, last) if n in labels]
    label, sure = _label(kept, title, seen, before in lex.articles, lex)
    gender = next((g for w in title.split() if (g := lex.honorifics.get(w) or lex.persons.get(w))), None)
    start = tokens[first + begin].start
    return Mention(start, tokens[last - 1].end, first + begin, last, kept, label, title, gender, sure)


def _after_titles(folded: list[str], first: int, labels: dict[int, tuple[int, str]], lex: Lexicon) -> int | None:
    """How many leading words are titles; None when there is nothing else."""
    if folded[-1] in lex.body_words:
        return 0
    if all(w in lex.titles or not w for w in folded):
        return None if len(folded) > 1 or labels.get(first, (0, ""))[1] != "person" else 0
    found = 0
    for n in range(1, len(folded)):
        if folded[n - 1] in lex.titles:
            inside = labels.get(first + n - 2) if n > 1 else None
            if n - 1 == found or not (inside and inside[1] == "person"):
                found = n
    return found


def _label(kept: tuple[str, ...], title: str, seen: list[str], article: bool, lex: Lexicon) -> tuple[str, bool]:
    bare = " ".join(kept[1:] if len(kept) > 1 and kept[0] in lex.articles else kept)
    article = article or bare != " ".join(kept)
    if bare in lex.agencies and not title:
        return "agency", True
    if bare in lex.outlets and not title and (article or bare not in lex.with_article):
        return "outlet", True
    if title:
        return "person", True
    if bare in lex.places or bare in lex.second_names:
        return "place", True
    if bare in lex.peoples:
        return "people", True
    if kept[-1] in lex.agency_endings and len(kept) > 1:
        return "agency", False
    if kept[-1] in lex.body_words or kept[0] in lex.body_words:
        return "organisation", True
    if seen:
        return max(sorted(set(seen)), key=seen.count), False
    return "unknown", False
