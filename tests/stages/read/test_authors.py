"""Author fields."""

import pytest

from firsthand.stages.read.authors import authors_of


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("Jane Doe", ("Jane Doe",)),
        ("By Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("Jane Doe; John Roe", ("Jane Doe", "John Roe")),
        ("Jane Doe, John Roe", ("Jane Doe", "John Roe")),
        ("Doe, Jane", ("Doe, Jane",)),
        ("['Jane Doe', 'John Roe']", ("Jane Doe", "John Roe")),
        ("Byron Sandler", ("Byron Sandler",)),
        (["Jane Doe", {"name": "John Roe"}, None, "Jane Doe"], ("Jane Doe", "John Roe")),
        ({"@type": "Person", "name": "Jane Doe"}, ("Jane Doe",)),
        ("https://a.example/jane", None),
        ("nan", None),
        ([], None),
        (7, None),
    ],
)
def test_authors(value, wanted):
    assert authors_of(value) == wanted
