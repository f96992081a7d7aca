"""Plain text and Markdown."""

from firsthand.stages.read.text import read_text


def test_text_as_it_stands():
    draft = read_text("---\ntitle: no\n---\n", False)
    assert (draft.text, draft.title, draft.markdown) == ("---\ntitle: no\n---\n", None, False)


def test_front_matter():
    text = '---\ntitle: "Mine closed"\nauthor: Eva Lund\ndate: 2024-05-03\ntext: x\n---\n\nThe mine was closed.'
    draft = read_text(text, True)
    assert (draft.title, draft.authors, draft.published) == ("Mine closed", ("Eva Lund",), "2024-05-03")
    assert draft.text == text
    assert draft.markdown


def test_markdown_without_front_matter():
    assert read_text("# Mine closed", True).markdown
