from firsthand.hints import pairs
from firsthand.stages.compare.blocks import blocks
from firsthand.stages.compare.decided import decided
from firsthand.stages.compare.view import views


def split(record, texts, stories):
    """`texts` by article; → the articles of each block."""
    articles = [record.article(str(i)) for i in range(len(texts))]
    said = [
        record.statement(f"s{i}{j}", articles[i], text) for i, rows in enumerate(texts) for j, text in enumerate(rows)
    ]
    found = blocks(views({a.id: a for a in articles}, said, ()), [record.story(*ids) for ids in stories])
    return sorted(sorted({v.statement.article for v in held}) for held in found)


FIRST = ["The ferry of Quarrendon Lines burned", "The owner Quarrendon Lines hired Vexholt"]
LATER = ["No word came from Quarrendon Lines", "The silence of Quarrendon Lines angers Vexholt"]


def test_stories_that_dwell_on_the_same_rare_names_are_compared_together(record):
    assert split(record, [FIRST, LATER], [("0",), ("1",)]) == [["0", "1"]]


def test_common_names_or_one_rare_name_do_not_join_stories(record):
    common = ["The visit of President Obama ended", "The party of President Obama won"]
    assert len(split(record, [common, common], [("0",), ("1",)])) == 2
    one = ["The ferry Quarrendon burned", "The ship Quarrendon sank"]
    assert len(split(record, [one, one], [("0",), ("1",)])) == 2


def test_an_article_without_a_story_stands_alone(record):
    assert split(record, [["Ice fell"], ["Ice fell"]], []) == [["0"], ["1"]]


def test_stories_with_statements_of_one_claim_are_compared_together_however_large(record):
    articles = [record.article(str(i)) for i in range(80)]
    said = [record.statement(f"s{i}", article, "Ice fell") for i, article in enumerate(articles)]
    stories = [record.story(*articles[:40]), record.story(*articles[40:79])]
    known = decided(pairs([(True, [["s1", "s41", "s79"]])]), [s.id for s in said])
    read = views({a.id: a for a in articles}, said, ())
    assert [len(held) for held in blocks(read, stories)] == [40, 39, 1]
    assert [len(held) for held in blocks(read, stories, known)] == [80]
