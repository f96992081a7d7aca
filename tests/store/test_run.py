from firsthand import pipeline
from firsthand.store import outdated, read_again, size, update, whole
from firsthand.store.place import write
from firsthand.store.tables import article
from store.sample import PILE


def old(store, *names):
    with write(store) as connection:
        held = article.c.id.in_([PILE[name].id for name in names])
        connection.execute(article.update().where(held).values(made_by="an older one"))


def test_an_update_says_how_many_dossiers_it_did(store, put):
    put(*PILE.values(), work=False)
    assert (update(store), update(store)) == (2, 0)
    assert size(store) == (len(PILE), 2, 0)


def test_what_an_older_version_read_is_read_anew(store, put, found, monkeypatch):
    put(*PILE.values())
    before, read = whole(store), []
    old(store, "leak", "theft")
    assert outdated(store) == [PILE["leak"].id, PILE["theft"].id]

    def closely(given, _):
        read.append(given.id)
        return found[given.id]

    monkeypatch.setattr(pipeline, "find_in", closely)
    assert read_again(store) == 2
    assert read == [PILE["leak"].id, PILE["theft"].id]
    assert (outdated(store), update(store)) == ([], 2)
    assert whole(store) == before


def test_where_reading_anew_fails_what_was_found_stays(store, put, monkeypatch):
    put(PILE["leak"])
    before = whole(store)
    old(store, "leak")

    def fails(*_):
        raise ValueError("no")

    monkeypatch.setattr(pipeline, "find_in", fails)
    read_again(store)
    update(store)
    assert whole(store) == before
