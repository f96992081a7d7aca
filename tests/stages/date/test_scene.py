import pytest

from firsthand.language import topic
from firsthand.stages.date.scene import scene_before

WORDS = topic("en", "dates")["said"]


def scene(write, text, source="she"):
    of = write.article(text)
    found = write.attribution(text, "Not bad", source, "said", "direct")
    paragraph = text[: text.index("Not bad")].count("\n\n")
    return scene_before(write.grammar(of), found, paragraph, write.times(text), found.spans, "2024-05-14", WORDS)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("In April Novak spoke to Radio Brno.\n\n", "2024-04"),
        ("On Friday Novak met reporters. ", "2024-05-10"),
        ("In 2019 Novak moved to Brno. ", None),
    ],
)
def test_a_dated_sentence_before(write, before, said):
    found = scene(write, before + "“Not bad,” she said.")
    assert (found.said and found.said.start) == said


def test_no_dated_sentence_near(write):
    assert scene(write, "Novak spoke to Radio Brno. “Not bad,” she said.") is None
    assert scene(write, "In April Novak spoke.\n\nIt rained.\n\n“Not bad,” she said.") is None


def test_the_scene_of_somebody_else(write):
    found = scene(write, "On Friday Novak spoke to Radio Brno. “Not bad,” Petr Kral said.", "Petr Kral")
    assert found.said is None
