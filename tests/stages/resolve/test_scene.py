from firsthand.stages.resolve.phrase import read
from firsthand.stages.resolve.scene import is_quoted, paragraph_of, scene_of, text_of


def test_pronouns_and_roles_outside_quotations_are_read(make):
    text = "Anna Berg came. She smiled. “He lied,” the mayor said."
    cast = make.cast(text)
    quote = (text.index("He lied"), text.index("He lied") + 7)
    scene = scene_of(make.article(text), cast.parsed, cast.lex, cast.found, cast.scene.characters, [quote])
    assert [scene.tokens[n].text for n in scene.pronouns] == ["She", "mayor"]
    assert is_quoted(scene, quote[0])
    assert not is_quoted(scene, quote[1])


def test_paragraphs_are_counted_from_their_first_token(make):
    scene = make.cast("One came.\n\nTwo left.").scene
    assert [paragraph_of(scene, n) for n in range(len(scene.tokens))] == [1, 1, 1, 2, 2, 2]


def test_text_of_a_phrase_leaves_out_its_clause(make):
    text = "An aide, who was ill, left."
    cast = make.cast(text)
    phrase = read(((0, 20),), cast.scene.tokens, cast.scene.starts, cast.found, cast.lex)
    assert text_of(cast.scene, phrase) == "An aide"


def test_sentences_within_a_quotation_are_not_counted(make):
    text = "Anna Berg came. “It rained. It snowed. It was cold,” she said."
    cast = make.cast(text)
    quote = (text.index("It rained"), text.index(",”"))
    scene = scene_of(make.article(text), cast.parsed, cast.lex, cast.found, cast.scene.characters, [quote])
    assert scene.narrated[0] == 1
    assert scene.narrated[-1] == 2
