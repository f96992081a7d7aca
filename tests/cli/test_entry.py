import json
import re
import subprocess
import sys
from importlib.metadata import version
from time import perf_counter

import pytest

from firsthand import pipeline
from firsthand.cli.entry import firsthand
from firsthand.errors import FirsthandError


def raising(error):
    def brief(*_, **__):
        raise error

    return brief


def test_version(run):
    assert run("--version") == (0, f"firsthand {version('firsthand')}\n", "")


@pytest.mark.parametrize("words", [(), *((name,) for name in firsthand.commands)])
def test_every_help_page_shows_an_example(run, words):
    shown = run(*words, "--help")
    assert shown.status == 0
    assert re.search(r"Examples?:\n +firsthand \w+\b", shown.out)


@pytest.mark.parametrize(
    "words", [("nonsense",), ("brief",), ("brief", "x", "--format", "pdf"), ("read", "--wrong", "x")]
)
def test_wrong_usage_is_status_2_and_leaves_standard_output_alone(run, words):
    got = run(*words)
    assert got.status == 2
    assert got.out == ""
    assert "--help" in got.err


def test_an_error_made_for_the_user_is_one_line(run, monkeypatch):
    monkeypatch.setattr(pipeline, "brief", raising(FirsthandError("the model is not installed: do this")))
    assert run("brief", "x") == (2, "", "firsthand: the model is not installed: do this\n")


def test_an_interrupt_is_one_line_and_status_130(run, monkeypatch):
    monkeypatch.setattr(pipeline, "brief", raising(KeyboardInterrupt()))
    got = run("brief", "x")
    assert got == (130, "", "firsthand: interrupted\n")


def test_any_other_error_is_a_bug_and_keeps_its_traceback(monkeypatch):
    from firsthand.cli import main

    monkeypatch.setattr(pipeline, "brief", raising(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        main(["brief", "x"])


def test_help_answers_at_once():
    began = perf_counter()
    subprocess.run([sys.executable, "-m", "firsthand", "--help"], check=True, capture_output=True)
    assert perf_counter() - began < 2  # 0.1 s on a quiet machine; the parser alone takes a second to load


def test_help_loads_nothing_heavy():
    heavy = {"spacy", "thinc", "numpy", "trafilatura", "rich", "jinja2"}
    code = f"import sys, firsthand.cli, firsthand; print({heavy!r} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "set()\n"


@pytest.mark.parametrize("reader", ["head -c 1", "true"])
def test_a_closed_pipe_is_silent(tmp_path, reader):
    rows = (json.dumps({"title": f"Bridge {i}", "text": f"Bridge {i} is closed. " * 100}) for i in range(1000))
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")  # more than a pipe holds
    command = f"{sys.executable} -m firsthand read --format json {tmp_path} | {reader}"
    ran = subprocess.run(["bash", "-c", f"{command}; exit ${{PIPESTATUS[0]}}"], capture_output=True, text=True)
    assert ran.stderr == ""
    assert ran.returncode in (0, 141)  # 0 where the system took the last write although nobody read it


def test_a_full_disk_behind_standard_output_is_one_line(tmp_path):
    command = [sys.executable, "-m", "firsthand", "--help"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("firsthand: ")
    assert line.endswith("No space left on device")
