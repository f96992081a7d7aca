import pytest
from sqlalchemy import select

from firsthand.settings import Settings
from firsthand.store import Size, dossier, size, stories, unprocessed, update, waiting, whole
from firsthand.store import work as working
from firsthand.store.add import keep
from firsthand.store.kept import pack
from firsthand.store.place import read, write
from firsthand.store.tables import DERIVED, statement
from firsthand.store.tables import article as articles
from firsthand.store.tables import dossier as dossiers
from firsthand.store.work import brief_of, restored, stale, work_out
from store.like import bare, same
from store.like import brief_of as expected
from store.sample import CHANGED, PILE, THEFT, article, at

LEAK, GONE = ("leak", "copy", "denial", "later"), ("theft", "reward")


def turns(store):
    with read(store) as connection:
        asked = select(dossiers.c.id, dossiers.c.turn, dossiers.c.done).order_by(dossiers.c.id)
        return [tuple(row) for row in connection.execute(asked)]


def home(store, name):
    """The number of the dossier that an article of the pile is in."""
    with read(store) as connection:
        told = select(statement.c.dossier).join(articles, articles.c.num == statement.c.article)
        return connection.scalars(told.where(articles.c.id == PILE[name].id)).first()


def test_a_dossier_says_what_a_run_on_its_articles_says(store, put, found):
    put(*PILE.values())
    for names in (LEAK, GONE):
        for name in names:
            same(dossier(store, PILE[name].id), expected([PILE[n] for n in names], found))


def test_the_whole_says_what_a_run_on_all_articles_says(store, put, found):
    put(*PILE.values())
    same(whole(store), expected(PILE.values(), found))


def test_what_comes_later_works_out_its_dossier_only(store, put, found):
    put(*(PILE[n] for n in ("leak", "theft", "copy", "denial")))
    theft = home(store, "theft")
    before = {number: done for number, _, done in turns(store)}
    put(PILE["later"])
    after = {number: done for number, _, done in turns(store)}
    assert after[theft] == before[theft]
    assert after[home(store, "leak")] > before[home(store, "leak")]
    put(PILE["german"], PILE["reward"])
    same(whole(store), expected(PILE.values(), found))


def test_one_after_another_gives_the_same_as_all_at_once(store, put, found):
    for each in PILE.values():
        put(each)
    same(whole(store), expected(PILE.values(), found))


def test_nothing_new_is_no_work(store, put):
    put(*PILE.values())
    assert (update(store), stale(store), waiting(store)) == (0, [], 0)


def test_what_waits_is_told_and_not_shown(store, put):
    put(PILE["leak"], PILE["theft"], work=False)
    assert (waiting(store), size(store)) == (2, Size(articles=2, stories=0, waiting=2))
    assert whole(store).articles == ()
    assert update(store) == 2
    assert (waiting(store), size(store)) == (0, Size(articles=2, stories=2, waiting=0))


def test_only_some_dossiers(store, put):
    put(PILE["leak"], PILE["theft"])
    with write(store) as connection:
        connection.execute(dossiers.update().values(turn=dossiers.c.turn + 1))
    first, second = stale(store)
    assert work_out(store, only=[second]) == 1
    assert stale(store) == [first]


def test_an_article_that_comes_while_its_story_is_worked_out_is_in_the_brief(store, put, found, monkeypatch):
    put(PILE["leak"], work=False)
    usual, calls = working.brief_of, []

    def slow(task, settings):
        calls.append(len(task.found))
        if len(calls) == 1:
            keep(store, CHANGED, found[CHANGED.id])
        return usual(task, settings)

    monkeypatch.setattr(working, "brief_of", slow)
    update(store)
    update(store)
    assert calls[0] == calls[-1] == 1
    assert len(calls) > 1, "the first brief was of a dossier that is another now"
    assert {s.article for s in whole(store).statements} == {CHANGED.id}


def test_what_another_process_works_out_meanwhile_is_done_once(store, put, monkeypatch):
    put(PILE["leak"], work=False)
    usual, calls = working.brief_of, []

    def twice(task, settings):
        calls.append(task.dossier)
        if len(calls) == 1:
            work_out(store)
        return usual(task, settings)

    monkeypatch.setattr(working, "brief_of", twice)
    update(store)
    kept = whole(store)
    assert len({s.id for s in kept.statements}) == len(kept.statements)
    with read(store) as connection:
        assert len(connection.execute(select(statement)).all()) == len(kept.statements)


def test_a_dossier_that_cannot_be_kept_is_as_it_was(store, put, monkeypatch):
    put(PILE["leak"])
    before = whole(store)

    def fails(*_):
        raise RuntimeError("the machine stops here")

    with monkeypatch.context() as patched:
        patched.setattr(working, "doubts", fails)
        with pytest.raises(RuntimeError):
            put(PILE["denial"])
    assert whole(store) == before
    assert len(stale(store)) == 1
    update(store)
    assert len(whole(store).articles) == 2


def test_a_new_version_works_its_story_out_anew(store, put, found):
    put(*PILE.values())
    theft = home(store, "theft")
    before = {number: done for number, _, done in turns(store)}
    put(CHANGED)
    counting = [*(each for name, each in PILE.items() if name != "leak"), CHANGED]
    same(whole(store), expected(counting, found))
    assert {number: done for number, _, done in turns(store)}[theft] == before[theft]


def test_until_a_new_version_is_worked_out_the_brief_stands_with_its_articles(store, put):
    put(*PILE.values())
    before = dossier(store, PILE["copy"].id)
    put(CHANGED, work=False)
    assert dossier(store, PILE["copy"].id) == before
    for made in (whole(store), before):
        assert {s.article for s in made.statements} <= {a.id for a in made.articles}


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_story_of_old_versions_only_is_gone(store, put, language):
    put(PILE["theft"], PILE["leak"])
    newer = article("Alles ist gut.", "2025-03-03", "Grauvik News", None, language, at("theft"))
    keep(store, newer, bare(newer) if language == "en" else None)
    update(store)
    rows = stories(store).rows
    assert PILE["theft"].id not in {row.anchor for row in rows}
    assert sum(row.articles for row in rows) == (2 if language == "en" else 1)
    assert {a.id for a in whole(store).articles} == {newer.id, PILE["leak"].id}
    assert {s.article for s in whole(store).statements} == {PILE["leak"].id}
    with read(store) as connection:
        numbers = set(connection.scalars(select(dossiers.c.id)))
        for table in DERIVED:
            assert set(connection.scalars(select(table.c.dossier))) <= numbers
    assert (stale(store), waiting(store)) == ([], 0)


def test_a_story_is_listed_with_its_figures(store, put):
    put(*PILE.values())
    made = {row.anchor: row for row in stories(store).rows}
    leak = made[PILE["leak"].id]
    assert (leak.title, leak.articles, leak.outlets) == ("Crack found in the Hollin Dam", 4, 3)
    assert (leak.first, leak.last) == ("2025-03-03", "2025-03-07")
    told = next(s for s in whole(store).stories if PILE["leak"].id in s.articles)
    claims = {c.id: c for c in whole(store).claims}
    assert leak.claims == len(told.claims)
    assert leak.disputed >= sum(bool(claims[c].denied_by) for c in told.claims) > 0


def test_found_comes_back_with_its_text(found):
    kept = found[PILE["theft"].id]
    assert restored(pack(kept), THEFT) == kept


def test_a_brief_of_a_task_holds_no_article():
    task = working.Task(dossier=1, turn=1, done=0, found=(), stories=(), corrections=())
    assert brief_of(task, Settings()).articles == ()


def test_stories_that_cannot_be_worked_out_cost_the_others_nothing(store, put, monkeypatch):
    real = working.brief_of

    def breaks(task, settings):
        if any(each.article.id == PILE["theft"].id for each in task.found):
            raise ZeroDivisionError("of no use")
        return real(task, settings)

    monkeypatch.setattr(working, "brief_of", breaks)
    put(*PILE.values())
    assert (stale(store), dossier(store, PILE["theft"].id)) == ([], None)
    assert dossier(store, PILE["leak"].id) is not None
    [told] = [each for each in unprocessed(store) if each.path.startswith("story: ")]
    assert "ZeroDivisionError: of no use" in told.why
