"""What is installed is what was looked at, and nothing that is read becomes code."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
MODULES = sorted((ROOT / "src").rglob("*.py"))
# Modules that make objects or code of bytes, or run commands; and what runs a text as code.
UNSAFE_IMPORTS = {
    "pickle",
    "_pickle",
    "cPickle",
    "marshal",
    "shelve",
    "dill",
    "cloudpickle",
    "joblib",
    "code",
    "codeop",
    "runpy",
    "subprocess",
    "ctypes",
    "pty",
}
UNSAFE_CALLS = {"eval", "exec", "compile", "__import__"}
UNSAFE_ATTRIBUTES = {
    ("yaml", "load"),
    ("yaml", "unsafe_load"),
    ("yaml", "full_load"),
    ("os", "system"),
    ("os", "popen"),
    ("os", "execv"),
    ("os", "spawnv"),
}


def requirements(lock):
    """Each requirement of a lock file with what follows it on continued lines."""
    lines = lock.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_dependency_is_pinned_with_a_hash(lock):
    assert len(requirements(lock)) > 20
    for line in requirements(lock):
        assert re.match(r"[\w.\[\]-]+==[\w.!+]+[ ;]", line), line
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", line), line
        assert "--hash=md5" not in line


def unsafe(tree):
    """What in a module makes code or objects of what it is given."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] in UNSAFE_IMPORTS)
        elif isinstance(node, ast.ImportFrom):
            yield from [node.module] if (node.module or "").split(".")[0] in UNSAFE_IMPORTS else []
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from [node.func.id] if node.func.id in UNSAFE_CALLS else []
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield from [node.attr] if (node.value.id, node.attr) in UNSAFE_ATTRIBUTES else []
        elif isinstance(node, ast.keyword):
            yield from [node.arg] if node.arg in ("allow_pickle", "shell") else []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_nothing_that_is_read_becomes_code(path):
    loads = ["load"] if path.name == "names.py" and path.parent.name == "firsthand" else []  # with a safe loader
    assert list(unsafe(ast.parse(path.read_text(encoding="utf-8")))) == loads


def test_the_check_sees_what_it_is_for():
    harm = "import pickle\nfrom marshal import loads\neval('1')\nyaml.load(x)\nnp.load(f, allow_pickle=True)"
    assert set(unsafe(ast.parse(harm))) == {"pickle", "marshal", "eval", "load", "allow_pickle"}
