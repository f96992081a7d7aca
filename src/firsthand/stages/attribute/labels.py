"""A speaker set before or behind what they say: “Name: ‘…’”, and in titles “Police: two dead”, “Two dead – police”."""

from collections.abc import Iterator

from firsthand.records import Parse, Span
from firsthand.stages.attribute.draft import Draft
from firsthand.stages.attribute.lexicon import Lexicon
from firsthand.stages.attribute.tree import named

OPENERS = frozenset("“\"‘'«„")
DASHES = frozenset({"–", "—", "-", "--"})
LONGEST = 6  # words of a label
FINITE = ("VBD", "VBZ", "VBP", "MD")


def labelled(parse: Parse, text: str, titles: tuple[Span, ...], lexicon: Lexicon) -> Iterator[Draft]:
    """Drafts from lines with a label: in titles, and where only a name stands before the colon."""
    tokens = parse.tokens
    for first, past in parse.paragraphs:
        in_title = any(s <= tokens[first].start < e for s, e in titles)
        colon = next((i for i in range(first, min(first + LONGEST + 1, past)) if tokens[i].text == ":"), None)
        if colon is not None and colon > first and colon + 3 < past:
            label, body = (first, colon), (colon + 1, past)
            shouted = tokens[first].text.isupper() and is_shouted(text[tokens[first].start : tokens[colon - 1].end])
            if says(parse, text, label, body, in_title, lexicon) or (shouted and colon - first <= 4 and not in_title):
                yield draft_of(parse, label, colon, body)
                continue
        if in_title:
            yield from behind(parse, text, first, past, lexicon)


def says(parse: Parse, text: str, label: Span, body: Span, in_title: bool, lexicon: Lexicon) -> bool:
    """Whether the words before a colon are whoever says what follows; spans are token indices."""
    tokens = parse.tokens
    quoted = text[tokens[body[0]].start] in OPENERS
    name = names(parse, label, "PERSON", "ORG", "GPE", "NORP")
    if not in_title or quoted:
        return name and (in_title or quoted) and tokens[label[0]].text.casefold() not in lexicon.labels
    words = [tokens[i] for i in range(*label)]
    if words[0].text.casefold() in lexicon.labels or tokens[body[0]].tag in ("WRB", "WP"):
        return False
    finite = any(tokens[i].tag in FINITE and tokens[i].dep not in ("relcl", "acl") for i in range(*body))
    return (name and finite) or speaker(parse, label, lexicon)


def behind(parse: Parse, text: str, first: int, past: int, lexicon: Lexicon) -> Iterator[Draft]:
    """“Two dead in ferry fire – police”, “‘We will never surrender’: Petrov”."""
    tokens = parse.tokens
    marks = [i for i in range(max(first + 2, past - LONGEST - 1), past - 1) if tokens[i].text in {":", *DASHES}]
    if not marks:
        return
    mark = marks[-1]
    label, body = (mark + 1, past), (first, mark)
    blank = tokens[mark].text == ":" or text[tokens[mark].start - 1].isspace()
    quoted = text[tokens[first].start] in OPENERS and tokens[mark - 1].tag in ("''", '""', "``", "POS", "NNP", "NN")
    if not blank or not any(tokens[i].pos in ("VERB", "AUX", "NUM") for i in range(*body)):
        return
    if speaker(parse, label, lexicon) or names(parse, label, "PERSON") or (quoted and is_name(parse, label)):
        yield draft_of(parse, label, mark, body)


def speaker(parse: Parse, label: Span, lexicon: Lexicon) -> bool:
    """Whether a label is a noun phrase for those who speak: “Police”, “the foreign ministry”, “Two officials”."""
    words = [parse.tokens[i] for i in range(*label)]
    last = {words[-1].lemma.casefold(), words[-1].text.casefold()}
    plain = all(w.pos in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "VERB", "PART") for w in words)
    return plain and not last.isdisjoint(lexicon.speakers) and last.isdisjoint(lexicon.hands.pronouns | lexicon.labels)


def names(parse: Parse, label: Span, *kinds: str) -> bool:
    """Whether a label is one name of some kinds."""
    span = parse.tokens[label[0]].start, parse.tokens[label[1] - 1].end
    return any(n.start <= span[0] and span[1] <= n.end for n in named(parse, span, *kinds))


def is_name(parse: Parse, label: Span) -> bool:
    """Whether a label is made of proper names, whatever the parser takes them for."""
    return all(parse.tokens[i].pos == "PROPN" for i in range(*label))


def is_shouted(label: str) -> bool:
    """Whether a label is in capitals, as in transcripts, and no time or number.

    >>> is_shouted("MR BRINK"), is_shouted("Mr Brink"), is_shouted("9 AM")
    (True, False, False)
    """
    return label.isupper() and not any(c.isdigit() for c in label)


def draft_of(parse: Parse, label: Span, mark: int, body: Span) -> Draft:
    """The draft of a label, its mark and what is said; spans are token indices."""
    tokens = parse.tokens
    return Draft(
        how="label",
        lemma=":",
        verb=mark,
        spans=((tokens[body[0]].start, tokens[body[1] - 1].end),),
        source=((tokens[label[0]].start, tokens[label[1] - 1].end),),
        cue=((tokens[mark].start, tokens[mark].end),),
        kind="speech",
    )
