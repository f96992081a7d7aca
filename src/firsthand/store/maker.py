"""What made a record: when this changes, `firsthand update` can work the record out anew."""

from functools import cache
from importlib.metadata import version

from firsthand.ids import digest
from firsthand.models.network import FOLDER


@cache
def maker() -> str:
    """The version of Firsthand and of its models."""
    models = sorted(FOLDER.glob("*/model.json"))
    return f"{version('firsthand')} {digest(*(path.read_text('utf-8') for path in models))}"
