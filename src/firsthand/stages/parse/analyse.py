"""Articles → tokens, sentences and names. The only place that knows the NLP library."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken
from threadpoolctl import ThreadpoolController

from firsthand.language import topic
from firsthand.records import Article, Named, Parse, Span, Token
from firsthand.stages.parse.load import grammar
from firsthand.stages.parse.mend import mended
from firsthand.stages.parse.paragraphs import paragraphs

SURROGATE = re.compile(r"[\ud800-\udfff]")  # half a character: no library takes it; offsets stay as they are
# The library's time grows with the square of what stands between two blanks; so much without one is no word.
RUN = re.compile(r"(\S{150})\S")
LONGEST = 20_000  # code points analysed in one piece; longer paragraphs are cut at a blank
SENTENCE = 200  # tokens; a longer "sentence" is a list or no prose, and would make later steps slow


def parse(articles: Iterable[Article]) -> Iterator[Parse]:
    """Analyse articles one after another; an article's language must be a supported one.

    Offsets are code points into `Article.text`. Raises ModelMissing when a language's grammar is not installed.
    """
    for article in articles:
        pieces = [piece for span in paragraphs(article) for piece in cut(article.text, span)]
        nlp = grammar(article.language or "en")
        with one_thread().limit(limits=1, user_api="blas"):
            docs = list(nlp.pipe(legible(article.text[start:end], article.language or "en") for start, end in pieces))
        yield join(article.text, ((doc, start) for doc, (start, _) in zip(docs, pieces, strict=True)))


def legible(text: str, language: str) -> str:
    """The text as the library reads it best; every character keeps its place.

    >>> legible("It cost £4m. Nobody paid.", "en")
    'It cost £4k. Nobody paid.'
    """
    for pattern, letter in topic(language, "grammar")["stand_ins"].items():
        text = re.sub(pattern, letter, text)
    return RUN.sub(r"\1 ", SURROGATE.sub("\ufffd", text))


@cache
def one_thread() -> ThreadpoolController:
    """Holds the matrix library to one thread: on paragraphs its threads wait for one another, at 3 × the CPU time."""
    return ThreadpoolController()


def cut(text: str, span: Span) -> Iterator[Span]:
    """The span in pieces of at most LONGEST code points.

    >>> list(cut("a b", (0, 3)))
    [(0, 3)]
    """
    start, end = span
    while end - start > LONGEST:
        blank = text.rfind(" ", start + 1, start + LONGEST)
        middle = blank if blank > 0 else start + LONGEST
        yield start, middle
        start = middle
    yield start, end


def join(text: str, docs: Iterable[tuple[Doc, int]]) -> Parse:
    """One Parse from the analysed paragraphs of an article's `text` and their offsets in it."""
    tokens: list[Token] = []
    sentences: list[Span] = []
    borders: list[Span] = []
    names: list[Named] = []
    for doc, offset in docs:
        first = len(tokens)
        # spaCy keeps runs of blanks as tokens; nothing downstream wants them, so heads are renumbered.
        kept = [token for token in doc if not token.is_space]
        place = {token.i: first + n for n, token in enumerate(kept)}
        for inside in short(doc):
            ids = {token.i for token in inside}
            for token in inside:
                start, head = offset + token.idx, token.head
                while head.is_space and head.head.i != head.i:  # the library makes a new object at every step
                    head = head.head
                tokens.append(
                    Token(
                        start=start,
                        end=start + len(token),
                        text=text[start : start + len(token)],
                        lemma=token.lemma_.casefold(),
                        pos=token.pos_,
                        tag=token.tag_,
                        dep=token.dep_,
                        head=place[head.i if head.i in ids else token.i],
                        sentence=len(sentences),
                    )
                )
            sentences.append((place[inside[0].i], place[inside[-1].i] + 1))
        names += [Named(offset + e.start_char, offset + e.end_char, e.label_) for e in doc.ents]
        if len(tokens) > first:
            borders.append((first, len(tokens)))
    return Parse(tokens=mended(tokens), sentences=tuple(sentences), paragraphs=tuple(borders), names=tuple(names))


def short(doc: Doc) -> Iterator[list[SpacyToken]]:
    """The sentences without blanks, in stretches of at most SENTENCE tokens; what hangs across a cut stands alone."""
    for sentence in doc.sents:
        inside = [token for token in sentence if not token.is_space]
        for at in range(0, len(inside), SENTENCE):
            yield inside[at : at + SENTENCE]
