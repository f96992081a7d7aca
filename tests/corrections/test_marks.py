import pytest

from corrections.invented import spans
from firsthand.corrections.marks import quote_of


@pytest.mark.parametrize(
    ("text", "words", "quote"),
    [
        ("“It holds,” she said.", "It holds", "direct"),
        ("“It holds,” she said.", "“It holds,”", "direct"),
        ("She said it holds.", "it holds", "indirect"),
        ("She said it “holds” for now.", "it “holds” for now", "mixed"),
        ("She said “it holds. It is dry”, and left.", "It is dry", "direct"),
        ('She said "it holds" and left.', "it holds", "direct"),
        ("Elle a dit « il tient » hier.", "il tient", "direct"),
        ("Sie sagte: „Er hält.“", "Er hält", "direct"),
        ("‘It doesn’t leak,’ she said.", "It doesn’t leak", "direct"),
        ("'It holds,' she said.", "It holds", "direct"),
        ("The boys’ dam holds, the boys’ father said.", "holds", "indirect"),
        ("“It holds. \n\n“It is dry,” she said.", "It is dry", "direct"),
        ("“It holds,” she said. It is dry.", "It is dry", "indirect"),
    ],
)
def test_the_marks_tell_how_a_content_is_given(text, words, quote):
    assert quote_of(text, spans(text, words)) == quote


@pytest.mark.parametrize("hostile", ["“" * 50_000, "‘a " * 50_000, '"\n' * 50_001, "'" * 50_000, "«" * 50_000])
def test_a_text_full_of_marks_is_read_to_its_end(hostile):
    """A step that grew with the square of the text would not come back."""
    assert quote_of(hostile + "x", ((len(hostile), len(hostile) + 1),)) in ("direct", "indirect")
