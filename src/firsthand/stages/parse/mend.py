"""Subjects given back: on “… at Holm, the ministry said” the parser takes “the ministry” for Holm."""

from collections.abc import Iterator, Sequence

from firsthand.records import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_CLAUSES = ("ROOT", "parataxis", "advcl", "ccomp", "conj")
_FINITE = ("VBD", "VBZ", "VBP")


def mended(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, with an apposition that stands right before a finite verb without a subject as its subject."""
    out = list(tokens)
    for noun, verb in _mistaken(tokens):
        out[noun] = out[noun]._replace(dep="nsubj", head=verb)
    return tuple(out)


def _mistaken(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The places of such appositions and of their verbs."""
    ruled = {token.head for token in tokens if token.dep in _SUBJECTS}
    for verb, token in enumerate(tokens):
        if token.tag not in _FINITE or token.dep not in _CLAUSES or verb in ruled:
            continue
        noun = verb - 1
        while noun > 0 and tokens[noun].pos == "ADV":
            noun -= 1
        if noun < 1 or tokens[noun].dep != "appos":
            continue
        first = noun
        while first > 0 and _below(tokens, first - 1, noun):
            first -= 1
        if tokens[noun].head < first and tokens[first - 1].text == ",":
            yield noun, verb


def _below(tokens: Sequence[Token], at: int, top: int) -> bool:
    """Whether token `at` hangs on token `top`."""
    while at != top and tokens[at].head != at:
        at = tokens[at].head
    return at == top
