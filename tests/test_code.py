"""Text from an article never becomes a path, an SQL fragment, a template or a command."""

import ast
import json
import re
import sqlite3
from pathlib import Path

import pytest

from firsthand import store as stored
from firsthand.records import Article, Outlet, Period
from hostile import CODE

SRC = Path(__file__).parents[1] / "src" / "firsthand"
MODULES = {path.relative_to(SRC).as_posix(): ast.parse(path.read_text("utf-8")) for path in SRC.rglob("*.py")}
SQL = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|PRAGMA)\b|SET LOCAL")
MAY_MAKE_SQL = {"store/words.py", "store/place.py", "store/migrations.py", "store/tables.py"}
SQL_FROM = {
    "name",
    "listed",
    "new",
    "old",
    "gone",
    "come",
    "how",
    "columns",
    "joined",
    "stems",
    "c",
    "row",
    "pragma",
    "visit",
}
TEXT = "“The bridge {0} stays closed,” Mayor Ada {0} Brandvold told Nordwire on Monday.\n\nOlav Ness denied it {0}."


@pytest.mark.parametrize("path", MODULES)
def test_sql_is_put_together_from_names_of_our_own_only(path):
    for node in ast.walk(MODULES[path]):
        if isinstance(node, ast.JoinedStr) and SQL.search(ast.unparse(node)):
            assert path in MAY_MAKE_SQL, ast.unparse(node)
            used = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
            assert all(n.isupper() or n in SQL_FROM or n == "_vector" for n in used), ast.unparse(node)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
            parts = [n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
            assert not any(SQL.search(part) for part in parts), ast.unparse(node)


def article(number, payload):
    return Article(
        id=f"a{number}",
        path=payload,
        url=payload,
        outlet=Outlet(name=payload, domain=payload),
        title=f"Bridge {payload}",
        authors=(payload,),
        language="en",
        published=Period(start="2031-03-03", end="2031-03-03", basis="metadata"),
        text=TEXT.format(payload),
        parts=(),
    )


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory):
    """A folder deep inside another, with a store of articles that mean harm and the same as a file."""
    top = tmp_path_factory.mktemp("top")
    inside = top / "a" / "b" / "c"
    inside.mkdir(parents=True)
    keys = ("id", "article_id", "path", "file", "filename", "slug", "uri", "url", "link", "outlet", "source", "author")
    rows = [{**dict.fromkeys(keys, p), "title": f"Bridge {p}", "text": TEXT.format(p)} for p in CODE]
    (inside / "articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    held = stored.open_store(str(inside / "pile.db"), create=True)
    list(stored.add(held, [article(number, payload) for number, payload in enumerate(CODE)]))
    stored.update(held)
    stored.close(held)
    return top, inside


def everything(top):
    """All that is in a folder, and what stands at the places that the payloads name."""
    aimed = [Path("/tmp/hit"), Path("~/hit").expanduser(), Path.cwd() / "hit", Path("hit")]
    return {str(path.relative_to(top)) for path in top.rglob("*")} | {str(each) for each in aimed if each.exists()}


def shape(place):
    """The tables of a store with their definition, and how many rows they have."""
    with sqlite3.connect(place) as connection:
        made = dict(connection.execute("SELECT name, sql FROM sqlite_master").fetchall())
        counts = {
            name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone() for name in ("article", "story")
        }
    connection.close()
    return made, counts


def test_what_is_asked_for_is_no_sql(run, sandbox, monkeypatch):
    top, inside = sandbox
    monkeypatch.chdir(inside)
    before = everything(top), shape("pile.db")
    held = stored.open_store("pile.db")
    for payload in (p for p in CODE if "\0" not in p):
        found = stored.search(held, payload, what="articles")
        assert found.total <= len(CODE)
        for name in ("speaker", "outlet", "since", "until", "stance", "about"):
            stored.search(held, "bridge", **{name: payload})
        assert stored.search(held, what="articles", outlet=payload).total > 0
        stored.stories(held, text=payload, outlet=payload, since=payload, until=payload)
        stored.actors(held, text=payload)
        assert stored.actor_of(held, payload) is None
        assert stored.article_of(held, payload) is None
        assert stored.article_with(held, payload) is None
        assert stored.dossier(held, payload) is None
    stored.close(held)
    for payload in CODE[14:24]:
        assert run("search", "--store", "pile.db", "--", payload).status in (0, 1)
        assert run("brief", "--store", "pile.db", "--story", payload).status == 2
    assert (everything(top), shape("pile.db")) == before


def test_what_is_written_is_written_where_it_was_asked_for(run, sandbox, monkeypatch):
    top, inside = sandbox
    monkeypatch.chdir(inside)
    before = everything(top)
    for name in ("brief.html", "brief.md", "brief.json", "brief.jsonld", "brief.csv", "tables/"):
        form = ("--format", "csv") if name == "tables/" else ()
        assert run("brief", "--store", "pile.db", "-o", name, *form).status == 0
        assert (inside / name).exists()
    assert run("dates", "articles.jsonl", "-o", "dates/").status == 0
    written = {Path(path).name for path in everything(top) - before}
    assert all(re.fullmatch(r"brief\.\w+|tables|\w+\.csv|dates|[0-9a-f]{16}\.json", name) for name in written)
    assert len(list((inside / "dates").iterdir())) == len(CODE)
    assert "49" not in (inside / "brief.md").read_text("utf-8")  # {{7*7}}, worked out


def test_a_names_file_makes_no_objects(run, sandbox, monkeypatch):
    top, inside = sandbox
    monkeypatch.chdir(inside)
    before = everything(top)
    (inside / "names.yaml").write_text("same: [[!!python/object/apply:os.system ['touch hit'], b]]\n")
    assert "not YAML" in run("brief", "articles.jsonl", "--names", "names.yaml").err
    (inside / "names.yaml").unlink()
    assert everything(top) == before
