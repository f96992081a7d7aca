import pytest

GOOD = "Bridge shut\n\n“The bridge is closed,” the mayor, Ada Brandvold, said on Monday. “Nobody was hurt.”\n"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FIRSTHAND_STORE", raising=False)
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


def test_articles_are_added_once_and_shown(run):
    got = run("add", "pile")
    assert (got.status, got.out) == (0, "1 added. The store holds 1 articles in 1 stories, 1 worked out.\n")
    assert run("add", "pile").out.startswith("1 known already.")
    assert run("update", "--offline").out.startswith("nothing new.")
    assert "The bridge is closed" in run("brief").out
    assert "The bridge is closed" in run("statements").out
    assert "Ada Brandvold" in run("actors").out
    assert "The bridge is closed" in run("origin", "the bridge is closed").out
    assert run("search", "bridge closed", "--speaker", "brandvold").out.count("Ada Brandvold") == 1
    assert "Bridge shut" in run("stories", "bridge").out


def test_what_cannot_be_read_is_told_and_the_rest_is_added(run, folder):
    (folder / "pile" / "bad.txt").write_bytes(b"")
    got = run("add", "pile")
    assert got.status == 1
    assert got.err == "firsthand: pile/bad.txt: empty file; remove it, or save the article again\n"
    assert got.out.startswith("1 added, 1 not processed.")


def test_a_store_that_is_not_there_is_not_updated(run):
    got = run("update")
    assert (got.status, got.out) == (2, "")
    assert "firsthand init" in got.err


def test_what_an_older_version_read_is_read_anew_when_asked(run):
    run("add", "pile")
    assert run("update", "--offline", "--again").status == 0
