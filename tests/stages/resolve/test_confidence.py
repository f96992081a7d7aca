import pytest

from firsthand.records import Speakers
from firsthand.stages.resolve.antecedent import Choice, Ground
from firsthand.stages.resolve.confidence import confidence, shown


def pronoun(how, **changes):
    choice = Choice(character=0, score=2.0, margin=4.0, rivals=0, back=1, subject=True, unnamed=False, named=True)
    return Ground(how, choice._replace(**changes), spoke=True)


@pytest.mark.parametrize(
    ("clear", "doubtful"),
    [
        (pronoun("person"), pronoun("person", margin=0.2)),
        (pronoun("person"), pronoun("person", score=-2.0)),
        (pronoun("person"), pronoun("many")),
        (pronoun("person"), pronoun("person")._replace(spoke=False)),
        (Ground("name"), Ground("like")),
        (Ground("like", spoke=True), Ground("like")),
        (Ground("body", foremost=True), Ground("body")),
    ],
)
def test_what_is_clear_is_more_sure_than_what_is_doubtful(clear, doubtful):
    assert 0 < confidence(doubtful) < confidence(clear) < 1


def test_a_doubtful_speaker_is_unknown_and_the_others_stay():
    found = Speakers(entities=(), sources=("a", "b"), chains=(("a",), ("b", "c")), confidences=(0.9, 0.5))
    assert shown(found, 0.8).sources == ("a", None)
    assert shown(found, 0.8).chains == (("a",), ())
    assert shown(found, 0.5) == found


def test_each_source_has_a_confidence(make):
    text = "Anna Berg met Karin Holm in Lund. The road is closed, she said.\n\nThe bridge is open, Peter Dahl said."
    _, found = make.identified(text, ("road is closed", "she"), ("bridge is open", "Peter Dahl"))
    doubtful, sure = found.confidences
    assert doubtful < sure


def test_who_goes_on_is_as_sure_as_the_first_time(make):
    text = "Anna Berg met Karin Holm. The road is closed, she said. She said that the bridge was open."
    _, found = make.identified(text, ("road is closed", "she"), ("the bridge was open", "She"))
    assert found.sources[0] == found.sources[1]
    assert found.confidences[1] <= found.confidences[0]
