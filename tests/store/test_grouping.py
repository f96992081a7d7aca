import pytest
from sqlalchemy import select

from firsthand import dossiers
from firsthand.store import grouping, stories, update
from firsthand.store.add import keep
from firsthand.store.grouping import group_new
from firsthand.store.place import read, write
from firsthand.store.tables import article as articles
from firsthand.store.tables import dossier, story
from store.like import bare
from store.sample import CHANGED, PILE, article, at

CONCERT = """The orchestra of Grauvik played Tomaso Berti's lost symphony before a full hall on Saturday night. The \
conductor said the slow movement had been found in an attic, in a box of letters. Among the guests was \
Quillfeather, and the cellist thanked Ostrander for the box. Next to him sat Ostrander with her two sons.

Critics praised the oboe, the harp and the trumpets, and complained of the cold foyer, the dear tickets and the thin \
wine. The tour goes on to eleven cities, with a choir of boys and a piano that was tuned by a blind craftsman. Records \
will be pressed in autumn; the sleeve shows a swan. The prince left before the encore, and reporters ran after him."""

SPEECH = """We were told for years that the wall would hold whatever the winter sent us, and for years we believed it, \
because nobody wished to pay for a second look. Then the water came through the joint that every drawing calls sound, \
and it came in the night, when the guards were asleep and the sirens had been switched off to save a little money. \
I do not ask who signed the papers. I ask why the papers were all that anybody ever read, and why the people who went \
along the wall each day, and who saw the damp stone with their own eyes, were never asked a single question. \
If one of you can answer that, let him stand up now, before the whole valley, and say it aloud, so that our children \
need not ask it again when the next wall breaks above the next town, as it surely will unless we learn to listen."""
FIRST = "Fishermen in Lower Skarn counted dead trout along the quay. " * 3 + SPEECH
OTHER = (
    "A prize for oratory goes to a retired teacher, the academy announced with a dinner of nine courses. " * 3 + SPEECH
)


def kept(store, *given):
    for each in given:
        keep(store, each, bare(each))


def homes(store):
    """The articles of each dossier, by story."""
    with read(store) as connection:
        asked = select(story.c.dossier, story.c.id, articles.c.id).join(articles, articles.c.story == story.c.id)
        found = {}
        for number, one, key in connection.execute(asked.where(articles.c.newer.is_(None))):
            found.setdefault(number, {}).setdefault(one, set()).add(key)
        assert {*found} == set(connection.scalars(select(dossier.c.id))), "no dossier is empty"
        return sorted((sorted(map(sorted, told.values())) for told in found.values()), key=str)


def ids(*names):
    return sorted(PILE[name].id for name in names)


@pytest.fixture
def concert():
    return article(CONCERT, "2025-06-20", "Stage", "A lost symphony")


def test_articles_of_one_story_are_in_one(store):
    kept(store, *(each for each in PILE.values() if each.language == "en"))
    assert len(group_new(store)) == 2
    assert homes(store) == sorted([[ids("leak", "copy", "denial", "later")], [ids("theft", "reward")]], key=str)
    assert group_new(store) == []


def test_a_later_article_joins_its_story_and_leaves_the_rest(store):
    kept(store, PILE["leak"], PILE["theft"])
    first, second = group_new(store)
    kept(store, PILE["denial"])
    [changed] = group_new(store)
    assert changed in (first, second)
    assert [ids("leak", "denial")] in homes(store)


def test_an_article_that_was_not_analysed_is_in_no_story(store):
    keep(store, PILE["german"], None)
    assert (group_new(store), homes(store)) == ([], [])


@pytest.mark.parametrize("order", [1, -1])
def test_stories_that_share_rare_names_are_worked_out_together(store, concert, order):
    for each in [PILE["denial"], concert][::order]:
        kept(store, each)
        group_new(store)
    assert homes(store) == [sorted([[PILE["denial"].id], [concert.id]])]


def test_one_name_is_not_enough(store):
    other = article(CONCERT.replace("Quillfeather", "Berg"), "2025-06-20", "Stage", "A lost symphony")
    kept(store, PILE["denial"], other)
    group_new(store)
    assert len(homes(store)) == 2


def test_stories_that_share_a_passage_are_worked_out_together(store):
    one, other = article(FIRST, "2025-01-03", "Skarn", "Dead trout"), article(OTHER, "2025-09-09", "Prizes", "Oratory")
    kept(store, one)
    group_new(store)
    kept(store, other)
    [changed] = group_new(store)
    assert homes(store) == [sorted([[one.id], [other.id]])]
    with read(store) as connection:
        assert connection.scalars(select(dossier.c.id)).all() == [changed]


def test_no_more_are_worked_out_together_than_can_be(store, concert, monkeypatch):
    monkeypatch.setattr(dossiers, "MOST", 2)
    kept(store, PILE["denial"], PILE["later"])
    group_new(store)
    kept(store, concert)
    group_new(store)
    assert sorted(len(told) for told in homes(store)) == [1, 1]
    assert max(sum(map(len, told)) for told in homes(store)) == 2


def test_a_new_version_stays_in_the_story_of_the_old_one(store):
    kept(store, PILE["leak"], PILE["copy"], PILE["theft"])
    group_new(store)
    before = {row.id for row in stories(store).rows}
    other = article("Now it is all about turnips and geese.", "2026-01-01", "Ternby Post", None, url=at("leak"))
    kept(store, other)
    group_new(store)
    assert [sorted([other.id, PILE["copy"].id])] in homes(store)
    assert {row.id for row in stories(store).rows} == before


def test_stories_without_articles_go(store):
    kept(store, PILE["theft"])
    update(store)
    keep(store, article("Es ist vorbei.", None, "Grauvik News", None, "de", at("theft")), None)
    group_new(store)
    assert homes(store) == []
    assert stories(store).rows == ()


def test_a_group_that_fails_leaves_everything_as_it_was(store, monkeypatch):
    kept(store, PILE["leak"])
    group_new(store)
    before = homes(store)
    kept(store, PILE["theft"])

    def fails(*_):
        raise RuntimeError("the machine stops here")

    with monkeypatch.context() as patched:
        patched.setattr(grouping, "_dossiers", fails)
        with pytest.raises(RuntimeError):
            group_new(store)
    assert homes(store) == before
    assert len(group_new(store)) == 1


def test_the_earliest_titled_article_names_a_story(store):
    kept(store, PILE["denial"], PILE["leak"])
    group_new(store)
    with write(store) as connection:
        assert connection.scalars(select(story.c.title)).all() == [PILE["leak"].title]
    kept(store, CHANGED)
    group_new(store)
    with read(store) as connection:
        assert len(connection.scalars(select(story.c.title)).all()) == 1
