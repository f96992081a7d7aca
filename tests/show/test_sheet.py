from dataclasses import replace

from firsthand.records import Outlet
from firsthand.show.sheet import sheet, teller
from show.sample import SAMPLE, article


def test_a_story_has_its_cards_moments_and_copies():
    (telling,) = sheet(SAMPLE).tellings
    assert telling.title == "Bridge at Tolvik to stay shut"
    assert (len(telling.cards), len(telling.moments), len(telling.copies)) == (3, 2, 1)
    assert telling.dates == "3 Mar 2031 – 4 Mar 2031"


def test_stories_with_most_articles_come_first():
    small = replace(SAMPLE.stories[0], id="t0", title="Small", articles=("blog",), claims=("c3",))
    large = replace(SAMPLE.stories[0], articles=("lamp", "courier"), claims=("c1", "c2"))
    assert [t.title for t in sheet(replace(SAMPLE, stories=(small, large))).tellings] == [large.title, "Small"]


def test_what_is_in_no_story_comes_last_without_a_title():
    story = replace(SAMPLE.stories[0], articles=("lamp", "courier"), claims=("c1",))
    entries = (replace(SAMPLE.timeline[0], story=None), SAMPLE.timeline[1])
    told, loose = sheet(replace(SAMPLE, stories=(story,), timeline=entries)).tellings
    assert [c.record.id for c in told.cards] == ["c1"]
    assert loose.title == ""
    assert [c.record.id for c in loose.cards] == ["c2", "c3"]
    assert [p.article.id for p in loose.papers] == ["blog"]
    assert [m.when for m in loose.moments] == ["1931"]


def test_where_the_outlet_is_not_known_the_title_or_file_stands_for_it_and_is_not_counted():
    unknown = replace(article("x", "X", None, "A headline here", path="pile/sub/x.txt"), outlet=None)
    assert teller(unknown) == "A headline here"
    assert teller(replace(unknown, title=None)) == "x.txt"
    assert teller(replace(unknown, title=None, path=None)) == "outlet not known"
    assert teller(replace(unknown, outlet=Outlet(name=" ", domain="x.example"))) == "x.example"
    shown = sheet(replace(SAMPLE, articles=(*SAMPLE.articles, unknown)))
    assert shown.outlets == 3
    assert [p.kind for p in shown.papers] == ["outlet", "outlet", "outlet", "article"]


def test_a_statement_of_a_missing_article_is_not_shown():
    lost = replace(SAMPLE.statements[0], id="s9", article="gone")
    assert len(sheet(replace(SAMPLE, statements=(*SAMPLE.statements, lost))).said) == len(SAMPLE.statements)


def test_an_empty_brief():
    nothing = dict.fromkeys(("articles", "actors", "statements", "claims", "relations", "copies", "stories"), ())
    shown = sheet(replace(SAMPLE, **nothing, timeline=(), unprocessed=()))
    assert shown.tellings == ()
    assert shown.dates == ""
