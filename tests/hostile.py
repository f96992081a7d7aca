"""Words that mean harm, by what they would act on: `hostile.toml` says which."""

import tomllib
from pathlib import Path

_HELD = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
SCRIPT: list[str] = _HELD["script"]
TERMINAL: list[str] = _HELD["terminal"]
FORMULA: list[str] = _HELD["formula"]
CODE: list[str] = _HELD["code"]


def grouped(payloads: list[str], longest: int) -> list[str]:
    """The payloads joined by spaces, as many together as fit into `longest` code points."""
    groups = [payloads[0]]
    for payload in payloads[1:]:
        if len(groups[-1]) + 1 + len(payload) <= longest:
            groups[-1] += f" {payload}"
        else:
            groups.append(payload)
    return groups
