from dataclasses import FrozenInstanceError

import pytest

from firsthand.language import supported
from firsthand.settings import Settings


def test_settings_cannot_change_under_way():
    with pytest.raises(FrozenInstanceError):
        Settings().languages = frozenset()


def test_what_is_analysed_by_default_is_supported():
    assert Settings().languages <= supported()
