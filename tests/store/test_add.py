from dataclasses import replace

import pytest
from sqlalchemy import func, select

from firsthand import pipeline
from firsthand.corrections import text_hash
from firsthand.records import Outlet, Unprocessed
from firsthand.store import add, article_of, dossier, size, unprocessed, update, whole
from firsthand.store.add import SAMPLE, dated, keep, known, note, sampled
from firsthand.store.place import read
from firsthand.store.tables import article as articles
from firsthand.store.tables import mark
from firsthand.tasks import Lost
from store.like import bare
from store.sample import CHANGED, DENIAL, GERMAN, LEAK, PILE, article, at


def rows(store):
    with read(store) as connection:
        return connection.execute(select(articles).order_by(articles.c.num)).all()


def test_adding_twice_changes_nothing(store, put):
    assert put(*PILE.values()) == ["added"] * len(PILE)
    before, kept = whole(store), rows(store)
    assert put(*PILE.values()) == ["known"] * len(PILE)
    assert whole(store) == before
    assert rows(store) == kept


def test_the_same_text_is_another_article_at_another_address_only(store):
    leak = PILE["leak"]
    elsewhere = article(leak.text, None, "Another", None, url=at("elsewhere"))
    nowhere = article(leak.text, None, "Another", None)
    assert keep(store, leak, bare(leak)) == "added"
    assert keep(store, elsewhere, bare(elsewhere)) == "added"
    assert known(store, nowhere)
    assert keep(store, nowhere, bare(nowhere)) == "known"
    assert size(store).articles == 2


def test_a_changed_text_is_a_new_version_and_the_newest_counts(store, put):
    put(*PILE.values())
    old = PILE["leak"]
    assert put(CHANGED) == ["changed"]
    was, now = article_of(store, old.id), article_of(store, CHANGED.id)
    assert (was.article, was.newer) == (old, CHANGED.id)
    assert (now.article, now.older, now.newer) == (CHANGED, old.id, None)
    made = dossier(store, PILE["denial"].id)
    assert {a.id for a in made.articles} == {CHANGED.id, *(PILE[n].id for n in ("copy", "denial", "later"))}
    assert old.id not in {s.article for s in whole(store).statements}
    assert any("900 families" in s.text for s in made.statements if s.article == CHANGED.id)
    assert dossier(store, old.id) == made, "the old address leads to the newest version"


def test_an_old_version_that_is_given_again_changes_nothing(store, put):
    put(PILE["leak"], CHANGED)
    before = whole(store)
    assert put(PILE["leak"]) == ["known"]
    assert whole(store) == before


def test_articles_are_read_closely_once(store, found, monkeypatch):
    asked = []

    def closely(given, _):
        asked.append(given)
        return found[given.id]

    monkeypatch.setattr(pipeline, "find_in", closely)
    assert [one.outcome for one in add(store, [PILE["leak"], PILE["leak"]])] == ["added", "known"]
    assert asked == [PILE["leak"]], "once"


def test_a_language_that_is_not_supported_is_kept_and_listed(store):
    german = PILE["german"]
    told = Unprocessed(
        path="de.txt", why="language de is not supported yet", remedy="", article=german.id, failed=False
    )
    assert [one.outcome for one in add(store, [german, told])] == ["added"]
    assert update(store) == 0
    assert whole(store).articles == (german,)
    assert unprocessed(store) == (told,)
    assert article_of(store, german.id).story is None


def test_an_article_that_the_stages_cannot_read_is_kept_and_listed(store, monkeypatch):
    def fails(*_):
        raise RecursionError("too \ud800deep")

    monkeypatch.setattr(pipeline, "find_in", fails)
    leak = PILE["leak"]
    [one] = add(store, [leak])
    assert (one.outcome, one.article, one.problem.article) == ("not processed", leak, leak.id)
    [kept] = unprocessed(store)
    assert (kept.path, kept.article, kept.failed) == (leak.url, leak.id, True)
    assert "RecursionError: too \ufffddeep" in kept.why
    assert update(store) == 0
    assert whole(store).articles == (leak,)
    assert [one.outcome for one in add(store, [leak])] == ["known"]


def test_what_was_not_read_is_listed_once_until_it_is_read(store):
    failed = [Unprocessed(path="a\ud800\x00.jsonl", why=why, remedy="correct it") for why in ("line 1", "line 2")]
    for _ in range(2):
        assert [one.outcome for one in add(store, failed)] == ["not processed"] * 2
    assert [(u.path, u.why) for u in unprocessed(store)] == [("a\ufffd\ufffd.jsonl", f"line {n}") for n in (1, 2)]
    note(store, Unprocessed(path="other.txt", why="empty file", remedy="remove it"))
    mended = replace(PILE["leak"], path="a\ufffd\ufffd.jsonl")
    keep(store, mended, bare(mended))
    assert [u.path for u in unprocessed(store)] == ["other.txt"]


def test_several_articles_of_one_file_are_listed_each(store):
    given = [article(GERMAN + str(n), None, "Der Bote", None, "de", at(f"de{n}")) for n in range(3)]
    for each in given:
        list(add(store, [each, Unprocessed(path="all.jsonl", why="language de", remedy="", article=each.id)]))
    assert [u.article for u in unprocessed(store)] == [each.id for each in given]
    newer = article("Alles gut.", None, "Der Bote", None, "de", at("de1"))
    list(add(store, [newer]))
    assert [u.article for u in unprocessed(store)] == [given[0].id, given[2].id], "an old version is nobody's concern"


def test_what_no_database_holds_is_replaced_and_offsets_stay(store):
    odd = "\x00 \ud800 \U0001f309 \udfff"
    given = article("Bad " + odd + " text.", "2025-03-03", odd, odd, url="https://a.example/" + odd)
    given = replace(given, path=odd, authors=(odd, "Ada"), outlet=Outlet(name=odd, domain=odd))
    [one] = add(store, [given])
    assert one.outcome == "added"
    kept = article_of(store, given.id).article
    clean = "\ufffd \ufffd \U0001f309 \ufffd"
    assert (kept.text, kept.title, kept.path, kept.url) == (
        f"Bad {clean} text.", clean, clean, f"https://a.example/{clean}",
    )  # fmt: skip
    assert (kept.outlet.name, kept.outlet.domain, kept.authors) == (clean, clean, (clean, "Ada"))
    assert len(kept.text) == len(given.text)
    update(store)
    assert [one.outcome for one in add(store, [given])] == ["known"]


def rare(number):
    """A letter of four bytes."""
    return chr(0x20000 + number % 40_000)


LONG = {
    "a word": "a" * 1_200_000,
    "words of four bytes": " ".join(rare(n) + rare(n // 7) + rare(n // 49) for n in range(30_000)),
    "letters of four bytes": " ".join(map(rare, range(50_000))),
    "hyphens": " ".join(f"{rare(n)}-{rare(n // 3 + 1)}" for n in range(30_000)),
    "addresses": " ".join(f"http://h{n}.example/a{n}" for n in range(5_000)),
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_very_long_text_is_kept_whole(store, text):
    """PostgreSQL indexes no more of it than its index can hold."""
    given = article(text, None, "The Long", "Long")
    assert keep(store, given, bare(given)) == "added"
    assert article_of(store, given.id).article == given


def test_a_sample_of_fingerprints_is_kept_with_the_article(store, put):
    put(PILE["leak"], PILE["copy"])
    with read(store) as connection:
        per_article = connection.scalars(select(func.count()).select_from(mark).group_by(mark.c.article)).all()
        shared = connection.scalars(select(mark.c.hash).group_by(mark.c.hash).having(func.count() > 1)).all()
    assert len(per_article) == 2
    assert len(shared) >= 3, "most of the leak's"


def test_sampled_fingerprints_are_signed_and_the_same_for_the_same_passage():
    prints = [0, 1, 2**63 + SAMPLE, 2**64 - SAMPLE, SAMPLE, SAMPLE]
    assert sampled(prints) == sorted({0, SAMPLE, 2**63 + SAMPLE - 2**64, -SAMPLE}, key=lambda n: n % 2**64)
    assert sampled([]) == []


def test_a_text_is_known_by_its_digest():
    assert text_hash("a") == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    assert text_hash("\ud800") != text_hash("\ud801")


def test_a_new_version_without_a_date_is_of_the_time_of_the_one_before(store):
    url = "https://post.example/dam"
    keep(store, article(LEAK, "2026-03-02", "Post", "Leak", url=url), None)
    undated = article(DENIAL, None, "Post", "Leak", url=url)
    assert dated(store, undated).published.start == "2026-03-02"
    assert dated(store, replace(undated, url="https://post.example/other")).published.start is None
    assert dated(store, article(DENIAL, "2026-03-09", "Post", "Leak", url=url)).published.start == "2026-03-09"


def ahead(work, tasks):
    """A Map that has taken all tasks up before it gives the first result, as several processes may."""
    return iter([work(task) for task in tasks])


def test_a_store_is_the_same_however_the_articles_are_read(store, put, found, monkeypatch):
    monkeypatch.setattr(pipeline, "find_in", lambda given, _: found[given.id])
    broken = Unprocessed(path="b.txt", why="empty file", remedy="")
    pile = [broken, *PILE.values(), PILE["leak"], CHANGED, broken]
    outcomes = [done.outcome for done in add(store, pile, spread=ahead)]
    assert outcomes == ["not processed", *["added"] * len(PILE), "known", "changed", "not processed"]
    update(store)
    assert {row.id for row in rows(store) if row.newer is None} == {e.id for e in PILE.values()} - {PILE["leak"].id} | {
        CHANGED.id
    }


def test_a_version_that_comes_before_the_one_before_it_is_kept_is_dated_by_it(store, monkeypatch):
    first = article("The dam held through the night.", "2025-03-01", "Post", "Dam", url=at("dam"))
    second = article("The dam held; the valley slept.", None, "Post", "Dam", url=at("dam"))
    monkeypatch.setattr(pipeline, "find_in", lambda given, _: bare(given))
    made = [done.article for done in add(store, [first, second], spread=ahead)]
    assert made[1].published == first.published


def test_an_article_that_killed_who_read_it_is_kept_and_told(store):
    [done] = add(store, [PILE["leak"]], spread=lambda _, tasks: (Lost("killed") for _ in tasks))
    assert (done.outcome, done.problem.why) == ("not processed", "could not be analysed (killed)")
    assert [u.why for u in unprocessed(store)] == ["could not be analysed (killed)"]
