"""An article through the tagger."""

from firsthand.stages.attribute.quotes import quotations
from firsthand.stages.attribute.tagger import load, read
from firsthand.stages.attribute.tagger.read import CROWD, WINDOWS, own

TEXT = """The county council said on Tuesday that the old bridge would stay shut until spring.

“We looked at every pier,” said Ana Ilic, the chief engineer. “Two of them moved.”

It rained again on Wednesday."""


def reading_of(parsed, text):
    parse = parsed(text)
    paragraphs = tuple((parse.tokens[a].start, parse.tokens[b - 1].end) for a, b in parse.paragraphs)
    return parse, read(load("en"), parse, quotations(text, paragraphs), [])


def words(parse, runs):
    return " … ".join(" ".join(t.text for t in parse.tokens[a:b]) for a, b in runs)


def test_a_source_a_cue_and_a_content_without_help_from_the_rules(parsed):
    parse, reading = reading_of(parsed, TEXT)
    assert [(words(parse, (p.cue,)), words(parse, p.source)) for p in reading.proposals] == [
        ("said", "The county council"),
        ("said", "Ana Ilic , the chief engineer"),
    ]
    first, second = (words(parse, p.content) for p in reading.proposals)
    assert "the old bridge would stay shut" in first
    assert "We looked at every pier" in second
    assert "Two of them moved" in second


def test_what_nobody_says_has_no_cue(parsed):
    parse, reading = reading_of(parsed, "It rained again on Wednesday.")
    assert reading.proposals == ()
    assert len(reading.cue_shares) == len(parse.tokens)
    assert reading.cue_shares.max() < 0.5


def test_each_word_of_a_long_article_is_read_once_where_its_window_sees_most(parsed):
    text = "\n\n".join(f"The mayor said the bridge number {n} was safe." for n in range(120))
    parse, reading = reading_of(parsed, text)
    cues = [p.cue for p in reading.proposals]
    assert cues == sorted(set(cues))
    assert len(cues) > 110
    assert all(parse.tokens[a].text == "said" for a, _ in cues)


def test_windows_share_their_overlap():
    edges = [(0, 10), (6, 16), (12, 20)]
    assert [own(edges, n, []) for n in range(3)] == [(0, 8), (8, 14), (14, 20)]


def test_a_sentence_is_answered_for_by_one_window():
    edges = [(0, 10), (4, 16)]
    assert own(edges, 0, [0, 3, 6, 11]) == (0, 6)
    assert own(edges, 1, [0, 3, 6, 11]) == (6, 16)
    assert own(edges, 0, [0, 11]) == (0, 7)


def test_of_a_crowd_of_cues_the_likeliest_are_looked_at(parsed):
    parse, reading = reading_of(parsed, "He said no. " * 60)
    marked = [n for n, share in enumerate(reading.cue_shares) if share > 0.5]
    assert len(marked) > CROWD
    assert len(reading.proposals) <= CROWD
    assert all(parse.tokens[p.cue[0]].text == "said" for p in reading.proposals)


def test_of_a_text_without_end_the_first_windows_are_read(parsed):
    parse, reading = reading_of(parsed, "He said no to it. " * 1_500)
    read_to = max(n for n, share in enumerate(reading.cue_shares) if share > 0.5)
    assert 0.3 * len(parse.tokens) < read_to < 0.9 * len(parse.tokens)
    assert len(reading.proposals) <= CROWD * WINDOWS
