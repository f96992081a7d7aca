from dataclasses import replace

from sqlalchemy import select

from firsthand.records import Actor, ActorMention, Brief, Unprocessed
from firsthand.store import article_of, dossier, unprocessed, whole
from firsthand.store.add import note
from firsthand.store.pile import article_from, joined
from firsthand.store.place import read
from firsthand.store.tables import article as articles
from store.sample import CHANGED, PILE


def brief(*actors):
    return Brief(
        schema=1, firsthand="", articles=(), actors=actors, statements=(), claims=(), relations=(), copies=(),
        stories=(), timeline=(), unprocessed=(),
    )  # fmt: skip


def actor(name, *aliases, article="x", member_of=None):
    return Actor(
        id="a1", name=name, kind="person", aliases=aliases, member_of=member_of,
        mentions=(ActorMention(article=article, spans=((0, 3),)),), merges=(),
    )  # fmt: skip


def test_an_empty_store_is_an_empty_brief(store):
    made = whole(store)
    assert (made.articles, made.statements, made.stories, made.unprocessed) == ((), (), (), ())


def test_articles_come_in_the_order_of_adding(store, put):
    put(*PILE.values())
    assert whole(store).articles == tuple(PILE.values())


def test_what_is_not_there(store, put):
    put(PILE["german"])
    assert dossier(store, "nothing") is None
    assert dossier(store, PILE["german"].id) is None
    assert article_of(store, "nothing") is None


def test_an_article_names_its_story_and_its_versions(store, put):
    put(*PILE.values())
    copied = article_of(store, PILE["copy"].id)
    assert (copied.article, copied.story, copied.shown) == (PILE["copy"], PILE["leak"].id, True)
    assert (copied.older, copied.newer) == (None, None)
    assert copied.added > "2025"
    put(CHANGED)
    assert article_of(store, PILE["copy"].id).story == PILE["copy"].id, "the first article that counts names it"
    assert not article_of(store, PILE["leak"].id).shown


def test_what_was_not_processed_is_in_the_whole(store):
    told = [Unprocessed(path=f"{n}.txt", why="empty file", remedy="remove it") for n in "ab"]
    for each in told:
        note(store, each)
    assert unprocessed(store) == whole(store).unprocessed == tuple(told)


def test_an_actor_of_several_dossiers_is_one():
    one, two = actor("Ada Berg", "Berg"), actor("Ada Berg", "A. Berg", article="y", member_of="a2")
    [both] = joined([brief(one), brief(two)], (), ()).actors
    assert both == replace(one, aliases=("Berg", "A. Berg"), member_of="a2", mentions=(*one.mentions, *two.mentions))


def test_an_article_comes_back_as_it_went_in(store, put):
    put(PILE["leak"])
    with read(store) as connection:
        assert article_from(connection.execute(select(articles)).one()) == PILE["leak"]
