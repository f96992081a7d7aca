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


def test_the_kind_of_a_cue():
    kinds = {verb: lexicon("en").kind(frame("object", verb)) for verb in ("say", "write", "doubt", "want")}
    assert kinds == {"say": "speech", "write": "writing", "doubt": "belief", "want": "intention"}
