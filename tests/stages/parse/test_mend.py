"""Subjects given back to verbs behind what the parser took for an apposition."""

import pytest

from firsthand.records import Token
from firsthand.stages.parse.mend import mended


def tokens(text):
    """“word/tag/dep/head” for each token → tokens; their places stand for characters."""
    rows = [row.split("/") for row in text.split()]
    return [
        Token(n, n + 1, word, word.casefold(), "ADV" if tag == "RB" else "X", tag, dep, int(head), 0)
        for n, (word, tag, dep, head) in enumerate(rows)
    ]


def arcs(text):
    return [(token.dep, token.head) for token in mended(tokens(text))]


FIRE = "Fire/NN/nsubj/1 spread/VBD/ROOT/1 at/IN/prep/1 Holm/NNP/pobj/2 ,/,/punct/3 the/DT/det/6 ministry/NN/appos/3"


def test_an_apposition_before_a_verb_without_a_subject_is_its_subject():
    assert arcs(f"{FIRE} said/VBD/parataxis/1")[6] == ("nsubj", 7)
    assert arcs(f"{FIRE} later/RB/advmod/8 said/VBD/parataxis/1")[6] == ("nsubj", 8)


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRE} ,/,/punct/3 he/PRP/nsubj/9 said/VBD/parataxis/1",  # the verb has a subject
        f"{FIRE} run/VBN/acl/6",  # “the ministry run by …”
        f"{FIRE} which/WDT/nsubj/8 said/VBD/relcl/6",
        "Holm/NNP/nsubj/2 ministry/NN/appos/0 said/VBD/ROOT/2",  # no comma
    ],
)
def test_other_appositions_stay(text):
    assert mended(tokens(text)) == tuple(tokens(text))
