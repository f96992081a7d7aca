"""The shape of the code: what a reader would trip over."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "firsthand"
FILE_LINES = 400
FUNCTION_LINES = 60
SAYS_NOTHING = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc", "base", "core"}


def tracked(pattern):
    """Files of the repository, those not committed yet included, those ignored left out."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", pattern]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    return [ROOT / name for name in names if (ROOT / name).is_file()]


PYTHON = tracked("*.py")
MODULES = [p for p in PYTHON if p.is_relative_to(SRC)]
SHARED = [p for p in PYTHON if p.is_relative_to(ROOT / "benchmarks")]


def ids(path):
    return str(path.relative_to(ROOT))


def functions(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def does_something(path):
    """Whether a module holds more than docstrings, imports and names (as most __init__ do)."""
    passive = (ast.Import, ast.ImportFrom, ast.Expr, ast.Assign, ast.AnnAssign)
    return not all(isinstance(n, passive) for n in ast.parse(path.read_text(encoding="utf-8")).body)


@pytest.mark.parametrize("path", PYTHON, ids=ids)
def test_a_file_is_no_longer_than_one_can_hold_in_mind(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= FILE_LINES


@pytest.mark.parametrize("path", PYTHON, ids=ids)
def test_a_function_fits_on_a_screen(path):
    long = {f.name: f.end_lineno - f.lineno + 1 for f in functions(path)}
    assert {name: lines for name, lines in long.items() if lines > FUNCTION_LINES} == {}


@pytest.mark.parametrize("path", MODULES + SHARED, ids=ids)
def test_a_name_says_what_is_behind_it(path):
    said = set(path.relative_to(ROOT).with_suffix("").parts)
    said |= {n.name for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.ClassDef)}
    said |= {f.name for f in functions(path)}
    assert {name for name in said if name.lower() in SAYS_NOTHING} == set()


@pytest.mark.parametrize("path", [p for p in MODULES if p.name != "__main__.py" and does_something(p)], ids=ids)
def test_a_module_has_its_test(path):
    place = path.relative_to(SRC)
    # A package's own code is tested under the package's name: resolve/__init__.py in resolve/test_resolve.py.
    name = place.parent.name or "firsthand" if path.name == "__init__.py" else path.stem
    wanted = ROOT / "tests" / place.parent / f"test_{name.removeprefix('_')}.py"
    assert wanted.is_file(), f"{wanted.relative_to(ROOT)} is missing"
    assert any(f.name.startswith("test_") for f in functions(wanted))


@pytest.mark.parametrize("path", [p for p in MODULES if p.stat().st_size], ids=ids)
def test_what_is_public_says_what_it_is_for(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    public = [
        node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert [n.name for n in public if not ast.get_docstring(n)] == []
    assert ast.get_docstring(tree), "the module says nothing of itself"


@pytest.mark.parametrize("path", tracked("src/firsthand/language/*.toml"), ids=ids)
def test_a_list_of_words_says_what_it_holds(path):
    assert path.read_text(encoding="utf-8").startswith("#")


def test_no_registry_is_named():
    """Lock files name packages and hashes; where they come from is the machine's business."""
    named = re.compile(r"--(extra-)?index-url|--find-links|https?://[^/\s]*pypi", re.IGNORECASE)
    lines = [line for p in tracked("requirements/*") for line in p.read_text(encoding="utf-8").splitlines()]
    assert [line for line in lines if named.search(line)] == []
