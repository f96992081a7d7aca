"""From addresses to articles, the first time and at updates."""

import json
from dataclasses import replace

import pytest

from fetch.sites import HERE, MANNERS
from firsthand.fetch import Visit, due, gather
from firsthand.fetch.gather import DEPTH
from firsthand.records import Article, Unprocessed
from firsthand.settings import Settings

TEXT = (
    "The dam at Alder Ford held on Friday, the valley's engineer said, although the water rose by two metres in a day."
)


def page(title, head=""):
    return (
        f"<html lang='en'><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1><p>{TEXT}</p>"
        f"<p>{title}: nobody was hurt, and the road along the river was opened again in the evening.</p></article>"
    )


def rss(here, *paths, extra=""):
    extra = f"<pubDate>Thu, 08 May 2025 09:00:00 GMT</pubDate>{extra}"
    items = "".join(f"<item><title>T</title><link>{here.base}{path}</link>{extra}</item>" for path in paths)
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f"<rss {spaces}><channel><title>Alder</title>{items}</channel></rss>"


FULL = f"<content:encoded>&lt;p&gt;{TEXT}&lt;/p&gt;</content:encoded>"


@pytest.fixture
def run(here, watch):
    """Gathers paths of the site (or files) and keeps the visits for the next time."""
    known = {}

    def runs(*given, **more):
        here.asked.clear()
        named = [here.base + each if str(each).startswith("/~") or each in here.pages else each for each in given]
        found = list(gather(named, known, Settings(), MANNERS, clock=watch.clock, **more))
        known.update({item.url: item for item in found if isinstance(item, Visit)})
        articles = [item for item in found if isinstance(item, Article)]
        told = [item for item in found if isinstance(item, Unprocessed)]
        return articles, told, found

    runs.known = known
    return runs


def test_a_page(here, run):
    here.serve("/dam", page("Dam holds"), ETag='"1"')
    [article], told, found = run("/dam")
    assert (article.url, article.path, article.title) == (f"{here.base}/dam", f"{here.base}/dam", "Dam holds")
    assert (article.published.end, told) == ("2025-05-09", [])
    assert found[-1] == Visit(
        url=f"{here.base}/dam", kind="page", etag='"1"', title="Dam holds", status=200, seen=found[-1].seen
    )
    articles, told, [visit] = run("/dam")
    assert (articles, told, visit.status, visit.etag, visit.title) == ([], [], 304, '"1"', "Dam holds")
    assert here.asked[0][1]["if-none-match"] == '"1"'


@pytest.mark.parametrize("charset", ["hex", "undefined", "utf-7", "idna", "punycode", "../x", "cp1252"])
def test_a_server_cannot_choose_a_codec_that_is_no_encoding(here, run, charset):
    here.serve("/dam", page("Dam holds").encode() + b"+2AA- \xe9\xff", Content_Type=f"text/html; charset={charset}")
    [article], told, _ = run("/dam")
    assert (article.title, told) == ("Dam holds", [])
    article.text.encode()


def test_a_feed_gives_the_pages_of_its_entries(here, run):
    here.serve("/feed", rss(here, "/1", "/2", "/1"), ETag='"f"', Content_Type="application/rss+xml")
    here.serve("/1", page("One"))
    here.serve("/2", page("Two"))
    articles, told, found = run("/feed")
    assert ([article.title for article in articles], told) == (["One", "Two"], [])
    assert {article.published.start for article in articles} == {"2025-05-08"}
    kinds = [item.kind if isinstance(item, Visit) else "article" for item in found]
    assert kinds == ["article", "page", "article", "page", "feed"]
    assert (found[-1].title, found[-1].etag, found[-1].again) == ("Alder", '"f"', False)
    articles, _, [visit] = run("/feed")
    assert (articles, visit.status, visit.kind, here.paths) == ([], 304, "feed", ["/feed"])


def test_only_new_entries_are_asked_for_and_those_updated_since(here, run, watch):
    here.serve("/feed", rss(here, "/1", "/2"))
    here.serve("/1", page("One"), ETag='"1"')
    here.serve("/2", page("Two"))
    run("/feed")
    here.serve("/feed", rss(here, "/1", "/2", "/3"))
    here.serve("/3", page("Three"))
    articles, _, _ = run("/feed")
    assert ([article.title for article in articles], here.paths) == (["Three"], ["/feed", "/3"])
    changed = "<updated>2025-05-09T13:00:00Z</updated>"
    here.serve("/feed", rss(here, "/1", "/2", extra=changed))
    here.serve("/2", page("Two, corrected"))
    watch.at = 7200.0
    articles, _, found = run("/feed")
    assert ([article.title for article in articles], here.paths) == (["Two, corrected"], ["/feed", "/1", "/2"])
    assert found[0].status == 304
    run("/feed")
    assert here.paths == ["/feed"]


def test_what_could_not_be_had_is_asked_for_again(here, run):
    here.serve("/feed", rss(here, "/1", "/2"), ETag='"f"')
    here.serve("/1", "", 500)
    here.serve("/2", "", 404)
    articles, told, found = run("/feed")
    assert (articles, [t.why for t in told]) == ([], ["the server has an error (500)", "no such page (404)"])
    assert [item.again for item in found if isinstance(item, Visit)] == [True, False, True]
    assert due(run.known) == (f"{here.base}/feed", f"{here.base}/1")
    here.serve("/1", page("One"))
    articles, told, found = run("/feed")
    assert ([article.title for article in articles], told, here.paths) == (["One"], [], ["/feed", "/1"])
    assert (found[-1].status, due(run.known)) == (200, (f"{here.base}/feed",))


def test_a_feed_that_fails_stays_a_feed(here, run):
    here.serve("/feed", rss(here), ETag='"f"')
    run("/feed")
    here.serve("/feed", "", 503)
    _, [told], [_, visit] = run("/feed")
    assert told.why == "the server is not ready (503)"
    assert (visit.kind, visit.title, visit.status, visit.again) == ("feed", "Alder", 503, True)
    here.serve("/feed", page("Our new front page"))
    articles, [told], [_, visit] = run("/feed")
    assert (articles, told.why, visit.kind) == ([], "no feed stands there", "feed")


@pytest.mark.parametrize("status", [404, 503])
def test_the_content_of_a_feed_stands_in_for_its_page(here, run, status):
    here.serve("/feed", rss(here, "/1", extra=FULL))
    here.serve("/1", "", status)
    [article], told, found = run("/feed")
    assert (article.text, article.url, article.title, told) == (TEXT, f"{here.base}/1", "T", [])
    assert article.published.start == "2025-05-08"
    assert found[1].again == (status == 503)


def test_the_content_of_a_feed_stands_in_for_a_page_without_text(here, run):
    here.serve("/feed", rss(here, "/1", extra=FULL))
    here.serve("/1", "<html><body><script>app()</script></body></html>")
    [article], told, _ = run("/feed")
    assert (article.text, told) == (TEXT, [])


def test_nobody_speaks_for_another_site(here, watch):
    here.serve("/feed", rss(here, "/1", extra=FULL).replace(here.base, here.base.replace("127.0.0.1", "localhost")))
    manners = replace(MANNERS, private=HERE | {"localhost"})
    found = list(gather([f"{here.base}/feed"], {}, Settings(), manners, clock=watch.clock))
    assert [type(item) for item in found] == [Unprocessed, Visit, Visit]


def test_a_list_gives_its_feeds(here, run):
    outlines = "".join(f"<outline xmlUrl='{here.base}{path}'/>" for path in ("/f1", "/f2", "/page", "/gone", "/list"))
    here.serve("/list", f"<opml><body><outline text='all'>{outlines}</outline></body></opml>", Content_Type="text/xml")
    here.serve("/f1", rss(here, "/1"))
    here.serve("/f2", rss(here, "/1", "/2"))
    for path in ("/1", "/2", "/page"):
        here.serve(path, page(path))
    articles, told, _ = run("/list")
    assert [article.title for article in articles] == ["/1", "/2"]
    assert here.paths == ["/list", "/f1", "/1", "/f2", "/2", "/page", "/gone"]
    assert [item.why for item in told] == ["no feed stands there", "no such page (404)"]
    kinds = {url.removeprefix(here.base): visit.kind for url, visit in run.known.items() if visit.kind != "page"}
    assert kinds == {"/list": "list", "/f1": "feed", "/f2": "feed", "/page": "feed", "/gone": "feed"}


def test_lists_of_lists_end(here, run):
    for depth in range(DEPTH + 3):
        here.serve(f"/{depth}", f"<opml><body><outline xmlUrl='{here.base}/{depth + 1}'/></body></opml>")
    _, told, _ = run("/0")
    assert (here.paths, told[-1].path) == (["/0", "/1", "/2", "/3"], f"{here.base}/3")


def test_files(here, run, tmp_path):
    here.serve("/feed", rss(here, "/1"))
    here.serve("/1", page("One"))
    (tmp_path / "ours.opml").write_text(f"<opml><body><outline xmlUrl='{here.base}/feed'/></body></opml>")
    (tmp_path / "saved.rss").write_text(rss(here, "/gone", extra=FULL))
    (tmp_path / "notes.txt").write_text("words")
    articles, [told], _ = run(tmp_path / "ours.opml", tmp_path / "saved.rss", tmp_path / "notes.txt")
    assert [article.url for article in articles] == [f"{here.base}/1", f"{here.base}/gone"]
    assert (told.path, told.why) == (str(tmp_path / "notes.txt"), "no feed and no list of feeds")


def test_what_is_neither(here, run):
    here.serve("/map", "<?xml version='1.0'?><urlset><url>x</url></urlset>", Content_Type="text/xml")
    here.serve("/empty", rss(here), Content_Type="text/xml")
    here.serve("/feed", rss(here, "/empty"))
    _, told, _ = run("/map", "/feed", "/empty", "https://\ud800")
    assert [(item.why, item.failed) for item in told] == [
        ("XML that is no feed", True),
        ("a feed where a page should be", True),
        ("not an http or https address", True),
    ]
    _, [told], _ = run("/empty")
    assert (told.why, told.failed) == ("no entries in it", False)


def test_a_feed_longer_than_is_taken_says_so(here, run, monkeypatch):
    monkeypatch.setattr("firsthand.fetch.feeds.MAX_ENTRIES", 1)
    here.serve("/feed", rss(here, "/1", "/2", "/3"))
    here.serve("/1", page("One"))
    [article], [told], _ = run("/feed")
    assert (article.title, told.why, told.failed) == ("One", "only the first 1 entries were taken", False)


def test_exports_and_text(here, run):
    rows = [{"text": TEXT, "url": "https://alder.example/dam", "title": "Dam holds"}]
    here.serve("/export", json.dumps(rows), Content_Type="application/json")
    here.serve("/plain", TEXT, Content_Type="text/plain; charset=utf-8")
    here.serve("/old", page("Größe").encode("cp1252"), Content_Type="text/html; charset=windows-1252")
    articles, told, _ = run("/export", "/plain", "/old")
    assert [article.url for article in articles] == [
        "https://alder.example/dam",
        f"{here.base}/plain",
        f"{here.base}/old",
    ]
    assert (articles[1].text, articles[2].title, told) == (TEXT, "Größe", [])


def test_an_entry_is_no_export(here, run):
    """A feed cannot make articles of other sites by leading to data that claim to be theirs."""
    here.serve("/feed", rss(here, "/1"))
    here.serve("/1", json.dumps({"text": TEXT, "url": "https://alder.example/dam"}), Content_Type="application/json")
    [article], _, _ = run("/feed")
    assert article.url == f"{here.base}/1"


def test_a_run_that_is_cut_off_goes_on(here, watch):
    here.serve("/feed", rss(here, "/1", "/2"), ETag='"f"')
    here.serve("/1", page("One"))
    here.serve("/2", page("Two"))
    going = gather([f"{here.base}/feed"], {}, Settings(), MANNERS, clock=watch.clock)
    _, visit = next(going), next(going)
    going.close()
    here.asked.clear()
    found = list(gather([f"{here.base}/feed"], {visit.url: visit}, Settings(), MANNERS, clock=watch.clock))
    assert ([item.title for item in found if isinstance(item, Article)], here.paths) == (["Two"], ["/feed", "/2"])


def test_progress(here, run):
    here.serve("/feed", rss(here, "/1", "/2"))
    here.serve("/1", page("One"))
    steps = []
    run("/feed", progress=lambda *step: steps.append(step))
    assert {what for what, _, _ in steps} == {"fetching"}
    assert steps[-1][1:] == (3, 3)
    assert all(done <= total for _, done, total in steps)
