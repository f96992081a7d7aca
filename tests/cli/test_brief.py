import json
import subprocess
import sys
from dataclasses import replace

import pytest

from firsthand import pipeline, show
from firsthand.errors import NothingReadable
from show.sample import SAMPLE


def test_the_terminal_brief_is_the_default_and_problems_go_to_standard_error(run, given):
    got = run("brief", "pile", "more.txt")
    assert given == [("pile", "more.txt")]
    assert "The bridge will stay closed for six weeks" in got.out
    assert got.err == "firsthand: pile/locked.txt: permission denied; make it readable: chmod +r\n"
    assert got.status == 1


@pytest.mark.parametrize("form", ["json", "csv", "terminal"])
def test_a_pipe_that_nobody_reads_any_more_is_silent(run, monkeypatch, form):
    def closed(*_, **__):
        raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr(pipeline, "brief", lambda *_, **__: replace(SAMPLE, unprocessed=()))
    monkeypatch.setattr("firsthand.cli.brief.write", closed)
    monkeypatch.setattr(show, "terminal", closed)
    got = run("brief", "pile", "--format", form)
    assert got.status == 141
    assert got.err == ""


def test_all_well_is_status_0(run, monkeypatch):
    monkeypatch.setattr(pipeline, "brief", lambda *_, **__: replace(SAMPLE, unprocessed=()))
    assert run("brief", "pile").status == 0


def test_what_did_not_fail_is_told_and_does_not_count(run, monkeypatch):
    french = replace(SAMPLE.unprocessed[0], path="fr.txt", failed=False)
    monkeypatch.setattr(pipeline, "brief", lambda *_, **__: replace(SAMPLE, unprocessed=(french,)))
    got = run("brief", "pile")
    assert got.status == 0
    assert got.err.startswith("firsthand: fr.txt: ")


def test_json_is_one_object_and_nothing_else(run, given):
    got = json.loads(run("brief", "pile", "--format", "json").out)
    assert got["schema"] == 1
    assert [a["text"] for a in got["articles"]] == [a.text for a in SAMPLE.articles]


@pytest.mark.parametrize(
    ("name", "form"),
    [("b.html", "html"), ("b.HTM", "html"), ("b.md", "markdown"), ("b.json", "json"), ("b.jsonld", "jsonld")],
)
def test_the_suffix_chooses_the_format(run, given, tmp_path, name, form):
    got = run("brief", "pile", "-o", tmp_path / name)
    assert got.out == ""
    assert (tmp_path / name).read_text(encoding="utf-8").strip() == show.render(SAMPLE, form).strip()


def test_a_format_that_is_given_wins_over_the_suffix(run, given, tmp_path):
    run("brief", "pile", "-o", tmp_path / "b.html", "--format", "json")
    assert json.loads((tmp_path / "b.html").read_text(encoding="utf-8"))["schema"] == 1


def test_statements_as_a_table(run, given, tmp_path):
    run("brief", "pile", "-o", tmp_path / "b.csv")
    text = (tmp_path / "b.csv").read_text("utf-8")
    assert text == "\ufeff" + run("brief", "pile", "--format", "csv").out
    assert text.count("\n") == 1 + len(SAMPLE.statements)


@pytest.mark.parametrize("form", ["csv", "parquet"])
@pytest.mark.parametrize("name", ["tables", "tables/", "is.there"])
def test_every_table_in_a_folder(run, given, tmp_path, form, name):
    if form == "parquet":
        pytest.importorskip("pyarrow")
    (tmp_path / "is.there").mkdir()
    ran = run("brief", "pile", "--format", form, "-o", f"{tmp_path}/{name}")
    assert ran.out == ""
    written = {path.name for path in (tmp_path / name).iterdir()}
    assert len(written) == 15
    assert {f"statements.{form}", f"articles.{form}", f"claim_origins.{form}"} < written


def test_parquet_is_a_file_of_statements_too(run, given, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    run("brief", "pile", "-o", tmp_path / "b.parquet")
    assert parquet.read_table(tmp_path / "b.parquet").num_rows == len(SAMPLE.statements)


def test_what_cannot_be_written_there_is_told_before_any_work(run, given, tmp_path, monkeypatch):
    assert "name one" in run("brief", "pile", "--format", "parquet").err
    assert "is a folder" in run("brief", "pile", "--format", "html", "-o", tmp_path).err
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    ran = run("brief", "pile", "-o", tmp_path / "b.parquet")
    assert (ran.status, ran.err) == (
        2,
        "firsthand: Parquet needs pyarrow; install it with: pip install 'firsthand[parquet]'\n",
    )
    assert given == []


def test_what_fails_while_writing_is_one_line(run, given, tmp_path):
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "articles.csv").mkdir()
    ran = run("brief", "pile", "--format", "csv", "-o", tmp_path / "tables")
    assert ran.status == 2
    assert ran.err.splitlines()[-1].endswith("tables cannot be written: Is a directory")


def test_a_terminal_brief_in_a_file_has_no_colours(run, given, tmp_path):
    run("brief", "pile", "-o", tmp_path / "b.txt")
    text = (tmp_path / "b.txt").read_text(encoding="utf-8")
    assert "six weeks" in text
    assert "\x1b" not in text


def test_nothing_readable_is_status_2_after_each_problem_was_told(run, monkeypatch):
    def brief(*_, **__):
        raise NothingReadable("no article could be read", SAMPLE.unprocessed)

    monkeypatch.setattr(pipeline, "brief", brief)
    got = run("brief", "pile")
    assert got.status == 2
    assert got.out == ""
    assert got.err.splitlines() == [
        "firsthand: pile/locked.txt: permission denied; make it readable: chmod +r",
        "firsthand: no article could be read",
    ]


def test_the_folder_of_the_output_must_be_there_before_any_work(run, given, tmp_path):
    got = run("brief", "pile", "-o", tmp_path / "missing" / "b.html")
    assert got.status == 2
    assert "there is no folder" in got.err
    assert given == []


def test_articles_from_standard_input():
    article = json.dumps({"title": "Bridge shut", "text": "“It is closed,” the mayor, Ada Brandvold, said on Monday."})
    command = [sys.executable, "-m", "firsthand", "brief", "-", "--format", "json"]
    ran = subprocess.run(command, input=article, capture_output=True, encoding="utf-8")
    assert ran.stderr == ""
    assert [a["title"] for a in json.loads(ran.stdout)["articles"]] == ["Bridge shut"]
