"""A small brief made by hand, where a test of the command line needs no articles."""

from collections.abc import Sequence

import pytest

from firsthand import pipeline
from firsthand.records import Brief
from show.sample import SAMPLE


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """Puts the sample brief in the pipeline's place; holds the paths it was asked for."""
    asked: list[Sequence[str]] = []

    def brief(paths: Sequence[str], *_: object, **__: object) -> Brief:
        asked.append(paths)
        return SAMPLE

    monkeypatch.setattr(pipeline, "brief", brief)
    return asked
