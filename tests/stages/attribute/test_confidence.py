from dataclasses import replace

import pytest

from firsthand.stages.attribute.confidence import confidence
from firsthand.stages.attribute.draft import Draft

TEXT = "The mayor said the bridge would stay closed."


def draft(how, quote="indirect", spans=((15, 43),), source=((0, 9),)):
    return Draft(how=how, lemma="say", verb=2, spans=spans, source=source, cue=((10, 14),), kind="speech", quote=quote)


@pytest.mark.parametrize("how", ["clause", "object", "phrase", "preposition:of", "label", "something new"])
def test_a_share_is_a_share(how):
    assert 0 < confidence(TEXT, draft(how)) < 1


def test_the_surest_are_the_speakers_own_words():
    assert confidence(TEXT, draft("clause", "direct")) > confidence(TEXT, draft("clause", "indirect"))


def test_what_has_no_source_or_hardly_any_words_is_less_sure():
    sure = confidence(TEXT, draft("clause"))
    assert confidence(TEXT, draft("clause", source=())) < sure
    assert confidence(TEXT, draft("clause", spans=((15, 18),))) < sure


def test_what_the_tagger_sees_too_is_surer_the_likelier_it_is():
    likely, agreed = (replace(draft("clause"), share=0.95, agreed=yes) for yes in (False, True))
    unlikely = replace(draft("clause"), share=0.3)
    assert confidence(TEXT, agreed) > confidence(TEXT, likely) > confidence(TEXT, unlikely)
    assert confidence(TEXT, replace(likely, source=())) < confidence(TEXT, likely)


def test_what_the_tagger_does_not_see_is_less_sure_than_without_it():
    assert confidence(TEXT, draft("clause"), alone=False) < confidence(TEXT, draft("clause"))
    assert confidence(TEXT, draft("label"), alone=False) == confidence(TEXT, draft("label"))


def test_nobody_who_can_be_asked_is_never_sure():
    assert confidence(TEXT, replace(draft("clause"), share=0.95, agreed=True, faint=True)) < 0.4
