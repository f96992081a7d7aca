"""Names in an article: where each stands, what it names, what stands before it."""

import re
from dataclasses import dataclass, replace

from firsthand.language.frequency import counts
from firsthand.language.terms import stem
from firsthand.records import Parse, Span, Token
from firsthand.stages.resolve.lexicon import Lexicon
from firsthand.stages.resolve.names import words

LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people"}
OTHER = ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE")  # capitals that name nobody
LINKS = ("&", "-", "–")  # marks that may stand inside a name
NAME = re.compile(r"[^\W_][\w.'’&-]*")  # what a token of a name looks like
POSSESSIVES = ("'", "’", "'s", "’s")
LONGEST = 10  # tokens; a longer run of capitals is a line in capitals, not a name
CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "ADV")
TITLE_CASE = 0.9  # share of capitals among content words from which a sentence is a headline
SHORTEST_HEADLINE = 4  # content words

Labels = dict[int, tuple[int, str]]  # token → (number of the parser's name, its label)
Tokens = tuple[Token, ...]


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
    acronym: bool = False  # written in capitals throughout
    begin: int = -1  # the token where the title before it begins; `first` without one
    character: int = -1


def mentions(parse: Parse, lex: Lexicon) -> list[Mention]:
    """The names of an article in text order; places and peoples too.

    In a headline with capitals throughout only names are taken that other sentences have too.
    """
    labels = _labels(parse, lex)
    headlines = [_is_headline(parse.tokens, span) for span in parse.sentences]
    out: list[Mention] = []
    tokens, at = parse.tokens, 0
    while at < len(tokens):
        owner = tokens[at].text[:1].isupper() and _owns(tokens, at + 1, labels, lex)
        named = owner or _named(tokens[at], at, labels, lex)
        if headlines[tokens[at].sentence] or not named or _plain_opening(tokens, at, labels, lex):
            at += 1
            continue
        last = _run(tokens, at, labels, lex)
        if _party(tokens, at, lex):
            at += 3 if tokens[at + 1].text == "-" else 1
            continue
        if last - at <= LONGEST:
            for first, end in _split(tokens, at, last, labels, lex):
                made = _mention(tokens, first, end, labels, lex)
                if made:
                    out.append(made)
        at = last
    for mention in out:
        guessed = mention.label == "place" and not mention.sure
        if guessed and mention.last < len(tokens) and tokens[mention.last].lemma in lex.spokes:
            mention.label = "organisation"  # "Marsh Lake spokeswoman": places have no spokespeople
    if any(headlines):
        out = _in_headlines(parse, headlines, out)
    return out


def _labels(parse: Parse, lex: Lexicon) -> Labels:
    place = {token.start: n for n, token in enumerate(parse.tokens)}
    out = {}
    for number, name in enumerate(parse.names):
        label = "other" if name.label in OTHER else LABELS.get(name.label)
        n = place.get(name.start)
        if label is None or n is None:
            continue
        past = next((m for m in range(n, len(parse.tokens)) if parse.tokens[m].end >= name.end), n)
        if name.label == "FAC" and " ".join(words(parse.tokens[past].text)) in lex.body_words:
            label = "organisation"  # “the County Sheriff's Office” is not its building
        while n < len(parse.tokens) and parse.tokens[n].end <= name.end:
            out[n] = (number, label)
            n += 1
    return out


def _is_headline(tokens: Tokens, span: Span) -> bool:
    inside = [t.text for t in tokens[span[0] : span[1]] if t.pos in CONTENT]
    return len(inside) >= SHORTEST_HEADLINE and sum(w[0].isupper() for w in inside) >= TITLE_CASE * len(inside)


def _in_headlines(parse: Parse, headlines: list[bool], found: list[Mention]) -> list[Mention]:
    """Add the known names that stand in headlines."""
    known: dict[tuple[str, ...], Mention] = {}
    for mention in found:
        known.setdefault(mention.words, mention)
    longest = max(map(len, known), default=0)
    out = list(found)
    for (first, last), headline in zip(parse.sentences, headlines, strict=True):
        at = first
        while headline and at < last:
            for size in range(min(longest, last - at), 0, -1):
                seen = parse.tokens[at : at + size]
                like = known.get(tuple(w for t in seen for w in words(t.text)))
                if like and seen[0].text[:1].isupper() and all(NAME.fullmatch(t.text) for t in seen):
                    out.append(
                        replace(
                            like, start=seen[0].start, end=seen[-1].end, first=at, last=at + size, title="", begin=at
                        )
                    )
                    at += size - 1
                    break
            at += 1
    return sorted(out, key=lambda m: m.start)


def _named(token: Token, at: int, labels: Labels, lex: Lexicon) -> bool:
    first = token.text[:1]
    label = labels.get(at, (0, ""))[1]
    if label == "other" and token.tag != "NNS":
        return False
    if not (first.isupper() or (first.isalnum() and any(map(str.isupper, token.text)))):
        return False
    inner = (
        at > 0 and first.isupper() and " ".join(words(token.text)) in lex.places
    )  # "said Whitehall": the parser's noun
    if (
        token.pos != "PROPN"
        and not inner
        and not (label and token.pos in ("NOUN", "ADJ", "X", "VERB") and first.isalpha())
    ):
        return token.tag == "NN" and not label and _unheard(token.text, lex)
    return NAME.fullmatch(token.text) is not None


def _party(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether a party and a state begin at token `at`: "D-Calif.", "R-S.C."."""
    party, mark, state = tokens[at].text.partition("-")
    if not mark and at + 2 < len(tokens) and tokens[at + 1].text == "-":
        mark, state = "-", tokens[at + 2].text
    return bool(mark) and party.lower() in lex.party_letters and state[:1].isupper()


def _unheard(word: str, lex: Lexicon) -> bool:
    """Whether a word with a capital is in no list and in no news: a name, although the parser took it for a noun."""
    folded = " ".join(words(word))
    listed = folded in lex.titles or folded in lex.bodies or folded in lex.documents or folded in lex.body_words
    plain = word[1:].islower() and word.isalpha()
    return plain and not listed and stem(lex.language, word) not in counts(lex.language)[1]


def _run(tokens: Tokens, at: int, labels: Labels, lex: Lexicon) -> int:
    """The end of the name that starts at token `at`."""
    sentence, last, n = tokens[at].sentence, at + 1, at + 1
    while n < len(tokens) and tokens[n].sentence == sentence:
        token = tokens[n]
        if _named(token, n, labels, lex):
            n += 1
            last = n
            continue
        if _owns(tokens, n, labels, lex):
            n, last = n + 2, n + 2
            continue
        ahead = n + 1
        lower = token.text.lower()
        if _hyphened(tokens, n, labels, lex):
            n, last = n + 2, n + 2
            continue
        if token.pos in ("ADP", "CCONJ") or token.text in LINKS or lower in lex.inside:
            joins = token.text in LINKS or lower in lex.inside or _goes_on(tokens, n, lex)
            closed = lower in lex.body_links and tokens[n - 1].text.lower() in lex.closing
            joins = joins or (not closed and n in labels and labels.get(n - 1) == labels[n])
            joins = joins or _office(tokens, n, labels, lex) or (token.text[:1].isupper() and token.pos == "ADP")
            joins = joins or _one_country(tokens, n, lex)
            if joins and ahead < len(tokens) and (tokens[ahead].pos == "DET" or tokens[ahead].text == "-"):
                ahead += 1
            if joins and ahead < len(tokens) and tokens[ahead].sentence == sentence:
                if _named(tokens[ahead], ahead, labels, lex):
                    n, last = ahead + 1, ahead + 1
                    continue
        return last
    return last


def _hyphened(tokens: Tokens, n: int, labels: Labels, lex: Lexicon) -> bool:
    """Whether a hyphen at token `n` stands inside a person's name: "Kim Yo-jong", "Abdel Fattah el-Sisi"."""
    if tokens[n].text not in LINKS[1:] or n + 1 >= len(tokens) or tokens[n + 1].start != tokens[n].end:
        return False
    label = labels.get(n, (0, ""))
    one = tokens[n - 1].text.lower() in lex.inside or label == labels.get(n - 1)
    return one and label[1] == "person" and label == labels.get(n + 1)


def _owns(tokens: Tokens, n: int, labels: Labels, lex: Lexicon) -> bool:
    """Whether token `n` is a possessive inside a body's name: "the Footballers' Guild", "the Sheriff's Office"."""
    if n < 1 or n + 1 >= len(tokens) or tokens[n].text.lower() not in POSSESSIVES:
        return False
    owner = tokens[n - 1]
    plural = owner.tag in ("NNS", "NNPS") or " ".join(words(owner.lemma)) in lex.persons
    plural = plural or (n - 1 in labels and labels[n - 1] == labels.get(n + 1))
    if owner.end != tokens[n].start or not plural or labels.get(n - 1, (0, ""))[1] in ("person", "place"):
        return False
    if " ".join(words(owner.text)) in lex.places:
        return False
    end = n + 1
    while end < min(len(tokens), n + 5) and tokens[end].text[:1].isupper() and tokens[end].sentence == owner.sentence:
        if " ".join(words(tokens[end].text)) in lex.body_words:
            return True
        end += 1
    return False


def _office(tokens: Tokens, n: int, labels: Labels, lex: Lexicon) -> bool:
    """Whether "of" at token `n` stands in an office before its bearer's name: "Secretary of State John Kerry"."""
    if tokens[n].text.lower() not in lex.body_links or tokens[n - 1].text.lower() not in lex.titles:
        return False
    for ahead in range(n + 1, min(n + 4, len(tokens))):
        if not _named(tokens[ahead], ahead, labels, lex) or tokens[ahead].sentence != tokens[n].sentence:
            return False
        if labels.get(ahead, (0, ""))[1] == "person":
            return ahead > n + 1
    return False


def _one_country(tokens: Tokens, n: int, lex: Lexicon) -> bool:
    """Whether the words around token `n` are one country's name: "Trinidad and Tobago"."""
    return " ".join(words(" ".join(t.text for t in tokens[n - 1 : n + 2]))) in lex.places


def _plain_opening(tokens: Tokens, at: int, labels: Labels, lex: Lexicon) -> bool:
    """Whether token `at` has its capital from the start of the sentence alone: "Loading would stop"."""
    word, opens = tokens[at].text, at == 0 or tokens[at - 1].sentence != tokens[at].sentence
    if not opens or at in labels or (at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper()):
        return False
    if not word.endswith(lex.action_endings) or _unheard(word, lex):
        return False
    folded = " ".join(words(word))
    listed = (lex.bodies, lex.body_words, lex.titles, lex.persons, lex.places, lex.agencies)
    return not any(folded in names for names in listed)


def _goes_on(tokens: Tokens, n: int, lex: Lexicon) -> bool:
    """Whether the word before token `n` is one such as Ministry or Bank, so that "of" goes on with the name."""
    word = tokens[n - 1].text.lower()
    return word in lex.body_words and word not in lex.closing and tokens[n].text.lower() in lex.body_links


def _split(tokens: Tokens, first: int, last: int, labels: Labels, lex: Lexicon) -> list[Span]:
    """A run of capitals as one name, or as several where the parser saw a person beside something else."""
    cuts = [first]
    for n in range(first + 1, last):
        one, two = labels.get(n - 1), labels.get(n)
        if one and two and one[0] != two[0] and "person" in (one[1], two[1]):
            office = any(_office(tokens, m, labels, lex) for m in range(first + 1, n))
            if tokens[n - 1].text.lower() not in lex.titles and one[1] != two[1] and not office:
                cuts.append(n)
        elif _next_person(tokens, cuts[-1], n, last, lex):
            cuts.append(n)
    return list(zip(cuts, [*cuts[1:], last], strict=True))


def _next_person(tokens: Tokens, first: int, n: int, last: int, lex: Lexicon) -> bool:
    """Whether a title at token `n` begins another person's name behind a whole one: "Ann Roe President Poe"."""
    named = tokens[first].text.lower() in lex.given and 2 <= n - first <= 3
    inside = any(t.text.lower() in lex.titles for t in tokens[first:n])
    return named and not inside and tokens[n].text.lower() in lex.titles and n + 1 < last


def _mention(tokens: Tokens, first: int, last: int, labels: Labels, lex: Lexicon) -> Mention | None:
    written = ["" if t.text.lower() in POSSESSIVES else t.text for t in tokens[first:last]]
    folded = [" ".join(words(w)) for w in written]
    while last - 1 > first and (not folded[-1] or folded[-1] in lex.suffixes):
        folded.pop()
        last -= 1
    begin = _after_titles(folded, first, labels, lex)
    if begin is None:
        return None
    title = " ".join(folded[:begin])
    kept = tuple(w for f in folded[begin:] for w in f.split())
    if not kept or (len(kept) == 1 and len(kept[0]) == 1):
        return None
    title_at = first
    begin += first
    before = tokens[begin - 1].text.lower() if begin else ""
    seen = [labels[n][1] for n in range(begin, last) if n in labels and labels[n][1] != "other"]
    label, sure = _label(kept, title, seen, before in lex.articles, lex)
    if not sure and len(kept) == 1 and label in ("person", "unknown") and before in lex.place_words:
        label = "place"
    gender = next((g for w in title.split() if (g := lex.honorifics.get(w) or lex.persons.get(w))), None)
    if label == "person" and gender is None and len(kept) > 1:
        gender = lex.given.get(kept[0]) or ("f" if kept[-1].endswith(lex.feminine_endings) else None)
    acronym = last - begin == 1 and tokens[begin].text.isupper()
    span = tokens[begin].start, tokens[last - 1].end
    return Mention(*span, begin, last, kept, label, title, gender, sure, acronym, begin=title_at if title else begin)


def _after_titles(folded: list[str], first: int, labels: Labels, lex: Lexicon) -> int | None:
    """How many leading words are titles; None when there is nothing else."""
    if folded[-1] in lex.body_words:
        return 0
    people = any(labels.get(first + n, (0, ""))[1] == "person" for n in range(len(folded)))
    if len(folded) > 1 and folded[-1] in lex.persons and folded[-1] in lex.titles and not people:
        return None  # "the U.S. Ambassador"
    if all(w in lex.titles or not w for w in folded):
        return None if len(folded) > 1 or labels.get(first, (0, ""))[1] != "person" else 0
    found = 0
    for n in range(1, len(folded)):
        person = labels.get(first + n, (0, ""))[1] == "person"
        starts = person and labels.get(first + n - 1) != labels[first + n]
        if folded[n - 1] in lex.titles:
            inside = labels.get(first + n - 2) if n > 1 else None
            if n - 1 == found or not (inside and inside[1] == "person"):
                found = n
        elif n > 2 and folded[n - 2] in lex.body_links and folded[n - 3] in lex.titles and n - 3 <= found:
            found = n  # Chief of Staff …
        elif starts and any(w in lex.titles for w in folded[:n]):
            found = n  # Secretary of State John Kerry
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
    if len(kept) > 1 and (kept[-1] in lex.agency_endings or " ".join(kept[-2:]) in lex.agency_endings):
        return "agency", False
    if kept[-1] in lex.body_words or (kept[0] in lex.body_words and len(kept) > 1):
        return "organisation", True
    if len(kept) in (2, 3, 4) and kept[0] in lex.given and ("place" not in seen or bare not in lex.towns):
        return "person", True
    if len(kept) > 1 and "place" not in seen and (kept[-1] in lex.sorts_of_word or kept[0] in lex.sorts_of_word):
        return "organisation", False
    if len(kept) > 1 and kept[-1] in lex.closing and "place" not in seen:
        return "organisation", False
    if seen:
        return max(sorted(set(seen)), key=seen.count), False
    return "unknown", False
