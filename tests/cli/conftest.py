"""The command line run inside the test's process, on a small brief made by hand where no articles are needed."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pytest

from firsthand import pipeline
from firsthand.cli import main
from firsthand.records import Brief
from show.sample import SAMPLE


class Run(NamedTuple):
    """What a run left behind."""

    status: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """Runs the command line on some words."""

    def runs(*words: object) -> Run:
        with pytest.raises(SystemExit) as ended:
            main([str(w) for w in words])
        out, err = capsys.readouterr()
        return Run(int(ended.value.code or 0), out, err)

    return runs


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """Puts the sample brief in the pipeline's place; holds the paths it was asked for."""
    asked: list[Sequence[str]] = []

    def brief(paths: Sequence[str], *_: object, **__: object) -> Brief:
        asked.append(paths)
        return SAMPLE

    monkeypatch.setattr(pipeline, "brief", brief)
    return asked
