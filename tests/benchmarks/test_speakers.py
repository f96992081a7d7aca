from types import SimpleNamespace

from firsthand.records import Actor
from speakers import same, via_spans, whole_words


def actor(name, *aliases, kind="person"):
    return Actor(id="a", name=name, kind=kind, aliases=aliases, member_of=None)


def test_same_needs_a_shared_name_or_like_words_of_the_unnamed():
    gold = {"name": "Elena Marsh", "aliases": ["Marsh"], "kind": "person"}
    assert same(gold, actor("E. Marsh", "MARSH"))
    assert not same(gold, actor("Elena"))
    assert not same(gold, None)
    vague = {"name": "two officials of the port", "aliases": [], "kind": "unnamed"}
    assert same(vague, actor("two officials", kind="unnamed"))
    assert not same(vague, actor("two officials", kind="group"))


def test_a_word_inside_another_is_not_taken():
    text = "The pier is safe, he said."
    assert whole_words(text, ((1, 3),), "he", (0, 16)) == ((18, 20),)
    assert whole_words(text, (), None, (0, 16)) == ()


def test_re_reporters_are_looked_for_in_the_paragraph():
    text = "Nord Wire wrote.\n\nThe pier is safe, Marsh told Nord Wire."
    article = SimpleNamespace(text=text)
    actors = {"w": {"name": "Nord Wire", "aliases": []}, "x": {"name": "Kvall", "aliases": []}}
    content = (text.index("The pier"), text.index(", Marsh"))
    ((span,),) = via_spans(article, content, ["w"], actors)
    assert span[0] > content[1]
    assert text[slice(*span)] == "Nord Wire"
    assert via_spans(article, content, ["x"], actors) == ()
