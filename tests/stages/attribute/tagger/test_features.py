"""The numbers that the tagger reads."""

import numpy as np
import pytest

from firsthand.stages.attribute.quotes import quotations
from firsthand.stages.attribute.tagger import features as f

TEXT = "Mayor Ana Ilic said the old NATO bridge is safe. “We looked,” she added.\n\nNobody disagreed."
LABELS = {"tag": {"NNP": 1}, "dep": {"nsubj": 1, "ccomp": 2}, "name": {"PERSON": 1}}


@pytest.fixture
def known(parsed):
    parse = parsed(TEXT)
    at = TEXT.index
    finding = (((0, at(" said")),), ((at("said"), at(" the")),), ((at("the"), at(".")),))
    paragraphs = tuple((parse.tokens[a].start, parse.tokens[b - 1].end) for a, b in parse.paragraphs)
    return f.words_of(parse, quotations(TEXT, paragraphs), [finding], LABELS)


def number(known, word):
    return next(n for n, t in enumerate(known.parse.tokens) if t.text == word)


def test_every_word_has_its_case_quotation_border_and_role(known):
    def row(word):
        return known.table[number(known, word)].tolist()

    assert row("Mayor")[:3] == [f.TITLE, f.OUTSIDE, f.PARAGRAPH_START]
    assert row("NATO")[0] == f.UPPER
    assert row("bridge")[0] == f.LOWER
    assert row("“")[:3] == [f.MARK, f.QUOTATION_MARK, f.SENTENCE_START]
    assert row("looked")[1] == f.INSIDE
    assert row("Nobody")[2] == f.PARAGRAPH_START
    assert [row(w)[6] for w in ("Ilic", "said", "bridge", "added")] == [f.SOURCE, f.CUE, f.CONTENT, f.NONE]
    assert row("Ilic")[3] == LABELS["tag"]["NNP"]


def test_words_stand_to_a_cue_by_branch_distance_sentence_and_quotation(known):
    said, past = number(known, "said"), len(known.parse.tokens)
    table = f.relations(known, (said, said + 1), (0, past), LABELS)

    def row(word):
        return table[number(known, word)].tolist()

    assert row("said")[:3] == [f.ITSELF, f.CUE, len(f.STEPS)]
    assert row("Ilic")[:2] == [f.WAYS + LABELS["dep"]["nsubj"], f.SOURCE]
    assert row("bridge")[:2] == [f.WAYS + LABELS["dep"]["ccomp"], f.CONTENT]
    assert row("Ilic")[2] == len(f.STEPS) - 1
    assert row("the")[2] == len(f.STEPS) + 1
    assert row("looked")[0] == f.ELSEWHERE
    assert [row(w)[3] - f.SENTENCES for w in ("Ilic", "looked", "Nobody")] == [0, 1, 2]
    assert [row(w)[4] for w in ("Ilic", "looked")] == [f.UNQUOTED, f.SAME_PARAGRAPH]


def test_a_word_above_the_cue_hangs_on_no_branch_of_it(known):
    looked = number(known, "looked")
    start = looked - 2
    table = f.relations(known, (looked, looked + 1), (start, looked + 6), LABELS)
    assert table[number(known, "added") - start, 0] == f.ABOVE
    assert table[number(known, "We") - start, 4] == f.SAME_QUOTATION


@pytest.mark.parametrize("breaks", [[0], [], [0, 1, 2, 30]])
@pytest.mark.parametrize("lengths", [[1], [1] * 40, [3, 40, 1, 1], [9] * 7])
def test_windows_hold_every_word_and_no_more_pieces_than_fit(lengths, breaks):
    edges = list(f.windows(lengths, breaks, size=10, overlap=4))
    assert {n for a, b in edges for n in range(a, b)} == set(range(len(lengths)))
    assert all(sum(lengths[a:b]) <= 10 or b == a + 1 for a, b in edges)
    assert edges == sorted(edges)


def test_a_long_text_has_overlapping_windows():
    assert list(f.windows([1] * 20, [], size=10, overlap=4)) == [(0, 10), (6, 16), (12, 20)]


def test_windows_begin_and_end_with_sentences_that_are_near():
    assert list(f.windows([1] * 500, [0, 160, 240, 450])) == [(0, 240), (160, 414), (366, 500)]


def test_tokens_in_takes_those_that_are_touched(known):
    starts = [t.start for t in known.parse.tokens]
    at = TEXT.index("Ilic")
    assert f.tokens_in(starts, known.parse, ((at + 1, at + 3),)) == {number(known, "Ilic")}
    assert f.tokens_in(starts, known.parse, ()) == frozenset()


def test_around_stays_in_the_window():
    assert f.around((70, 71), (50, 120)) == (50, 120)
    assert f.around((500, 501), (0, 900)) == (500 - f.BEFORE, 500 + f.AFTER)
    assert isinstance(f.case("said"), int)
    assert np.diff(f.STEPS).min() > 0
