from dataclasses import replace

import pytest

from firsthand.stages.attribute.frames import Frame
from firsthand.stages.attribute.lexicon import lexicon


def frame(kind, lemma, source=(0,), passive=False):
    return Frame(kind=kind, lemma=lemma, verb=1, cue=(1,), source=source, content=(2,), passive=passive)


def test_a_verb_attributes_in_some_constructions_only():
    words = lexicon("en")
    assert words.accepts(frame("clause", "say"))
    assert not words.accepts(frame("clause", "smile"))
    assert not words.accepts(frame("object", "say"))
    assert words.accepts(frame("infinitive", "promise"))


def test_a_bare_cue_needs_a_source():
    words = lexicon("en")
    assert words.accepts(frame("bare", "say"))
    assert not words.accepts(frame("bare", "say", source=()))


KINDS = """
clause speech: say tell add ask note report announce suggest call find argue explain acknowledge declare recall claim
clause speech: conclude respond agree propose state warn promise insist reply reveal vow admit deny indicate confirm
clause writing: write tweet post email blog
clause belief: think believe know fear feel doubt understand assume suspect worry imagine realize
clause perception: show see demonstrate notice seem appear
object speech: criticize accuse praise endorse dismiss reject describe blame question deny confirm mock defend denounce
object belief: support oppose favor back view value
object perception: reflect highlight underscore
infinitive speech: ask urge vow promise pledge decline offer refuse threaten order call claim warn
infinitive intention: want plan hope seek decide aim intend try wish agree
"""


@pytest.mark.parametrize("row", KINDS.strip().splitlines())
def test_the_kind_of_a_frequent_cue(row):
    head, verbs = row.split(": ")
    construction, kind = head.split()
    assert {v: lexicon("en").kind(frame(construction, v)) for v in verbs.split()} == dict.fromkeys(verbs.split(), kind)


def test_what_a_document_shows_is_written():
    found = replace(frame("clause", "show"), document=True)
    assert lexicon("en").accepts(found)
    assert lexicon("en").kind(found) == "writing"
    assert not lexicon("en").accepts(frame("clause", "show"))


def test_the_kind_of_a_cue():
    kinds = {verb: lexicon("en").kind(frame("object", verb)) for verb in ("say", "write", "doubt", "want")}
    assert kinds == {"say": "speech", "write": "writing", "doubt": "belief", "want": "intention"}
