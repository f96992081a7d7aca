"""Words and rules of a language, as data: one folder a language, one TOML file a topic.

Code asks for `topic("en", "reporting")`; nothing outside the folders holds words of a language.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def supported() -> frozenset[str]:
    """The languages (ISO 639-1) that have a folder here."""
    return frozenset(f.name for f in files(__name__).iterdir() if len(f.name) == 2 and f.is_dir())


@cache
def topic(language: str, name: str) -> dict[str, Any]:
    """The table in `<language>/<name>.toml`. Do not change it: it is shared.

    Raises FileNotFoundError for a language or topic that is not there.
    """
    return tomllib.loads((files(__name__) / language / f"{name}.toml").read_text("utf-8"))


@cache
def words(language: str, name: str, key: str) -> frozenset[str]:
    """The list `key` of a topic as a set."""
    return frozenset(topic(language, name)[key])
