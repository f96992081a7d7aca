from functools import partial

import pytest

from fetch.sites import site
from firsthand.fetch import Manners
from firsthand.records import Article
from firsthand.store import gathered, news
from firsthand.store.gather import visits

PAGE = "<html lang=en><title>{0}</title><body><article><h1>{0}</h1>" + "<p>The {0} is shut, the mayor said.</p>" * 9
FEED = """<rss version="2.0"><channel><title>News</title>{0}</channel></rss>"""
ITEM = "<item><title>{0}</title><link>{1}/{0}</link><guid>{1}/{0}</guid></item>"
HERE = ("127.0.0.1",)


@pytest.fixture
def here(monkeypatch):
    monkeypatch.setattr("firsthand.store.gather.Manners", partial(Manners, delay=0.0))
    with site() as found:
        for name in ("bridge", "ferry"):
            found.serve(f"/{name}", PAGE.format(name))
        found.serve("/feed.xml", FEED.format(ITEM.format("bridge", found.base)), Content_Type="application/rss+xml")
        yield found


def test_files_are_read_and_pages_fetched(store, here, tmp_path):
    (tmp_path / "one.txt").write_text("The bridge is shut, the mayor said on Monday.", encoding="utf-8")
    given = list(gathered(store, [str(tmp_path), here.base + "/ferry"], private=HERE))
    assert [each.url for each in given if isinstance(each, Article)] == [None, here.base + "/ferry"]
    assert here.base + "/ferry" in visits(store)


def test_a_feed_is_asked_again_for_what_is_new(store, here):
    first = [each.url for each in gathered(store, [here.base + "/feed.xml"], private=HERE)]
    assert first == [here.base + "/bridge"]
    items = ITEM.format("ferry", here.base) + ITEM.format("bridge", here.base)
    here.serve("/feed.xml", FEED.format(items), Content_Type="application/rss+xml")
    assert [each.url for each in news(store, private=HERE)] == [here.base + "/ferry"]
    assert list(news(store, private=HERE)) == []


def test_what_was_not_taken_is_given_again(store, here):
    stopped = gathered(store, [here.base + "/ferry"], private=HERE)
    next(stopped)
    stopped.close()
    assert here.base + "/ferry" not in visits(store)
    assert [each.url for each in gathered(store, [here.base + "/ferry"], private=HERE)] == [here.base + "/ferry"]
